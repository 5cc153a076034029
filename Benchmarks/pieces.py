#!/usr/bin/env python3
"""Cuts the texts of a folder into reports of about 2 KB at their line ends and repeats them.

    Benchmarks/pieces.py FOLDER COUNT > reports.jsonl

Real news is less dense in events and relative places than what generate.py makes. Prints JSON lines; the same
bytes for the same folder and count.
"""
import json
import pathlib
import sys

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
pieces = []
for path in sorted(folder.glob("*.txt")):
    piece = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        piece += line + "\n"
        if len(piece.encode()) > 1900:
            pieces.append(piece)
            piece = ""
if not pieces:
    sys.exit(f"there is no text of 2 KB in {folder}")
for number in range(count):
    print(json.dumps({"id": f"piece-{number}", "published": "2020-07-22", "text": pieces[number % len(pieces)]},
                     ensure_ascii=False))

#!/usr/bin/env python3
"""Repeats texts of the development sets up to a size.

    Benchmarks/repeated.py articles-en.jsonl 3 > reports.jsonl     whole articles, 3 MB
    Benchmarks/repeated.py events-ar.jsonl 6 --quiet > quiet.jsonl  texts of 5 KB of sentences that tell no event
    Benchmarks/repeated.py all 1.6 > all.jsonl                     every report of the sets once: many places, each told once or twice

Prints JSON lines; the same bytes for the same file and size.
"""
import json
import pathlib
import random
import sys

name, megabytes = sys.argv[1], float(sys.argv[2])
folder = pathlib.Path(__file__).parent.parent / "development"
paths = sorted([*folder.glob("articles-*.jsonl"), *folder.glob("events-*.jsonl")]) if name == "all" else [folder / name]
lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
reports = [json.loads(line) for line in lines]
texts = [(report.get("published", "2021-05-05"), report.get("title"), report["text"]) for report in reports]
if "--quiet" in sys.argv:
    quiet = [report["text"] for report in reports if not report.get("events")]
    random.Random(4).shuffle(quiet)
    texts, part = [], []
    for sentence in quiet * 20:
        part.append(sentence)
        if sum(len(one.encode()) for one in part) >= 5000:
            texts.append(("2021-05-05", None, "\n".join(part)))
            part = []
size = number = 0
while size < megabytes * 1e6:
    published, title, text = texts[number % len(texts)]
    report = {"id": f"repeated-{number}", "published": published, "text": text}
    if title:
        report["title"] = title
    line = json.dumps(report, ensure_ascii=False)
    print(line)
    size += len(line.encode()) + 1
    number += 1

#!/usr/bin/env python3
"""Prints reports of about 2 KB, one JSON object a line, put together from the texts of seeds/.

    Benchmarks/generate.py 1000 > reports.jsonl

The same number gives the same bytes.
"""
import glob
import json
import os
import random
import sys

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "seeds")
sentences = []
for path in sorted(glob.glob(os.path.join(root, "*.txt"))):
    with open(path, encoding="utf-8") as file:
        body = file.read().split("---", 2)[-1]
    sentences += [line.strip() for line in body.splitlines() if len(line.strip()) > 40]

random.seed(1)
for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1000):
    text = ""
    while len(text.encode()) < 2048:
        text += random.choice(sentences) + "\n"
    print(json.dumps({"id": f"r{number}", "published": "2021-03-11", "text": text},
                     ensure_ascii=False))

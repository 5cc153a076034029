#!/usr/bin/env python3
"""Fits the weights of place resolution on a list of questions by coordinate search.

    Tools/fit_weights.py --marsad .build/release/marsad [--rounds 2] [--write] development/locations.jsonl

Each weight in turn is moved up and down by a quarter, a half and the whole of its size; the best value is kept
(the nearest to the old one among equals), until a round changes nothing. The order is that of the file and no
random number is drawn: the same program and list give the same weights. --write puts them into
gazetteer/weights.tsv; else they are only printed. Fit on the list of development, judge on the one held out.
"""
import argparse
import json
import os
import pathlib
import re
import tempfile

import measure_locations as measure

ROOT = pathlib.Path(__file__).parent.parent
TERMS = re.compile(r"resolve_(tier_\w+|spelling|type_\w+|container\w*|gloss_\w+|same_\w+|near_focus|unit_bare|village_bare)"
                   r"|spelling_\w+")
# What a figure is worth: a wrong district costs more than an honest abstention.
WORTH = {"right district": 2, "right governorate": 1, "wrong district": -4, "found": 1, "within 10 km": 2, "within 25 km": 1,
         "area contains": 2, "not in Iraq": 2, "wrong place": -2}


def read(path):
    rows = {}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1 and TERMS.fullmatch(cells[0]):
            rows[cells[0]] = int(cells[1])
    return rows


class Objective:
    def __init__(self, marsad, gazetteer, questions):
        self.marsad, self.gazetteer, self.questions, self.known = marsad, gazetteer, questions, {}

    def __call__(self, weights):
        key = tuple(sorted(weights.items()))
        if key not in self.known:
            with tempfile.TemporaryDirectory() as overlay:
                table = "term\tvalue\tnote\n" + "".join(f"{k}\t{v}\t\n" for k, v in weights.items())
                (pathlib.Path(overlay) / "weights.tsv").write_text(table, encoding="utf-8")
                answers = measure.ask(self.marsad, self.gazetteer, self.questions, ["--overlay", overlay],
                                      {**os.environ, "XDG_CACHE_HOME": overlay})
            counted = measure.Measure(False)
            for question, answer in zip(self.questions, answers):
                counted.question(question, answer)
            self.known[key] = sum(WORTH[name.split(": ")[1]] * right for name, (right, _) in counted.rows.items())
        return self.known[key]


def steps(value):
    """Values around one, nearest first."""
    size = max(40, abs(value))
    for part in (4, 2, 1):
        for sign in (1, -1):
            moved = value + sign * size // part
            if moved * value >= 0:
                yield moved


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("list")
    args = parser.parse_args()
    questions = [json.loads(line) for line in open(args.list, encoding="utf-8") if line.strip()]
    objective = Objective(args.marsad, args.gazetteer, questions)
    path = pathlib.Path(args.gazetteer) / "weights.tsv"
    weights = read(path)
    best = objective(weights)
    print(f"start {best}")
    for _ in range(args.rounds):
        before = dict(weights)
        for term in weights:
            for value in steps(weights[term]):
                tried = objective({**weights, term: value})
                if tried > best:
                    print(f"{term} {weights[term]} -> {value}: {tried}")
                    best, weights[term] = tried, value
                    break
        if weights == before:
            break
    if args.write:
        text = path.read_text(encoding="utf-8")
        for term, value in weights.items():
            text = re.sub(rf"^{term}\t-?\d+", f"{term}\t{value}", text, flags=re.M)
        path.write_text(text, encoding="utf-8")
    print(f"end {best}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Fits the weights of place resolution on lists of questions by coordinate ascent.

    Tools/fit_weights.py --marsad .build/release/marsad [--gold DIR --texts DIR] [--write] LIST...

A score is a sum of terms, each a weight of gazetteer/weights.tsv times what is known of the candidate. `locate` prints
the terms of every candidate that the words allow, so the lists are asked once and a change of a weight is tried on what
was printed: a term grows with its weight. Each weight in turn is moved up and down by an eighth to the whole of its size
and the best value is kept (the nearest to the old one among equals), until a round changes nothing. Then the program
itself is asked with each new weight, one after the other: it stays only if the program answers better too, since a weight
also decides what another name of the question means. No random number is drawn: the same program and lists give the
same weights. --write puts them into gazetteer/weights.tsv; else they are only printed.

--gold adds the places that the annotated articles mark, as questions with the governorate that holds them.
Fit on the lists of development, judge on those held out.
"""
import argparse
import json
import os
import pathlib
import re
import tempfile

import measure_locations
import measuring

# What a figure is worth: a wrong district costs more than an honest abstention.
WORTH = {"right district": 2, "right governorate": 1, "wrong district": -4, "found": 1, "within 10 km": 2, "within 25 km": 1,
         "area contains": 2, "not in Iraq": 2, "wrong place": -2}
PARTS = (8, 4, 2, 1)


def read(path):
    rows = {}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1 and re.fullmatch(r"resolve_\w+", cells[0]) and cells[0] != "resolve_ambiguous_margin":
            rows[cells[0]] = int(cells[1])
    return rows


def gold(folder):
    """The literal places of the annotated articles that have a position."""
    for path in sorted(pathlib.Path(folder).glob("seed_*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for number, mention in enumerate(document["mentions"]):
            place = mention.get("place") or {}
            if mention["role"] == "literal" and place.get("lon") is not None and not mention.get("relation"):
                yield {"id": f"{path.stem}-{number}", "kind": "name", "text": mention["text"], "lon": place["lon"], "lat": place["lat"]}


class Candidates:
    """What can be told of a question without asking again: which candidate wins, and what its answer is worth."""

    def __init__(self, questions, answers):
        self.rows = []
        for question, answer in zip(questions, answers):
            open_ones = [c for c in answer["candidates"] if c.get("terms")]
            if len(open_ones) > 1 and not answer["relation"] and "lon" in question:
                worth = [self.worth(question, c) for c in open_ones]
                if len(set(worth)) > 1:
                    self.rows.append([(c["terms"], w) for c, w in zip(open_ones, worth)])

    @staticmethod
    def worth(question, candidate):
        if candidate["lon"] is None:
            return 0
        away = measure_locations.distance(candidate["lon"], candidate["lat"], question["lon"], question["lat"])
        return 2 * (away <= 10) + (away <= 25)

    def total(self, old, new):
        result = 0
        for candidates in self.rows:
            best, worth = None, 0
            for terms, value in candidates:
                score = sum(v * new[t] / old[t] if old[t] else v for t, v in terms.items())
                # Of equals the first: the order of the program.
                if best is None or score > best + 1e-9:
                    best, worth = score, value
            result += worth
        return result


def answers(args, questions, weights=None):
    if weights is None:
        return measure_locations.ask(args.marsad, args.gazetteer, questions)
    with tempfile.TemporaryDirectory() as overlay:
        table = "term\tvalue\tnote\n" + "".join(f"{k}\t{v}\t\n" for k, v in weights.items())
        (pathlib.Path(overlay) / "weights.tsv").write_text(table, encoding="utf-8")
        return measure_locations.ask(args.marsad, args.gazetteer, questions, ["--overlay", overlay],
                                     {**os.environ, "XDG_CACHE_HOME": overlay})


def value(questions, given):
    counted = measure_locations.Measure(False)
    for question, answer in zip(questions, given):
        counted.question(question, answer)
    return sum(WORTH[name.split(": ")[1]] * right for name, (right, _) in counted.rows.items())


def steps(weight):
    """Values around one, nearest first; a weight keeps its sign."""
    size = max(40, abs(weight))
    for part in PARTS:
        for sign in (1, -1):
            moved = weight + sign * size // part
            if moved * weight > 0:
                yield moved


def ascend(candidates, old):
    weights, best = dict(old), candidates.total(old, old)
    print(f"terms: {len(candidates.rows)} questions with a choice, worth {best}")
    while True:
        before = dict(weights)
        for term in weights:
            for moved in steps(weights[term]):
                tried = candidates.total(old, {**weights, term: moved})
                if tried > best:
                    print(f"  {term} {weights[term]} -> {moved}: {tried}")
                    best, weights[term] = tried, moved
                    break
        if weights == before:
            return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--gold", help="folder of annotated articles")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("lists", nargs="+")
    args = parser.parse_args()
    questions = [question for name in args.lists for question in measuring.read(name)]
    if args.gold:
        questions += gold(args.gold)
    path = pathlib.Path(args.gazetteer) / "weights.tsv"
    old = read(path)
    asked = answers(args, questions)
    start = value(questions, asked)
    print(f"start {start} of {len(questions)} questions")
    fitted, end = dict(old), start
    for term, weight in ascend(Candidates(questions, asked), old).items():
        if weight != old[term]:
            tried = value(questions, answers(args, questions, {**fitted, term: weight}))
            print(f"the program with {term} {weight}: {tried}")
            if tried > end:
                end, fitted[term] = tried, weight
    print(f"end {end}" + ("" if end > start else ": no better, the weights stay"))
    if args.write and end > start:
        text = path.read_text(encoding="utf-8")
        for term, weight in fitted.items():
            text = re.sub(rf"^{term}\t-?\d+", f"{term}\t{weight}", text, flags=re.M)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

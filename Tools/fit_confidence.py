#!/usr/bin/env python3
"""Fits the weights of an event's confidence on development sets, and says how well they do on what was left out.

    Tools/fit_confidence.py --marsad .build/release/marsad [--gazetteer gazetteer] [--write] FILE...

A confidence is a sum of terms, each a weight of weights.tsv times what is known of the event, so the sets are read once
(with the threshold at 0) and every change of a weight is tried on the terms that were printed. An event is right when its
set wants one told by its words, of its type and realis (Tools/calibrate.py).

What is made small: the mean squared difference between confidence and truth (Brier score) on the files that end in
-held.jsonl, whose lines no rule was made for; a tenth of the squared distance from the weights as they are, since many
terms are rare; and for each file what the threshold lets through right less what it lets through wrong, as far as it falls
below what it is now, so that calibration costs no set its events. Each weight in turn moves up and down by 80 to 10 thousandths until a
round changes nothing; a bonus never becomes a penalty, and an exact place or day never counts less than a vague one. No random number is drawn. The same is done four times with a
quarter of the held-out lines left out, and the score on those quarters is printed. --write puts the weights into
gazetteer/weights.tsv; else they are only printed.
"""
import argparse
import collections
import hashlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import calibrate  # noqa: E402

TERMS = ["base_trigger", "place_exact", "place_near", "place_unit", "place_region", "place_told", "date_day", "date_range", "date_week",
         "date_month", "date_year", "actors_both", "actors_one", "harm_explicit", "agent_armed", "agent_acts", "means_told", "finite_verb",
         "flag_date_inferred", "flag_ambiguous_place", "realis_historical"]
# What is told more exactly never counts less.
ORDER = [("place_exact", "place_near"), ("place_near", "place_unit"), ("place_unit", "place_region"), ("date_day", "date_range"),
         ("date_range", "date_week"), ("date_week", "date_month"), ("date_month", "date_year"), ("actors_both", "actors_one")]
STEPS = (80, 40, 20, 10)
RIDGE, THRESHOLD_COST, FOLDS = 0.1, 3.0, 4


def weights_of(path):
    rows = {}
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 1 and not line.startswith(("#", "term\t")):
            rows[cells[0]] = int(cells[1])
    return rows


class Event:
    """What is known of an event whatever the weights: which terms it has, how strong its trigger is, whether it is right."""

    def __init__(self, event, right, name, case, weights):
        self.right, self.name, self.held = float(right), name, name.endswith("-held.jsonl")
        self.fold = int(hashlib.md5(case.encode()).hexdigest(), 16) % FOLDS
        self.rest = 0
        self.terms = []
        for term, value in event["confidence_terms"].items():
            if term == "base_trigger":
                self.terms.append((0, value * 1000 / weights["base_trigger"]))
            elif term in TERMS:
                self.terms.append((TERMS.index(term), 1))
            else:
                self.rest += round(value * 1000)

    def score(self, weights):
        return self.rest + sum(weights[term] * factor for term, factor in self.terms)


def difference(event, weights):
    return (min(1000, max(0, event.score(weights))) / 1000 - event.right) ** 2


def fit(events, left_out, start, threshold):
    held = [e for e in events if e.held and e.fold != left_out]
    seen = [e for e in events if e.fold != left_out]

    def passed(weights):
        result = collections.Counter()
        for event in seen:
            if event.score(weights) >= threshold:
                result[event.name] += 1 if event.right else -1
        return result

    now = passed(start)

    def loss(weights):
        other = passed(weights)
        lost = sum(max(0, now[name] - other[name]) for name in now)
        return (sum(difference(e, weights) for e in held) / len(held)
                + RIDGE * sum(((a - b) / 1000) ** 2 for a, b in zip(weights, start)) + THRESHOLD_COST * lost / len(seen))

    weights, best = list(start), loss(start)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for term in range(len(weights)):
                for change in (step, -step):
                    other = list(weights)
                    other[term] += change
                    if other[term] * start[term] < 0 or any(other[TERMS.index(a)] < other[TERMS.index(b)] for a, b in ORDER):
                        continue
                    value = loss(other)
                    if value < best - 1e-9:
                        weights, best, moved = other, value, True
    return weights


def brier(events, weights):
    return sum(difference(e, weights) for e in events) / max(1, len(events))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    path = pathlib.Path(args.gazetteer) / "weights.tsv"
    table = weights_of(path)
    events = [Event(event, right, name, case, table)
              for name, case, event, right in calibrate.read(args.marsad, args.gazetteer, args.files)]
    held = [e for e in events if e.held]
    if not held:
        sys.exit("none of the files is one held out (…-held.jsonl)")
    start, threshold = [table[term] for term in TERMS], table["threshold_event"]
    print(f"{len(events)} events, {len(held)} of them held out")
    left_out = []
    for fold in range(FOLDS):
        weights = fit(events, fold, start, threshold)
        left_out += [difference(e, weights) for e in held if e.fold == fold]
    weights = fit(events, None, start, threshold)
    print(f"Brier score held out: {brier(held, start):.4f} with the weights as they are, {brier(held, weights):.4f} fitted, "
          f"{sum(left_out) / len(left_out):.4f} on the quarters left out")
    for name, values in (("as they are", start), ("fitted", weights)):
        passed = [e.right for e in events if e.score(values) >= threshold]
        print(f"at the threshold {name}: {len(passed)} events, {int(sum(passed))} right")
    for term, old, new in zip(TERMS, start, weights):
        print(f"  {term:22} {old:5d} {new:5d}")
    if args.write:
        new = dict(zip(TERMS, weights))
        lines = []
        for line in open(path, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if cells[0] in new:
                cells[1] = str(new[cells[0]])
                line = "\t".join(cells) + "\n"
            lines.append(line)
        path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

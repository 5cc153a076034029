#!/usr/bin/env python3
"""Measures the territory status of `marsad locate` on questions whose true side is known (format: development/README.md).

    Tools/measure_territories.py --marsad .build/release/marsad [--verbose] [--floors] FILE...

`right` is the part of the answers `inside` and `outside` that are true; `edge` questions, which the two sources of
outlines put on different sides, count only where the answer is the wrong one for both. `possible` is the part of all
questions that get no answer. --verbose lists what is wrong.
"""
import measure_locations
import measuring

SAID = ("inside", "outside")


class Measure:
    def __init__(self, verbose):
        self.verbose, self.kinds = verbose, {}

    def question(self, question, answer):
        said = answer["territory_status"] if answer["status"] != "unresolved" else "unknown"
        is_wrong = said in SAID and question["territory"] in SAID and said != question["territory"]
        for kind in ("all", question["kind"]):
            count = self.kinds.setdefault(kind, dict(questions=0, said=0, wrong=0, possible=0))
            count["questions"] += 1
            count["said"] += said in SAID
            count["wrong"] += is_wrong
            count["possible"] += said == "possible"
        if self.verbose and is_wrong:
            place = answer["place"] and answer["place"]["id"]
            print(f"    {question['id']} {question['territory']}, not {said}: {question['text']!r}: {place} {answer['flags']}")

    def figures(self):
        for kind, c in self.kinds.items():
            right = c["said"] - c["wrong"]
            yield f"{kind}: right", right / max(1, c["said"]), f"{right}/{c['said']}"
            yield f"{kind}: possible", c["possible"] / c["questions"], f"{c['possible']}/{c['questions']}"


def measure(args, questions):
    counted = Measure(args.verbose)
    for question, answer in zip(questions, measure_locations.ask(args.marsad, args.gazetteer, questions)):
        counted.question(question, answer)
    return counted.figures()


if __name__ == "__main__":
    measuring.main(__doc__.split("\n")[0], "questions", measure)

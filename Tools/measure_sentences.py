#!/usr/bin/env python3
"""Measures whether `marsad parse` tells violent sentences and protests from others (format: development/README.md).

    Tools/measure_sentences.py --marsad .build/release/marsad [--gazetteer gazetteer] [--verbose] [--ids FIRST-LAST] FILE...

A line whose `class` begins with `neg` tells no event, one with `protest` a protest, every other a violent event.
Prints precision, recall and F1 of both; a protest with violence counts on neither side of the violent ones.
--verbose lists every sentence told wrongly.
"""
import argparse
import json
import re

import measuring

VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")
# Acts of a crowd or against things that a careful reader calls violent though the event type says otherwise.
VIOLENT_SUB = ("Mob violence", "Looting/property destruction")
DEMONSTRATION_SUB = ("Violent demonstration", "Excessive force against protesters")


def kind_of(row):
    name = row.get("class", "")
    return "neg" if name.startswith("neg") else "protest" if name.startswith("protest") else "violent"


def told(parsed):
    """(tells violence, tells a protest, what was told)."""
    asserted = [e for e in parsed["events"] if e["realis"] == "asserted"]
    violent = any(e["event_type"] in VIOLENT or e["sub_event_type"] in VIOLENT_SUB for e in asserted)
    protest = any(e["event_type"] == "Protests" or e["sub_event_type"] in DEMONSTRATION_SUB for e in asserted)
    return violent, protest, [f"{e['sub_event_type']} at {e['trigger']}" for e in asserted]


class Count:
    def __init__(self):
        self.hit = self.false = self.missed = 0

    def add(self, want, got):
        self.hit += want and got
        self.false += got and not want
        self.missed += want and not got

    def __str__(self):
        precision = self.hit / max(1, self.hit + self.false)
        recall = self.hit / max(1, self.hit + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   {self.hit} right, {self.false} false, {self.missed} missed"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--ids", help="only the lines whose number lies in FIRST-LAST")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    first, last = map(int, args.ids.split("-")) if args.ids else (0, 10**9)
    for name in args.files:
        rows = [json.loads(line) for line in open(name, encoding="utf-8") if line.strip()]
        rows = [r for r in rows if first <= int(re.sub(r"\D", "", r["id"]) or 0) <= last]
        texts = [{k: r[k] for k in ("id", "lang", "published", "text") if k in r} for r in rows]
        violence, protests = Count(), Count()
        for row, parsed in zip(rows, measuring.ask(args.marsad, ["parse", "-", "-q", "--gazetteer", args.gazetteer], texts)):
            kind = kind_of(row)
            violent, protest, what = told(parsed)
            subs = {e.get("sub_event_type") for e in row.get("events", [])}
            before = violence.false + violence.missed + protests.false + protests.missed
            if kind != "protest" or subs <= {"Peaceful protest"}:
                violence.add(kind == "violent", violent)
            protests.add(kind == "protest", protest)
            if args.verbose and violence.false + violence.missed + protests.false + protests.missed > before:
                print(f"    {row['id']} {kind}: {row['text']}  {what}")
        print(f"{name}: {len(rows)} sentences\n  violence {violence}\n  protest  {protests}")


if __name__ == "__main__":
    main()

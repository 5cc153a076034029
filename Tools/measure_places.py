#!/usr/bin/env python3
"""Measures which names of places `marsad parse` finds in reports (format: development/README.md).

    Tools/measure_places.py --marsad .build/release/marsad [--verbose] [--floors] FILE...

Prints a table a file: figures by kind of text. --verbose lists every name missed and every false one;
--floors exits with 1 when a figure lies beyond the one that development/floors.json states for the
file ("kind: figure"; a figure that should be small is written with "<=").
"""
import re

import measuring

OPEN, CLOSE = "[{<", "]}>"
# What takes up a place told before: no name.
ANAPHORS = ("المدينة", "القرية", "المكان", "المنطقة", "العاصمة", "الناحية", "القضاء", "المحافظة", "البلدة")


def unmark(marked):
    """The text without its marks, and [(first, end, mark)] of what they mark."""
    text, spans, start = [], [], None
    for letter in marked:
        if letter in OPEN:
            start = (len(text), letter)
        elif letter in CLOSE:
            spans.append((start[0], len(text), start[1]))
        else:
            text.append(letter)
    return "".join(text), spans


def parse(args, rows):
    for row in rows:
        row["plain"], row["spans"] = unmark(row["text"])
    texts = [{"id": row["id"], "text": row["plain"], "lang": row["lang"], "published": "2021-06-15"} for row in rows]
    return measuring.ask(args.marsad, ["parse", "-", "-q", "--gazetteer", args.gazetteer], texts)


class Measure:
    def __init__(self, verbose):
        self.verbose, self.kinds = verbose, {}

    def say(self, what, row, text, more=""):
        if self.verbose:
            print(f"    {row['id']} {what}: {text} {more}")

    def text(self, row, parsed):
        count = self.kinds.setdefault(row["kind"], dict(texts=0, tokens=0, false=0, iraqi=0, right=0, missed=0))
        count["texts"] += 1
        count["tokens"] += len(re.findall(r"\w+", row["plain"]))
        found, has_false_iraqi = set(), False
        for mention in parsed["mentions"]:
            place = (mention["place"] or {}).get("id", "")
            # `the city` and the country itself are no names that were asked for.
            if mention["role"] != "literal" or place == "iq" or mention["text"] in ANAPHORS:
                continue
            if not mention["place"] and "unknown_place" not in mention["flags"]:
                continue
            over = [s for s in row["spans"] if s[0] < mention["end"] and mention["start"] < s[1]]
            is_iraqi = place.startswith("iq-")
            if is_iraqi and not any(s[2] != "{" for s in over):
                has_false_iraqi = True
            if not over or (is_iraqi and all(s[2] == "{" for s in over)):
                count["false"] += 1
                self.say("false", row, mention["text"], place)
            found.update(over)
        count["iraqi"] += has_false_iraqi
        for span in row["spans"]:
            if span[2] == "[":
                count["right" if span in found else "missed"] += 1
                if span not in found:
                    self.say("missed", row, row["plain"][span[0]:span[1]])

    def figures(self):
        for kind, c in self.kinds.items():
            yield f"{kind}: false names in 1000 words", 1000 * c["false"] / c["tokens"], f"{c['false']}/{c['tokens']}"
            yield f"{kind}: texts with a false Iraqi place", c["iraqi"] / c["texts"], f"{c['iraqi']}/{c['texts']}"
            if c["right"] + c["missed"]:
                recall = c["right"] / (c["right"] + c["missed"])
                precision = c["right"] / max(1, c["right"] + c["false"])
                f1 = 2 * precision * recall / max(1e-9, precision + recall)
                yield f"{kind}: names found", recall, f"{c['right']}/{c['right'] + c['missed']}"
                yield f"{kind}: F1", f1, ""


def measure(args, rows):
    counted = Measure(args.verbose)
    for row, parsed in zip(rows, parse(args, rows)):
        counted.text(row, parsed)
    return counted.figures()


if __name__ == "__main__":
    measuring.main(__doc__.split("\n")[0], "texts", measure)

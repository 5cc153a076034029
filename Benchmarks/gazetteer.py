#!/usr/bin/env python3
"""Writes a copy of a gazetteer with as many names as asked for.

usage: gazetteer.py FOLDER NAMES OUT

The added places are villages with an Arabic, a Kurdish and an English name each, made of syllables
and placed on a grid in Iraq: the same bytes for the same numbers. They are no places of the world.
"""
import os
import shutil
import sys

HEADS = ["كفر", "بيت", "دار", "قره", "باب", "كاني", "سر", "بان", "خان", "شيخ", "ابو", "ام"]
PARTS = [
    ("با", "با", "ba"), ("دو", "دو", "do"), ("ري", "ڕی", "ri"), ("سا", "سا", "sa"),
    ("كو", "کۆ", "ko"), ("لي", "لێ", "le"), ("ما", "ما", "ma"), ("نو", "نوو", "nu"),
    ("زا", "زا", "za"), ("جي", "جی", "ji"), ("فا", "ڤا", "va"), ("شو", "شۆ", "sho"),
    ("طا", "تا", "ta"), ("قي", "قی", "qi"), ("حا", "حە", "ha"), ("عو", "عو", "u"),
]


def words(number):
    """The three spellings of a number."""
    digits = []
    # An odd factor: every number below 16^5 gives another row of syllables.
    rest = number * 7919 % 16**5
    for _ in range(5):
        digits.append(PARTS[rest % 16])
        rest //= 16
    head = HEADS[number % len(HEADS)]
    arabic = "".join(part[0] for part in digits)
    kurdish = "".join(part[1] for part in digits)
    english = "".join(part[2] for part in digits).capitalize()
    return f"{head} {arabic}", kurdish, english


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    source, wanted, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    shutil.copytree(source, target, dirs_exist_ok=True)

    def rows(name):
        with open(os.path.join(source, name), encoding="utf-8") as table:
            return [line for line in table if line.strip() and not line.startswith("#")][1:]

    def header(name):
        with open(os.path.join(source, name), encoding="utf-8") as table:
            return next(line for line in table if not line.startswith("#")).rstrip("\n").split("\t")

    def add(name, cells):
        with open(os.path.join(target, name), "a", encoding="utf-8") as table:
            columns = header(name)
            for row in cells:
                table.write("\t".join(row.get(column, "") for column in columns) + "\n")

    there = len(rows("names.tsv")) + len(rows("landmark_names.tsv"))
    places = max(0, wanted - there) // 3
    add("places.tsv", (
        {"pid": f"bench-{n}", "type": "village", "lon": f"{42 + n % 400 / 100:.2f}",
         "lat": f"{31 + n // 400 % 500 / 100:.2f}", "accuracy_m": "1000", "unit": "iq",
         "radius_km": "0.7", "rank": "100", "source": "none"}
        for n in range(places)))
    add("names.tsv", (
        {"nid": f"bench-{n}-{lang}", "ref": f"bench-{n}", "form": form, "lang": lang,
         "script": script, "status": "official", "weight": "500"}
        for n in range(places)
        for form, lang, script in zip(
            words(n), ("ar", "ckb", "en"), ("arab", "arab", "latn"))))


main()

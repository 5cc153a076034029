#!/usr/bin/env python3
"""Measures `marsad parse` on summaries of one incident each, as users of such lists count.

    Tools/measure_incidents.py --marsad .build/release/marsad [--gazetteer gazetteer] [--ids FIRST-LAST] FILE...

The form of the lines is that of development/README.md. Counted are the events that a summary of one incident gives, how often
place, type and killed are right together, battles against violence against civilians, actors by their side (not by their name),
and the days that are stated when the report is published ten days later.
"""
import argparse
import datetime
import pathlib

import develop
import measuring


def rows_of(gazetteer, name):
    lines = [line.rstrip("\n").split("\t") for line in open(pathlib.Path(gazetteer) / name, encoding="utf-8")
             if not line.startswith("#")]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]


def ids_of(words):
    first, last = words.split("-")
    return first.rstrip("0123456789"), int(first.strip("abcdefghijklmnopqrstuvwxyz")), int(last)


def is_between(identity, words):
    prefix, first, last = ids_of(words)
    number = identity.removeprefix(prefix)
    return identity.startswith(prefix) and number.isdigit() and first <= int(number) <= last


def later(case):
    """The report as if it was published ten days later; none where its words count from the day of publication."""
    day = datetime.date.fromisoformat(case["published"]) + datetime.timedelta(days=10)
    return {**case, "published": day.isoformat()}


def best_of(want, found, text):
    hits = [e for e in found if develop.touches(
        e["evidence"].get("event_type", []) + e["evidence"].get("trigger", []), text, want["trigger"])]
    same = [e for e in hits if e["sub_event_type"] == want.get("sub_event_type")]
    return (same or hits or [None])[0]


def measure(args, cases):
    parents = develop.parents_of(args.gazetteer)
    codes = {row["code"]: row for row in rows_of(args.gazetteer, "actor_codes.tsv")}
    types = {row["sub_event_type"]: row["event_type"] for row in rows_of(args.gazetteer, "acled.tsv")}
    if args.ids:
        cases = [case for case in cases if is_between(case["id"], args.ids)]
    keys = ("id", "lang", "published", "text", "title", "source")
    documents = [{k: c[k] for k in keys if k in c} for c in cases]
    answers = develop.parse(args.marsad, args.gazetteer, documents)
    shifted = develop.parse(args.marsad, args.gazetteer, [later(d) for d in documents])
    figures, told, singles = measuring.Figures(), 0, 0
    for case, answer, moved in zip(cases, answers, shifted):
        wanted = [e for e in case.get("events", []) if not e.get("optional")]
        if len(wanted) == 1:
            singles += 1
            told += len(answer["events"])
        for want in wanted:
            found = best_of(want, answer["events"], case["text"])
            one(figures, want, found, parents, codes, types)
            if isinstance(want.get("date"), str) and str(want["date"][:4]) in case["text"]:
                other = best_of(want, moved["events"], case["text"])
                figures.add("stated date, published later", other and other["date_start"] == want["date"])
    for name, (right, total) in figures.items():
        yield name, right / total, f"{right}/{total}"
    if singles:
        yield "events a summary of one incident", told / singles, f"{told}/{singles}"


def one(figures, want, found, parents, codes, types):
    kind = types.get(want.get("sub_event_type"))
    is_type = found and found["sub_event_type"] == want.get("sub_event_type")
    figures.add("type (missed ones too)", is_type)
    if kind in ("Battles", "Violence against civilians"):
        figures.add("battle or violence against civilians", found and found["event_type"] == kind)
    is_killed = found and (found["killed_min"], found["killed_max"]) == develop.pair(want.get("killed"))
    places = want.get("place")
    if "killed" in want and places:
        ids = places if isinstance(places, list) else [places]
        mine = found and (found["place_ids"] or [found["place_id"]])
        is_place = found and sorted(filter(None, mine)) == sorted(ids)
        figures.add("place, type and killed together", is_type and is_killed and is_place)
    for field in ("actor1", "actor2"):
        if want.get(field):
            side = codes.get(want[field], {}).get("inter")
            other = found and codes.get(found[field] or "", {}).get("inter")
            figures.add(f"side of {field}", side == other)
            figures.add(f"{field} not on the wrong side", not found or not wrong_side(field, want, found, parents))


def wrong_side(field, want, found, parents):
    """Whether the party stands where the other one should."""
    other = "actor2" if field == "actor1" else "actor1"
    return bool(found[other]) and develop.within(found[other], want[field], parents) and not develop.within(
        found[field], want[field], parents)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--ids", default="")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    for file in arguments.files:
        print(pathlib.Path(file).name, arguments.ids)
        for figure, value, of in measure(arguments, measuring.read(file)):
            print(f"  {figure:44} {value:7.3f}   {of}")

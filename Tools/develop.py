#!/usr/bin/env python3
"""Measures `marsad parse` on the development sets (format: development/README.md).

    Tools/develop.py --marsad .build/release/marsad [--gazetteer gazetteer] [--verbose] [--floors] FILE...

Prints one table a file. --verbose lists every difference; --floors exits with 1 when a figure lies
below the floor that development/floors.json states for the file.
"""
import argparse
import json
import pathlib
import subprocess
import sys


def parse(marsad, gazetteer, documents):
    lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    done = subprocess.run([marsad, "parse", "-", "-q", "--gazetteer", gazetteer],
                          input=lines.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def parents_of(gazetteer):
    parents = {}
    for line in open(pathlib.Path(gazetteer) / "actor_codes.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) > 6:
            parents[cells[0]] = cells[6]
    return parents


def spans_of(text, words):
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def touches(evidence, text, words):
    return any(e["part"] == "text" and e["start"] < b and a < e["end"]
               for e in evidence for a, b in spans_of(text, words))


def pair(value):
    if value is None:
        return None, None
    return tuple(value) if isinstance(value, list) else (value, value)


def within(mine, gold, parents):
    while mine and mine != gold:
        mine = parents.get(mine)
    return mine == gold or (not mine and gold is None)


class Measure:
    def __init__(self, parents, verbose):
        self.parents, self.verbose, self.rows = parents, verbose, {}

    def add(self, name, right, message=""):
        row = self.rows.setdefault(name, [0, 0])
        row[0] += bool(right)
        row[1] += 1
        if self.verbose and not right:
            print(f"    {self.case}: {name}: {message}")

    def case_of(self, gold, result):
        self.case = f"{gold['id']} [{gold.get('class', '')}]"
        text = gold["text"]
        found = [e for e in result["events"]]
        used = set()
        for want in gold.get("events", []):
            hits = [i for i, e in enumerate(found) if i not in used and touches(
                e["evidence"].get("event_type", []) + e["evidence"].get("trigger", []), text, want["trigger"])]
            best = next((i for i in hits if found[i]["sub_event_type"] == want.get("sub_event_type")),
                        hits[0] if hits else None)
            # What one coder draws and another leaves out is neither missed nor surplus; a headline may be all that tells it.
            if want.get("optional"):
                if best is None and "title" in gold:
                    best = next((i for i, e in enumerate(found) if i not in used and e["sub_event_type"] == want["sub_event_type"]
                                 and e["evidence"]["event_type"][0]["part"] == "title"), None)
                used.update([] if best is None else [best])
                continue
            self.add("event found", best is not None, f"no event at {want['trigger']!r}")
            if best is None:
                self.add("whole event", False, "not found")
                continue
            used.add(best)
            self.event(want, found[best])
        if "events" in gold:
            for i, e in enumerate(found):
                if i not in used:
                    self.add("event wanted", False, f"surplus {e['sub_event_type']} at {e['trigger']!r} ({e['realis']})")
                else:
                    self.add("event wanted", True)
        for want in gold.get("statements", []):
            drawn = [e for e in found if e["realis"] == "asserted"
                     and touches(e["evidence"].get("event_type", []), text, want["trigger"])]
            self.add("statement not drawn", not drawn, f"{want['trigger']!r} drawn")
            told = [s for s in result["statements"] if s["part"] == "text" and any(
                s["start"] < b and a < s["end"] for a, b in spans_of(text, want["trigger"]))]
            said = [s["reason"] for s in told] + [e["realis"] for e in found if e["realis"] != "asserted"]
            self.add("statement reason", want["reason"] in said, f"{want['trigger']!r} {said} for {want['reason']}")
        literal = {m["text"] for m in result["mentions"] if m["role"] == "literal"}
        for words in gold.get("places", []):
            self.add("place recall", words in literal, words)
        for words in gold.get("not_places", []):
            self.add("no false place", words not in literal, words)

    def event(self, want, e):
        before = {k: v[1] - v[0] for k, v in self.rows.items()}
        self.add("type", e["sub_event_type"] == want.get("sub_event_type"),
                 f"{e['sub_event_type']} for {want.get('sub_event_type')}")
        self.add("realis", e["realis"] == want.get("realis", "asserted"), f"{e['realis']}")
        if "date" in want:
            mine = (e["date_start"], e["date_end"])
            if want["date"] is None:
                right = e["date_start"] is None
            else:
                right = mine == pair(want["date"]) or (e["date_start"] is None and e["date_end"] == pair(want["date"])[1])
            self.add("date", right, f"{mine} for {want['date']}")
        for field in ("killed", "injured"):
            if field in want:
                mine = (e[field + "_min"], e[field + "_max"])
                self.add(field, mine == pair(want[field]), f"{mine} for {want[field]}")
        for field in ("actor1", "actor2"):
            if field in want:
                self.add(field, within(e[field], want[field], self.parents), f"{e[field]} for {want[field]}")
        if "place" in want:
            ids = want["place"] if isinstance(want["place"], list) else [want["place"]] if want["place"] else []
            mine = e["place_ids"] or ([e["place_id"]] if e["place_id"] else [])
            self.add("place", sorted(mine) == sorted(ids), f"{mine} for {ids}")
        for field in ("admin1", "admin2", "admin3", "precision"):
            if field in want:
                self.add(field, e[field] == want[field], f"{e[field]} for {want[field]}")
        missed = sum(v[1] - v[0] - before.get(k, 0) for k, v in self.rows.items())
        verbose, self.verbose = self.verbose, False
        self.add("whole event", missed == 0)
        self.verbose = verbose

    def show(self, title):
        print(title)
        for name, (right, total) in self.rows.items():
            print(f"  {name:24} {right / total:6.3f}   {right}/{total}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    parents = parents_of(args.gazetteer)
    floors = json.loads((pathlib.Path(__file__).parent.parent / "development/floors.json").read_text()) if args.floors else {}
    failed = False
    for name in args.files:
        cases = [json.loads(line) for line in open(name, encoding="utf-8") if line.strip()]
        documents = [{k: c[k] for k in ("id", "lang", "published", "text", "title", "source") if k in c} for c in cases]
        measure = Measure(parents, args.verbose)
        for gold, result in zip(cases, parse(args.marsad, args.gazetteer, documents)):
            measure.case_of(gold, result)
        measure.show(f"{pathlib.Path(name).name}: {len(cases)} reports")
        for row, floor in floors.get(pathlib.Path(name).name, {}).items():
            right, total = measure.rows.get(row, [0, 1])
            if right / total < floor:
                print(f"below the floor: {row} {right / total:.3f} < {floor}")
                failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares `marsad parse` with annotated sets and prints a table of accuracy figures.

    Tools/evaluate.py --marsad .build/release/marsad --gold GOLD --texts TEXTS [--verbose]

GOLD holds seed_*.json and sentences.json as described in its README; TEXTS holds the texts of the
seed files. Offsets are Unicode scalars. Exit status 1 when a floor given by --floors is missed.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys


def run(marsad, documents):
    lines = "\n".join(json.dumps(d, ensure_ascii=False) for d in documents) + "\n"
    done = subprocess.run([marsad, "parse", "-"], input=lines.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def km(a, b):
    lat = math.radians((a[1] + b[1]) / 2)
    return math.hypot((a[0] - b[0]) * 111.32 * math.cos(lat), (a[1] - b[1]) * 110.9)


class Table:
    def __init__(self):
        self.rows = {}

    def add(self, name, right, total=1):
        r = self.rows.setdefault(name, [0, 0])
        r[0] += right
        r[1] += total

    def value(self, name):
        r = self.rows.get(name, [0, 0])
        return r[0] / r[1] if r[1] else float("nan")

    def show(self, title):
        print(title)
        for name, (right, total) in self.rows.items():
            print(f"  {name:34} {self.value(name):6.3f}   {right:g}/{total:g}")


def mentions(table, gold, found, say):
    """Exact spans; then role of the spans found."""
    mine = {(m["start"], m["end"]): m for m in found if m["part"] == "text"}
    for g in gold:
        hit = mine.get((g["start"], g["end"]))
        table.add("mentions recall", hit is not None)
        if hit is None:
            say(f"missed mention {g['text']} ({g['role']} {g.get('kind')})")
            continue
        same = hit["role"] == g["role"] and (hit["kind"] or None) == (g.get("kind") or None)
        table.add("role", hit["role"] == g["role"])
        table.add("role and kind", same)
        if not same:
            say(f"role of {g['text']}: {hit['role']}/{hit['kind']} for {g['role']}/{g.get('kind')}")
        if g["role"] == "literal" and g.get("place"):
            p = hit.get("place") or {}
            near = p.get("lon") is not None and km(
                (p["lon"], p["lat"]), (g["place"]["lon"], g["place"]["lat"])) <= 5
            table.add("literal place within 5 km", near)
            if not near:
                say(f"place of {g['text']}: {p.get('id')}")
    spans = {(g["start"], g["end"]) for g in gold}
    for span, m in mine.items():
        table.add("mentions precision", span in spans)
        if span not in spans:
            say(f"surplus mention {m['text']} ({m['role']} {m['kind']})")


def same_code(mine, gold, parents):
    while mine:
        if mine == gold:
            return True
        mine = parents.get(mine)
    return False


def events(table, gold, found, parents, say):
    used = set()
    for g in gold:
        spans = [(g["trigger"]["start"], g["trigger"]["end"])]
        spans += [(o["start"], o["end"]) for o in g.get("other_mentions", [])]
        best = None
        for i, e in enumerate(found):
            if i in used:
                continue
            own = [(x["start"], x["end"]) for f in ("event_type", "trigger") for x in e["evidence"].get(f, [])]
            if any(overlaps(a, b) for a in own for b in spans):
                best = i
                break
        if best is None:
            accepted = g.get("expect") == "unlocated" or g["event_type"] is None
            if not accepted:
                table.add("events found", 0)
                say(f"missed event {g['trigger']['text']} {g['sub_event_type']}")
            continue
        used.add(best)
        e = found[best]
        table.add("events found", 1)
        if g["event_type"]:
            right = e["sub_event_type"] == g["sub_event_type"]
            table.add("event type", right)
            if not right:
                say(f"type {e['sub_event_type']} for {g['sub_event_type']} ({g['trigger']['text']})")
        right = (e["date_start"], e["date_end"]) == (g["date_start"], g["date_end"])
        if g["date_start"] is None:
            right = e["date_start"] is None or "date_inferred" in e["flags"]
        elif e["date_basis"] in ("disclosed", "inferred"):
            right = e["date_end"] == g["date_end"]
        table.add("date", right)
        if not right:
            say(f"date {e['date_start']}..{e['date_end']} for {g['date_start']}..{g['date_end']}")
        for field in ("killed", "injured"):
            mine = (e[field + "_min"], e[field + "_max"])
            want = (g[field + "_min"], g[field + "_max"])
            table.add(field, mine == want)
            if mine != want:
                say(f"{field} {mine} for {want} ({g['trigger']['text']})")
        for field in ("actor1", "actor2"):
            right = same_code(e[field], g[field], parents) or e[field] == g[field]
            table.add(field, right)
            if not right:
                say(f"{field} {e[field]} for {g[field]} ({g['trigger']['text']})")
    return [e for i, e in enumerate(found) if i not in used]


def statements(table, gold, result, say):
    for g in gold:
        span = (g.get("start"), g.get("end"))
        trigger = g.get("trigger")
        if isinstance(trigger, dict):
            span = (trigger["start"], trigger["end"])
        drawn = [e for e in result["events"] if e["realis"] == "asserted" and any(
            overlaps((x["start"], x["end"]), span) for x in e["evidence"].get("event_type", []))]
        wrong = bool(drawn) and not g.get("merged_into")
        table.add("statements not drawn", not wrong)
        if wrong:
            say(f"drawn statement {drawn[0]['trigger']} ({g.get('reason')})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--texts", required=True)
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--floors", action="store_true")
    args = parser.parse_args()
    gold = pathlib.Path(args.gold)
    parents = {}
    for line in open(pathlib.Path(args.gazetteer) / "actor_codes.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) > 6:
            parents[cells[0]] = cells[6]
    failed = False

    def check(table, name, floor):
        nonlocal failed
        if args.floors and not table.value(name) >= floor:
            print(f"below the floor: {name} {table.value(name):.3f} < {floor}")
            failed = True

    seeds = Table()
    for path in sorted(gold.glob("seed_*.json")):
        g = json.loads(path.read_text(encoding="utf-8"))
        text = (pathlib.Path(args.texts) / g["file"]).read_text(encoding="utf-8")
        result = run(args.marsad, [{"id": g["file"], "text": text, "published": g["published"]}])[0]

        def say(message, name=path.stem):
            if args.verbose:
                print(f"    {name}: {message}")

        mentions(seeds, g["mentions"], result["mentions"], say)
        rest = events(seeds, g["events"], result["events"], parents, say)
        statements(seeds, g["statements"], result, say)
        violent = [e for e in result["events"] if e["realis"] == "asserted" and (e["point"] or e["area"])
                   and e["disorder_type"] and e["disorder_type"].startswith("Political")]
        want = g["expected"]["violent_located_events"]
        print(f"{path.stem}: violent located events {len(violent)}, expected {want}")
        if len(violent) != want:
            failed = True
        for e in rest:
            say(f"surplus event {e['trigger']} {e['sub_event_type']} {e['realis']} {e['location']}")
    seeds.show("two articles")
    table = Table()
    sentences = json.loads((gold / "sentences.json").read_text(encoding="utf-8"))["sentences"]
    results = run(args.marsad, [
        {"id": s["id"], "text": s["text"], "published": s["published"], "lang": s["lang"]}
        for s in sentences])
    for s, result in zip(sentences, results):

        def say(message, name=s["id"]):
            if args.verbose:
                print(f"    {name}: {message}")

        mentions(table, s["mentions"], result["mentions"], say)
        rest = events(table, s["events"], result["events"], parents, say)
        statements(table, s["statements"], result, say)
        for e in rest:
            say(f"surplus event {e['trigger']} {e['sub_event_type']} {e['realis']}")
        table.add("no surplus event", not rest)
    p, r = table.value("mentions precision"), table.value("mentions recall")
    table.rows["mentions F1"] = [2 * p * r / (p + r), 1]
    table.show("sentences")
    check(seeds, "mentions recall", 0.95)
    check(seeds, "role", 0.92)
    check(seeds, "literal place within 5 km", 0.95)
    check(table, "mentions F1", 0.92)
    check(table, "event type", 0.85)
    check(table, "date", 0.9)
    check(table, "killed", 0.9)
    check(table, "injured", 0.9)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

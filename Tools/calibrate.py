#!/usr/bin/env python3
"""How far the confidence of an event can be trusted: a reliability table over development sets.

    Tools/calibrate.py --marsad .build/release/marsad [--gazetteer gazetteer] [--terms] FILE...

Events are read with the threshold of weights.tsv at 0, so that those below it are seen too. An event is
right when the set wants one told by its words, of its type and realis. The table has, for each band of
confidence, how many events there are, how many are right, and the mean of what the program said.
--terms adds, for each term of the score, the share that is right with and without it.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from develop import touches  # noqa: E402

BANDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]


def parse(marsad, gazetteer, documents):
    """The results without a threshold: an overlay sets its row to 0."""
    with tempfile.TemporaryDirectory() as overlay:
        (pathlib.Path(overlay) / "weights.tsv").write_text("term\tvalue\tnote\nthreshold_event\t0\t\n")
        lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
        done = subprocess.run([marsad, "parse", "-", "-q", "--gazetteer", gazetteer, "--overlay", overlay],
                              input=lines.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def judged(gold, result):
    """Each event with whether the set wants it; those that one coder draws and another does not are left out."""
    used = set()
    right = set()
    optional = set()
    for want in gold.get("events", []):
        hits = [i for i, e in enumerate(result["events"]) if i not in used and touches(
            e["evidence"].get("event_type", []) + e["evidence"].get("trigger", []), gold["text"], want["trigger"])]
        best = next((i for i in hits if result["events"][i]["sub_event_type"] == want.get("sub_event_type")),
                    hits[0] if hits else None)
        if best is None:
            continue
        used.add(best)
        if want.get("optional"):
            optional.add(best)
            continue
        event = result["events"][best]
        if event["sub_event_type"] == want.get("sub_event_type") and event["realis"] == want.get("realis", "asserted"):
            right.add(best)
    return [(event, i in right) for i, event in enumerate(result["events"]) if i not in optional]


def read(marsad, gazetteer, files):
    """Each event of some sets: the file, the id of the report, the event, whether the set wants it."""
    for name in files:
        cases = [json.loads(line) for line in open(name, encoding="utf-8") if line.strip()]
        documents = [{k: c[k] for k in ("id", "lang", "published", "text", "title", "source") if k in c} for c in cases]
        for gold, result in zip(cases, parse(marsad, gazetteer, documents)):
            if "events" in gold:
                for event, right in judged(gold, result):
                    yield name, gold["id"], event, right


def show(title, events):
    print(title)
    print("  confidence     events   right   share   said")
    for low, high in zip(BANDS, BANDS[1:]):
        band = [(e, ok) for e, ok in events if low <= e["confidence"] < high]
        if band:
            good = sum(ok for _, ok in band)
            said = sum(e["confidence"] for e, _ in band) / len(band)
            print(f"  {low:.1f} to {min(high, 1):.1f}   {len(band):8d} {good:7d}   {good / len(band):5.2f}   {said:4.2f}")
    brier = sum((e["confidence"] - ok) ** 2 for e, ok in events) / max(1, len(events))
    share = sum(ok for _, ok in events) / max(1, len(events))
    print(f"  Brier score {brier:.3f}; that of the share right alone {share * (1 - share):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--terms", action="store_true")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    groups = collections.defaultdict(list)
    for name, _, event, right in read(args.marsad, args.gazetteer, args.files):
        groups["held out" if name.endswith("-held.jsonl") else "worked on"].append((event, right))
    for title, events in groups.items():
        show(title, events)
        if args.terms:
            terms = sorted({t.split(":")[0] for e, _ in events for t in e["confidence_terms"]})
            for term in terms:
                having = [ok for e, ok in events if any(t.split(":")[0] == term for t in e["confidence_terms"])]
                lacking = [ok for e, ok in events if all(t.split(":")[0] != term for t in e["confidence_terms"])]
                rest = f"{sum(lacking) / len(lacking):.2f} of {len(lacking)} without" if lacking else ""
                print(f"    {term:26} {sum(having) / len(having):.2f} of {len(having)}; {rest}")


if __name__ == "__main__":
    main()

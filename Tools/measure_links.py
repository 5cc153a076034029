#!/usr/bin/env python3
"""Measures how `marsad map` joins reports of one incident (format: development/README.md).

    Tools/measure_links.py --marsad .build/release/marsad [--verbose] [--floors] FILE...

Counted are pairs of tellings: a telling is a report, or in a report of several incidents each of them. Two
are predicted to be one incident when one event of the layers has both among its reports. A telling that gave
no event is joined with nothing, and all its pairs are missed: reading and joining are measured together.
`as read` leaves out the tellings that gave no event of their own, which is what joining alone could do.

Prints a table a file: pairs, precision, recall and F1, over all, by language and across languages.
--verbose lists every wrong and every missed pair; --floors exits with 1 when a figure lies below the one that
development/floors.json states for the file ("row: figure").
"""
import argparse
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile


def run(*command):
    done = subprocess.run(command, capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return done.stdout.decode()


def tellings(reports):
    """(report id, cluster) → the report, the words that tell the incident apart or None, its language."""
    result = {}
    for report in reports:
        clusters = report["cluster"]
        if isinstance(clusters, str):
            clusters = [{"cluster": clusters, "words": None}]
        for one in clusters:
            result[report["id"], one["cluster"]] = (report, one["words"])
    return result


def telling_of(report, span):
    """The cluster that an event of a report tells: the one whose words stand nearest to its trigger."""
    clusters = report["cluster"]
    if isinstance(clusters, str):
        return clusters
    middle = sum(span) / 2

    def distance(one):
        start = report["text"].index(one["words"])
        # Words of another sentence say less than those of its own.
        low, high = sorted((middle, start))
        return (report["text"].count(". ", int(low), int(high)), abs(start - middle))

    return min(clusters, key=distance)["cluster"]


def read(marsad, gazetteer, path, reports):
    """The linked events as lists of tellings, and the tellings that gave an event."""
    by_id = {report["id"]: report for report in reports}
    told = {}
    for line in run(marsad, "parse", path, "-q", "--gazetteer", gazetteer).splitlines():
        document = json.loads(line)
        for event in document.get("events", []):
            evidence = event["evidence"].get("trigger") or [{"part": "text", "start": 0, "end": 0}]
            span = evidence[0]["start"], evidence[0]["end"]
            told[event["id"]] = document["id"], telling_of(by_id[document["id"]], span), event
    linked = []
    with tempfile.TemporaryDirectory() as folder:
        run(marsad, "map", path, "-q", "-o", folder, "--gazetteer", gazetteer, "--min-confidence", "0")
        for layer in ("events", "background"):
            for feature in json.loads(pathlib.Path(folder, f"{layer}.geojson").read_text())["features"]:
                linked.append([told[member] for member in feature["properties"]["member_ids"]])
    return linked, {(report, cluster) for report, cluster, _ in told.values()}


class Figures:
    def __init__(self):
        self.both, self.predicted, self.wanted = 0, 0, 0

    def add(self, predicted, wanted):
        self.both += predicted and wanted
        self.predicted += predicted
        self.wanted += wanted

    def values(self):
        precision = self.both / self.predicted if self.predicted else 1
        recall = self.both / self.wanted if self.wanted else 1
        total = precision + recall
        return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / total if total else 0}


def describe(events):
    for event in events:
        harm = "/".join(str(event[k]) for k in ("killed_min", "killed_max", "injured_min", "injured_max"))
        yield (f"        {event['sub_event_type'] or event['plover_type']} {event['date_start']}..{event['date_end']} "
               f"{event['location']} ({event['place_id']}, {event['precision']}) {harm} "
               f"{event['actor1']} > {event['actor2']}")


def measure(path, reports, linked, read_tellings, verbose):
    every = tellings(reports)
    joined = set()
    events = {}
    for members in linked:
        keys = sorted({(report, cluster) for report, cluster, _ in members})
        for report, cluster, event in members:
            events.setdefault((report, cluster), []).append(event)
        joined |= set(itertools.combinations(keys, 2))
    rows = {}
    for first, second in itertools.combinations(sorted(every), 2):
        if first[0] == second[0]:
            continue
        predicted, wanted = (first, second) in joined, first[1] == second[1]
        if not predicted and not wanted:
            continue
        languages = {every[first][0]["lang"], every[second][0]["lang"]}
        row = languages.pop() if len(languages) == 1 else "across languages"
        names = ["all", row]
        if first in read_tellings and second in read_tellings:
            names.append("as read")
        for name in names:
            rows.setdefault(name, Figures()).add(predicted, wanted)
        if verbose and predicted != wanted:
            print("    " + ("wrongly joined" if predicted else "missed" if "as read" in names else "missed, not read"))
            for key in (first, second):
                print(f"      {key[0]} {key[1]} {every[key][0]['published']} {every[key][0]['text']}")
                for line in describe(events.get(key, [])):
                    print(line)
    order = ["all", "ar", "ckb", "en", "across languages", "as read"]
    print(f"{path.name}: {len(reports)} reports, {len(every)} tellings of {len({c for _, c in every})} incidents, "
          f"{len(every) - len(read_tellings & set(every))} gave no event")
    print(f"  {'':<18} {'pairs':>6} {'joined':>7} {'precision':>10} {'recall':>7} {'F1':>6}")
    figures = {}
    for name in sorted(rows, key=order.index):
        values = rows[name].values()
        print(f"  {name:<18} {rows[name].wanted:>6} {rows[name].predicted:>7} {values['precision']:>10.3f} "
              f"{values['recall']:>7.3f} {values['F1']:>6.3f}")
        figures |= {f"{name}: {figure}": value for figure, value in values.items()}
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--marsad", required=True)
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    floors = json.loads((pathlib.Path(__file__).parent.parent / "development/floors.json").read_text())
    missed = 0
    for path in options.files:
        reports = [json.loads(line) for line in path.read_text().splitlines()]
        figures = measure(path, reports, *read(options.marsad, options.gazetteer, str(path), reports), options.verbose)
        if options.floors:
            for name, floor in floors.get(path.name, {}).items():
                if figures.get(name, 0) < floor:
                    missed += 1
                    print(f"  {name} is {figures.get(name, 0):.3f}, below its floor {floor}")
    if missed:
        sys.exit(1)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures `marsad parse` on sets written by somebody who does not know its rules.

    Tools/measure_strange.py --marsad .build/release/marsad [--gazetteer gazetteer] [--verbose] FILE...

The form of the lines is that of development/README.md; `lat` and `lon` of an event are the place that its words name. Unlike
Tools/develop.py, it asks whether an event is told at all, whatever the word that tells it: a line's event of the wanted type is
compared, else its first. A place is the point of the event, else the middle of its area. A missed event counts as wrong for its type, and for place, type and killed together; the other values
are counted of the events that were found. --verbose lists every miss.
"""
import measure_sentences
import measuring

WHOLE_KM = 25


def interval(value):
    return value if isinstance(value, list) else [value, value]


def middle(event):
    """The point of an event, else the middle of its area, as the exports for coders put it."""
    if event["point"] or not event["area"]:
        return event["point"]
    shapes = event["area"]["coordinates"]
    polygons = shapes if event["area"]["type"] == "MultiPolygon" else [shapes]
    corners = [corner for polygon in polygons for corner in polygon[0]]
    return [(min(c[i] for c in corners) + max(c[i] for c in corners)) / 2 for i in (0, 1)]


def compare(want, told, figures, miss):
    kind = want["sub_event_type"]
    same = [e for e in told if e["sub_event_type"] == kind] or told
    found = same[0] if same else None
    figures.add("an event is found", found)
    is_type = found is not None and found["sub_event_type"] == kind
    if not figures.add("type (missed ones too)", is_type):
        miss("TYPE" if found else "NONE", kind, want.get("trigger"), found and (found["sub_event_type"], found["trigger"]))
    values = {}
    if found:
        for field in ("killed", "injured"):
            if field in want:
                told_of = [found[f"{field}_min"], found[f"{field}_max"]]
                values[field] = told_of == interval(want[field])
                name = field if want[field] is not None else f"{field} not stated"
                if not figures.add(name, values[field]):
                    miss(field, want[field], told_of)
        if want.get("date"):
            days = [found["date_start"], found["date_end"]]
            if not figures.add("date", days == interval(want["date"])):
                miss("date", want["date"], days)
        for field in ("actor1", "actor2"):
            if want.get(field) and not figures.add(field, found[field] == want[field]):
                miss(field, want[field], found[field], found["actor2" if field == "actor1" else "actor1"])
    if "lat" in want:
        point = found and middle(found)
        away = measuring.distance(point, (want["lon"], want["lat"])) if point else None
        is_near = away is not None and away <= WHOLE_KM
        if found and not figures.add(f"place within {WHOLE_KM} km", is_near):
            miss("place", found["location"], away and round(away))
        figures.add("place, type and killed together (missed ones too)", is_near and is_type and values.get("killed", True))


def measure(args, rows):
    keys = ("id", "lang", "published", "text", "title", "source")
    documents = [{k: row[k] for k in keys if k in row} for row in rows]
    answers = measuring.ask(args.marsad, ["parse", "-q", "--gazetteer", args.gazetteer, "-"], documents)
    figures, told_of_one, ones = measuring.Figures(), 0, 0
    violent, protest = measure_sentences.Count(), measure_sentences.Count()
    for row, answer in zip(rows, answers):
        told = [e for e in answer["events"] if e["realis"] == "asserted"]
        kind = measure_sentences.kind_of(row)
        is_violent, is_protest, _ = measure_sentences.told(answer)
        if kind != "protest" or not is_violent:
            violent.add(kind == "violent", is_violent)
        protest.add(kind == "protest", is_protest)

        def miss(*words):
            if args.verbose:
                print(row["id"], *words, "|", row["text"][:170].replace("\n", " "))
        wanted = [e for e in row["events"] if not e.get("optional")]
        if not wanted:
            if not figures.add("nothing is told where nothing happened", not told):
                miss("INVENTED", told[0]["sub_event_type"], told[0]["trigger"])
        if len(wanted) == 1:
            ones += 1
            told_of_one += len(told)
        for want in wanted:
            compare(want, told, figures, miss)
    for name, (right, of) in figures.items():
        yield name, right / of, f"{right}/{of}"
    if ones:
        yield "events a report of one event", told_of_one / ones, f"{told_of_one}/{ones}"
    for name, count in (("violent sentences", violent), ("protests", protest)):
        precision = count.hit / max(1, count.hit + count.false)
        recall = count.hit / max(1, count.hit + count.missed)
        yield f"{name}: F1", 2 * precision * recall / max(1e-9, precision + recall), str(count).split("   ")[-1]


if __name__ == "__main__":
    measuring.main(__doc__.splitlines()[0], "reports", measure)

#!/usr/bin/env python3
"""Measures `marsad locate` on lists of questions (format: development/README.md).

    Tools/measure_locations.py --marsad .build/release/marsad [--verbose] [--floors] FILE...

Prints a table a file: figures by kind of question. --verbose lists every question that missed;
--floors exits with 1 when a figure lies beyond the one that development/floors.json states for the
file ("kind: figure"; a figure that should be small is written with "<=").
"""
import statistics

import measuring


def ask(marsad, gazetteer, questions, options=(), environment=None):
    asked = [{k: q[k] for k in ("id", "text", "in") if k in q} for q in questions]
    return measuring.ask(marsad, ["locate", "--batch", "-q", "--gazetteer", gazetteer, *options], asked, environment)


def contains(area, x, y):
    if not area:
        return False
    polygons = area["coordinates"] if area["type"] == "MultiPolygon" else [area["coordinates"]]
    inside = False
    for ring in (ring for polygon in polygons for ring in polygon):
        for (a, b), (c, d) in zip(ring, ring[1:]):
            if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
                inside = not inside
    return inside


def position(answer):
    if answer["point"]:
        return answer["point"]
    place = answer["place"]
    return [place["lon"], place["lat"]] if place and place["lon"] is not None else None


class Measure:
    def __init__(self, verbose):
        self.verbose, self.rows, self.radii = verbose, {}, {}

    def add(self, kind, figure, right, question, answer, low=False):
        row = self.rows.setdefault(f"{kind}: {figure}", [0, 0])
        row[0] += bool(right)
        row[1] += 1
        if self.verbose and bool(right) == low:
            place = answer["place"] and answer["place"]["id"]
            print(f"    {question['id']} {figure}: {question['text']!r} in {question.get('in')!r}: "
                  f"{answer['status']} {answer['precision']} {place} {answer['admin2']} "
                  f"(for {question.get('admin1')}, {question.get('admin2')}) {answer['flags']}")

    def question(self, q, a):
        kind, where = q["kind"], position(a)
        known = a["status"] != "unresolved" and (a["point"] or a["area"])
        if kind in ("name", "name_in") or (kind == "romanised" and "lon" in q):
            self.add(kind, "found", known, q, a)
            if known and where:
                away = measuring.distance(where, (q["lon"], q["lat"]))
                self.add(kind, "within 10 km", away <= 10, q, a)
                self.add(kind, "within 25 km", away <= 25, q, a)
        if kind == "relative":
            self.add(kind, "area contains", contains(a["area"], q["lon"], q["lat"]), q, a)
            if a["radius_km"] is not None:
                self.radii.setdefault(kind, []).append(a["radius_km"])
        if kind in ("freetext", "romanised"):
            if q.get("admin1"):
                self.add(kind, "right governorate", a["admin1"] == q["admin1"], q, a)
            if q.get("admin2"):
                self.add(kind, "right district", a["admin2"] == q["admin2"], q, a)
            self.add(kind, "wrong district", a["admin2"] not in (None, q.get("admin2")), q, a, low=True)
        if kind == "foreign":
            place = a["place"] and a["place"]["id"]
            self.add(kind, "not in Iraq", not a["admin1"] and not (place or "").startswith("iq"), q, a)
        if kind == "unknown":
            wrong = a["admin2"] not in (None, q["admin2"]) or bool(
                a["point"] and measuring.distance(a["point"], (q["lon"], q["lat"])) > 25)
            self.add(kind, "wrong place", wrong, q, a, low=True)

    def figures(self):
        for name, (right, total) in sorted(self.rows.items()):
            yield name, right / total, f"{right}/{total}"
        for kind, radii in self.radii.items():
            yield f"{kind}: median radius km", statistics.median(radii), f"{len(radii)}"


def measure(args, questions):
    counted = Measure(args.verbose)
    for question, answer in zip(questions, ask(args.marsad, args.gazetteer, questions)):
        counted.question(question, answer)
    return counted.figures()


if __name__ == "__main__":
    measuring.main(__doc__.split("\n")[0], "questions", measure)

#!/usr/bin/env python3
"""Cuts the outline of Iraq at its tripoints and writes the border with each neighbor to features.geojson.

    Tools/draw_borders.py

Run it after Tools/draw_boundaries.py: a border is a stretch of the country's own outline, so that the
strip along it and the units on our side fit together.
"""
import json
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "gazetteer")
BOUNDARIES = os.path.join(ROOT, "boundaries.geojson")
FEATURES = os.path.join(ROOT, "features.geojson")

# Where the neighbors meet, counter-clockwise from the Gulf; the neighbor from here to the next.
# Positions to 0.05 degrees, from common maps.
TRIPOINTS = [
    ("cc-ir", 48.55, 29.95),
    ("cc-tr", 44.80, 37.15),
    ("cc-sy", 42.35, 37.10),
    ("cc-jo", 38.80, 33.35),
    ("cc-sa", 39.20, 32.15),
    ("cc-kw", 46.55, 29.10),
    (None, 47.95, 30.00),  # the coast
]


def main():
    with open(BOUNDARIES, encoding="utf-8") as file:
        units = json.load(file)["features"]
    country = next(f for f in units if f["properties"]["id"] == "iq")
    geometry = country["geometry"]
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    ring = max((p[0] for p in polygons), key=len)[:-1]
    starts = []
    for neighbor, longitude, latitude in TRIPOINTS:
        near = min(range(len(ring)),
                   key=lambda i: (ring[i][0] - longitude) ** 2 + (ring[i][1] - latitude) ** 2)
        starts.append((neighbor, near))
    lines = []
    for (neighbor, start), (_, end) in zip(starts, starts[1:] + starts[:1]):
        if neighbor is None:
            continue
        if end < start:
            end += len(ring)
        part = [ring[i % len(ring)] for i in range(start, end + 1)]
        properties = {"id": neighbor + "-border", "kind": "line",
                      "accuracy_km": country["properties"]["accuracy_km"],
                      "source": "outline of Iraq in boundaries.geojson, cut at the tripoints"}
        lines.append(json.dumps(
            {"type": "Feature", "id": neighbor + "-border", "properties": properties,
             "geometry": {"type": "LineString", "coordinates": part}},
            ensure_ascii=False, separators=(",", ":")))
        print(f"{neighbor}: {len(part)} positions")
    with open(FEATURES, encoding="utf-8") as file:
        text = file.read().rstrip("\n").split("\n")
    head, tail = text[0], text[-1]
    rows = [row.rstrip(",") for row in text[1:-1] if '-border","properties"' not in row]
    rows = sorted(rows + lines, key=lambda row: json.loads(row)["id"])
    with open(FEATURES, "w", encoding="utf-8") as file:
        file.write(head + "\n" + ",\n".join(rows) + "\n" + tail + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Draws the ground of the countries beside Iraq into features.geojson: what maps show around ours.

    Tools/draw_neighbors.py [COUNTRIES]

COUNTRIES is a file with Natural Earth's countries (public domain) in a layer `countries` with the field iso_a2; by
default the one that Debian's package qgis-common has. Run it after Tools/draw_borders.py: along our border the ground ends at our own
outline, so that neither a gap nor a doubled line shows. Needs gdal-bin and Shapely 2.1.
"""
import json
import os
import subprocess
import sys

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "gazetteer")
BOUNDARIES = os.path.join(ROOT, "boundaries.geojson")
FEATURES = os.path.join(ROOT, "features.geojson")
WORLD = "/usr/share/qgis/resources/data/world_map.gpkg"
NEIGHBORS = ["IR", "JO", "KW", "SA", "SY", "TR"]
SUFFIX = "-ground"

TOLERANCE = 0.02  # degrees: some 2 km, less than a pixel of a map of the region
GAP = 0.08  # degrees: how far apart the two sources draw our border
ISLAND = 0.02  # square degrees: smaller ones are left out


def countries(path):
    codes = ", ".join(f"'{code}'" for code in NEIGHBORS)
    output = subprocess.run(
        ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", path, "countries", "-where", f"iso_a2 IN ({codes})"],
        check=True, capture_output=True).stdout
    return {feature["properties"]["iso_a2"]: shapely.make_valid(shape(feature["geometry"]))
            for feature in json.loads(output)["features"]}


def polygons(geometry):
    parts = getattr(geometry, "geoms", [geometry])
    return [part for part in parts if part.geom_type == "Polygon" and part.area >= ISLAND]


def main():
    found = countries(sys.argv[1] if len(sys.argv) > 1 else WORLD)
    missing = [code for code in NEIGHBORS if code not in found]
    if missing:
        sys.exit(f"no country {', '.join(missing)} in that layer")
    with open(BOUNDARIES, encoding="utf-8") as file:
        ours = next(f for f in json.load(file)["features"] if f["properties"]["id"] == "iq")
    iraq = shapely.make_valid(shape(ours["geometry"]))
    coarse = shapely.coverage_simplify(list(found.values()), TOLERANCE)
    coarse = {code: shapely.make_valid(country) for code, country in zip(found, coarse)}
    strip = iraq.buffer(GAP)
    lines = []
    for code in NEIGHBORS:
        others = shapely.unary_union([coarse[other] for other in NEIGHBORS if other != code])
        ground = coarse[code].union(coarse[code].buffer(GAP).intersection(strip).difference(others)).difference(iraq)
        ground = shapely.set_precision(ground, 0.001)
        kept = polygons(shapely.make_valid(ground))
        coordinates = [mapping(orient(part))["coordinates"] for part in sorted(kept, key=lambda part: -part.area)]
        coordinates = [[[[round(x, 3), round(y, 3)] for x, y in ring] for ring in part] for part in coordinates]
        name = "cc-" + code.lower() + SUFFIX
        properties = {"id": name, "kind": "polygon", "accuracy_km": 5,
                      "source": "Made with Natural Earth 1:10m (public domain), simplified; the border with Iraq is ours"}
        lines.append(json.dumps(
            {"type": "Feature", "id": name, "properties": properties,
             "geometry": {"type": "MultiPolygon", "coordinates": coordinates}},
            ensure_ascii=False, separators=(",", ":")))
        print(f"{name}: {sum(len(ring) for part in coordinates for ring in part)} positions")
    with open(FEATURES, encoding="utf-8") as file:
        text = file.read().rstrip("\n").split("\n")
    head, tail = text[0], text[-1]
    rows = [row.rstrip(",") for row in text[1:-1] if SUFFIX + '","properties"' not in row]
    rows = sorted(rows + lines, key=lambda row: json.loads(row)["id"])
    with open(FEATURES, "w", encoding="utf-8") as file:
        file.write(head + "\n" + ",\n".join(rows) + "\n" + tail + "\n")


if __name__ == "__main__":
    main()

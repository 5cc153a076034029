#!/usr/bin/env python3
"""Asks `marsad query` random questions and answers them itself, by Shapely and pyproj.

    /usr/bin/python3 Tools/judge_query.py MARSAD [--queries 200] [--seed 1] [--points 4000]

Makes a layer of points with gaps, points on the edges of the boxes that are asked for, at the poles and on
both sides of the antimeridian, as GeoPackage and as GeoJSON, and asks both: boxes, radii, polygons, nearest,
times, kinds, harm, filters, and mixtures of them. Ids must be the same, and where an order is asked for
the order too. Ends with 1 and prints each difference, with 3 when a module is missing.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

try:
    import pyproj
    import shapely.geometry as shapes
    from shapely import wkt
    from osgeo import gdal, ogr, osr
except ImportError as error:
    print(f"{error}; apt-get install python3-gdal python3-shapely python3-pyproj")
    sys.exit(3)

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("marsad")
parser.add_argument("--queries", type=int, default=200)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--points", type=int, default=4000)
options = parser.parse_args()
gdal.UseExceptions()
chance = random.Random(options.seed)
ellipsoid = pyproj.Geod(ellps="WGS84")

KINDS = ["Battles", "Protests", "Riots"]
PRECISIONS = ["site", "place", "near", "adm3", "adm2", "feature", "region", "adm1", "country", "unknown"]
ACTORS = ["ISIS", "IRQ_ARMY", "IRQ_PMF", None]
CENTERS = [(45.39, 34.35), (43.13, 36.34), (179.95, 10.0), (-179.9, -45.0), (20.0, 89.6), (0.0, -90.0)]


def day():
    return f"{chance.randrange(2019, 2023)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def position():
    """On a grid of whole tenths as often as not: boxes and polygons have their edges there too."""
    lon, lat = chance.choice(CENTERS)
    lon += chance.gauss(0, 1.5) / (1 if abs(lat) < 80 else 0.02)
    lat += chance.gauss(0, 0.7)
    if chance.random() < 0.5:
        lon, lat = round(lon, 1), round(lat, 1)
    if abs(lat) > 90:
        lat = (180 - abs(lat)) * (1 if lat > 0 else -1)
        lon += 180
    return (lon + 180) % 360 - 180, lat


def event(number):
    start, end = sorted((day(), day()))
    killed = None if chance.random() < 0.3 else chance.randrange(6)
    basis = chance.choice(["stated", "relative", "disclosed", "inferred"])
    if basis in ("disclosed", "inferred"):
        start = None
    return {
        "id": f"e{number:05}", "where": None if chance.random() < 0.1 else position(),
        "event_type": chance.choice(KINDS), "precision": chance.choice(PRECISIONS),
        "date_start": start, "date_end": None if basis == "inferred" and chance.random() < 0.3 else end,
        "date_basis": basis, "killed_min": killed, "actor1": chance.choice(ACTORS),
        "actor2": chance.choice(ACTORS), "confidence": round(chance.random(), 3),
        "name": chance.choice(["خانقين", "Jalawla", "jalawla", "Kirkuk", None]),
    }


events = [event(number) for number in range(options.points)]


def write(path):
    driver = ogr.GetDriverByName("GPKG")
    source = driver.CreateDataSource(path)
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    layer = source.CreateLayer("events", system, ogr.wkbPoint)
    kinds = {"date_start": ogr.OFTDate, "date_end": ogr.OFTDate, "killed_min": ogr.OFTInteger,
             "confidence": ogr.OFTReal}
    names = [name for name in events[0] if name != "where"]
    for name in names:
        layer.CreateField(ogr.FieldDefn(name, kinds.get(name, ogr.OFTString)))
    source.StartTransaction()
    for row in events:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name in names:
            if row[name] is None:
                feature.SetFieldNull(name)
            else:
                feature.SetField(name, row[name])
        if row["where"]:
            point = ogr.Geometry(ogr.wkbPoint)
            point.SetPoint_2D(0, *row["where"])
            feature.SetGeometry(point)
        layer.CreateFeature(feature)
    source.CommitTransaction()


def write_geojson(path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": row["id"],
             "properties": {name: value for name, value in row.items() if name != "where"},
             "geometry": {"type": "Point", "coordinates": row["where"]} if row["where"] else None}
            for row in events]}, file, ensure_ascii=False)


def distance(row, center):
    lon, lat = row["where"]
    return ellipsoid.inv(center[0], center[1], lon, lat)[2]


def in_box(row, west, south, east, north):
    lon, lat = row["where"]
    across = lon >= west or lon <= east
    return south <= lat <= north and (west <= lon <= east if west <= east else across)


def question():
    """Returns arguments, a test for rows that have a geometry, one for all rows, and the order."""
    arguments, placed, tests = [], [], []
    center, order, limit = None, None, None
    for flag in chance.sample(["bbox", "near", "within", "time", "type", "killed", "least", "actor", "filter"],
                              chance.randrange(1, 4)):
        if flag == "bbox":
            lon, lat = (round(value, 1) for value in chance.choice(CENTERS))
            west, east = round(lon - chance.randrange(1, 30) / 10, 1), round(lon + chance.randrange(1, 30) / 10, 1)
            west, east = (west + 180) % 360 - 180, (east + 180) % 360 - 180
            west, east = round(west, 1), round(east, 1)
            south, north = round(max(-90, lat - 1), 1), round(min(90, lat + 0.8), 1)
            arguments.append(f"--bbox={west},{south},{east},{north}")
            placed.append(lambda row, box=(west, south, east, north): in_box(row, *box))
        elif flag == "near":
            center = chance.choice(CENTERS)
            arguments.append(f"--near={center[0]},{center[1]}")
            if chance.random() < 0.5:
                limit = chance.randrange(1, 40)
                arguments += ["--nearest", str(limit)]
            if limit is None or chance.random() < 0.5:
                km = chance.choice([0, 1, 25, 80.5, 400])
                arguments += ["--km", str(km)]
                placed.append(lambda row, center=center, km=km: distance(row, center) <= km * 1000)
        elif flag == "within":
            lon, lat = chance.choice(CENTERS[:2])
            corners = [(round(lon + chance.uniform(-2, 2), 1), round(lat + chance.uniform(-1, 1), 1))
                       for _ in range(6)]
            polygon = shapes.MultiPoint(corners).convex_hull
            if polygon.geom_type != "Polygon":
                continue
            arguments += ["--within", polygon.wkt]
            exact = wkt.loads(polygon.wkt)
            placed.append(lambda row, exact=exact: shapes.Point(row["where"]).within(exact))
        elif flag == "time":
            since, until = sorted((day(), day()))
            certain = chance.random() < 0.4
            arguments += ["--since", since, "--until", until] + (["--dates-certain"] if certain else [])

            def during(row, since=since, until=until, certain=certain):
                first, last = row["date_start"], row["date_end"]
                if certain:
                    return bool(first and last and since <= first and last <= until)
                return bool(last and (first or last) <= until and last >= since)
            tests.append(during)
        elif flag == "type":
            kind = chance.choice(KINDS)
            arguments += ["--type", chance.choice([kind, kind.lower()])]
            tests.append(lambda row, kind=kind: row["event_type"] == kind)
        elif flag == "killed":
            least = chance.randrange(5)
            arguments += ["--min-killed", str(least)]
            tests.append(lambda row, least=least: row["killed_min"] is not None and row["killed_min"] >= least)
        elif flag == "least":
            coarsest = chance.choice(PRECISIONS)
            arguments += ["--at-least", coarsest]
            allowed = PRECISIONS[:PRECISIONS.index(coarsest) + 1]
            tests.append(lambda row, allowed=allowed: row["precision"] in allowed)
        elif flag == "actor":
            actor = chance.choice(ACTORS[:3])
            arguments += ["--actor", actor]
            tests.append(lambda row, actor=actor: actor in (row["actor1"], row["actor2"]))
        else:
            text, test = chance.choice([
                ("CASEI(name) = CASEI('JALAWLA')", lambda row: (row["name"] or "").lower() == "jalawla"),
                ("NOT (killed_min > 2)", lambda row: row["killed_min"] is not None and row["killed_min"] <= 2),
                ("killed_min IS NULL OR confidence * 2 > 1.5",
                 lambda row: row["killed_min"] is None or row["confidence"] * 2 > 1.5),
                ("name LIKE '%خان%'", lambda row: "خان" in (row["name"] or "")),
                ("S_INTERSECTS(geometry, BBOX(44, 33.5, 46, 35))",
                 lambda row: bool(row["where"]) and in_box(row, 44, 33.5, 46, 35)),
                ("T_AFTER(date_end, DATE('2020-06-30'))",
                 lambda row: bool(row["date_end"]) and row["date_end"] > "2020-06-30"),
            ])
            arguments += ["--filter", text]
            tests.append(test)
    if center is None and chance.random() < 0.3:
        name = chance.choice(["killed_min", "date_end", "confidence"])
        arguments.append(f"--sort={chance.choice(['', '-'])}{name}")
        order = arguments[-1].split("=")[1]
    return arguments, placed, tests, center, limit, order


def expected(placed, tests, center, limit, order):
    found = [row for row in events
             if (not placed or row["where"]) and all(test(row) for test in placed + tests)]
    if limit is not None:
        found = [row for row in found if row["where"]]
    if center is not None:
        found.sort(key=lambda row: distance(row, center) if row["where"] else float("inf"))
        return found[:limit]
    if order:
        name = order.lstrip("-")
        known = sorted((row for row in found if row[name] is not None), key=lambda row: row[name])
        if order.startswith("-"):
            known = sorted((row for row in found if row[name] is not None), key=lambda row: row[name],
                           reverse=True)
        return known + [row for row in found if row[name] is None]
    return found


def ask(store, arguments):
    run = subprocess.run([options.marsad, "query", store, *arguments, "--format", "json", "--fields", "id", "-q"],
                         capture_output=True, text=True)
    if run.returncode:
        return f"status {run.returncode}: {run.stderr.strip()}"
    return [row["id"] for row in json.loads(run.stdout)]


def same(given, wanted, center):
    """Of equal distances any order will do; PROJ and we may differ in the last bits of a distance."""
    if isinstance(given, str):
        return False
    if given == wanted:
        return True
    if center is None or len(given) != len(wanted):
        return False
    by_id = {row["id"]: row for row in events}

    def far(name):
        return distance(by_id[name], center) if by_id[name]["where"] else float("inf")
    return all(one == other or abs(far(one) - far(other)) < 1e-6 for one, other in zip(given, wanted))


faults = 0
with tempfile.TemporaryDirectory() as folder:
    stores = [os.path.join(folder, "layer.gpkg"), os.path.join(folder, "layer.geojson")]
    write(stores[0])
    write_geojson(stores[1])
    answers = 0
    for number in range(options.queries):
        arguments, placed, tests, center, limit, order = question()
        wanted = [row["id"] for row in expected(placed, tests, center, limit, order)]
        answers += len(wanted)
        for store in stores:
            given = ask(store, arguments)
            if not same(given, wanted, center):
                faults += 1
                few = given if isinstance(given, str) else (
                    f"{len(given)} ids, {len(wanted)} expected; "
                    f"too many {sorted(set(given) - set(wanted))[:5]}, missing {sorted(set(wanted) - set(given))[:5]}")
                print(f"query {number} of {os.path.basename(store)}: {' '.join(arguments)}: {few}")
print(f"{options.queries} questions to two files, {answers} ids expected, {faults} differences")
sys.exit(1 if faults else 0)

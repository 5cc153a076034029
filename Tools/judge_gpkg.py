#!/usr/bin/env python3
"""Judges a GeoPackage with GDAL and SQLite: what GDAL's own validator does not look at.

    /usr/bin/python3 Tools/judge_gpkg.py FILE [--edited]

The file as SQLite sees it; every layer: the stated extent against the geometries, WGS 84, the index against the
rows (the same ones, each box around its geometry and hardly larger) and what it finds against what touches.
`--edited`: another program changed rows, so the stated extent need not be right any more.
Ends with 1 and says why when something is wrong, with 3 when GDAL's Python modules are missing.
"""
import random
import sqlite3
import sys

try:
    from osgeo import gdal, ogr
except ImportError as error:
    print(f"{error}; apt-get install python3-gdal")
    sys.exit(3)

gdal.UseExceptions()
path = sys.argv[1]
edited = "--edited" in sys.argv
faults = []
warnings = []
gdal.PushErrorHandler(lambda level, number, text: warnings.append(text))
source = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
chance = random.Random(7)

for pragma, expected in ("integrity_check", [("ok",)]), ("foreign_key_check", []):
    found = database.execute(f"PRAGMA {pragma}").fetchall()
    if found != expected:
        faults.append(f"PRAGMA {pragma}: {found}")

for index in range(source.GetLayerCount()):
    layer = source.GetLayer(index)
    name = layer.GetName()
    if layer.GetGeomType() == ogr.wkbNone:
        continue
    if layer.GetSpatialRef().GetAuthorityCode(None) != "4326":
        faults.append(f"{name}: not EPSG:4326")
    boxes = {}
    for feature in layer:
        shape = feature.GetGeometryRef()
        if shape is None or shape.IsEmpty():
            continue
        if not shape.IsValid():
            faults.append(f"{name}: row {feature.GetFID()} has no valid geometry")
        boxes[feature.GetFID()] = shape.GetEnvelope()
    stated = database.execute(
        "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = ?", (name,)).fetchone()
    extent = tuple(
        pick(box[edge] for box in boxes.values())
        for edge, pick in enumerate((min, max, min, max))) if boxes else (None,) * 4
    if not edited and stated != extent:
        faults.append(f"{name}: stated extent {stated}, the geometries have {extent}")
    if database.execute(f"SELECT rtreecheck('rtree_{name}_geom')").fetchone() != ("ok",):
        faults.append(f"{name}: rtreecheck")
    rows = {row[0]: row[1:] for row in database.execute(f'SELECT id, minx, maxx, miny, maxy FROM "rtree_{name}_geom"')}
    if rows.keys() != boxes.keys():
        faults.append(f"{name}: rows of the index and of the layer differ: {sorted(rows.keys() ^ boxes.keys())[:9]}")
    for fid, box in boxes.items():
        # Edges have 24 bits, rounded outwards.
        for edge, (kept, exact) in enumerate(zip(rows.get(fid, box), box)):
            outside = exact - kept if edge % 2 == 0 else kept - exact
            if not 0 <= outside <= abs(exact) * 2 ** -22:
                faults.append(f"{name}: row {fid}: the index has {rows[fid]} for {box}")
                break
    triggers = {row[0] for row in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (name,))}
    lacking = {f"rtree_{name}_geom_{kind}" for kind in
               ("insert", "update1", "update2", "update3", "update4", "delete")} - triggers
    if lacking:
        faults.append(f"{name}: no trigger {sorted(lacking)}")
    for _ in range(20):
        x, y = chance.uniform(38, 49), chance.uniform(29, 38)
        west, east, south, north = x, x + chance.uniform(0, 3), y, y + chance.uniform(0, 3)
        expected = {
            fid for fid, box in boxes.items()
            if box[0] <= east and box[1] >= west and box[2] <= north and box[3] >= south}
        layer.SetSpatialFilterRect(west, south, east, north)
        found = {row[0] for row in database.execute(
            f'SELECT id FROM "rtree_{name}_geom" WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?',
            (east, west, north, south))}
        if not {feature.GetFID() for feature in layer} <= expected <= found:
            faults.append(f"{name}: the index misses {sorted(expected - found)} in {west},{south},{east},{north}")
    layer.SetSpatialFilter(None)
    print(f"{path}: {name}, {len(boxes)} geometries, {layer.GetFeatureCount()} rows")

faults += [f"GDAL says: {text}" for text in warnings]
for fault in faults[:40]:
    print(f"{path}: {fault}")
sys.exit(1 if faults else 0)

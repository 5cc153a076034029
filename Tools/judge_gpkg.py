#!/usr/bin/env python3
"""Judges a GeoPackage with GDAL: what its own validator does not look at.

    /usr/bin/python3 Tools/judge_gpkg.py FILE

Every layer: the stated extent against the geometries, WGS 84, the features that the spatial index finds
against those whose boxes touch. Ends with 1 and says why when something is wrong, with 3 when GDAL's
Python modules are missing.
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
faults = []
warnings = []
gdal.PushErrorHandler(lambda level, number, text: warnings.append(text))
source = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY)
database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
chance = random.Random(7)

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
        if shape is None:
            continue
        if not shape.IsValid():
            faults.append(f"{name}: row {feature.GetFID()} has no valid geometry")
        boxes[feature.GetFID()] = shape.GetEnvelope()
    stated = database.execute(
        "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = ?", (name,)).fetchone()
    extent = tuple(
        pick(box[edge] for box in boxes.values())
        for edge, pick in enumerate((min, max, min, max))) if boxes else (None,) * 4
    if stated != extent:
        faults.append(f"{name}: stated extent {stated}, the geometries have {extent}")
    rows = database.execute(f'SELECT count(*) FROM "rtree_{name}_geom"').fetchone()[0]
    if rows != len(boxes):
        faults.append(f"{name}: {rows} rows in the index for {len(boxes)} geometries")
    for _ in range(20):
        x, y = chance.uniform(38, 49), chance.uniform(29, 38)
        west, east, south, north = x, x + chance.uniform(0, 3), y, y + chance.uniform(0, 3)
        expected = {
            fid for fid, box in boxes.items()
            if box[0] <= east and box[1] >= west and box[2] <= north and box[3] >= south}
        found = {row[0] for row in database.execute(
            f'SELECT id FROM "rtree_{name}_geom" WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?',
            (east, west, north, south))}
        if not expected <= found:
            faults.append(f"{name}: the index misses {sorted(expected - found)} in {west},{south},{east},{north}")
    print(f"{path}: {name}, {len(boxes)} geometries, {layer.GetFeatureCount()} rows")

faults += [f"GDAL says: {text}" for text in warnings]
for fault in faults:
    print(f"{path}: {fault}")
sys.exit(1 if faults else 0)

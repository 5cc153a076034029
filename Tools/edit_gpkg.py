#!/usr/bin/env python3
"""Changes every layer of a GeoPackage by SQL alone, with the five functions that the triggers of its index ask for.

    Tools/edit_gpkg.py FILE
"""
import sqlite3
import struct
import sys


def box(blob):
    """West, east, south, north of a GeoPackage geometry, None for an empty one."""
    flags = blob[3]
    order = "<" if flags & 1 else ">"
    if flags & 16:
        return None
    if flags >> 1 & 7:
        return struct.unpack_from(order + "4d", blob, 8)
    # Without an envelope: a point.
    x, y = struct.unpack_from(("<" if blob[8] else ">") + "2d", blob, 13)
    return x, x, y, y


def point(x, y):
    return b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIdd", 1, 1, x, y)


def square(x, y, size):
    ring = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    blob = b"GP\0\3" + struct.pack("<i4d", 4326, x, x + size, y, y + size)
    blob += struct.pack("<BII", 1, 6, 1) + struct.pack("<BII", 1, 3, 1) + struct.pack("<I", len(ring))
    return blob + b"".join(struct.pack("<dd", *corner) for corner in ring)


database = sqlite3.connect(sys.argv[1])
for place, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
    database.create_function(name, 1, lambda blob, place=place: blob and box(blob) and box(blob)[place], deterministic=True)
database.create_function("ST_IsEmpty", 1, lambda blob: blob and box(blob) is None, deterministic=True)
for table, kind in database.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns").fetchall():
    def shape(number):
        return point(40 + number, 30 + number) if kind == "POINT" else square(40 + number, 30 + number, 0.7)

    run = lambda sql, *values: database.execute(sql.format(table), values)
    run('INSERT INTO "{}" (geom) VALUES (?)', shape(0.1))
    run('INSERT INTO "{}" (fid, geom) VALUES (100000, NULL)')
    run('UPDATE "{}" SET geom = ? WHERE fid = 100000', shape(0.2))
    run('UPDATE "{}" SET geom = ? WHERE fid % 5 = 1', shape(0.3))
    run('UPDATE "{}" SET geom = NULL WHERE fid % 5 = 2')
    run('UPDATE "{}" SET fid = fid + 50000 WHERE fid % 5 = 3')
    run('DELETE FROM "{}" WHERE fid % 5 = 4')
    run('INSERT OR REPLACE INTO "{}" (fid, geom) VALUES (100000, ?)', shape(0.4))
database.commit()

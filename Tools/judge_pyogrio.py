#!/usr/bin/env python3
"""Opens every layer of a GeoPackage with pyogrio, which brings a GDAL of its own, newer than Debian's.

    Tools/judge_pyogrio.py FILE

Types and counts as the file states them. Ends with 1 and says why when something is wrong, with 3 when pyogrio is
missing (PyPI; MARSAD_PYOGRIO names a Python that has it).
"""
import os
import sqlite3
import sys

other = os.environ.get("MARSAD_PYOGRIO")
if other and os.path.realpath(sys.executable) != os.path.realpath(other) and "MARSAD_PYOGRIO_RUNS" not in os.environ:
    os.environ["MARSAD_PYOGRIO_RUNS"] = "1"
    os.execv(other, [other, *sys.argv])
try:
    import pyogrio
except ImportError as error:
    print(f"{error}; pip install pyogrio")
    sys.exit(3)

path = sys.argv[1]
faults = []
database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
TYPES = {"TEXT": "object", "INTEGER": "int64", "REAL": "float64", "BOOLEAN": "bool", "DATE": "datetime64[D]", "BLOB": "object"}
for name, kind in database.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall():
    info = pyogrio.read_info(path, layer=name, force_feature_count=True)
    rows = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    if info["features"] != rows:
        faults.append(f"{name}: {info['features']} features of {rows} rows")
    if kind == "features" and info["crs"] != "EPSG:4326":
        faults.append(f"{name}: {info['crs']}")
    types = dict(zip(info["fields"], info["dtypes"]))
    for _, column, sql, _, _, key in database.execute(f'PRAGMA table_info("{name}")'):
        if key or column == "geom" or sql not in TYPES:
            continue
        if types.get(column) != TYPES[sql]:
            faults.append(f"{name}: the column {column} of type {sql} is {types.get(column)}")
print(f"{path}: GDAL {'.'.join(map(str, pyogrio.__gdal_version__))} opens every layer")
for fault in faults:
    print(f"{path}: {fault}")
sys.exit(1 if faults else 0)

#!/usr/bin/env bash
# Measures reading and writing of GeoPackages beside GDAL: made point features (Benchmarks/features.py) of
# twelve properties. Prints one JSON object a line. Nothing is asserted.
#
#   Benchmarks/store.sh [FEATURES] [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-1000000}
folder=${2:-$(mktemp -d)}
mkdir -p "$folder"
swift build -c release --product BenchmarkStore >&2
if [ ! -e "$folder/features.geojson" ]; then Benchmarks/features.py "$count" points > "$folder/features.geojson"; fi

# gdal NAME COMMAND…: the time of a whole process.
gdal() {
  local name=$1 TIMEFORMAT='%R %U %S' real user system
  shift
  read -r real user system < <({ time "$@" < /dev/null > /dev/null 2>&1; } 2>&1)
  awk -v n="$name" -v r="$real" -v u="$user" -v s="$system" \
    'BEGIN { printf "{\"step\":\"%s\",\"seconds\":%s,\"cpu_seconds\":%s}\n", n, r, u + s }'
}

rm -f "$folder"/{gdal,from-fgb,from-gpkg}.gpkg "$folder/gdal.fgb"
gdal "ogr2ogr, GeoJSON to GeoPackage" ogr2ogr -f GPKG "$folder/gdal.gpkg" "$folder/features.geojson" -nln features
gdal "ogr2ogr, GeoPackage to FlatGeobuf" ogr2ogr -f FlatGeobuf "$folder/gdal.fgb" "$folder/gdal.gpkg"
gdal "ogr2ogr, FlatGeobuf to GeoPackage" ogr2ogr -f GPKG "$folder/from-fgb.gpkg" "$folder/gdal.fgb"
gdal "ogr2ogr, GeoPackage to GeoPackage" ogr2ogr -f GPKG "$folder/from-gpkg.gpkg" "$folder/gdal.gpkg"
read -r west east south north < <(/usr/bin/python3 - "$folder/gdal.gpkg" <<'PYTHON'
import sqlite3, sys
w, e, s, n = sqlite3.connect(sys.argv[1]).execute("SELECT min_x, max_x, min_y, max_y FROM gpkg_contents").fetchone()
print(w + (e - w) * .45, w + (e - w) * .55, s + (n - s) * .45, s + (n - s) * .55)
PYTHON
)
gdal "ogrinfo, box of 1 % of the area" ogrinfo -ro "$folder/gdal.gpkg" features -spat "$west" "$south" "$east" "$north"
.build/release/BenchmarkStore "$folder/gdal.gpkg" "$folder/ours.gpkg"

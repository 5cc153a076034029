#!/usr/bin/env bash
# Opens every layer of folders that `marsad map` wrote with GDAL, read-only, and compares the number of
# features with run.json; the GeoPackage also with GDAL's validator, where it is installed.
#
#   Tools/layers.sh FOLDER…
set -euo pipefail
here=$(dirname "$0")
# The system's own: GDAL's modules belong to it.
python=/usr/bin/python3
validator=/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py

failed=0
fault() {
  printf '%s\n' "$1"
  failed=1
}

# What ogrinfo tells of a layer: path, layer, the count that run.json states (or nothing).
look() {
  local path=$1 layer=$2 stated=$3 told found
  if ! told=$(ogrinfo -ro -so "$path" "$layer" 2>&1); then
    fault "$path: ogrinfo cannot open $layer"$'\n'"$told"
    return
  fi
  if grep -E '^(ERROR|Warning)' <<<"$told"; then fault "$path: ogrinfo is not content with $layer"; fi
  found=$(sed -n 's/^Feature Count: //p' <<<"$told")
  if [ -n "$stated" ] && [ "$found" != "$stated" ]; then
    fault "$path: GDAL counts ${found:-no} features in $layer, run.json says $stated"
  fi
  if ! grep -q '^Geometry: None' <<<"$told" && ! grep -q 'WGS 84' <<<"$told"; then
    fault "$path: GDAL does not see WGS 84 in $layer"
  fi
  printf '%s: %s, %s features, %s\n' "$path" "$layer" "$found" "$(sed -n 's/^Geometry: //p' <<<"$told")"
}

for folder in "$@"; do
  count() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["counts"].get(sys.argv[2], ""))' \
      "$folder/run.json" "$1"
  }
  for layer in events event_areas background mentions territories; do
    look "$folder/$layer.geojson" "$layer" "$(count "$layer")"
  done
  package=$folder/events.gpkg
  if [ ! -f "$package" ]; then
    echo "$folder: skipped: there is no events.gpkg (docs/sample keeps none)"
    continue
  fi
  names=$(ogrinfo -ro -q "$package" | sed -nE 's/^[0-9]+: ([a-z_]+).*/\1/p')
  if [ "$(wc -w <<<"$names")" -lt 8 ]; then fault "$package: ogrinfo lists only: $names"; fi
  for layer in $names; do
    # run.json counts statements only where there are some to publish.
    look "$package" "$layer" "$(count "$layer")"
  done
  status=0
  told=$("$python" "$here/judge_gpkg.py" "$package" 2>&1) || status=$?
  case $status in
    0) printf '%s\n' "$told" ;;
    3) echo "$package: skipped: the comparison of extents and indexes: $told" ;;
    *) fault "$told" ;;
  esac
  if [ ! -f "$validator" ]; then
    echo "$package: skipped: GDAL's validator: there is no $validator; apt-get install python3-gdal"
  elif told=$("$python" "$validator" --extra "$package" 2>&1); then
    echo "$package: GDAL's validator finds nothing"
  else
    fault "$package: $told"
  fi
done
exit $failed

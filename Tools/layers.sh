#!/usr/bin/env bash
# Opens every layer of folders that `marsad map` wrote with GDAL, read-only, and compares the number of
# features with run.json.
#
#   Tools/layers.sh FOLDER…
set -euo pipefail

failed=0
for folder in "$@"; do
  for layer in events event_areas background mentions territories; do
    path=$folder/$layer.geojson
    if ! told=$(ogrinfo -ro -so -al "$path" 2>&1); then
      printf '%s: ogrinfo cannot open it\n%s\n' "$path" "$told"
      failed=1
      continue
    fi
    if grep -E '^(ERROR|Warning)' <<<"$told"; then
      echo "$path: ogrinfo is not content"
      failed=1
    fi
    found=$(sed -n 's/^Feature Count: //p' <<<"$told")
    stated=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["counts"][sys.argv[2]])' \
      "$folder/run.json" "$layer")
    if [ "$found" != "$stated" ]; then
      echo "$path: GDAL counts ${found:-no} features, run.json says $stated"
      failed=1
    fi
    if ! grep -q 'WGS 84' <<<"$told"; then
      echo "$path: GDAL does not see WGS 84"
      failed=1
    fi
    printf '%s: %s features, %s\n' "$path" "$found" "$(sed -n 's/^Geometry: //p' <<<"$told")"
  done
done
exit $failed

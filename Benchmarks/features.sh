#!/usr/bin/env bash
# Measures the reading of GeoJSON layers alone and prints one JSON object a line: made files of points
# in three spellings and of polygons (Benchmarks/features.py), opened and read (Benchmarks/Features).
# With --peers also what ogrinfo and Python take to read the same files. Nothing is asserted.
#
#   Benchmarks/features.sh [FEATURES] [--peers]
set -euo pipefail
cd "$(dirname "$0")/.."
features=${1:-1000000}
swift build -c release --product BenchmarkFeatures >&2
program=.build/release/BenchmarkFeatures
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Prints the processor time and the largest resident set of a program.
peer() {
  local name=$1
  shift
  /usr/bin/time -o "$folder/time" -f '%U %S %M' "$@" >/dev/null
  awk -v name="$name" -v file="$kind" '{
    printf "{\"peer\":\"%s\",\"file\":\"%s\",\"cpu_seconds\":%.2f,\"max_rss_mb\":%d}\n", name, file, $1 + $2, $3 / 1024
  }' "$folder/time"
}

for kind in points sorted lines polygons; do
  count=$features
  if [ "$kind" = polygons ]; then count=$((features / 10)); fi
  file=$folder/$kind.geojson
  Benchmarks/features.py "$count" "$kind" >"$file"
  printf '{"file":"%s","mb":%d}\n' "$kind" "$(($(stat -c %s "$file") / 1000000))"
  "$program" "$file"
  if [ "${2:-}" = --peers ] && [ "$kind" != lines ]; then
    peer ogrinfo env OGR_GEOJSON_MAX_OBJ_SIZE=0 ogrinfo -ro -so -al "$file"
    peer 'Python json' python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$file"
    if python3 -c 'import orjson' 2>/dev/null; then
      peer 'Python orjson' python3 -c 'import orjson, sys; orjson.loads(open(sys.argv[1], "rb").read())' "$file"
    fi
  fi
  rm "$file"
done

#!/usr/bin/env bash
# Reads the two articles that the project shares with others, where they are present: the same bytes on
# one thread and on two, and layers that GDAL opens.
#
#   Tools/articles.sh PROGRAM FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
articles=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
found=0
for pair in 000:2020-07-22 004:2019-03-10; do
  for article in "$articles/${pair%%:*}"_*.txt; do
    [ -f "$article" ] || continue
    found=$((found + 1))
    name=$work/${pair%%:*}
    for threads in 1 2; do
      "$program" parse --gazetteer gazetteer -q --published "${pair##*:}" --threads "$threads" \
        "$article" >"$name.$threads"
    done
    cmp "$name.1" "$name.2"
    "$program" map --gazetteer gazetteer --published "${pair##*:}" "$article" -o "$name.layers"
    Tools/layers.sh "$name.layers" | sed "s:$work/::"
  done
done
if [ "$found" -ne 2 ]; then
  echo "$articles holds $found of the two articles"
  exit 1
fi

#!/usr/bin/env bash
# Maps seeds/ into a temporary folder, twice, and compares the bytes with docs/sample.
#
#   Tools/sample.sh PROGRAM            compare
#   Tools/sample.sh PROGRAM --write    rewrite docs/sample
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1

if [ "${2:-}" = "--write" ]; then
  mkdir -p docs/sample
  "$program" map seeds --gazetteer gazetteer -q -o docs/sample
  # A database is nothing to read in a diff, and a page repeats the library inside it; `make map` makes both.
  rm docs/sample/events.gpkg docs/sample/map.html
  echo "docs/sample is written; look at it (git diff docs/sample) before you commit it"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for threads in 1 2; do
  "$program" map seeds --gazetteer gazetteer -q --threads "$threads" -o "$work/$threads"
done
if ! diff -r "$work/1" "$work/2" >/dev/null; then
  echo "the layers of seeds/ differ on one and on two threads:"
  diff -rq "$work/1" "$work/2" || true
  exit 1
fi
if [ ! -d docs/sample ]; then
  echo "there is no docs/sample; \`make sample\` writes it"
  exit 1
fi
if ! diff -r -x README.md -x events.gpkg -x map.html "$work/1" docs/sample >"$work/difference"; then
  cut -c 1-300 "$work/difference" | head -n 40
  echo "docs/sample is not what the program makes of seeds/; \`make sample\` rewrites it"
  # Another GEOS or PROJ may move the last digit of an outline: bytes are promised for equal versions.
  versions() { grep -E '"(geos|proj)_version"' "$1/run.json" || true; }
  if [ "$(versions docs/sample)" != "$(versions "$work/1")" ]; then
    echo "the libraries here are not those that docs/sample was made with:"
    diff <(versions docs/sample) <(versions "$work/1") || true
  fi
  exit 1
fi
echo "docs/sample is what the program makes of seeds/, on one thread and on two"

#!/usr/bin/env bash
# Times `parse` on 1,000 generated reports, on one thread and on two, and `locate` on one name.
#
#   Benchmarks/parse.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
reports=$(mktemp --suffix .jsonl)
trap 'rm -f "$reports"' EXIT
python3 Benchmarks/generate.py 1000 >"$reports"
for threads in 1 2; do
  echo "parse, $(wc -c <"$reports") bytes, $threads threads:"
  time "$program" parse "$reports" --gazetteer gazetteer -q --threads "$threads" >/dev/null
done
echo "locate, one name:"
time "$program" locate خانقين --gazetteer gazetteer >/dev/null

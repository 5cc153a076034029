#!/usr/bin/env bash
# Measures linking alone and prints one JSON object a line: made events of reports (Benchmarks/Links),
# twice as many each time, over ten years and over one. Nothing is asserted.
#
#   Benchmarks/links.sh [EVENTS]
set -euo pipefail
cd "$(dirname "$0")/.."
events=${1:-100000}
swift build -c release --product BenchmarkLinks >&2
program=.build/release/BenchmarkLinks
for count in $((events / 4)) $((events / 2)) "$events" $((events * 2)); do "$program" "$count" 10; done
"$program" "$events" 1

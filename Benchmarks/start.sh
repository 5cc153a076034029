#!/usr/bin/env bash
# Measures how fast the release program starts, with the project's gazetteer and with a large one; prints
# one JSON object a line. Nothing is asserted.
#
#   Benchmarks/start.sh [PROGRAM] [NAMES]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-.build/release/marsad}
names=${2:-300000}
if [ ! -x "$program" ]; then
  echo "there is no $program; \`make release\` builds it" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/gazetteer.py gazetteer "$names" "$work/large"
: >"$work/none.jsonl"

python3 - "$program" "$work" <<'PYTHON'
import glob
import json
import os
import sys
import time

program, work = sys.argv[1:]


def run(arguments, gazetteer, cache):
    """Wall seconds, CPU seconds and the largest resident set in MB of one run."""
    environment = {**os.environ, "MARSAD_CACHE": cache}
    start = time.perf_counter()
    pid = os.posix_spawn(
        program, [program, *arguments, "--gazetteer", gazetteer, "-q"], environment,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{program} {' '.join(arguments)}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, gazetteer, cache, runs):
    runs.sort()
    print(json.dumps({
        "benchmark": name, "gazetteer": os.path.basename(gazetteer), "index": cache,
        "runs": len(runs), "seconds_least": round(runs[0][0], 4),
        "seconds_median": round(runs[len(runs) // 2][0], 4),
        "cpu_seconds_least": round(min(r[1] for r in runs), 4),
        "max_rss_mb": round(max(r[2] for r in runs), 1)}), flush=True)


locate = ["locate", "خانقين"]
parse = ["parse", f"{work}/none.jsonl"]
for gazetteer in ["gazetteer", f"{work}/large"]:
    cache = f"{work}/cache-{os.path.basename(gazetteer)}"
    show("locate", gazetteer, "made", [run(locate, gazetteer, cache)])
    # A stamp that is as young as the tables is not believed: see decision 0014.
    time.sleep(2.1)
    for stamp in glob.glob(f"{cache}/stamp-*"):
        os.utime(stamp)
    show("locate", gazetteer, "there", [run(locate, gazetteer, cache) for _ in range(40)])
    show("parse of nothing", gazetteer, "there", [run(parse, gazetteer, cache) for _ in range(40)])
    print(json.dumps({
        "benchmark": "index", "gazetteer": os.path.basename(gazetteer),
        "megabytes": round(sum(map(os.path.getsize, glob.glob(f"{cache}/index-*"))) / 1e6, 1)}))
show("locate", "gazetteer", "off", [run(locate, "gazetteer", "off") for _ in range(3)])
PYTHON

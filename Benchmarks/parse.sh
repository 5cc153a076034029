#!/usr/bin/env bash
# Measures the release program and prints one JSON object a line. Nothing is asserted: times depend on
# the machine and on what else it does.
#
#   Benchmarks/parse.sh [PROGRAM] [REPORTS]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-.build/release/marsad}
reports=${2:-1000}
if [ ! -x "$program" ]; then
  echo "there is no $program; \`make release\` builds it" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/generate.py "$reports" >"$work/reports.jsonl"
python3 Benchmarks/generate.py $((4 * reports)) >"$work/more.jsonl"

python3 - "$program" "$work" <<'PYTHON'
import json
import os
import sys
import time

program, work = sys.argv[1:]


def run(arguments):
    """Wall seconds, CPU seconds and the largest resident set in MB of one run."""
    start = time.perf_counter()
    pid = os.posix_spawn(
        program, [program, *arguments, "--gazetteer", "gazetteer", "-q"], os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{program} {' '.join(arguments)}: exit status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, runs, **more):
    runs.sort()
    print(json.dumps({
        "benchmark": name, "runs": len(runs), "seconds_least": round(runs[0][0], 4),
        "seconds_median": round(runs[len(runs) // 2][0], 4),
        "cpu_seconds_least": round(min(r[1] for r in runs), 4),
        "max_rss_mb": round(max(r[2] for r in runs), 1), **more}), flush=True)


def parse(name, threads, count):
    path = f"{work}/{name}.jsonl"
    with open(path, "rb") as file:
        reports = sum(1 for _ in file)
    runs = [run(["parse", path, "--threads", str(threads)]) for _ in range(count)]
    show("parse", runs, reports=reports, megabytes=round(os.path.getsize(path) / 1e6, 2),
         threads=threads, reports_per_second=round(reports / min(r[0] for r in runs)))


cores = os.cpu_count() or 1
parse("reports", 1, 3)
parse("reports", cores, 3)
# Four times the reports: the memory must not grow with the input.
parse("more", cores, 1)
show("locate", [run(["locate", "خانقين"]) for _ in range(20)])
PYTHON

#!/usr/bin/env bash
# The whole check: what `make check`, `make test` and .ci/run run. Every step runs, as far as what it
# stands on is there; the last lines are those of the test runner and the list of steps that failed.
set -euo pipefail
cd "$(dirname "$0")/.."

shared=${MARSAD_SHARED:-../shared}
release=.build/release/marsad
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
names=()
results=()
failed=0
began=$SECONDS

# Runs a step, and says how long it took. (Inside a step `set -e` is off: bash rules.)
step() {
  local name=$1 start=$SECONDS status=0
  shift
  printf '\n== %s\n' "$name"
  "$@" || status=$?
  if [ "$status" -ne 0 ]; then failed=$((failed + 1)); fi
  names+=("$name")
  results+=("$([ "$status" -eq 0 ] && echo ok || echo "FAILED ($status)") $((SECONDS - start)) s")
  printf -- '-- %s: %s\n' "$name" "${results[-1]}"
  return 0
}
skip() {
  names+=("$1")
  results+=("skipped: $2")
  printf '\n== %s\n-- skipped: %s\n' "$1" "$2"
}

format_lint() { swift format lint --strict --parallel -r Sources Tests Plugins Benchmarks Package.swift; }
debug_build() { swift build --build-tests; }
# The runner tells of thousands of tests: only what went wrong is shown, all of it stands in the log.
unit_tests() {
  local status=0
  # The tests of the command run the release program, which is what users get, and quicker.
  local program=
  if [[ $built == ok* ]]; then program=$PWD/$release; fi
  env ${program:+MARSAD_PROGRAM="$program"} \
    swift test --skip-build --disable-xctest --parallel >"$log/tests" 2>&1 || status=$?
  grep -E '^. .*(recorded an? |failed after)|^↳|: error: |^error: |[Ff]atal error' "$log/tests" |
    grep -vE '^◇|^. Test run with' | cut -c 1-2000 || true
  # What was not run, and why.
  grep -E '^. Test .* skipped: ' "$log/tests" | sed -E 's/^.*skipped: /tests skipped: /' | sort | uniq -c || true
  # A runner that was killed has no closing line: its last words say why.
  grep -E '^. Test run with' "$log/tests" || tail -n 60 "$log/tests"
  return "$status"
}
release_build() {
  swift build -c release --product marsad --static-swift-stdlib && ls -l "$release"
}
gazetteer_check() { "$release" gazetteer check --gazetteer gazetteer -q; }
sample_layers() {
  "$release" map seeds --gazetteer gazetteer -q -o "$log/layers" &&
    Tools/layers.sh docs/sample "$log/layers" | sed "s:$log/::"
}

step "format lint" format_lint
step "laws" Tools/laws.sh
step "release build" release_build
built=${results[-1]}
step "debug build" debug_build
if [[ ${results[-1]} == ok* ]]; then
  step "tests" unit_tests
else
  skip "tests" "the debug build failed"
fi
if [[ $built == ok* ]]; then
  step "gazetteer check" gazetteer_check
  step "seeds against docs/sample" Tools/sample.sh "$release"
  step "texts written badly" Tools/judge_text.py --marsad "$release" --count 8000
  if ! command -v ogrinfo >/dev/null; then
    skip "layers open in GDAL" "there is no ogrinfo; apt-get install gdal-bin"
  else
    step "layers open in GDAL" sample_layers
    step "stores judged by others" Tools/judge_store.sh "$release"
  fi
  if ! python3 -c 'import sqlite3' 2>/dev/null; then
    skip "killed runs" "there is no Python with sqlite3"
  else
    step "killed runs" Tools/judge_kill.py "$release" 20
  fi
  if [ ! -d "$shared/seeds" ]; then
    skip "the two articles" "there is no $shared/seeds beside this clone"
  elif ! command -v ogrinfo >/dev/null; then
    skip "the two articles" "there is no ogrinfo; apt-get install gdal-bin"
  else
    step "the two articles" Tools/articles.sh "$release" "$shared/seeds"
  fi
  # The development sets are our own; the annotated ones are skipped with a reason where they are not there.
  step "accuracy" make --no-print-directory accuracy SHARED="$shared"
else
  skip "everything that runs the program" "the release build failed"
fi

printf '\n== summary after %d s\n' $((SECONDS - began))
for index in "${!names[@]}"; do printf '%-28s %s\n' "${names[$index]}" "${results[$index]}"; done
if [ -f "$log/tests" ]; then
  printf '\n'
  grep -E '^. (Test|Suite) .* (recorded an issue|failed after)' "$log/tests" |
    grep -v '^. Test run with' | cut -c 1-300 | tail -n 40 || true
  grep -E '^. Test run with' "$log/tests" | tail -n 1 || true
fi
if [ "$failed" -gt 0 ]; then
  echo "$failed steps failed"
  exit 1
fi
echo "all steps passed"

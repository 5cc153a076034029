#!/usr/bin/env bash
# The laws of the house that a search can check. Prints each breach as path:line and ends with 1.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

breaches=0
# Prints a law and the lines that break it, read from standard input.
law() {
  local found
  found=$(cat)
  if [ -z "$found" ]; then return; fi
  breaches=$((breaches + 1))
  printf 'law: %s\n' "$1"
  while IFS= read -r line; do printf '  %s\n' "$line"; done <<<"$found"
}

# Swift sources as path:line:code, without comments and without what stands in string literals.
code() {
  grep -rn --include='*.swift' '' "$@" |
    grep -vE '^[^:]+:[0-9]+:[[:space:]]*//' | sed -E 's:[[:space:]]//[^"]*$::; s:"([^"\\]|\\.)*":"":g'
}
# Imports of a module, whatever access and attributes stand before.
imports() {
  local head='^[^:]+:[0-9]+:[[:space:]]*(@[A-Za-z_]+(\([a-z ]*\))?[[:space:]]+)*([a-z]+[[:space:]]+)?'
  grep -E "${head}import[[:space:]]+($1)([^A-Za-z0-9_]|\$)"
}
# The files that a clone gets: tracked ones and new ones, or all of an unpacked archive.
files() {
  if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard
  else
    find . -type f -not -path './.build*' -not -path './output/*' -print0
  fi
}

sources=$(code Sources)
if [ -z "$sources" ]; then
  echo "laws: there are no Swift sources below $PWD" >&2
  exit 1
fi

for pair in CGEOS:Geometry CPROJ:Geodesy CZlib:Files GRDB:StoreEvents GRDBSQLite:StoreEvents; do
  module=${pair%%:*} room=${pair##*:}
  law "$module is imported only by $room" < <(
    imports "$module" <<<"$sources" | grep -v "^Sources/$room/")
done

law "Foundation is not imported in Sources (it costs start-up time and size)" < <(
  imports Foundation <<<"$sources")

law "unsafe stands only in Geometry, Geodesy, Files and one file of StoreEvents" < <(
  grep -E '(^|[^A-Za-z0-9_])unsafe([^A-Za-z0-9_:]|$)' <<<"$sources" |
    grep -vE '^Sources/(Geometry|Geodesy|Files)/|^Sources/StoreEvents/StatementValues\.swift:')

stages='ReadDocuments|NormalizeText|RecognizePlaces|ResolvePlaces|ExtractEvents|LinkReports|TagTerritories|EmitLayers|StoreEvents'
law "a stage imports no stage" < <(
  imports "$stages" <<<"$sources" | grep -E "^Sources/($stages)/")

law "no Swift file has more than 400 lines" < <(
  find Sources Tests Plugins Benchmarks Package.swift -name '*.swift' -exec wc -l {} + |
    awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines" }' | sort)

arabic='[\x{0600}-\x{06FF}\x{0750}-\x{077F}\x{08A0}-\x{08FF}\x{FB50}-\x{FDFF}\x{FE70}-\x{FEFC}]'
law "no part of the page that is ours has more than 400 lines" < <(
  find Sources/EmitLayers/Page -type f ! -name 'leaflet.*' -exec wc -l {} + |
    awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines" }' | sort)

law "the page never makes markup: no innerHTML and its kin in what is ours" < <(
  grep -nE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|eval\(|new Function' \
    Sources/EmitLayers/Page/*.js /dev/null | grep -v '/leaflet\.js:')

law "knowledge is data: no Arabic-script literal in Sources" < <(
  grep -rnP --include='*.swift' "$arabic" Sources |
    grep -vE '^[^:]+:[0-9]+:[[:space:]]*//' | sed -E 's:[[:space:]]//[^"]*$::' | grep -P "$arabic")

# /home/me is the example of the tests which show that such paths never leave the program.
law "no path of one machine in a file of the project" < <(
  files | xargs -0 grep -nIoE -- '.{0,40}/(work|home|Users)/[A-Za-z0-9_.-]+.{0,40}' 2>/dev/null |
    grep -vE '/home/me([^A-Za-z0-9]|$)|https?://[^ ]*/(work|home|Users)/')

if git rev-parse --git-dir >/dev/null 2>&1; then
  law "Package.resolved, build folders and output are not tracked" < <(
    git ls-files | grep -E '^(Package\.resolved|\.build|output/)' | grep -v '^output/README\.md$')
fi

if [ "$breaches" -gt 0 ]; then
  echo "$breaches laws are broken" >&2
  exit 1
fi
echo "all laws hold in $(wc -l <<<"$sources") lines of Swift"

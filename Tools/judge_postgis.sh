#!/usr/bin/env bash
# Runs docs/postgis.md: loads the layers of seeds/ into a PostgreSQL cluster of its own, asks the page's question
# there and of `marsad query`, and compares ids and distances.
#
#   Tools/judge_postgis.sh MARSAD
#
# Ends with 1 when the answers differ, with 3 when PostgreSQL, PostGIS or ogr2ogr is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
marsad=$(realpath "$1")

binaries=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
extension=$(find /usr/share/postgresql -name postgis.control 2>/dev/null | head -n 1)
if [ -z "$binaries" ] || [ -z "$extension" ] || ! command -v ogr2ogr >/dev/null; then
  echo "PostgreSQL with PostGIS, or ogr2ogr, is not installed; apt-get install postgresql-15-postgis-3 gdal-bin"
  exit 3
fi

work=$(mktemp -d)
# initdb refuses to run as root.
as_user=()
if [ "$(id -u)" -eq 0 ]; then
  as_user=(runuser -u postgres --)
  chown postgres "$work"
fi
chmod 755 "$work"
stop() {
  "${as_user[@]}" "$binaries/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
"${as_user[@]}" "$binaries/initdb" -A trust -U marsad -D "$work/data" >/dev/null
"${as_user[@]}" "$binaries/pg_ctl" -w -D "$work/data" -l "$work/log" \
  -o "-c listen_addresses='' -c unix_socket_directories=$work -c fsync=off" start >/dev/null
psql=("$binaries/psql" -q -A -t -h "$work" -U marsad -d postgres)
"${psql[@]}" -c 'CREATE EXTENSION postgis'

# The page's own commands and question.
block() { awk -v kind="$1" '$0 == "```" kind {on = 1; next} /^```/ {on = 0} on' docs/postgis.md; }
commands=$(block sh)
question=$(block sql)
mkdir "$work/run"
ln -s "$PWD/seeds" "$work/run/seeds"
mkdir "$work/run/bin"
ln -s "$marsad" "$work/run/bin/marsad"
gazetteer=${MARSAD_GAZETTEER:-$PWD/gazetteer}
(
  cd "$work/run"
  PATH=$work/run/bin:$PATH MARSAD_GAZETTEER=$gazetteer \
    DATABASE="PG:host=$work dbname=postgres user=marsad" bash -euc "$commands" >/dev/null 2>"$work/load"
) || { cat "$work/load"; exit 1; }
"${psql[@]}" -F , -c "$question" | cut -d , -f 1,4 >"$work/theirs"
"$marsad" query "$work/run/output" --near 45.391,34.348 --km 50 --fields id --format csv -q --gazetteer "$gazetteer" |
  awk -F , 'NR > 1 {print $1 "," $2}' >"$work/ours"
# Both round: to decimeters, and to meters.
if [ ! -s "$work/ours" ] || ! paste -d , "$work/ours" "$work/theirs" |
  awk -F , '$1 != $3 || $2 - $4 > 0.6 || $4 - $2 > 0.6 {print; bad = 1} END {exit bad}'; then
  echo "marsad (left) and PostGIS (right) differ"
  exit 1
fi
echo "$(wc -l <"$work/ours") events within 50 km, the same in PostGIS"

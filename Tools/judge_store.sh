#!/usr/bin/env bash
# Makes a store in every way there is and has other programs judge each: GDAL's validator, SQLite, GDAL's reading
# against the index, QGIS with types and styles, pyogrio (a newer GDAL); then has GDAL, QGIS and plain SQL
# change copies of it and judges those. What is not installed is skipped, and told.
#
#   Tools/judge_store.sh PROGRAM
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MARSAD_GAZETTEER=$PWD/gazetteer
python=/usr/bin/python3
validator=/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py
failed=0

# judge NAME FILE [--edited]
judge() {
  local name=$1 file=$2 told status
  shift 2
  for step in "$validator --extra $file" "Tools/judge_gpkg.py $file $*" "Tools/judge_qgis.py $file" "Tools/judge_pyogrio.py $file"; do
    status=0
    # shellcheck disable=SC2086
    told=$("$python" $step 2>&1) || status=$?
    case $status in
      0) echo "$name: ${step%% *} finds nothing" ;;
      3) echo "$name: skipped: $told" ;;
      *) printf '%s: %s\n%s\n' "$name" "${step%% *}" "$told"; failed=1 ;;
    esac
  done
}

store=$work/out/events.gpkg
"$program" map seeds/0*.txt -q -o "$work/out"
judge create "$store"
"$program" map seeds --append -q -o "$work/out" 2> /dev/null
judge append "$store"
printf '{"id":"sample-01","published":"2021-03-10","text":"Three soldiers were killed on Tuesday near Kifri."}\n' > "$work/new.jsonl"
"$program" map "$work/new.jsonl" --append -q -o "$work/out" 2> /dev/null
judge update "$store"
"$program" map --append --remove sample-01 --remove sample-02 -q -o "$work/out"
judge remove "$store"
"$program" map seeds/1*.txt -q -o "$work/other"
"$program" map "$store" "$work/other/events.gpkg" -q -o "$work/merged" 2> /dev/null
judge merge "$work/merged/events.gpkg"
"$program" map seeds --public -q -o "$work/public"
judge public "$work/public/events.gpkg"

cp "$store" "$work/sql.gpkg"
"$python" Tools/edit_gpkg.py "$work/sql.gpkg"
judge "changed by SQL" "$work/sql.gpkg" --edited
cp "$store" "$work/gdal.gpkg"
ogrinfo -q "$work/gdal.gpkg" -sql "UPDATE events SET notes = 'checked' WHERE fid % 2 = 0" > /dev/null
ogrinfo -q "$work/gdal.gpkg" -sql "DELETE FROM event_areas WHERE fid % 3 = 0" > /dev/null
ogr2ogr -append -f GPKG "$work/gdal.gpkg" "$store" events 2> /dev/null
ogr2ogr -append -f GPKG "$work/gdal.gpkg" "$store" event_areas 2> /dev/null
judge "changed by GDAL" "$work/gdal.gpkg" --edited
cp "$store" "$work/qgis.gpkg"
status=0
told=$("$python" Tools/judge_qgis.py "$work/qgis.gpkg" --edit 2>&1) || status=$?
case $status in
  0) judge "changed by QGIS" "$work/qgis.gpkg" --edited ;;
  3) echo "changed by QGIS: skipped: $told" ;;
  *) printf 'changed by QGIS: %s\n' "$told"; failed=1 ;;
esac
exit $failed

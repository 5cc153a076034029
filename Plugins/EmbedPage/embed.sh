# Writes a Swift file with one text a file: name.js becomes PageSources.name_js.
#
#   embed.sh OUTPUT FILE…
set -eu
output=$1
shift
for file; do
  # What would end the literal, or be read as anything but itself.
  if grep -qE '"""###|\\###' "$file"; then
    echo "$file: error: a part of the page may not hold \"\"\"### or \\###" >&2
    exit 1
  fi
done
{
  echo '/// The files of the folder Page as they are.'
  echo 'enum PageSources {'
  for file; do
    printf 'static let %s = ###"""\n' "$(basename "$file" | tr -c 'A-Za-z0-9\n' _)"
    cat "$file"
    printf '\n"""###\n'
  done
  echo '}'
} >"$output.new"
mv "$output.new" "$output"

#!/usr/bin/env bash
# Installs the Debian packages that are missing; does nothing, and needs no network, when all are there.
#
#   Tools/setup.sh               what building and running needs
#   Tools/setup.sh --reference   and GDAL and a browser, which the checks open the layers and the page with
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libgeos-dev libproj-dev libsqlite3-dev zlib1g-dev pkg-config)
if [ "${1:-}" = "--reference" ]; then packages+=(python3 gdal-bin python3-gdal python3-shapely python3-pyproj chromium); fi

if ! command -v swift >/dev/null; then
  echo "setup: there is no swift on the PATH; install Swift 6.2 or later from https://www.swift.org/install" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != "6.2" ]; then
  echo "setup: Swift $version is too old; 6.2 or later is needed" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [ "$state" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: all packages are there (${packages[*]})"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "setup: missing ${missing[*]}, and there is no apt-get here; install them and run again" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: missing ${missing[*]}; as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"

#!/usr/bin/env bash
# Makes the pictures of the README anew: plays the tour and keeps some of its screens.
set -euo pipefail

here=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
played=$(mktemp -d)
trap 'rm -rf "$played"' EXIT

QT_QPA_PLATFORM=offscreen "$here/run" tour --out "$played"

mkdir -p "$here/docs/pictures"
for name in disputes today log-form preview settle english-disputes meter both-clocks \
  volume-after statistics; do
  cp "$played"/screens/[0-9][0-9][0-9]-"$name.png" "$here/docs/pictures/$name.png"
done

#!/bin/sh
# Obtains the carried fonts again and packs them into resources/fonts.
# Needs npm, apt-get with the sources of Debian 12 and 13, xz, and python3 with fontTools 4.68.0
# (not part of the program's own set-up). The result must equal resources/fonts/fonts.json.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
fonts="$here/resources/fonts"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Static TrueType outlines: ReportLab cannot embed the CFF outlines of the Noto CJK collections.
npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
for archive in *.tgz; do
    mkdir "${archive%.tgz}" && tar -xzf "$archive" -C "${archive%.tgz}"
done
apt-get download fonts-hanazono=20170904-2.1
dpkg-deb -x fonts-hanazono_*.deb hanazono
# From Debian 13: the version of Debian 12 lacks Extension I and parts of G and H.
apt-get download fonts-babelstone-han=16.0.1-1
dpkg-deb -x fonts-babelstone-han_*.deb babelstone

serif=$(echo expo-google-fonts-noto-serif-sc-*/package)
sans=$(echo expo-google-fonts-noto-sans-sc-*/package)
cp "$serif/400Regular/NotoSerifSC_400Regular.ttf" NotoSerifSC-Regular.ttf
cp "$sans/400Regular/NotoSansSC_400Regular.ttf" NotoSansSC-Regular.ttf
cp "$sans/700Bold/NotoSansSC_700Bold.ttf" NotoSansSC-Bold.ttf
cp hanazono/usr/share/fonts/truetype/hanazono/HanaMinB.ttf HanaMinB.ttf
python3 "$here/packaging/rare_font.py" \
    babelstone/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf BabelStoneHanRare.ttf \
    "$fonts/BabelStoneHanRare-ARPHICPL.txt" NotoSerifSC-Regular.ttf HanaMinB.ttf
cp "$serif/LICENSE_FONT" "$fonts/NotoSerifSC-OFL.txt"
cp "$sans/LICENSE_FONT" "$fonts/NotoSansSC-OFL.txt"

python3 - "$fonts/fonts.json" <<'CHECK'
import hashlib, json, pathlib, sys
for font in json.load(open(sys.argv[1], encoding="utf-8")):
    content = pathlib.Path(font["name"] + ".ttf").read_bytes()
    if hashlib.sha256(content).hexdigest() != font["sha256"]:
        sys.exit(font["name"] + " is not the font that fonts.json describes")
CHECK

for font in NotoSerifSC-Regular NotoSansSC-Regular NotoSansSC-Bold HanaMinB \
    BabelStoneHanRare; do
    xz -9e -c "$font.ttf" > "$fonts/$font.ttf.xz"
done

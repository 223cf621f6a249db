#!/usr/bin/env bash
# Lets PDFBox Preflight judge papers: judge_papers.sh FILE.pdf...
# Needs java and the Debian packages libpdfbox2-java, libcommons-io-java, libjaxb-api-java and
# libactivation-java. Preflight knows PDF/A-1b, so it is shown a copy that claims no more: all that
# 3b asks of fonts, colours, streams and metadata it asks too. Papers with a file inside are for
# level 3 alone: judge those by veraPDF, where it is to be had.
set -euo pipefail

jars=${JARS:-/usr/share/java}
path=
for name in preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io jaxb-api javax.activation; do
  path+=$jars/$name.jar:
done
copy=$(mktemp --suffix=.pdf)
trap 'rm -f "$copy"' EXIT
ended=0
for paper in "$@"; do
  LC_ALL=C sed 's/^%PDF-1\.7/%PDF-1.4/; s/<pdfaid:part>3/<pdfaid:part>1/' "$paper" >"$copy"
  said=$(java -cp "$path" org.apache.pdfbox.preflight.Validator_A1b "$copy" 2>&1) || true
  if [[ $said == *"is a valid PDF/A-1b file"* ]]; then
    printf '%s: well\n' "$paper"
  else
    printf '%s:\n%s\n' "$paper" "$said"
    ended=1
  fi
done
exit $ended

#!/usr/bin/env bash
# usage: archive.sh URL NAME
#
# Writes NAME.warc.gz (and its index, NAME.cdx): the published site as it answers today, in the form that archives keep (WARC, ISO 28500).
# Every file that the site's SHA256SUMS lists is asked for at its address, so that nothing hangs on links. Of a site whose addresses end
# in "/" (vav build --target web) the pages are asked for by those, and what its folder server/ holds for the server is not asked for:
# it is nothing to read, and its own snippets let the server say so.
set -euo pipefail

if [ $# != 2 ]; then
  sed -n '2s/^# //p' "$0" >&2
  exit 2
fi
url=${1%/}/ name=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

fetch() { wget --quiet --output-document="$work/$1" "$url$1" || { printf '%s does not answer\n' "$url$1" >&2; exit 3; }; }
fetch SHA256SUMS
fetch manifest.json

# A path as it stands in an address.
encoded() {
  local path=$1 i c
  for ((i = 0; i < ${#path}; i++)); do
    c=${path:i:1}
    case "$c" in [a-zA-Z0-9/._~-]) printf %s "$c" ;; *) printf '%%%02X' "'$c" ;; esac
  done
}

cut -c 67- "$work/SHA256SUMS" >"$work/paths"
if grep -q '^ *"target": *"web"' "$work/manifest.json"; then sed -E -i -e '/^server\//d' -e 's,(^|/)index\.html$,\1,' "$work/paths"; fi
{
  echo "$url"
  echo "${url}SHA256SUMS"
  while IFS= read -r path; do printf '%s%s\n' "$url" "$(encoded "$path")"; done <"$work/paths"
} >"$work/addresses"
sort -u -o "$work/addresses" "$work/addresses"

# Each once, with what was asked and answered; the files themselves are not kept. An address that does not answer makes wget fail (8).
wget --no-verbose --input-file="$work/addresses" --warc-file="$name" --warc-cdx --no-warc-keep-log --delete-after \
  --directory-prefix="$work/files" --force-directories --tries=3 2>"$work/log" || { grep -v ' URL:' "$work/log" >&2; exit 3; }
printf '%s.warc.gz: %d addresses of %s\n' "$name" "$(wc -l <"$work/addresses")" "$url"

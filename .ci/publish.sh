#!/usr/bin/env bash
# usage: publish.sh SITE TARGET [--dry-run] [--everything] [--content FOLDER] [--allow-vanished]
#
# Sends a finished site (a folder that vav build has written) to any place that rclone reaches: an object store, WebDAV, SFTP, a folder.
# TARGET is as rclone takes it: REMOTE:PATH of its configuration, or on the spot ":webdav,url='https://…':PATH".
#
# What changed is told from two lists of checksums: SHA256SUMS of the site, and the one that was sent last. So no file is sent twice,
# whatever the target tells of its files. The order keeps readers from half a site: files that pages need, then pages, then what has
# gone is removed, and SHA256SUMS comes after all that. Files that were never listed there are somebody else's and stay. --everything
# sends all, after somebody has changed files at the target.
#
# While a run lasts, SHA256SUMS.pending at the target lists what it sends and removes. One that is there at the start was left by a run
# that was cut off: whatever it lists may be of that run, or gone, so it is sent again, or removed when the site does not have it.
#
# With --content, the content that SITE is woven from is first held against manifest.json at the target (vav check --against): where an
# address or passage that was published would vanish, nothing is sent. --allow-vanished tells what vanishes, and sends.
#
# Tried on rclone's own servers of WebDAV and SFTP, and on folders. Not tried on S3: rclone 1.60 of Debian 12 has no `serve s3`.
#
# A host in front (CDN) may keep what bears a fingerprint in its name for ever; all else it asks for anew.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
usage() {
  sed -n '2s/^# //p' "$0" >&2
  exit 2
}

site='' target='' content='' dry=() everything='' allow_vanished=''
while [ $# -gt 0 ]; do
  case "$1" in
    --dry-run) dry=(--dry-run) ;;
    --everything) everything=1 ;;
    --allow-vanished) allow_vanished=1 ;;
    --content)
      shift
      content=${1:-}
      [ -n "$content" ] || usage
      ;;
    -*) usage ;;
    *)
      if [ -z "$site" ]; then site=$1
      elif [ -z "$target" ]; then target=$1
      else usage; fi
      ;;
  esac
  shift
done
[ -n "$target" ] || usage
[ -f "$site/SHA256SUMS" ] || { say "$site is no finished site: it has no SHA256SUMS"; exit 3; }
# A folder without a remote's name would take SHA256SUMS as a part of its path.
case "$target" in *: | */) ;; *) target+=/ ;; esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

# fetch NAME FILE: a file at the target; an empty one when it is not there, and `found` is empty then. Any other failure ends us: to send all because of a broken
# line would be wrong.
fetch() {
  local status=0
  rclone cat "$target$1" >"$2" 2>"$work/log" || status=$?
  case "$status" in
    0) found=1 ;;
    3 | 4) found='' && : >"$2" ;;
    *)
      cat "$work/log" >&2
      say "The target does not answer."
      exit 3
      ;;
  esac
}

if [ -n "$content" ]; then
  fetch manifest.json "$work/manifest.json"
  if [ -s "$work/manifest.json" ]; then
    status=0
    "${VAV:-$(dirname "$0")/../build/bin/vav}" check "$content" --against "$work/manifest.json" >"$work/log" || status=$?
    if [ "$status" = 1 ] && [ -z "$allow_vanished" ]; then
      say "Nothing was sent: mend what is said above; --allow-vanished lets what was published vanish."
    fi
    if [ "$status" != 0 ] && { [ "$status" != 1 ] || [ -z "$allow_vanished" ]; }; then exit "$status"; fi
  fi
fi

sums=SHA256SUMS journal=SHA256SUMS.pending
fetch "$sums" "$work/before"
fetch "$journal" "$work/journal"
left=$found
# A last line that was cut off while it was sent names nothing.
for list in "$work/before" "$work/journal"; do [ -z "$(tail -c 1 "$list")" ] || sed -i '$d' "$list"; done
# A journal ends with the line of SHA256SUMS. One that does not was cut off itself, and a longer one may have been there before.
if [ -n "$left" ] && [ "$(tail -n 1 "$work/journal" | cut -c 67-)" != "$sums" ]; then everything=1; fi

paths() { cut -c 67-; }
sort "$site/$sums" >"$work/now.sums"
sort "$work/before" >"$work/before.sums"
paths <"$work/now.sums" | sort >"$work/now"
paths <"$work/journal" | grep -vFx "$sums" | sort -u >"$work/doubtful" || true
if [ -n "$everything" ]; then : >"$work/same"
else comm -12 "$work/now.sums" "$work/before.sums" | paths | sort | comm -23 - "$work/doubtful" >"$work/same"; fi
comm -23 "$work/now" "$work/same" >"$work/changed"
paths <"$work/before.sums" | sort -u - "$work/doubtful" | comm -13 "$work/now" - >"$work/gone"

# In turn: what bears its fingerprint; what else pages need; pages and the search's table of contents, which name those.
is_page='\.html$|^search/[^/]*/head\.js$'
# A fingerprint is what vav writes in assets/ and the search's parts; elsewhere editors name files, and 20250508 is a day.
fingerprint='^(assets|search/[^/]+/parts)/.*(\.[0-9a-f]{8}\.[a-z.A-Z]+|-[0-9a-f]{12}\.js)$'
grep -E "$is_page" "$work/changed" >"$work/pages" || true
grep -vE "$is_page" "$work/changed" | grep -E "$fingerprint" >"$work/for-ever" || true
grep -vE "$is_page" "$work/changed" | grep -vE "$fingerprint" >"$work/files" || true
grep -E "$is_page" "$work/gone" >"$work/gone-pages" || true
grep -vE "$is_page" "$work/gone" >"$work/gone-files" || true

# send LIST CACHE: the files of the list, whatever the target says of them.
send() {
  [ -s "$1" ] || return 0
  rclone copy "$site" "$target" --files-from-raw "$1" --no-traverse --ignore-times --header-upload "Cache-Control: $2" --stats 0 "${dry[@]}"
}
remove() {
  [ -s "$1" ] || return 0
  rclone delete "$target" --files-from-raw "$1" "${dry[@]}"
}
folders() { awk -F/ '{ path = ""; for (i = 1; i < NF; i++) { path = path $i "/"; print path } }' "$1" | sort -u; }
# The folders that nothing lies in any more, the innermost first. Object stores have none.
remove_empty_folders() {
  local folder
  folders "$work/gone" >"$work/gone-folders"
  folders "$work/now" | comm -13 - "$work/gone-folders" | sort -r >"$work/empty"
  while read -r folder; do rclone rmdir "$target$folder" "${dry[@]}" 2>>"$work/log" || true; done <"$work/empty"
}

if [ -s "$work/changed" ] || [ -s "$work/gone" ]; then
  # What this run touches, by the sums that come, or else those that go. A journal that lists all of it already stays as it is.
  sort -u "$work/changed" "$work/gone" >"$work/touched"
  if [ -n "$(comm -23 "$work/touched" "$work/doubtful")" ] || [ -n "$everything" ]; then
    awk 'FILENAME == ARGV[1] { touched[$0]; next } { path = substr($0, 67) } path in touched { print; delete touched[path] }' \
      "$work/touched" "$work/now.sums" "$work/before.sums" "$work/journal" >"$work/$journal"
    printf '%s  %s\n' "$(sha256sum <"$site/$sums" | cut -c -64)" "$sums" >>"$work/$journal"
    rclone copyto "$work/$journal" "$target$journal" --ignore-times --header-upload "Cache-Control: no-cache" --stats 0 "${dry[@]}"
  fi
  send "$work/for-ever" "public, max-age=31536000, immutable"
  send "$work/files" "no-cache"
  send "$work/pages" "no-cache"
  remove "$work/gone-pages"
  remove "$work/gone-files"
  remove_empty_folders
  echo "$sums" >"$work/sums"
  send "$work/sums" "no-cache"
fi
# Of a run that has come this far nothing is in doubt.
if [ -s "$work/changed" ] || [ -s "$work/gone" ] || [ -n "$left" ]; then
  echo "$journal" >"$work/done"
  remove "$work/done"
fi
printf '%s: %d files sent, %d unchanged, %d removed%s\n' "$target" "$(wc -l <"$work/changed")" "$(wc -l <"$work/same")" "$(wc -l <"$work/gone")" \
  "${dry:+ (dry run: nothing was done)}"

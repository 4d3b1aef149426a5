# shellcheck shell=bash disable=SC2154
# The parts of ./dev test: what each needs and runs. Sourced by ../dev.
# A part says how many tests it ran in a way that count.py reads; one that does not, or cannot run, has failed.

all_parts=(architecture unit templates sites faults properties themes serve schema evidence content site servers search markup pages browser publish lint)

declare -A needs=(
  [architecture]="vav" [unit]="dev" [sites]="vav" [faults]="vav" [properties]="vav" [templates]="dev" [themes]="vav" [serve]="vav" [schema]="vav node" [evidence]="vav site" [content]="vav site" [site]="vav site" [servers]="vav" [search]="dev site"
  [markup]="site node" [pages]="site node" [browser]="site node" [publish]="vav site node" [lint]="lint")

# What parts need; each is made once. VAV_PRESET=asan or tsan tests a program that is built so.
need_dev() { build_preset "${VAV_PRESET:-dev}"; }
need_vav() {
  build_share
  if [ -n "${VAV_PRESET:-}" ]; then build_preset "$VAV_PRESET"; else build_vav; fi
}
need_site() { build_site; }
need_node() { need_npm tests; }
need_lint() {
  need_packages "${lint_packages[@]}"
  configure_preset dev
}

python_tests() { python3 -B -m unittest discover -s "$1" -t tests -p '*_test.py' 2>&1; }
node_tests() { node --test --test-reporter=./tests/node_reporter.mjs "$@"; }

part_architecture() { python_tests tests/architecture; }

part_unit() { ctest --test-dir "build/${VAV_PRESET:-dev}" --output-on-failure -j "$(nproc)" | grep -v ' Passed '; }

part_sites() { python3 -B tests/sites/run.py --vav "$VAV"; }

part_faults() { python3 -B tests/faults/run.py --vav "$VAV"; }

part_properties() { python_tests tests/properties; }

# What our templates make and what the real Jinja2 makes of the same.
part_templates() {
  # The python3 that Debian's python3-jinja2 is for.
  VAV_RENDER_TOOL=$PWD/build/${VAV_PRESET:-dev}/bin/render_tool /usr/bin/python3 -B -m unittest discover -s tests/templates -t tests -p '*_test.py' 2>&1
}

part_themes() { python_tests tests/themes; }

part_serve() { python_tests tests/serve; }

part_schema() { node_tests tests/schema/*_test.js; }

# With the python3 that Debian's python3-yaml is for.
part_evidence() { /usr/bin/python3 -B -m unittest discover -s tests/evidence -t tests -p '*_test.py' 2>&1; }

part_content() { python_tests tests/content; }

part_site() { python_tests tests/built_site; }

# nginx and Apache over a site for the web.
part_servers() { python_tests tests/servers; }

# The index and the ranking against the real lunr, which assets/ and tests/search/ get from npm, and how well the judged queries are
# answered. Each program is one test.
part_search() {
  local bin=build/${VAV_PRESET:-dev}/bin passed=0 failed=0 program
  need_npm tests/search
  for program in "tests/search/oracle_test.js --tool $bin/lunr_index_tool --site $VAV_SITE" \
    "tests/search/packed_test.js --tool $bin/ranking_tool --site $VAV_SITE" \
    "tests/search/ranking_test.js --tool $bin/ranking_tool --site $VAV_SITE" "tests/bench/search/measures_test.js" \
    "tests/bench/search/bench.js --site $VAV_SITE --only vav --floor" "tests/search/size_test.js --vav $VAV"; do
    # shellcheck disable=SC2086  # program and arguments
    if node $program; then passed=$((passed + 1)); else
      failed=$((failed + 1))
      echo "FAILED node $program"
    fi
  done
  echo "$passed passed, $failed failed"
}

# Three files at a time: the checkers are programs of one thread or of two.
part_markup() { node_tests --test-concurrency=3 tests/markup/*_test.js tests/types/*_test.js; }

# Rules over the pages of the site: what markup and these take together is told in tests/README.md.
rules_over_pages=(tests/browser/{every_page,no_script,keyboard,axe,looks,woven,picture}_test.js)

# The longest first, which keeps both cores busy by itself.
part_pages() { node_tests --test-concurrency=2 "${rules_over_pages[@]}"; }

# What readers do. Three files at a time, since each waits for its browser now and then; each has one browser.
part_browser() {
  local file rest=()
  for file in tests/browser/*_test.js; do [[ " ${rules_over_pages[*]} " = *" $file "* ]] || rest+=("$file"); done
  node_tests --test-concurrency=3 "${rest[@]}"
}

# From the folder of the site to readers: real mounts, servers, archives and browsers.
part_publish() {
  local failed=0
  python_tests tests/publish || failed=1
  node_tests tests/publish/*_test.js || failed=1
  return "$failed"
}

# ./dev lint judges every file; here clang-tidy takes only what the change touches, for it needs some 15 seconds a file.
part_lint() { python3 -B .ci/lint.py --changed; }

# in_part COMMAND…: runs it so that its first failure ends it, and returns its status without ending us. Never call it in a
# condition: there bash forgets errexit.
in_part() {
  set +e
  (
    set -eo pipefail
    "$@"
  )
  status=$?
  set -e
}

test_parts() {
  local parts=("$@") part need made=" " broken=" " passed=0 failed=0 counted status started log
  if [ ${#parts[@]} = 0 ]; then parts=("${all_parts[@]}"); fi
  for part in "${parts[@]}"; do
    [ -n "${needs[$part]:-}" ] || { say "There is no part '$part'. Parts: ${all_parts[*]}"; exit 2; }
  done
  mkdir -p build/test-logs
  need_packages "${test_packages[@]}"
  need_node_20
  export VAV=$PWD/build/bin/vav VAV_ROOMS=$PWD/build/${VAV_PRESET:-release}/rooms.txt VAV_SITE="${VAV_SITE:-$PWD/build/site}" LC_ALL=C.UTF-8
  if [ -n "${VAV_PRESET:-}" ]; then VAV=$PWD/build/$VAV_PRESET/bin/vav; fi
  for part in "${parts[@]}"; do
    counted=
    for need in ${needs[$part]}; do
      if [[ $made != *" $need "* ]]; then
        in_part "need_$need"
        made+="$need "
        if [ "$status" != 0 ]; then broken+="$need "; fi
      fi
      if [[ $broken == *" $need "* ]]; then counted="0 1"; fi
    done
    started=$SECONDS
    log=build/test-logs/$part.log
    if [ -n "$counted" ]; then
      echo "$part cannot run: what it needs (${needs[$part]}) could not be made" | tee "$log"
    else
      in_part "part_$part" >"$log" 2>&1
      counted=$(python3 -B .ci/count.py "$log" "$status")
      # Nothing to read where all is well.
      if [ "${counted#* }" != 0 ]; then cat "$log"; fi
    fi
    passed=$((passed + ${counted% *}))
    failed=$((failed + ${counted#* }))
    printf '%-13s %5d right %4d wrong %5d s\n' "$part" "${counted% *}" "${counted#* }" $((SECONDS - started))
  done
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# shellcheck shell=bash disable=SC2154
# What ./dev bench measures. Sourced by ../dev.

bench() {
  need_packages "${bench_packages[@]}"
  case "${1:-}" in
    search)
      shift
      need_node_20
      need_npm tests
      build_site
      node tests/bench/search/bench.js "$@"
      ;;
    index)
      need_npm tests/search
      build_vav
      build_share
      # The release preset has no tests, and their own is not made to be fast.
      build_preset bench lunr_index_tool
      node tests/bench/index_bench.js --vav build/bin/vav --tool build/bench/bin/lunr_index_tool --pages "${2:-10000}"
      ;;
    evidence)
      shift
      build_vav
      build_share
      python3 tests/bench/evidence_bench.py --vav build/bin/vav "$@"
      ;;
    browser)
      need_packages "${test_packages[@]}"
      need_node_20
      need_npm tests
      build_vav
      build_share
      python3 tests/bench/large_site.py --vav build/bin/vav --pages "${2:-10000}" --out build/bench/large
      node tests/bench/search/browser_bench.js --site build/bench/large
      ;;
    *)
      build_vav
      build_share
      python3 tests/bench/bench.py --vav build/bin/vav --pages "${1:-1000}"
      ;;
  esac
}

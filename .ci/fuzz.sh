#!/usr/bin/env bash
# Runs every libFuzzer target of build/fuzz for SECONDS each; what they find lands in build/fuzz/findings.
set -u
seconds=${1:-30}
findings=build/fuzz/findings
mkdir -p "$findings"
passed=0 failed=0
for target in build/fuzz/bin/*_fuzz; do
  [ -x "$target" ] || continue
  name=$(basename "$target")
  corpus=build/fuzz/corpus/$name
  mkdir -p "$corpus"
  seeds=()
  if [ -d "tests/fuzz/corpus/${name%%_*}" ]; then seeds=("tests/fuzz/corpus/${name%%_*}"); fi
  echo "$name: $seconds s"
  if "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="$findings/$name-" "$corpus" "${seeds[@]}" >"build/fuzz/$name.log" 2>&1; then
    passed=$((passed + 1))
    grep -E 'number_of_executed_units|average_exec_per_sec' "build/fuzz/$name.log"
  else
    failed=$((failed + 1))
    tail -n 60 "build/fuzz/$name.log"
  fi
done
if [ $((passed + failed)) = 0 ]; then
  echo "There is no fuzz target (tests/fuzz/*_fuzz.cc)"
  failed=1
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

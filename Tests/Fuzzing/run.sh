#!/usr/bin/env bash
# Fuzzes the parts that read what anybody wrote, by libFuzzer with AddressSanitizer:
#
#     Tests/Fuzzing/run.sh SECONDS [TARGET…]
#
# Inputs that reach new code are kept in .build/fuzzing/corpora/TARGET, so that the next run begins where this one
# ended. What ends the program is kept in .build/fuzzing/found, and the run fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:?seconds for each target}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(yaml markdown sanitizer template references queries)

scratch=.build/fuzzing
export SWIFT_BACKTRACE=enable=no
# Objects only, linked here: SwiftPM would give the program a main function of its own.
swift build --scratch-path "$scratch" --target FuzzProbe \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -O >"$scratch.log" 2>&1 || { tail -n 20 "$scratch.log"; exit 1; }
objects=$(find "$scratch/debug/" -name '*.o' -path '*.build/*' -not -path '*-tool.build/*')
# shellcheck disable=SC2086
swiftc -sanitize=fuzzer,address -parse-as-library $objects -lcmark-gfm -lcmark-gfm-extensions -lyaml \
  -o "$scratch/probe" 2>"$scratch.log" || { tail -n 20 "$scratch.log"; exit 1; }

mkdir -p "$scratch/found"
failed=
for target in "${targets[@]}"; do
  corpus=$scratch/corpora/$target
  mkdir -p "$corpus"
  # Leaks are for the tests in Swift: the runtime keeps what it has made.
  if ! CALLBOARD_FUZZ=$target ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 "$scratch/probe" \
    "$corpus" Tests/Fuzzing/Corpora/"$target" -dict=Tests/Fuzzing/Dictionaries/"$target".txt \
    -artifact_prefix="$scratch/found/$target-" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
    -max_len=4096 -use_value_profile=1 -print_final_stats=1 >"$scratch/$target.log" 2>&1
  then
    failed=yes
    grep -aE 'ERROR|Fatal error|SUMMARY|Test unit written' "$scratch/$target.log" | cut -c1-300
  fi
  runs=$(grep -aoE 'number_of_executed_units: +[0-9]+' "$scratch/$target.log" | grep -oE '[0-9]+' || echo 0)
  echo "fuzz $target: $runs inputs in $seconds s, $(find "$corpus" -type f | wc -l) kept, $(find "$scratch/found" -name "$target-*" | wc -l) found"
done
[ -z "$failed" ] || { echo "Inputs that ended the program stand in $scratch/found"; exit 1; }

#!/usr/bin/env bash
# Fuzzes the parts that read what anybody wrote, by libFuzzer with AddressSanitizer:
#
#     Tests/Fuzzing/run.sh [--quick] SECONDS [TARGET…]
#
# --quick leaves the optimiser out: the program is made in two fifths of the time, and goes through fewer inputs.
#
# Inputs that reach new code are kept in .build/fuzzing/corpora/TARGET, so that the next run begins where this one
# ended. What ends the program is kept in .build/fuzzing/found, and the run fails.
set -euo pipefail
cd "$(dirname "$0")/../.."

scratch=.build/fuzzing
program=$scratch/optimized
flags=(-Xswiftc -O)
timeout=20
if [ "${1:-}" = --quick ]; then
  shift
  program=$scratch/quick
  flags=(-Xswiftc -gnone)
  timeout=120
  # A macro that calls itself ends at the depth that templates may have, for which the program that people run needs
  # 1 MB of stack; without the optimiser and with AddressSanitizer's gaps it is more than the usual 8.
  ulimit -s 65536 2>/dev/null || ulimit -s "$(ulimit -H -s)"
fi
seconds=${1:?seconds for each target}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(yaml markdown sanitizer template references queries)

export SWIFT_BACKTRACE=enable=no
# Objects only, linked here: SwiftPM would give the program a main function of its own.
mkdir -p "$program" "$scratch/found"
swift build --scratch-path "$program" --target FuzzProbe \
  -Xswiftc -sanitize=fuzzer,address "${flags[@]}" >"$program.log" 2>&1 || { tail -n 20 "$program.log"; exit 1; }
objects=$(find "$program/debug/" -name '*.o' -path '*.build/*' -not -path '*-tool.build/*')
# shellcheck disable=SC2086
swiftc -sanitize=fuzzer,address -parse-as-library $objects -lcmark-gfm -lcmark-gfm-extensions -lyaml \
  -o "$program/probe" 2>"$program.log" || { tail -n 20 "$program.log"; exit 1; }

# One target; what it found, in a line. Fails when an input has ended the program.
fuzz() {
  local target=$1 corpus=$scratch/corpora/$1 log=$scratch/$1.log status=0 runs
  mkdir -p "$corpus"
  # Leaks are for the tests in Swift: the runtime keeps what it has made.
  CALLBOARD_FUZZ=$target ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 "$program/probe" \
    "$corpus" Tests/Fuzzing/Corpora/"$target" -dict=Tests/Fuzzing/Dictionaries/"$target".txt \
    -artifact_prefix="$scratch/found/$target-" -max_total_time="$seconds" -timeout="$timeout" -rss_limit_mb=4096 \
    -max_len=4096 -use_value_profile=1 -print_final_stats=1 >"$log" 2>&1 || status=1
  [ $status = 0 ] || grep -aE 'ERROR|Fatal error|SUMMARY|Test unit written' "$log" | cut -c1-300 || true
  runs=$(grep -aoE 'number_of_executed_units: +[0-9]+' "$log" | grep -oE '[0-9]+' || echo 0)
  echo "fuzz $target: $runs inputs in $seconds s, $(find "$corpus" -type f | wc -l) kept, $(find "$scratch/found" -name "$target-*" | wc -l) found"
  return $status
}

# As many at once as the machine has processors.
failed=
running=0
for target in "${targets[@]}"; do
  if [ $running -ge "$(nproc)" ]; then
    wait -n || failed=yes
    running=$((running - 1))
  fi
  fuzz "$target" &
  running=$((running + 1))
done
while [ $running -gt 0 ]; do
  wait -n || failed=yes
  running=$((running - 1))
done
[ -z "$failed" ] || { echo "Inputs that ended the program stand in $scratch/found"; exit 1; }

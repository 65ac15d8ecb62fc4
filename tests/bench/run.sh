#!/bin/sh
# The parts by Google Benchmark, then whole processes at 10 and 100 MB. Build with -DHEARD_BUILD_BENCH=ON first.
set -eu
cd "$(dirname "$0")/../.."
for bench in build/release/bin/*_bench; do
  [ -x "$bench" ] && "$bench" --benchmark_min_time=0.5
done
python3 tests/bench/whole.py build/release/bin/heard "${TMPDIR:-/tmp}/heard-bench" "$@"

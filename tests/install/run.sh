#!/bin/sh
# Installs a build into a folder, moves that folder, and builds and runs consumer/ against it.
# usage: run.sh CMAKE BUILD WORK LIBDIR CC CXX
set -eu
cmake=$1 build=$2 work=$3 libdir=$4 cc=$5 cxx=$6
consumer=$(cd "$(dirname "$0")/consumer" && pwd)

rm -rf "$work/first" "$work/prefix" "$work/consumer"
"$cmake" --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/prefix"
prefix=$work/prefix

ls -d "$prefix/$libdir/cmake" "$prefix/$libdir/pkgconfig" "$prefix/include" >/dev/null
# A path of this machine's build in an installed file would make it useless on another.
if grep -rl -e "$build" -e "$work" "$prefix/$libdir/cmake" "$prefix/$libdir/pkgconfig" "$prefix/include"; then
  echo "these files know where they were built" >&2
  exit 1
fi
"$prefix/bin/heard" --version
test -s "$prefix/share/man/man1/heard.1"

"$cmake" -S "$consumer" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_C_COMPILER="$cc" -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_BUILD_TYPE=Debug >/dev/null
"$cmake" --build "$work/consumer" >/dev/null
"$work/consumer/from_c"
"$work/consumer/from_cpp"

if ! command -v pkg-config >/dev/null; then
  echo "pkg-config is not there and was not tried"
  exit 0
fi
export PKG_CONFIG_PATH="$prefix/$libdir/pkgconfig"
export LD_LIBRARY_PATH="$prefix/$libdir"
# shellcheck disable=SC2046  # one word a flag
"$cc" "$consumer/from_c.c" $(pkg-config --cflags --libs heard) -o "$work/consumer/pc_c"
# shellcheck disable=SC2046
"$cxx" -std=c++20 "$consumer/from_cpp.cpp" $(pkg-config --cflags --libs heard-core) \
  -o "$work/consumer/pc_cpp"
"$work/consumer/pc_c"
"$work/consumer/pc_cpp"

#!/bin/sh
# Installs what heard needs on Debian 12 and runs a workflow. See --help.
set -eu
cd "$(dirname "$0")"

build_packages="g++ cmake ninja-build pkg-config libboost1.81-dev libicu-dev libstemmer-dev
libtomlplusplus-dev nlohmann-json3-dev libxxhash-dev libcli11-dev libfmt-dev doctest-dev python3"
test_packages="python3-pytest locales unicode-data doxygen graphviz clang-format-14 tidy"
bench_packages="libbenchmark-dev time libvectorscan-dev libre2-dev libsqlite3-dev python3-venv r-base-core
r-cran-stringi r-cran-tokenizers"

usage() {
  cat <<'TEXT'
usage: ./bootstrap.sh [--dry-run] demo | test | bench | packages

  demo      install what is needed, build, make the report on the example and say where it is
  test      install what is needed, build, run every test
  bench     install what is needed, build, run the benchmarks (docs/performance.md says which)
  packages  install what is needed for all of these, and stop

  --dry-run  print what would be run, and run nothing
  --help     print this

Needs Debian 12 (or a system with packages of the same names), and root or sudo only where packages
are missing. It never removes a package; run twice, it does no harm.
TEXT
}

dry=no
task=
for argument in "$@"; do
  case $argument in
    --dry-run) dry=yes ;;
    --help | -h) usage; exit 0 ;;
    demo | test | bench | packages)
      if [ -n "$task" ]; then usage >&2; exit 2; fi
      task=$argument ;;
    *) echo "bootstrap.sh: \"$argument\" is not known" >&2; usage >&2; exit 2 ;;
  esac
done
if [ -z "$task" ]; then usage >&2; exit 2; fi

run() {
  echo "+ $*"
  if [ "$dry" = no ]; then "$@"; fi
}

installed() {
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

as_root() {
  if [ "$(id -u)" = 0 ]; then run "$@"
  elif command -v sudo >/dev/null; then run sudo "$@"
  else
    echo "bootstrap.sh: packages are missing, and neither root nor sudo is there to install them:" >&2
    echo "  $*" >&2
    exit 1
  fi
}

install_packages() {
  missing=
  for package in "$@"; do
    installed "$package" || missing="$missing $package"
  done
  if [ -z "$missing" ]; then echo "all packages are there"; return; fi
  if ! command -v apt-get >/dev/null; then
    echo "bootstrap.sh: no apt-get here; install by hand:$missing" >&2
    exit 1
  fi
  # Debian lets only one Boost be developed against at a time, and apt would remove the other.
  case $missing in
    *libboost1.81-dev*)
      if installed libboost1.74-dev; then
        echo "bootstrap.sh: libboost1.74-dev is installed and excludes libboost1.81-dev, which heard needs." >&2
        echo "  Nothing was changed. To replace it yourself: apt-get install libboost1.81-dev" >&2
        exit 1
      fi ;;
  esac
  as_root apt-get update
  # shellcheck disable=SC2086  # one word a package
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-remove \
    --no-install-recommends $missing
}

# shellcheck disable=SC2086  # one word a package
case $task in
  demo) install_packages $build_packages ;;
  test) install_packages $build_packages $test_packages ;;
  bench) install_packages $build_packages $bench_packages ;;
  packages) install_packages $build_packages $test_packages $bench_packages ;;
esac

case $task in
  demo | test) run cmake --workflow --preset "$task" ;;
  bench)
    run cmake --preset release -DHEARD_BUILD_BENCH=ON -DHEARD_BUILD_PEERS=ON
    run cmake --build --preset release
    run tests/bench/run.sh ;;
esac

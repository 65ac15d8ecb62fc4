#!/bin/sh
# usage: prints.sh PATTERN COMMAND [ARGUMENT ...]
# The command must end well and print a line that the extended regular expression matches.
set -eu
pattern=$1
shift
printed=$("$@")
printf '%s\n' "$printed"
printf '%s\n' "$printed" | grep -Eq -e "$pattern"

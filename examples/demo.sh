#!/bin/sh
# The main job on the example: check what people wrote and sent in, write the account, say where it is.
# usage: demo.sh HEARD CONSULTATION FOLDER
set -eu
"$1" --quiet check "$2"
"$1" --quiet report "$2" --out "$3"
echo
echo "The account is in $3/publish/report.html"

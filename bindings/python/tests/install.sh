#!/bin/sh
# Installs the package by pip into an empty folder, without a network, and runs the README's lines from
# elsewhere. usage: install.sh PYTHON LIBRARY WORK
set -eu
python=$1 library=$2 work=$3
package=$(cd "$(dirname "$0")/.." && pwd)
root=$(cd "$package/../.." && pwd)

if ! "$python" -m pip --version >/dev/null 2>&1; then
  echo "skipped: $python has no pip"
  exit 77
fi
rm -rf "$work"
mkdir -p "$work/here"
HEARD_LIBRARY=$library "$python" -m pip install --quiet --disable-pip-version-check --no-index \
  --no-cache-dir --target "$work/site" "$package"

# Of the library that was installed, nothing may be left to find by chance.
unset HEARD_LIBRARY LD_LIBRARY_PATH || true
ln -s "$root/examples" "$work/here/examples"
cd "$work/here"
"$python" - "$root/README.md" >lines.py <<'PYTHON'
import re, sys
print(re.search(r"```python\n(.*?)```", open(sys.argv[1], encoding="utf-8").read(), re.DOTALL).group(1))
PYTHON
PYTHONPATH=$work/site PYTHONDONTWRITEBYTECODE=1 "$python" -W ignore lines.py >printed.txt
grep -q '^| Theme | All |' printed.txt
grep -q '”' printed.txt
test -s report/publish/report.html
PYTHONPATH=$work/site "$python" -c '
import heard, sys
from heard import _library
print(_library.LIBRARY._name)
sys.exit(not _library.LIBRARY._name.startswith(sys.argv[1]))' "$work/site/heard/"

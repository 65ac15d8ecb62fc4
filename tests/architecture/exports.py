#!/usr/bin/env python3
"""The library exports just what heard.symbols lists, and heard.h declares just that.

usage: exports.py HEARD_H HEARD_SYMBOLS LIBHEARD_SO
"""

import re
import subprocess
import sys


def main():
    header, symbols, library = sys.argv[1:4]
    text = re.sub(r"/\*.*?\*/", "", open(header, encoding="utf-8").read(), flags=re.S)
    text = re.sub(r"^#.*?(?<!\\)$", "", text, flags=re.M | re.S)
    declared = set(re.findall(r"HEARD_API[^;]*?\b(heard_\w+)\s*\(", text))
    listed = set(re.findall(r"\b(heard_\w+);", open(symbols, encoding="utf-8").read()))
    shown = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    exported = {line.split()[-1].split("@")[0] for line in shown.stdout.splitlines() if " A " not in line}
    faults = 0
    for what, left, right in (
        ("declared in heard.h, not in heard.symbols", declared, listed),
        ("in heard.symbols, not declared in heard.h", listed, declared),
        ("in heard.symbols, not exported", listed, exported),
        ("exported, not in heard.symbols", exported, listed),
    ):
        for name in sorted(left - right):
            print(f"{name}: {what}")
            faults += 1
    print(f"{len(declared)} functions, {faults} faults")
    return 1 if faults or not declared else 0


if __name__ == "__main__":
    sys.exit(main())

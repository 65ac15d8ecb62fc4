#!/usr/bin/env python3
"""No source file has more than 600 lines; one of more than 400 says why in its first lines ("Long because ...").

heard.h and generated tables are let off. usage: sizes.py SOURCE_DIR
"""

import pathlib
import subprocess
import sys


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    listed = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True)
    if listed.returncode != 0:
        print("skipped: not a git checkout")
        return 77
    faults = 0
    looked_at = 0
    for name in listed.stdout.splitlines():
        path = root / name
        if path.suffix not in {".c", ".cpp", ".hpp", ".h", ".py", ".cmake"} or name == "capi/heard.h":
            continue
        # The example's texts are data in Python's clothes.
        if name.startswith("examples/data/"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        looked_at += 1
        head = "\n".join(lines[:12])
        if "generated" in head:
            continue
        if len(lines) > 600:
            print(f"{name}: {len(lines)} lines, 600 is the most")
            faults += 1
        elif len(lines) > 400 and "Long because" not in head:
            print(f'{name}: {len(lines)} lines, and no "Long because" at its head')
            faults += 1
    print(f"{looked_at} files, {faults} faults")
    return 1 if faults or looked_at < 100 else 0


if __name__ == "__main__":
    sys.exit(main())

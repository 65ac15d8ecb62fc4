#!/usr/bin/env python3
"""Every test case runs under ctest: its name is one that CMake and doctest take as it stands, once in its folder.

CMake parts a list at ';' and reads a lone bracket or a backslash as its own; '*' and '?' are wildcards of doctest's
filter, which knows no capitals either. (A comma is escaped as tests are discovered.) usage: test_names.py SOURCE_DIR
"""

import pathlib
import re
import sys

NAMED = re.compile(r'\b(?:TEST_CASE|TEST_CASE_FIXTURE|TEST_CASE_TEMPLATE|SCENARIO)\((?:[^"()]*,)?\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"')


def names_in(text):
    for match in NAMED.finditer(text):
        name = "".join(PIECE.findall(match.group(1)))
        yield text.count("\n", 0, match.start()) + 1, re.sub(r"\\(.)", r"\1", name)


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    faults = 0
    seen = {}
    for path in sorted((root / "tests").rglob("*.cpp")):
        for line, name in names_in(path.read_text(encoding="utf-8")):
            where = f"{path.relative_to(root)}:{line}"
            bad = sorted(set(name) & set(";[]\\*?"))
            if bad:
                print(f'{where}: the name "{name}" holds {" ".join(bad)}')
            elif name != name.strip() or not name:
                print(f'{where}: the name "{name}" is empty, or has a space at its end')
            else:
                first = seen.setdefault((path.parent, name.lower()), where)
                if first == where:
                    continue
                print(f'{where}: the name "{name}" is that of {first}')
            faults += 1
    print(f"{len(seen)} names, {faults} faults")
    return 1 if faults or not seen else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compares heard.h with what the last release promised: capi/heard.abi as the last tag has it.

A program built on that release must run on this library, unless HEARD_ABI_VERSION says otherwise. What is
compared is the header: each function of it as a stub in C, with its types, as abidw sees them. That the
library exports these functions and no others is for exports.py to say; its own debug information would
bring 28 MB of C++.

usage: abi.py SOURCE_DIR C_COMPILER            compare; 77 where there is nothing to compare with
       abi.py SOURCE_DIR C_COMPILER --write    write capi/heard.abi, before a release is tagged
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def prototypes(header, compiler):
    """The functions that the header declares, each as it stands, by name."""
    depth = 0
    statement = ""
    found = {}
    for c in output(compiler, "-E", "-P", str(header)):
        statement += c
        depth += {"{": 1, "}": -1}.get(c, 0)
        if c != ";" or depth != 0:
            continue
        name = re.search(r"\b(heard_\w+)\s*\(", statement)
        if name and not re.match(r"\s*typedef\b", statement):
            found[name.group(1)] = statement.strip().rstrip(";")
        statement = ""
    return found


def dump(header, compiler, folder):
    """heard.h as abidw writes it down."""
    stubs = folder / "stubs.c"
    functions = prototypes(header, compiler)
    if len(functions) < 50:
        sys.exit(f"{header}: {len(functions)} functions is too few, so they are not read rightly")
    bodies = "\n".join(f"{text} {{ __builtin_trap(); }}" for _, text in sorted(functions.items()))
    stubs.write_text(f'#include "{header.resolve()}"\n{bodies}\n', encoding="utf-8")
    library = folder / "libheard.so"
    output(compiler, "-std=c99", "-g", "-O0", "-fPIC", "-shared", "-nostdlib", str(stubs), "-o", str(library))
    return output("abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", str(library))


def version(header):
    return re.search(r"#define HEARD_ABI_VERSION\s+(\d+)", header).group(1)


def constants(header):
    """Enumerators, which no function's type leads to, since values travel as int32_t."""
    return dict(re.findall(r"\b(HEARD_\w+) = (-?\w+)", header))


def main():
    source, compiler = pathlib.Path(sys.argv[1]), sys.argv[2]
    header = source / "capi" / "heard.h"
    if not shutil.which("abidiff"):
        skip("abidiff is not here (abigail-tools)")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        now = folder / "now.abi"
        now.write_text(dump(header, compiler, folder), encoding="utf-8")
        if sys.argv[3:] == ["--write"]:
            shutil.copy(now, source / "capi" / "heard.abi")
            return
        try:
            tag = output("git", "-C", str(source), "describe", "--tags", "--abbrev=0").strip()
        except (OSError, subprocess.CalledProcessError):
            skip("no release is tagged yet")
        try:
            promised = output("git", "-C", str(source), "show", f"{tag}:capi/heard.abi")
        except subprocess.CalledProcessError:
            skip(f"{tag} has no capi/heard.abi")
        was = folder / "was.abi"
        was.write_text(promised, encoding="utf-8")
        command = ["abidiff", "--harmless", "--no-added-syms"]
        # What a person has looked at and found to break nobody, until the next release.
        looked_at = source / "capi" / "heard.abignore"
        if looked_at.exists():
            command += ["--suppressions", str(looked_at)]
        told = subprocess.run([*command, str(was), str(now)], capture_output=True, text=True)
        print(told.stdout + told.stderr)
        old = output("git", "-C", str(source), "show", f"{tag}:capi/heard.h")
        if told.returncode & 3:
            sys.exit(told.returncode)
        here = header.read_text(encoding="utf-8")
        moved = [name for name, value in constants(old).items() if constants(here).get(name) != value]
        print("".join(f"{name} is not what it was\n" for name in moved))
        # Bits: 4 a change, 8 a function that is gone. abidiff cannot tell a field after the others, which
        # breaks nobody since every struct says its size, from one that moves them.
        if (told.returncode or moved) and version(old) == version(here):
            sys.exit(f"programs built on {tag} may break, and HEARD_ABI_VERSION is the same;"
                     " a field after the others is named in capi/heard.abignore")


if __name__ == "__main__":
    main()

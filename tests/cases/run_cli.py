#!/usr/bin/env python3
"""Runs the cases of a folder through the `heard` command.

usage: run_cli.py COMMAND [CASE...]

A case is a folder with a consultation, a codebook, data, and a file `case.txt` whose lines are

    expected-file: arguments of the command
    expected-file (status): arguments of the command

with arguments quoted as a shell would have them and the manifest left out; `expected-file` is in the
folder `expected` and holds what the command prints. For `check` the remarks come first, which go to
the error output. Lines that begin with # say what the case shows.
"""

import re
import shlex
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

HERE = Path(__file__).resolve().parent
WITHOUT_MANIFEST = {"tokens", "match"}


def steps(case):
    """(expected file, status, arguments) of each line of a case."""
    for line in (case / "case.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, status, command = re.fullmatch(r"(\S+?)(?: \((\d)\))?: (.+)", line).groups()
        yield name, int(status or 0), shlex.split(command)


def arguments(words):
    """What the command is given, in the case's folder."""
    if words[0] in WITHOUT_MANIFEST:
        return words
    return [words[0], "consultation.toml", *words[1:]]


def run(command, case, threads):
    """Complaints about one case."""
    for name, status, words in steps(case):
        done = subprocess.run(
            [command, "--threads", str(threads), *arguments(words)],
            cwd=case, capture_output=True, check=False, timeout=60,
        )
        expected = (case / "expected" / name).read_bytes()
        found = (done.stderr if words[0] == "check" else b"") + done.stdout
        if done.returncode != status:
            yield f"{case.name}/{name}: exit status {done.returncode}, not {status}"
        if found != expected:
            lines = [each.decode("utf-8", "replace").splitlines() for each in (expected, found)]
            yield "\n".join(unified_diff(*lines, f"{case.name}/{name}", "found", lineterm=""))


def main():
    command, *named = sys.argv[1:]
    command = Path(command).resolve()
    cases = [HERE / name for name in named] or sorted(at.parent for at in HERE.glob("*/case.txt"))
    complaints = [
        complaint for case in cases for threads in (1, 3) for complaint in run(command, case, threads)
    ]
    print("\n".join(complaints))
    count = sum(1 for case in cases for _ in steps(case))
    print(f"{len(cases)} cases, {count} steps, {len(complaints)} complaints")
    return 1 if complaints or not count else 0


if __name__ == "__main__":
    sys.exit(main())

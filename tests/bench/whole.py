#!/usr/bin/env python3
"""Times whole processes of the command on generated consultations: MB/s of input, and peak memory.

usage: whole.py HEARD_COMMAND WORK_FOLDER [--sizes 10,100] [--runs 3] [--threads 1]

Steps are told apart by what each command adds: `kwic` of a word that is nowhere reads and tokenises,
`code` reads, tokenises and tags, `table` counts besides, `report` writes besides.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "intake": ["kwic", "{m}", '"no such words"', "--question", "general"],
    "intake, tokens": ["kwic", "{m}", '"no such words"'],
    "intake, tokens, codes": ["code", "{m}", "--out", "{o}"],
    "... and a table": ["table", "{m}", "--rows", "theme", "--columns", "group", "--format", "csv"],
}


def run(command):
    """Wall seconds and peak resident bytes of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)}: {process.stderr.read().decode()[-2000:]}")
    process.returncode = 0
    return wall, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("heard")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sizes", default="10,100")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", default="1")
    arguments = parser.parse_args()
    sizes = [int(s) for s in arguments.sizes.split(",")]
    for size in sizes:
        where = arguments.folder / f"{size}mb"
        if not (where / "form.csv").exists():
            generate = pathlib.Path(__file__).with_name("generate.py")
            subprocess.run([sys.executable, generate, where, str(size)], check=True)

    print(f"{'step':24}" + "".join(f"{f'{s} MB: s':>12}{'MB/s':>8}{'peak/input':>12}" for s in sizes))
    # Interleaved, so that a slow minute of the machine falls on all of them.
    walls = {}
    peaks = {}
    for _ in range(arguments.runs):
        for name, template in COMMANDS.items():
            for size in sizes:
                where = arguments.folder / f"{size}mb"
                fill = {"m": str(where / "consultation.toml"), "o": str(where / "codings.csv")}
                command = [arguments.heard, *(part.format(**fill) for part in template),
                           "--threads", arguments.threads, "--quiet"]
                wall, peak = run(command)
                walls.setdefault((name, size), []).append(wall)
                peaks[(name, size)] = max(peaks.get((name, size), 0), peak)
    for name in COMMANDS:
        line = f"{name:24}"
        for size in sizes:
            bytes_in = (arguments.folder / f"{size}mb" / "form.csv").stat().st_size
            median = statistics.median(walls[(name, size)])
            line += f"{median:12.2f}{bytes_in / 1e6 / median:8.1f}{peaks[(name, size)] / bytes_in:12.2f}"
        print(line)


if __name__ == "__main__":
    main()

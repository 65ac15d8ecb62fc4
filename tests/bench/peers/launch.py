"""Runs one process for samples.py and prints as JSON what it took. A process of its own, since Linux counts the memory
of whoever starts a program as the program's: this one has next to none.

usage: launch.py COMMAND...
"""

import json
import os
import subprocess
import sys
import tempfile
import time


def main():
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(sys.argv[1:], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        json.dump({"wall": wall, "used": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024,
                   "status": process.returncode, "out": out.read().decode(errors="replace"),
                   "err": err.read().decode(errors="replace")}, sys.stdout)


if __name__ == "__main__":
    main()

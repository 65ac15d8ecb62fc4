"""Holds NEAR, AND, OR and AND NOT against SQLite FTS5, on rules where the two mean the same.

usage: fts5_check.py NEAR_CASES_PROGRAM
"""

import sqlite3
import subprocess
import sys

SKIPPED = 77

def main():
    db = sqlite3.connect(":memory:")
    try:
        db.execute("create virtual table answers using fts5(words)")
    except sqlite3.OperationalError:
        print("skipped: this sqlite3 has no FTS5")
        return SKIPPED
    out = subprocess.run([sys.argv[1]], check=True, capture_output=True, encoding="utf-8").stdout
    cases = [line.split("\t") for line in out.splitlines()]
    db.executemany(
        "insert into answers(rowid, words) values (?, ?)",
        ((row, text) for row, (_, _, text, _) in enumerate(cases)),
    )
    wrong = 0
    matched = 0
    first = 0
    while first < len(cases):
        fts = cases[first][1]
        last = first
        while last < len(cases) and cases[last][1] == fts:
            last += 1
        # FTS5 writes a prefix as care*, without it being part of the word.
        found = {
            row
            for (row,) in db.execute(
                "select rowid from answers where words match ? and rowid between ? and ?",
                (fts, first, last - 1),
            )
        }
        for row in range(first, last):
            rule, _, text, engine = cases[row]
            matched += row in found
            if (engine == "1") != (row in found):
                wrong += 1
                print(f"{rule}: the engine says {engine} for: {text}")
        first = last
    print(f"{len(cases)} cases, {matched} match, {wrong} differ")
    if len(cases) < 10000 or not len(cases) // 10 < matched < len(cases) * 9 // 10:
        print("these cases prove little")
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Compares the CSV reader with Python's csv module, strict, on random texts.

Each record must read as Python reads its bytes alone. Where the reader sees a fault, Python must see
one too in the first record of what is left of the text.

usage: csv_against_python.py PRINT_CSV [TEXTS]
"""

import csv
import io
import random
import subprocess
import sys

PIECES = ['"', '"', '""', ",", ",", "\n", "\r\n", "\r", "a", "b c", " ", "é", "'", "\\", ";"]


def rows(text):
    """Rows as Python has them, and whether it gave up after them."""
    out = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            out.append(row if row else [""])
    except csv.Error:
        return out, True
    return out, False


def check(text, lines):
    data = text.encode()
    at = 0
    for line in lines:
        first, last, fault, *cells = line.split(" ")
        first, last = int(first), int(last)
        assert data[at:first] in (b"", b"\n", b"\r", b"\r\n"), "bytes between records"
        assert data[first - 1 : first + 1] != b"\r\n", "a line end cut in two"
        assert data[last : last + 1] in (b"", b"\n", b"\r"), "a record that ends within a line"
        expected, gave_up = rows(data[first:].decode())
        if fault == "1":
            assert gave_up and not expected, "a fault that Python does not see"
        else:
            got = [bytes.fromhex(c[1:]).decode() for c in cells]
            assert expected and got == expected[0], "another row"
            alone = rows(data[first:last].decode())
            assert alone == ([got] if last > first else [], False), "other bytes"
        at = last
    assert data[at:] in (b"", b"\n", b"\r", b"\r\n"), "bytes after the last record"


def main():
    random.seed(20260302)
    texts = []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 2000):
        texts.append("".join(random.choices(PIECES, k=random.randrange(60))))
    stdin = b"".join(b"%d\n%s" % (len(t.encode()), t.encode()) for t in texts)
    printed = subprocess.run([sys.argv[1]], input=stdin, stdout=subprocess.PIPE, check=True)
    blocks = []
    block = []
    for line in printed.stdout.decode().split("\n"):
        if line:
            block.append(line)
        else:
            blocks.append(block)
            block = []
    assert len(blocks) >= len(texts), "too few texts were printed"
    faults = 0
    for text, lines in zip(texts, blocks):
        try:
            check(text, lines)
        except AssertionError as e:
            sys.exit(f"{e}: {text!r}\n" + "\n".join(lines))
        faults += sum(line.split(" ")[2] == "1" for line in lines)
    assert faults > 100, "too few faults to tell anything"
    print(f"{len(texts)} texts agree, {faults} faults among them")


if __name__ == "__main__":
    main()

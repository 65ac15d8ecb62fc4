"""Runs the whole comparison once on a fifth of a megabyte: that each line that can be measured here is measured, that
the tables hold it, and that lines that count the same things found as many.

usage: smoke_test.py FOLDER_OF_PROGRAMS
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

import present


def main():
    programs = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, pathlib.Path(__file__).with_name("compare.py"), "--programs", programs, "--work", folder,
             "--out", folder, "--runs", "1", "--sizes", "0.2", "--offline"], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"exit status {done.returncode}\n{done.stderr}")
        page = (pathlib.Path(folder) / "performance.md").read_text(encoding="utf-8")
        with open(pathlib.Path(folder) / "performance.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        there = present.Present(programs, folder, may_install=False)
        texts = {path.name: path.read_text(encoding="utf-8") for path in (pathlib.Path(folder) / "corpora").glob("*.txt")}
    found = {(line["corpus"].split(",")[0], line["measure"]): int(line["found"]) for line in lines if not line["part"]}
    faults = []

    def check(holds, what):
        if not holds:
            faults.append(what)

    check(found.get(("plain", "words"), 0) > 20_000, "too few words for 200 kB")
    # Our words are those of the standard that hold a letter, a digit or an emoji. ICU 72 tailors the standard and takes
    # an e-mail address for one word instead of two, and no emoji for a word. Nothing else in these texts is in dispute.
    for corpus, start in {"plain": "plain", "15 % novel words": "15", "all Cyrillic": "all", "25 % accented": "25"}.items():
        (text,) = (t for name, t in texts.items() if name.startswith(start))
        for peer in ("icu-utf16", "icu-utf8"):
            a, b = found.get((corpus, "words"), 0), found.get((corpus, peer), 0)
            disputed = text.count("@") + text.count("👍")
            check(a - disputed == b, f"{corpus}: {a} words with {disputed} in dispute, {peer} has {b}")
    check(0 < found.get(("plain", "types"), 0) <= found[("plain", "words")], "tokens and words do not fit")
    check(found.get(("plain", "tag"), 0) > 1000, "the rules find next to nothing")
    needs = {"peer_vectorscan": "vectorscan-literals", "peer_re2": "re2", "peer_sqlite": "sqlite", "stringi": "stringi",
             "tokenizers": "tokenizers"}
    for need, measure in needs.items():
        check((("plain", measure) in found) == (need in there.versions), f"{measure} is not as {need} is")
    check("### Growth" in page and "the same bytes" in page, "no growth, or threads that differ")
    for reason in there.missing.values():
        check(reason in page, f"the page does not say: {reason}")
    check("**not reached**" in page or "reached" in page, "no goal was judged")
    for fault in faults:
        print(fault)
    print(f"{len(found)} lines, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Counts 50 NEAR rules over a corpus by the engine and by SQLite FTS5: equal, but where one token would serve both sides,
which FTS5 allows and the rule language does not. There the engine is held to a search through the words.

usage: fts5_corpus_check.py NEAR_CORPUS_PROGRAM SOURCE_FOLDER

The corpus and the rules are made here; beside them, where ../shared/bench (or HEARD_SHARED_BENCH) is, by its scripts.
"""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

SKIPPED = 77


def own(folder, root):
    """Answers of the benchmarks' generator, and pairs of its words; each tenth pair is one word twice."""
    sys.path.insert(0, str(root / "tests" / "bench"))
    import generate
    rng = random.Random(50)
    writer = generate.Writer(rng)
    corpus = folder / "own.txt"
    corpus.write_text("".join(writer.answer() + "\n" for _ in range(400)), encoding="utf-8")
    rules = []
    for i in range(50):
        a, b = rng.sample(writer.words[:50], 2)
        rules.append((rng.choice([1, 3, 5, 10]), a, a if i % 10 == 0 else b))
    return corpus, rules


def shared(folder, root):
    """The corpus and near50.tsv of the shared benchmark, or nothing."""
    scripts = pathlib.Path(os.environ.get("HEARD_SHARED_BENCH") or root.parent / "shared" / "bench")
    data = pathlib.Path(os.environ.get("HEARD_SHARED_DATA") or root.parent / "shared" / "data")
    seeds = sorted((data / "case-for-change").glob("000_*.txt"))
    if not (scripts / "mkrules.py").exists() or not seeds:
        return None
    corpus = folder / "shared.txt"
    for script in ([scripts / "gencorpus.py", seeds[0], "5000000", corpus], [scripts / "mkrules.py", corpus, folder]):
        subprocess.run([sys.executable, *script], check=True, stdout=subprocess.DEVNULL)
    lines = (folder / "near50.tsv").read_text(encoding="utf-8").splitlines()
    return corpus, [(int(n), a, b) for n, a, b in (line.split("\t") for line in lines)]


def word(text):
    """As near_corpus.cpp writes a token."""
    return text if text.isalnum() and text.isascii() else "zqz" + text.encode().hex()


def stand_near(tokens, text, distance):
    """Whether two tokens are `text` with at most `distance` between them."""
    places = [i for i, token in enumerate(tokens) if token == text]
    return any(b - a <= distance + 1 for a, b in zip(places, places[1:]))


def check(name, program, corpus, rules, folder):
    """Prints what differs; returns how many rules do."""
    # A rule written with 's asks for that very form, and tokens are laid before FTS5 without it.
    rules = [(n, a, b) for n, a, b in rules if not (a + " " + b + " ").count("'s ")]
    listed = folder / "rules.tsv"
    listed.write_text("".join(f"{n}\t{a}\t{b}\n" for n, a, b in rules), encoding="utf-8")
    out = subprocess.run([program, corpus, listed], check=True, capture_output=True, encoding="utf-8").stdout
    answers = [line.split("\t") for line in out.rstrip("\n").split("\n")]
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table answers using fts5(words)")
    db.executemany("insert into answers(rowid, words) values (?, ?)", ((i, tokens) for i, (_, tokens) in enumerate(answers)))
    ours = [set() for _ in rules]
    for row, (hits, _) in enumerate(answers):
        for rule in hits.split():
            ours[int(rule)].add(row)
    wrong = one_token = found = 0
    for (distance, a, b), hits in zip(rules, ours):
        query = f'NEAR("{word(a)}" "{word(b)}", {distance})'
        theirs = {row for (row,) in db.execute("select rowid from answers where words match ?", (query,))}
        found += len(hits)
        if a == b:
            one_token += len(theirs - hits)
            theirs = {row for row in theirs if stand_near(answers[row][1].split(), word(a), distance)}
        if hits != theirs:
            wrong += 1
            print(f"{name}: {a} NEAR/{distance} {b}: {len(hits)} answers here, {len(theirs)} by FTS5")
    same = sum(a == b for _, a, b in rules)
    print(f"{name}: {len(answers)} answers, {len(rules)} rules ({same} of one word, where FTS5 has {one_token} more), "
          f"{found} hits, {wrong} rules differ")
    if len(rules) < 40 or found < 100:
        print(f"{name}: this proves little")
        return wrong + 1
    return wrong


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    try:
        sqlite3.connect(":memory:").execute("create virtual table t using fts5(w)")
    except sqlite3.OperationalError:
        print("skipped: this sqlite3 has no FTS5")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        wrong = check("own", program, *own(folder, root), folder)
        given = shared(folder, root)
        if given:
            wrong += check("shared", program, *given, folder)
        else:
            print("skipped: no near50 of the shared benchmark (HEARD_SHARED_BENCH)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

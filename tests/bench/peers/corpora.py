"""The texts that are measured on: one answer a line in NAME.txt, its category in NAME.txt.cat."""

import csv
import dataclasses
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import generate  # noqa: E402  the generator of the other benchmarks

CATEGORIES = [f"q{i}" for i in range(1, 13)]
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
CYRILLIC = "абцдефгхийклмнопярстувшжызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЖЫЗ"
TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
ACCENTS = str.maketrans("aeiouncAEIOU", "áèîöúñçÁÈÎÖÚ")


@dataclasses.dataclass(frozen=True)
class Corpus:
    name: str
    path: pathlib.Path
    megabytes: float  # As asked for.
    words_of_rules: bool = True  # Whether the rules' words occur in it.

    @property
    def bytes(self):
        return self.path.stat().st_size


class Corpora:
    """Makes each corpus when it is first asked for, and keeps it in a folder."""

    def __init__(self, folder, makers=None, seed=None, real=()):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.makers = makers
        self.seed = seed
        self.real = [pathlib.Path(r) for r in real]

    def base(self, megabytes):
        return self._kept("plain", megabytes, self._write_base)

    def novel(self, megabytes):
        return self._kept("15 % novel words", megabytes, self._from_base(novel_words))

    def accented(self, megabytes):
        return self._kept("25 % accented", megabytes, self._from_base(accented_words))

    def cyrillic(self, megabytes):
        return self._kept("all Cyrillic", megabytes, self._from_base(in_cyrillic), words_of_rules=False)

    def real_answers(self, megabytes):
        return self._kept("real answers, edited", megabytes, self._write_real)

    def _kept(self, name, megabytes, write, **more):
        # What is made by other means must not be taken for it.
        source = "-".join(p.name for p in self.real) if "real" in name else "given" if self.makers else "own"
        stem = re.sub(r"\W+", "-", f"{name} {megabytes:g} {source}").strip("-")
        path = self.folder / f"{stem}.txt"
        if not path.exists():
            print(f"making {path}", file=sys.stderr)
            part = path.with_suffix(".part")
            write(part, int(megabytes * 1_000_000), megabytes)
            pathlib.Path(f"{part}.cat").rename(f"{path}.cat")
            part.rename(path)
        return Corpus(f"{name}, {megabytes:g} MB", path, megabytes, **more)

    def _write_base(self, path, size, _):
        if self.makers:
            subprocess.run([sys.executable, self.makers / "gencorpus.py", self.seed, str(size), path],
                           check=True, stdout=subprocess.DEVNULL)
            return
        rng = random.Random(20260302)
        writer = generate.Writer(rng)
        write_lines(path, size, iter(writer.answer, None), rng)

    def _from_base(self, change):
        def write(path, size, megabytes):
            rng = random.Random(15)
            with open(self.base(megabytes).path, encoding="utf-8") as file:
                write_lines(path, size, (change(rng, line.rstrip("\n")) for line in file), rng)
        return write

    def _write_real(self, path, size, _):
        texts = real_texts(self.real)
        if not texts:
            raise FileNotFoundError("no answers in " + ", ".join(map(str, self.real)))
        write_lines(path, size, edited(random.Random(3), texts), random.Random(12))


def write_lines(path, size, lines, rng):
    """Lines until `size` bytes are reached or there are no more, each with a category."""
    done = 0
    with open(path, "w", encoding="utf-8", newline="\n") as to, open(f"{path}.cat", "w", encoding="utf-8") as categories:
        for line in lines:
            to.write(line + "\n")
            categories.write(rng.choice(CATEGORIES) + "\n")
            done += len(line.encode()) + 1
            if done >= size:
                return


def novel_words(rng, line):
    words = line.split(" ")
    for i, word in enumerate(words):
        if rng.random() < 0.15 and word.isalpha():
            bits = rng.getrandbits(40)
            words[i] = "".join("bcdfghklmnprstvwaeiouaeiouaeioux"[bits >> 5 * k & 31] for k in range(4 + bits % 5))
    return " ".join(words)


def accented_words(rng, line):
    return " ".join(w.translate(ACCENTS) if rng.random() < 0.25 else w for w in line.split(" "))


def in_cyrillic(_, line):
    return line.translate(TO_CYRILLIC)


def real_texts(folders):
    """Cells of CSV files that are eight words or more, each once, in the order of files and rows."""
    csv.field_size_limit(1 << 24)
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.csv")):
            with open(path, encoding="utf-8", errors="replace", newline="") as file:
                for row in csv.reader(file):
                    for cell in row:
                        text = " ".join(cell.split())
                        if text.count(" ") >= 7:
                            found[text] = None
    return list(found)


def edited(rng, texts):
    """The texts again and again in an order of their own, about one word in fifty mistyped."""
    while True:
        rng.shuffle(texts)
        for text in texts:
            words = text.split(" ")
            for _ in range(round(rng.expovariate(1) * len(words) / 50)):
                i = rng.randrange(len(words))
                words[i] = generate.misspelt(rng, words[i])
            yield " ".join(words)

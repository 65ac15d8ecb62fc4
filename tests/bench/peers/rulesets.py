"""The rules that are measured with, and consultations around a corpus. rules.hpp says how a file of rules looks."""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys


class Rulesets:
    """`mix500` (words, wildcards, phrases, NEAR, boolean) and `rules500` (without the last two), from a folder that is
    given, made by a script that is given, or made here out of a corpus."""

    def __init__(self, folder, corpus, given=None, makers=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.corpus = corpus
        if given:
            self.source = pathlib.Path(given)
        elif makers:
            self.source = self.folder
            subprocess.run([sys.executable, makers / "mkrules.py", corpus.path, self.folder], check=True,
                           stdout=subprocess.DEVNULL)
        else:
            self.source = self.folder
            vocabulary = Vocabulary(corpus.path)
            self._write("rules500", vocabulary.plain(random.Random(7), 500))
            self._write("mix500", vocabulary.mixed(random.Random(8), 500))

    def _write(self, name, lines):
        path = self.folder / f"{name}.tsv"
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return path

    def path(self, name):
        return self.source / f"{name}.tsv"

    def lines(self, name):
        return self.path(name).read_text(encoding="utf-8").splitlines()

    def of_size(self, count):
        """As `mix500`, of any size: what growth is shown with."""
        return self._write(f"mixed{count}", Vocabulary(self.corpus.path).mixed(random.Random(count), count))

    def with_silent(self, count):
        """`mix500`, then rules of the same kinds whose words are nowhere."""
        rng = random.Random(9)
        silent = Vocabulary.of_words(["".join(rng.choices("qxzjkvw", k=9)) for _ in range(4000)])
        return self._write(f"silent{count}", [*self.lines("mix500"), *silent.mixed(rng, count)])


class Vocabulary:
    """Words and phrases of a corpus, by how frequent they are."""

    def __init__(self, path=None):
        words, pairs = collections.Counter(), collections.Counter()
        if path:
            with open(path, encoding="utf-8") as file:
                for line in file:
                    tokens = re.findall(r"[a-z]+", line.lower())
                    words.update(tokens)
                    pairs.update(zip(tokens, tokens[1:]))
        self.words = [w for w, n in words.most_common() if len(w) >= 4 and n >= 3][10:]
        self.pairs = [" ".join(p) for p, _ in pairs.most_common(6000)]

    @classmethod
    def of_words(cls, words):
        made = cls()
        made.words = words
        made.pairs = [f"{a} {b}" for a, b in zip(words, words[1:])]
        return made

    def plain(self, rng, count):
        """Two fifths words, three tenths wildcards, three tenths phrases."""
        long = [w for w in self.words if len(w) > 6] or self.words
        for i in range(count):
            kind = i % 10
            if kind < 4:
                yield "W\t" + rng.choice(self.words[:300] if kind == 0 else self.words)
            elif kind < 6:
                yield "P\t" + rng.choice(long)[:rng.randint(4, 6)] + "*"
            elif kind == 6:
                yield "S\t*" + rng.choice(long)[-rng.randint(3, 5):]
            else:
                yield "PH\t" + rng.choice(self.pairs)

    def mixed(self, rng, count):
        """Four fifths of these, a tenth NEAR, a tenth boolean."""
        yield from self.plain(rng, count - count // 5)
        common = self.words[:600]
        for _ in range(count // 10):
            yield f"NEAR\t{rng.choice([3, 5, 10])} {rng.choice(common)} {rng.choice(common)}"
            yield "BOOL\t" + " ".join(rng.choice(common) for _ in range(3))


def source_of(line):
    """A rule in the rule language."""
    kind, words = line.split("\t")
    if kind == "PH":
        return f'"{words}"'
    if kind == "NEAR":
        distance, a, b = words.split()
        return f"{a} NEAR/{distance} {b}"
    if kind == "BOOL":
        return "{} AND {} AND NOT {}".format(*words.split())
    return words


def consultation(folder, corpus, rules):
    """A folder that the command reads: a response a line, a theme a rule, the category as a closed question."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    categories = pathlib.Path(f"{corpus.path}.cat").read_text(encoding="utf-8").splitlines()
    options = "".join(f'  {{ id = "{c}", label = "{c}" }},\n' for c in sorted(set(categories)))
    (folder / "consultation.toml").write_text(
        '[consultation]\nid = "measured"\ntitle = "Measured"\n\n[[chapter]]\nid = "c1"\ntitle = "All"\n\n'
        '[[question]]\nid = "answer"\nchapter = "c1"\nkind = "open"\ntext = "What do you think?"\n\n'
        '[[question]]\nid = "group"\nkind = "single"\nrole = "about_you"\ntext = "Which group?"\n'
        f'options = [\n{options}]\n\n[[source]]\nfile = "form.csv"\nchannel = "form"\nresponse_id = "id"\n'
        'answers = { answer = "answer", group = "group" }\n', encoding="utf-8")
    themes = "".join(f'\n[[theme]]\nid = "t{i:04}"\nname = "Theme {i}"\nmatch = [{json.dumps(source_of(line))}]\n'
                     for i, line in enumerate(rules))
    (folder / "codebook.toml").write_text('[codebook]\nlanguage = "en"\n' + themes, encoding="utf-8")
    form = folder / "form.csv"
    if not form.exists():
        part = folder / "form.part"
        with open(corpus.path, encoding="utf-8") as texts, open(part, "w", encoding="utf-8", newline="") as to:
            to.write("id,group,answer\r\n")
            for row, (text, group) in enumerate(zip(texts, categories)):
                quoted = text.rstrip("\n").replace('"', '""')
                to.write(f'R{row:07},{group},"{quoted}"\r\n')
        part.rename(form)
    return folder

#!/usr/bin/env python3
"""Writes a consultation of a given size for measuring: the same bytes for the same arguments.

usage: generate.py FOLDER MEGABYTES [--rules N]

Answers have 30 to 200 words from a vocabulary that grows as in real text (new words keep turning up),
with misspellings, numbers, accents and emoji; each response has one category of twelve.
"""

import argparse
import pathlib
import random

COMMON = """the of and to in a is that for it on be with as are was this at by not have from or they we
there their which you all would can more if about so what up will out many some time people children
families support care social workers school home help need services local council young health early
money work staff training listen safe risk court foster kinship carers parents housing food transport
library hours opening evening weekend cost access staff road park bus street traffic cycle noise air
should could must never always often sometimes because when where while before after without within""".split()
SYLLABLES = "ba be bi bo bra ce co cra da de di dro el en fa fe fi fo ga ge gri ha he ho in ka la le li lo ma me mi mo na ne no or pa pe pi pla po ra re ri ro sa se si sta te ti to tra ul un va ve vi wa we wi".split()
RARE = ["café", "naïve", "Siân", "£5,000", "10.5%", "e.g.", "don’t", "can't", "NHS", "👍", "2026-03-02", "me@example.org",
        "https://www.example.org/x?id=7", "3–4", "Łódź"]


def vocabulary(rng, size):
    words = list(COMMON)
    seen = set(words)
    while len(words) < size:
        word = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def misspelt(rng, word):
    if len(word) < 5:
        return word
    i = rng.randrange(1, len(word) - 1)
    return word[:i] + word[i + 1] + word[i] + word[i + 2:]


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.words = vocabulary(rng, 40000)
        # Zipf's law: the nth word is about 1/n as frequent as the first.
        self.weights = [1 / (n + 2) for n in range(len(self.words))]
        self.cumulative = []
        total = 0
        for w in self.weights:
            total += w
            self.cumulative.append(total)

    def answer(self):
        rng = self.rng
        count = rng.randint(30, 200)
        words = rng.choices(self.words, cum_weights=self.cumulative, k=count)
        start = True
        for i in range(count):
            r = rng.random()
            if r < 0.006:
                words[i] = misspelt(rng, words[i])
            elif r < 0.012:
                words[i] = rng.choice(RARE)
            elif r < 0.014:
                words[i] = str(rng.randrange(100000))
            if start:
                words[i] = words[i].capitalize()
                start = False
            if r > 0.93 and i + 1 < count:
                words[i] += "." if r > 0.965 else ","
                start = r > 0.965
        return " ".join(words) + "."


def rules(rng, words, count):
    """Three fifths words and wildcards, a fifth phrases, a tenth NEAR, a tenth boolean."""
    pool = words[20:3000]
    out = []
    for i in range(count):
        a, b, c = rng.sample(pool, 3)
        kind = i % 10
        if kind < 4:
            out.append(a)
        elif kind < 6:
            out.append(a[: max(3, len(a) - 2)] + "*")
        elif kind < 8:
            out.append(f'"{rng.choice(COMMON)} {rng.choice(COMMON)}"')
        elif kind == 8:
            out.append(f"{rng.choice(COMMON)} NEAR/{rng.randint(2, 9)} {a}")
        else:
            out.append(f"({a} OR {rng.choice(COMMON)}) AND {b} AND NOT {c}")
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--rules", type=int, default=500)
    arguments = parser.parse_args()
    rng = random.Random(20260302)
    writer = Writer(rng)
    folder = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)

    themes = []
    for i, rule in enumerate(rules(rng, writer.words, arguments.rules)):
        if i % 5 == 0:
            themes.append(f'\n[[theme]]\nid = "t{i // 5:03}"\nname = "Theme {i // 5}"\nmatch = [')
        themes.append(f"  '{rule}',")
        if i % 5 == 4 or i == arguments.rules - 1:
            themes.append("]")
    (folder / "codebook.toml").write_text('[codebook]\nlanguage = "en"\n' + "\n".join(themes) + "\n", encoding="utf-8")

    options = "".join(f'  {{ id = "k{i}", label = "Group {i}" }},\n' for i in range(12))
    (folder / "consultation.toml").write_text(
        '[consultation]\nid = "measured"\ntitle = "Measured"\n\n[[chapter]]\nid = "c1"\ntitle = "All"\n\n'
        '[[question]]\nid = "q1"\nchapter = "c1"\nkind = "open"\ntext = "What do you think?"\n\n'
        '[[question]]\nid = "group"\nkind = "single"\nrole = "about_you"\ntext = "Which group?"\n'
        f'options = [\n{options}]\n\n[[source]]\nfile = "form.csv"\nchannel = "form"\nresponse_id = "id"\n'
        'publication = { all = "anonymous" }\nanswers = { q1 = "answer", group = "group" }\n', encoding="utf-8")

    size = 0
    row = 0
    target = arguments.megabytes * 1_000_000
    with open(folder / "form.csv", "w", encoding="utf-8", newline="") as file:
        file.write("id,group,answer\n")
        while size < target:
            line = f'R{row:07},Group {rng.randrange(12)},"{writer.answer()}"\n'
            file.write(line)
            size += len(line.encode())
            row += 1
    print(f"{folder}: {row} responses, {size} bytes, {arguments.rules} rules")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Lays this library beside others on the same texts, in the same run, and writes performance.md and performance.csv.

Build first with -DHEARD_BUILD_BENCH=ON -DHEARD_BUILD_PEERS=ON (./bootstrap.sh bench does). docs/performance.md says
what each line means. What is not on this machine is left out, and the tables say so.
"""

import argparse
import os
import pathlib
import shlex
import sys
import tempfile

import corpora
import growth
import measures
import present
import rulesets
import samples
import tables

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


class Context:
    """Where everything is, and how a measure's command is filled in."""

    def __init__(self, arguments):
        self.programs = arguments.programs.resolve()
        self.work = arguments.work
        self.corpora = corpora.Corpora(self.work / "corpora", arguments.makers, arguments.seed, arguments.real)
        rules_from = self.corpora.base(arguments.sizes[0])
        self.rules = rulesets.Rulesets(self.work / "rules", rules_from, arguments.rules, arguments.makers)

        self.folders = {}

    def folder(self, corpus):
        if corpus.name not in self.folders:
            where = self.work / "consultations" / corpus.path.stem
            self.folders[corpus.name] = rulesets.consultation(where, corpus, self.rules.lines("mix500"))
        return self.folders[corpus.name]

    def command(self, measure, corpus):
        places = {"programs": self.programs, "corpus": corpus.path, "here": HERE, "venv": self.work / "venv/bin/python",
                  "rules": self.rules.path("rules500"), "mix": self.rules.path("mix500")}
        if any("{folder}" in part for part in measure.command):
            places["folder"] = self.folder(corpus)
        return [part.format(**places) for part in measure.command]


class Run:
    """One run of everything, and what it found."""

    def __init__(self, arguments):
        self.runs = arguments.runs
        self.command = shlex.join(["python3", str(pathlib.Path(__file__).resolve().relative_to(ROOT)), *sys.argv[1:]])
        self.present = present.Present(arguments.programs, arguments.work, not arguments.offline)
        self.machine = present.machine()
        self.versions = self.present.said()
        self.samples = samples.Samples()
        self.context = Context(arguments)
        self.absent = []
        made = self.context.corpora
        most = arguments.sizes[-1]
        plain = [made.base(size) for size in ([1] if most > 1 else []) + arguments.sizes]
        self.small, self.large = plain[-min(2, len(arguments.sizes))], plain[-1]
        self.novel, self.cyrillic, self.accented = made.novel(most), made.cyrillic(most), made.accented(most)
        self.variants = [self.novel, self.cyrillic, self.accented]
        if arguments.real:
            self.variants.append(made.real_answers(most))
        else:
            self.absent.append("real answers: no folder of them was given (--real)")
        self.measured = plain + self.variants
        self.growth = growth.Growth(self.context, [corpus.megabytes for corpus in plain])

    def rounds(self):
        """Takes all lines in turn, and gives way after each round: what was found so far can be written."""
        self.load_before = os.getloadavg()[0]
        self.busy = self.load_before > 0.5
        grows = "heard" in self.present.versions and "peer_run" in self.present.versions
        for self.done in range(1, self.runs + 1):
            for corpus in self.measured:
                print(f"round {self.done} of {self.runs}: {corpus.name}", file=sys.stderr)
                for m in measures.MEASURES:
                    if m.needs in self.present.versions and measures.applies(m, corpus, corpus not in self.variants):
                        self.samples.take(corpus.name, m.id, self.context.command(m, corpus), m.whole)
            if grows:
                print(f"round {self.done} of {self.runs}: growth", file=sys.stderr)
                self.growth.round(self.samples)
                if self.growth.identical is None:
                    self.growth.compare_threads()
            self.load_after = os.getloadavg()[0]
            yield


def sizes(text):
    return sorted(float(part) for part in text.split(","))


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / "build/release/bin", help="where they were built")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "heard-peers",
                        help="keeps corpora, and an environment with PyPI's packages")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."), help="where the tables are written")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sizes", type=sizes, default=[10.0, 100.0], help="megabytes, by default 10,100")
    parser.add_argument("--makers", type=pathlib.Path, help="a folder with gencorpus.py and mkrules.py, else our own")
    parser.add_argument("--seed", type=pathlib.Path, help="the text that gencorpus.py takes its sentences from")
    parser.add_argument("--rules", type=pathlib.Path, help="a folder with mix500.tsv and rules500.tsv")
    parser.add_argument("--real", type=pathlib.Path, action="append", default=[],
                        help="a folder with real answers in CSV files; may be repeated")
    parser.add_argument("--offline", action="store_true", help="installs nothing: PyPI's packages as far as they are there")
    out = parser.parse_args(arguments)
    if (out.makers is None) != (out.seed is None):
        parser.error("--makers and --seed belong together")
    return out


def main():
    arguments = parsed(None)
    arguments.work.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    run = Run(arguments)
    for _ in run.rounds():
        (arguments.out / "performance.md").write_text(tables.markdown(run), encoding="utf-8")
        tables.write_csv(run, arguments.out / "performance.csv")
    print(f"{arguments.out / 'performance.md'}\n{arguments.out / 'performance.csv'}")
    return 1 if run.growth.identical is False else 0


if __name__ == "__main__":
    sys.exit(main())

"""Processes under a clock, and what came of them over all rounds."""

import collections
import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys

import present

LAUNCH = pathlib.Path(__file__).with_name("launch.py")


@dataclasses.dataclass(frozen=True)
class Sample:
    seconds: float  # Of processor time: what others do on the machine takes nothing away from it.
    passed: float  # By the clock on the wall.
    count: int  # What was found: so that a fast line that finds nothing is seen.
    peak: int  # Bytes, of the whole process.
    parts: dict  # (seconds, passed) by part, of programs with several.

    def of(self, part, passed):
        """The seconds of a part, or of all, by one clock or the other."""
        if part:
            return self.parts[part][1 if passed else 0]
        return self.passed if passed else self.seconds


@dataclasses.dataclass(frozen=True)
class Spread:
    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values):
        return cls(statistics.median(values), min(values), max(values))


class Broken(Exception):
    """A process that did not end well."""


def take(command, whole):
    """Runs a process on one thread as far as its libraries let us say so.

    @param whole  all of it is the figure, not what it prints of its parts
    """
    launched = subprocess.run([sys.executable, "-S", "-E", LAUNCH, *map(str, command)], capture_output=True, text=True,
                              env={**os.environ, **present.ONE_THREAD}, check=True)
    done = json.loads(launched.stdout)
    if done["status"] != 0:
        words = done["err"].strip().splitlines() or ["no word of why"]
        raise Broken(f"exit status {done['status']}: {words[-1][:200]}")
    parts, count = {}, 0
    for line in done["out"].splitlines():
        fields = line.split("\t")
        if len(fields) == 4:
            parts[fields[0]] = float(fields[1]), float(fields[2])
            count = int(fields[3])
    if not whole and not parts:
        raise Broken("it printed no figure")
    if whole:
        return Sample(done["used"], done["wall"], count, done["peak"], parts)
    return Sample(sum(p[0] for p in parts.values()), sum(p[1] for p in parts.values()), count, done["peak"], parts)


class Samples:
    """By corpus and measure, a sample a round. What broke once is not run again."""

    def __init__(self):
        self.of = collections.defaultdict(list)
        self.broken = {}

    def take(self, corpus, measure, command, whole):
        if (corpus, measure) in self.broken:
            return
        try:
            self.of[corpus, measure].append(take(command, whole))
        except Broken as fault:
            self.of.pop((corpus, measure), None)
            self.broken[corpus, measure] = str(fault)

    def has(self, corpus, measure):
        return bool(self.of.get((corpus, measure)))

    def seconds(self, corpus, measure, part=None, passed=False):
        return Spread.of([s.of(part, passed) for s in self.of[corpus, measure]])

    def rate(self, corpus, measure, size):
        """MB/s, MB = 10^6 bytes."""
        return Spread.of([size / 1e6 / s.seconds for s in self.of[corpus, measure]])

    def ratio(self, over, under, part=None, passed=False):
        """The time of one by that of another, round by round: a slow minute of the machine falls on both.

        @param over, under  each a corpus and a measure
        """
        pairs = zip(self.of[over], self.of[under])
        return Spread.of([a.of(part, passed) / b.of(part, passed) for a, b in pairs])

    def ratio_of_parts(self, corpus, measure, over, under):
        """The time of one part of a process by that of another, round by round."""
        return Spread.of([s.of(over, False) / s.of(under, False) for s in self.of[corpus, measure]])

    def count(self, corpus, measure):
        return self.of[corpus, measure][-1].count

    def peak(self, corpus, measure):
        return max(s.peak for s in self.of[corpus, measure])

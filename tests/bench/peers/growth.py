"""What more of everything costs: answers, rules, threads. This library's own lines alone."""

import hashlib
import subprocess

RULES = (10, 100, 500, 5000)
RULE_SORTS = ("word", "wildcard", "phrase", "near", "boolean")
SILENT = 4500  # Beside mix500: ten times the rules.


def sorts_in(samples, measure):
    """The sorts of rules that were changed: a small set may not have all."""
    return [sort for sort in RULE_SORTS if f"one rule: {sort}" in samples.of["growth", measure][-1].parts]


class Growth:
    """Commands to be sampled beside the others, under the corpus "growth"."""

    def __init__(self, context, sizes):
        self.context = context
        self.sizes = sizes
        self.commands = {}  # Measure -> command, whether the whole process is timed.
        self.identical = None
        rules = context.rules
        programs = context.programs
        for size in sizes:
            self.commands[f"table {size:g} MB"] = (self._tables(size, 1), True)
        small = context.corpora.base(sizes[min(1, len(sizes) - 1)])
        for count in RULES:
            self.commands[f"tag {count} rules"] = (
                [programs / "peer_heard", "tag", small.path, rules.of_size(count)], False)
        self.commands["tag mix500"] = ([programs / "peer_heard", "tag", small.path, rules.path("mix500")], False)
        self.commands["tag mix500 and silent"] = (
            [programs / "peer_heard", "tag", small.path, rules.with_silent(SILENT)], False)
        self.small = small
        self.largest = context.folder(context.corpora.base(sizes[-1]))
        for size in sizes[-2:]:
            folder = self.context.folder(self.context.corpora.base(size))
            self.commands[f"retag {size:g} MB"] = ([programs / "peer_retag", folder, 1], False)
        self.commands["table, 2 threads"] = (self._tables(sizes[-1], 2), True)

    def _tables(self, size, threads):
        folder = self.context.folder(self.context.corpora.base(size))
        return [self.context.programs / "peer_run", "tables", folder, threads]

    def round(self, samples):
        for measure, (command, whole) in self.commands.items():
            samples.take("growth", measure, command, whole)

    def compare_threads(self):
        """Whether the command writes the same codings and the same table with one thread and two, byte for byte."""
        manifest = self.context.folder(self.small) / "consultation.toml"

        def digest(threads):
            out = hashlib.sha256()
            for command in (["code", manifest, "--out", "-"], ["table", manifest, "--columns", "group"]):
                done = subprocess.run([self.context.programs / "heard", *command, "--quiet", "--threads", str(threads)],
                                      capture_output=True, check=True)
                out.update(done.stdout)
            return out.digest()
        self.identical = digest(1) == digest(2)

    def largest_name(self):
        return f"{self.sizes[-1]:g} MB"

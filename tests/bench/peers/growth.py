"""What more of everything costs: answers, rules, threads. This library's own lines alone."""

import hashlib
import subprocess

RULES = (10, 100, 500, 5000)
SILENT = 4500  # Beside mix500: ten times the rules.


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
            folder = context.folder(context.corpora.base(size))
            self.commands[f"table {size:g} MB"] = (self._table(folder, 1), True)
            self.commands[f"parts {size:g} MB"] = ([programs / "peer_run", "tables", folder, 1], False)
        small = context.corpora.base(sizes[min(1, len(sizes) - 1)])
        for count in RULES:
            self.commands[f"tag {count} rules"] = (
                [programs / "peer_heard", "tag", small.path, rules.of_size(count)], False)
        self.commands["tag mix500"] = ([programs / "peer_heard", "tag", small.path, rules.path("mix500")], False)
        self.commands["tag mix500 and silent"] = (
            [programs / "peer_heard", "tag", small.path, rules.with_silent(SILENT)], False)
        self.small = small
        self.largest = context.folder(context.corpora.base(sizes[-1]))
        self.commands["table, 2 threads"] = (self._table(self.largest, 2), True)
        self.commands["parts, 2 threads"] = ([programs / "peer_run", "tables", self.largest, 2], False)

    def _table(self, folder, threads):
        return [self.context.programs / "heard", "table", folder / "consultation.toml", "--rows", "theme", "--columns",
                "group", "--format", "csv", "--threads", threads, "--quiet"]

    def round(self, samples):
        for measure, (command, whole) in self.commands.items():
            samples.take("growth", measure, command, whole)

    def compare_threads(self):
        """Whether one thread and two write the same codings and the same table, byte for byte."""
        def digest(threads):
            out = hashlib.sha256()
            code = [self.context.programs / "heard", "code", self.largest / "consultation.toml", "--out", "-",
                    "--threads", threads, "--quiet"]
            for command in (code, self._table(self.largest, threads)):
                done = subprocess.run([str(c) for c in command], capture_output=True, check=True)
                out.update(done.stdout)
            return out.digest()
        self.identical = digest(1) == digest(2)

    def largest_name(self):
        return f"{self.sizes[-1]:g} MB"

#!/usr/bin/env python3
"""Same input, same bytes: whatever the threads, the locale and the place it is called from."""

import csv
import io
import os
import random
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from support import CASES, EXAMPLE, CommandTest, files, run

STEPS = [
    ("check",),
    ("answers", "--text"),
    ("code",),
    ("table", "--rows", "theme", "--columns", "category", "--format", "json"),
    ("table", "--rows", "theme", "--columns", "all", "--explain", "evening-hours", "all"),
    ("quotes", "--theme", "evening-hours", "--json"),
    ("kwic", "IT OR late*"),
]


# Of these, Turkish has another small letter to I, and German a comma in numbers.
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8")


def locales(folder):
    """The environment of each locale that is here or can be made here: in a folder, for us alone."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    there = {name.lower().replace("-", ""): name for name in listed.split()}
    out = {}
    for wanted in LOCALES:
        name = there.get(wanted.lower().replace("-", ""))
        if name is not None:
            out[wanted] = {"LC_ALL": name, "LANG": name}
            continue
        made = shutil.which("localedef") and subprocess.run(
            ["localedef", "-i", wanted.split(".")[0], "-f", "UTF-8", folder / wanted],
            capture_output=True, check=False)
        if made and (folder / wanted).exists():
            out[wanted] = {"LC_ALL": wanted, "LANG": wanted, "LOCPATH": str(folder)}
    return out


def shuffle(path, headers, draw):
    """Puts the rows of a file of CSV in another order, below their headers."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    below = rows[headers:]
    draw.shuffle(below)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(rows[:headers] + below)


def but_for_places(made):
    """A report's files without what tells of the files that were read: row numbers and hashes."""
    out = {}
    for name, data in made.items():
        text = data if isinstance(data, str) else data.decode("utf-8")
        text = re.sub(r"((?:form|register)\.csv, row) \d+", r"\1 N", text)
        out[name] = re.sub(r"(Inputs, all together.{0,40}?|\"inputs\": \"|\"hash\": \"|"
                           r"(?:form|register)\.csv.{0,40}?)\b[0-9a-f]{32}\b", r"\1H", text)
    return out


class SameBytes(CommandTest):
    def everything(self, manifest, *options, cwd=None, **environment):
        out = []
        for command, *rest in STEPS:
            done = run(*options, command, manifest, *rest, cwd=cwd, **environment)
            self.check(done, 0)
            out.append((done.stdout, done.stderr))
        return out

    def report(self, name, manifest, *options, **environment):
        """A report's files, and the codings beside it."""
        out = self.folder / name
        self.check(run(*options, "-q", "report", manifest, "--out", out, **environment), 0)
        made = files(out)
        made["codings"] = self.check(run(*options, "-q", "code", manifest, **environment), 0).stdout
        self.assertGreater(len(made), 20)
        return made

    def test_threads(self):
        manifest = EXAMPLE / "consultation.toml"
        expected = self.report("1", manifest, "--threads", 1)
        for threads in (2, 3, 8):
            self.assertEqual(self.report(str(threads), manifest, "--threads", threads), expected)

    def test_locales(self):
        there = locales(self.folder)
        manifest = CASES / "library-hours" / "consultation.toml"
        expected = self.everything(manifest, LC_ALL="C")
        report = self.report("C", manifest, LC_ALL="C")
        for wanted in LOCALES:
            with self.subTest(locale=wanted):
                if wanted not in there:
                    self.skipTest(f"there is no locale {wanted} here, and none can be made")
                self.assertEqual(self.everything(manifest, **there[wanted]), expected)
                self.assertEqual(self.report(f"in {wanted}", manifest, **there[wanted]), report)

    def test_rows_in_another_order(self):
        case = Path(shutil.copytree(EXAMPLE, self.folder / "example"))
        manifest = case / "consultation.toml"
        expected = self.report("as received", manifest)
        draw = random.Random(20260302)
        shuffle(case / "data" / "form.csv", 2, draw)
        shuffle(case / "register.csv", 1, draw)
        found = self.report("in another order", manifest)
        self.assertNotEqual(found["internal/report.json"], expected["internal/report.json"])
        found, expected = but_for_places(found), but_for_places(expected)
        # By hand: a comparison of all would be printed, and take minutes to print.
        self.assertEqual([name for name in expected if found.get(name) != expected[name]], [])
        self.assertEqual(len(found), len(expected))

    def test_the_place_it_is_called_from(self):
        case = self.copy()
        here = self.everything("consultation.toml", cwd=case)
        (self.folder / "deep" / "er").mkdir(parents=True)
        ways = {
            "case/consultation.toml": self.folder,
            "../../case/consultation.toml": self.folder / "deep" / "er",
            str(case / "consultation.toml"): "/",
            "./consultation.toml": case,
        }
        for path, cwd in ways.items():
            found = self.everything(path, cwd=cwd)
            prefix = path[: -len("consultation.toml")]
            for (command, *_), (out, err), (out_here, err_here) in zip(STEPS, found, here):
                # Where a file is named for people it is named as they reach it from where they are.
                if command == "check" or "--explain" in _:
                    out = out.replace(prefix, "")
                    err = err.replace(prefix, "")
                self.assertEqual((out, err), (out_here, err_here), (path, command))

    def test_a_report_from_elsewhere(self):
        case = self.copy()
        (self.folder / "out").mkdir()
        self.check(run("report", "../case/consultation.toml", "--out", "a", cwd=self.folder / "out"), 0)
        self.check(run("report", "consultation.toml", "--out", "../out/b/", cwd=case), 0)
        self.assertEqual(sorted(os.listdir(self.folder / "out")), ["a", "b"])
        self.assertEqual(files(self.folder / "out" / "a"), files(self.folder / "out" / "b"))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Same input, same bytes: whatever the threads, the locale and the place it is called from."""

import os
import subprocess
import unittest

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


def locales():
    """The locales of this machine, by name without case or punctuation."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    return {name.lower().replace("-", ""): name for name in listed.split()}


class SameBytes(CommandTest):
    def everything(self, manifest, *options, cwd=None, **environment):
        out = []
        for command, *rest in STEPS:
            done = run(*options, command, manifest, *rest, cwd=cwd, **environment)
            self.check(done, 0)
            out.append((done.stdout, done.stderr))
        return out

    def test_threads(self):
        manifest = EXAMPLE / "consultation.toml"
        seen = []
        for threads in (1, 3):
            report = self.folder / str(threads)
            self.check(run("--threads", threads, "-q", "report", manifest, "--out", report), 0)
            seen.append(files(report))
            code = self.check(run("--threads", threads, "-q", "code", manifest), 0).stdout
            seen[-1]["code"] = code
        self.assertEqual(seen[0], seen[1])
        self.assertGreater(len(seen[0]), 20)

    def test_locales(self):
        there = locales()
        manifest = CASES / "library-hours" / "consultation.toml"
        expected = self.everything(manifest, LC_ALL="C")
        # Of these, Turkish has another small letter to I, and German a comma in numbers.
        for wanted in ("C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"):
            with self.subTest(locale=wanted):
                name = there.get(wanted.lower().replace("-", ""))
                if name is None:
                    self.skipTest(f"there is no locale {wanted} here")
                self.assertEqual(self.everything(manifest, LC_ALL=name, LANG=name), expected)

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

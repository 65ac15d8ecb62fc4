#!/usr/bin/env python3
"""What --help, docs/commands.md and the manual page say are the same commands and options; what the
documents have a reader type is understood."""

import re
import shlex
import subprocess
import sys
import unittest

from support import ROOT, CommandTest, run

DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def commands():
    listed = run("--help").stdout.split("\nSubcommands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)


def offered(*command):
    """Options that a help lists."""
    out = set()
    text = run(*command, "--help").stdout.split("\nOptions:\n")[1].split("\n\n")[0]
    for line in text.splitlines():
        names = re.match(r"  (-\S+)", line)
        if names:
            out |= set(names[1].split(","))
    return out


def documented():
    """Options by command in docs/commands.md; those of every command by ""."""
    out = {}
    for part in (ROOT / "docs" / "commands.md").read_text("utf-8").split("\n## ")[1:]:
        named = re.match(r"`heard (\w+)`", part)
        rows = re.findall(r"^\| (`-.*?) \|", part, re.MULTILINE)
        out[named[1] if named else ""] = {name for row in rows for name in OPTION.findall(row)}
    return out


class Documents(CommandTest):
    def test_every_command_and_option_and_no_other(self):
        told = documented()
        self.assertEqual(set(told) - {""}, set(commands()))
        self.assertEqual(told[""], offered())
        for command in commands():
            self.assertEqual(told[command], offered(command) - {"-h", "--help"}, command)

    def test_the_manual_page_is_this_page(self):
        made = subprocess.run([sys.executable, ROOT / "docs" / "man.py"], capture_output=True, check=True)
        shipped = (ROOT / "docs" / "heard.1").read_bytes()
        self.assertEqual(made.stdout, shipped, "docs/man.py > docs/heard.1 writes it anew")
        told = set(OPTION.findall(shipped.decode("utf-8").replace("\\-", "-").replace("\\fB", " ")))
        for command in ("", *commands()):
            self.assertLessEqual(offered(*command.split()), told, command)

    def test_every_help_has_one_shape(self):
        for command in commands():
            text = run(command, "--help").stdout
            self.assertRegex(
                text,
                rf"\A[A-Z][^\n]+[a-z]\nUsage: heard {command} \[OPTIONS\] [^\n]+\n\nPositionals:\n(.+\n)+"
                rf"\nOptions:\n(.+\n)+\nExample:\n  heard {command} [^\n]+\n\Z",
            )

    def test_what_readers_type_is_understood(self):
        case = self.copy()
        typed = [run(command, "--help").stdout.rsplit("\n  ", 1)[1] for command in commands()]
        for document in DOCS:
            text = document.read_text("utf-8")
            typed += re.findall(r"^(?:    |\$ )(heard [a-z].*)$", text, re.MULTILINE)
        self.assertGreater(len(typed), 20)
        for line in typed:
            words = shlex.split(line, comments=True)[1:]
            words = [str(ROOT / word) if word.startswith("examples/") else word for word in words]
            done = run(*words, cwd=case)
            with self.subTest(line=line):
                # No wrong usage; a final check refuses what is unsettled.
                self.assertIn(done.returncode, (0, 1), done.stderr)

    def test_what_the_readme_shows_is_printed(self):
        text = (ROOT / "README.md").read_text("utf-8")
        shown = re.findall(r"^\$ heard (.*)\n((?:.*\n)+?)```", text, re.MULTILINE)
        self.assertTrue(shown)
        for line, printed in shown:
            done = run(*shlex.split(line), cwd=ROOT)
            self.assertTrue(done.stdout.startswith(printed), done.stdout)

    def test_what_the_first_page_says_is_a_consultation(self):
        """Manifest and codebook of the page that a beginner types from."""
        text = (ROOT / "docs" / "guide" / "getting-started.md").read_text("utf-8")
        manifest, codebook = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
        form = re.search(r"```\n(Response ID,.*?)\.\.\.\n```", text, re.DOTALL)[1]
        (self.folder / "data").mkdir()
        (self.folder / "data" / "form.csv").write_text(form, "utf-8")
        (self.folder / "consultation.toml").write_text(manifest, "utf-8")
        (self.folder / "codebook.toml").write_text(codebook, "utf-8")
        done = run("check", "consultation.toml", cwd=self.folder)
        self.check(done, 0, out="2 items - 0 not a response + 0 split - 0 merged = 2 received")
        self.assertNotIn("error", done.stderr)


if __name__ == "__main__":
    unittest.main()

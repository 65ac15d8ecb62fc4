#!/usr/bin/env python3
"""Colour and progress: for terminals only, and not where they are unwanted."""

import os
import pty
import subprocess
import tempfile
import unittest

from support import CASES, COMMAND, EXAMPLE, CommandTest, run

PEOPLE = CASES / "people-before-rules" / "consultation.toml"


def on_a_terminal(*arguments, **environment):
    """Standard output, and what went to a terminal as standard error."""
    ours, its = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with tempfile.TemporaryFile() as kept, subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdout=kept, stderr=its, env={**env, **environment}
    ) as running:
        os.close(its)
        told = b""
        while True:
            try:
                more = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed.
                break
            if not more:
                break
            told += more
        running.wait(60)
        kept.seek(0)
        out = kept.read()
    os.close(ours)
    return running.returncode, out, told


class Terminal(CommandTest):
    def test_colour(self):
        status, _, told = on_a_terminal("check", PEOPLE)
        self.assertEqual(status, 0)
        self.assertIn(b"\x1b[1;33mwarning\x1b[0m", told)
        _, _, told = on_a_terminal("check", "/nowhere")
        self.assertIn(b"\x1b[1;31merror\x1b[0m", told)

    def test_no_colour(self):
        # https://no-color.org: any value that is not empty.
        for value in ("1", "0", "no"):
            self.assertNotIn(b"\x1b[1;", on_a_terminal("check", PEOPLE, NO_COLOR=value)[2])
        self.assertIn(b"\x1b[1;33m", on_a_terminal("check", PEOPLE, NO_COLOR="")[2])

    def test_progress_goes_away(self):
        status, out, told = on_a_terminal("code", EXAMPLE / "consultation.toml")
        self.assertEqual(status, 0)
        self.assertRegex(told, rb"\rreading \[=* *\] +\d+%")
        self.assertTrue(told.endswith(b"\r\x1b[K"))
        self.assertNotIn(b"\x1b", out)
        self.assertEqual(on_a_terminal("-q", "code", EXAMPLE / "consultation.toml")[2], b"")

    def test_none_of_it_in_a_file(self):
        done = self.check(run("check", PEOPLE), 0, err=": warning: ")
        self.assertNotIn("\x1b", done.stderr + done.stdout)
        self.assertNotIn("\r", done.stderr)
        self.assertEqual(run("-q", "check", PEOPLE).stderr, "")

    def test_what_could_drive_a_terminal_is_shown_instead(self):
        case = self.copy()
        form = case / "data" / "form.csv"
        evil = "open late \x1b]0;owned\x07 \x9b31m \u202e".encode()
        form.write_bytes(form.read_bytes().replace(b"open late", evil, 1))
        done = self.check(run("kwic", case / "consultation.toml", "open*"), 0)
        for control in "\x1b\x07\x9b\u202e":
            self.assertNotIn(control, done.stdout)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""What is said of a command line that is wrong, and with which exit status."""

import re
import subprocess
import unittest

from support import CASES, COMMAND, CommandTest, run

HOURS = CASES / "library-hours" / "consultation.toml"

# Arguments, and what the message must hold. All of them are wrong usage: 2.
WRONG = [
    ((), "no command is given"),
    (("tabel", HOURS), 'there is no command "tabel", did you mean "table"?'),
    (("xyzzy",), 'there is no command "xyzzy"; heard --help shows'),
    (("--quite", "check", HOURS), 'has no option "--quite", did you mean "--quiet"?'),
    (("table", HOURS, "--row", "theme"), 'heard table has no option "--row", did you mean "--rows"?'),
    (("table", HOURS, "--xyzzy"), 'heard table has no option "--xyzzy"; heard table --help shows'),
    (("report", HOURS), "--out is required"),
    (("table", HOURS, "--rows", "them"), 'unknown axis "them", did you mean "theme"?'),
    (("table", HOURS, "--unit", "people"), 'there is no unit "people"; there are responses, '),
    (("table", HOURS, "--base", "all"), 'there is no base "all"; there are received, included, '),
    (("table", HOURS, "--format", "xml"), 'there is no format "xml"; there are csv, json, markdown'),
    (("table", HOURS, "--question", "c1q2"), 'there is no question "c1q2", did you mean "c1q1"?'),
    (("table", HOURS, "--question", "you"), 'question "you" is closed and has no themes'),
    (("table", HOURS, "--chapter", "c2"), 'there is no chapter "c2", did you mean "c1"?'),
    (("table", HOURS, "--chapter", "c1q1"), 'there is no chapter "c1q1", it is a question'),
    (("table", HOURS, "--coder", "rules"), 'there is no coder "rules", did you mean "rule"?'),
    (("table", HOURS, "--explain", "hour", "all"), 'no row "hour", did you mean "hours"?'),
    (("table", HOURS, "--explain", "hours", "al"), 'no column "al", did you mean "all"?'),
    (("table", HOURS, "--explain", "hours", "all", "--format", "csv"), "--explain prints text"),
    (("quotes", HOURS, "--theme", "evening-hour"), 'did you mean "evening-hours"?'),
    (("answers", HOURS, "--question", "c1q2"), 'did you mean "c1q1"?'),
    (("kwic", HOURS, "x", "--words", "0"), "--words: Value 0 not in range 1 to 1000"),
    (("check", "/nowhere/consultation.toml"), "/nowhere/consultation.toml: there is no such file"),
]


class Usage(CommandTest):
    def test_wrong_usage(self):
        for arguments, message in WRONG:
            with self.subTest(arguments=arguments):
                done = self.check(run(*arguments), 2, err=message)
                self.assertEqual(done.stdout, "")
                self.assertTrue(done.stderr.startswith("heard: error: "), done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1)

    def test_faults_in_what_was_given(self):
        case = self.copy()
        manifest = case / "consultation.toml"
        good = manifest.read_text()
        manifest.write_text(good.replace("received =", "recieved ="))
        for command in ("check", "answers", "code"):
            done = run(command, "case/consultation.toml", cwd=self.folder)
            self.check(done, 1, err='error: unknown key "recieved", did you mean "received"?')
            # The path as it is reached from here, so that an editor can be pointed at it.
            self.assertRegex(done.stderr, r"\Acase/consultation\.toml:\d+:1: error: ")
        manifest.write_text(good)
        self.check(run("kwic", manifest, "NEAR/4"), 1, err="rule:1:")
        (case / "data" / "form.csv").write_bytes(b"Response ID\r\n\xff\xfe\r\n")
        self.check(run("check", manifest), 1)
        self.check(run("check", CASES / "faults-in-the-data" / "consultation.toml"), 1)

    def test_a_final_run_refuses_what_is_unsettled(self):
        manifest = CASES / "letters" / "consultation.toml"
        self.check(run("check", manifest), 0)
        self.check(run("check", manifest, "--final"), 1, err="a final run refuses what is unsettled")
        done = run("report", manifest, "--final", "--out", self.folder / "report")
        self.check(done, 1, err="a final run refuses what is unsettled")
        self.assertFalse((self.folder / "report").exists())

    def test_match_says_whether(self):
        self.check(run("match", "open* NEAR/4 late*", "It opened as late as nine."), 0, out="3-17:")
        done = self.check(run("match", "open* NEAR/4 late*", "It opened at nine."), 1, out="no match\n")
        self.assertIn("late*: no such word", done.stdout)
        self.check(run("match", "late*", "-", text="Too late"), 0, out="4-8: late")
        self.check(run("match", "(late*", "x"), 1, err="rule:1:")

    def test_a_table_of_nothing_is_told_of(self):
        for form in ("csv", "json", "markdown"):
            done = run("table", HOURS, "--question", "c1", "--format", form)
            self.check(done, 0, err="--chapter c1 counts its questions")
        self.assertEqual(run("table", HOURS, "--chapter", "c1").stderr, "")
        self.assertEqual(run("-q", "table", HOURS, "--question", "c1").stderr, "")

    def test_help_and_version(self):
        for arguments in (("--help",), ("table", "--help")):
            done = self.check(run(*arguments), 0, out="Usage: ")
            self.assertEqual(done.stderr, "")
        found = self.check(run("--version"), 0).stdout
        self.assertTrue(re.fullmatch(r"heard \d+\.\d+\.\d+\n", found), found)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [COMMAND, "code", str(HOURS)], stdout=full, stderr=subprocess.PIPE, check=False
            )
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"standard output: cannot write", done.stderr)


if __name__ == "__main__":
    unittest.main()

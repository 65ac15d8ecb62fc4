#!/usr/bin/env python3
"""A withdrawn response: its words leave all that was written, its place in the arithmetic stays."""

import csv
import io
import shutil
import subprocess
import unittest

import planted
from planted import canary
from support import COMMAND, CommandTest, files, run

RECORD = ("--who", "zoe", "--when", "2026-03-02", "--why", "asked to be forgotten")


class Planted(CommandTest):
    def setUp(self):
        super().setUp()
        self.case = self.folder / "case"
        for path, text in planted.files().items():
            (self.case / path).parent.mkdir(parents=True, exist_ok=True)
            (self.case / path).write_text(text)
        self.manifest = self.case / "consultation.toml"
        self.form = self.case / "data" / "form.csv"


class Purge(Planted):
    def purge(self, response, *more):
        return run("purge", self.manifest, "--response", response, *RECORD, *more)

    def sums(self):
        return run("check", self.manifest, "-q").stdout

    def test_words_leave_every_file_and_the_figures_stay(self):
        out = self.case / "report"
        self.check(run("report", self.manifest, "--out", out), 0)
        (self.case / "decisions" / "quotes.csv").write_text(
            planted.DECISIONS["quotes.csv"] + "\n"
            + run("quotes", self.manifest, "--theme", "shade", "--rows", "--limit", "20").stdout.split("\n", 1)[1].replace(",,,", ",mt,,")
        )
        self.assertIn(b"r1,", (self.case / "decisions" / "quotes.csv").read_bytes())
        received = self.form.read_bytes()
        word = canary("open").encode()
        self.assertTrue(any(word in data for data in files(out).values()))

        done = self.check(self.purge("r1"), 0, out=f"to be blanked by you, as received: {self.form} row 2")
        self.assertIn(f"wrote {self.case}/decisions/purged.csv", done.stdout)
        self.assertEqual(self.form.read_bytes(), received)
        for path, data in files(self.case).items():
            if path != "data/form.csv":
                self.assertNotIn(word, data, path)
        self.assertNotIn(b"r1,", (self.case / "decisions" / "quotes.csv").read_bytes())
        decided = (self.case / "decisions" / "dispositions.csv").read_text()
        self.assertTrue(decided.startswith(planted.files()["decisions/dispositions.csv"]))
        self.assertTrue(decided.endswith("r1,withdrawn,,zoe,2026-03-02,asked to be forgotten\n"))

        # The row goes, and nothing else changes.
        before = self.sums()
        self.assertIn("2 withdrawn", before)
        rows = received.decode().splitlines(keepends=True)
        self.form.write_text("".join(row for row in rows if not row.startswith("r1,")))
        self.assertEqual(self.sums(), before)
        self.assertNotIn("purged", run("check", self.manifest).stderr)
        written = files(self.case / "decisions")
        self.check(self.purge("r1"), 0)
        self.assertEqual(files(self.case / "decisions"), written)

    def test_disclosures_and_codings_are_written_again(self):
        word = canary("open").encode()
        plain, with_ids, codings = self.case / "released", self.folder / "given", self.case / "codings.csv"
        self.check(run("disclose", self.manifest, "--out", plain, "--k", "3"), 0)
        self.check(run("disclose", self.manifest, "--out", with_ids, "--k", "2", "--ids"), 0)
        self.check(run("code", self.manifest, "--out", codings), 0)
        self.assertIn(b"r1,", codings.read_bytes())
        self.assertIn(b"r1,", files(with_ids)["publish/responses.csv"])
        self.check(self.purge("r1", "--in", with_ids), 0, out=f"wrote {plain} without it")
        self.assertNotIn(b"r1,", codings.read_bytes())
        for folder in (plain, with_ids):
            for path, data in files(folder).items():
                self.assertNotIn(word, data, path)
        self.assertNotIn(b"\r\nr1,", files(with_ids)["publish/responses.csv"])
        self.assertEqual(files(plain)["publish/about.csv"], b"what,value\r\nk,3\r\nids,no\r\n")
        self.assertEqual(files(with_ids)["publish/about.csv"], b"what,value\r\nk,2\r\nids,yes\r\n")

    def test_what_is_left_elsewhere_is_named(self):
        notes = self.folder / "elsewhere"
        notes.mkdir()
        (notes / "list.txt").write_text(run("answers", self.manifest, "--text").stdout)
        (self.case / "old.csv").write_text(f"x,{canary('mail')}2@example.org\n")
        done = self.check(self.purge("r2", "--in", notes), 1)
        self.assertIn(f"{notes}/list.txt: words of the response are left, from byte", done.stderr)
        self.assertIn(f"{self.case}/old.csv: words of the response are left, from byte", done.stderr)
        for place in planted.WORDS + planted.NOWHERE:
            self.assertNotIn(canary(place), done.stderr + done.stdout)
        (notes / "list.txt").unlink()
        (self.case / "old.csv").unlink()
        self.check(self.purge("r2", "--in", notes), 0)

    def test_a_letter(self):
        self.check(self.purge("l1"), 0, out=f"as received: {self.case}/data/l1.txt")
        self.check(run("check", self.manifest), 0, err="the response of this letter was purged")
        (self.case / "data" / "l1.txt").unlink()
        register = (self.case / "register.csv").read_text()
        blanked = register.replace(f"data/l1.txt,{canary('register')}", ",")
        (self.case / "register.csv").write_text(blanked)
        done = self.check(run("check", self.manifest), 0)
        self.assertNotIn("purged", done.stderr)

    def test_wrong_use(self):
        self.check(self.purge("r99"), 2, err="no response has this id")
        done = run("purge", self.manifest, "--response", "r2", "--who", "a", "--when", "May", "--why", "x")
        self.check(done, 2, err='"when" of a purge is a date')
        self.check(self.purge("r2", "--in", self.folder / "no"), 2, err="there is no such file")
        self.assertEqual(sorted(path.name for path in (self.case / "decisions").iterdir()), ["dispositions.csv"])


class Disclose(Planted):
    def test_a_report_is_not_replaced_nor_does_one_replace(self):
        report, released = self.folder / "report", self.folder / "released"
        self.check(run("report", self.manifest, "--out", report), 0)
        self.check(run("disclose", self.manifest, "--out", released), 0)
        before = files(report), files(released)
        self.check(run("disclose", self.manifest, "--out", report), 2, err="holds a report, which no disclosure replaces")
        self.check(run("report", self.manifest, "--out", released), 2, err="holds a disclosure, which no report replaces")
        self.assertEqual((files(report), files(released)), before)

    def test_files(self):
        out = self.folder / "released"
        self.check(run("disclose", self.manifest, "--out", out), 0, out=f"wrote {out}/publish/responses.csv")
        made = files(out)
        self.assertEqual(
            sorted(made),
            ["internal/ids.csv", "publish/about.csv", "publish/questions.csv", "publish/responses.csv",
             "publish/responses.jsonl", "publish/withheld.csv"],
        )
        public = b"".join(data for path, data in made.items() if path.startswith("publish/")).decode()
        for place in ("counted", "withdrawn", "about", "body", "event", *planted.NOWHERE):
            self.assertNotIn(canary(place), public)
        self.assertIn(canary("letter"), public)
        received = int(run("check", self.manifest, "-q").stdout.split(" received")[0].rsplit(" ", 1)[1])
        ids = list(csv.reader(io.StringIO(made["internal/ids.csv"].decode(), newline="")))
        self.assertEqual(len(ids) - 1, received)
        self.check(run("disclose", self.manifest, "--out", out, "--ids", "-q"), 0)
        self.assertNotIn("internal/ids.csv", files(out))
        self.assertTrue(files(out)["publish/responses.csv"].startswith(b"response,"))
        shutil.rmtree(out)
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [COMMAND, "disclose", self.manifest, "--out", out], stdout=full,
                stderr=subprocess.PIPE, check=False, timeout=60,
            )
        self.assertEqual(done.returncode, 2)
        for place in planted.WORDS + planted.NOWHERE:
            self.assertNotIn(canary(place).encode(), done.stderr)


if __name__ == "__main__":
    unittest.main()

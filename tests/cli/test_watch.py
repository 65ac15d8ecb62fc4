#!/usr/bin/env python3
"""`--cache` and `heard code --watch`: what is written, printed and left behind."""

import os
import queue
import shutil
import signal
import stat
import subprocess
import threading
import time
import unittest

import planted
from support import COMMAND, EXAMPLE, CommandTest, run


class Cache(CommandTest):
    def setUp(self):
        super().setUp()
        self.case = self.copy()
        self.manifest = self.case / "consultation.toml"
        self.cache = self.case / "consultation.words"

    def test_results_are_the_same_and_nobody_else_may_open_it(self):
        for command in (["code"], ["table", "--rows", "theme"]):
            expected = run(*command, self.manifest).stdout
            self.cache.unlink(missing_ok=True)
            for _ in ("made", "used"):
                done = self.check(run(*command, self.manifest, "--cache"), 0)
                self.assertEqual(done.stdout, expected)
                self.assertNotIn("cache", done.stderr)
                self.assertEqual(stat.S_IMODE(self.cache.stat().st_mode), 0o600)
        reports = [self.folder / "plain", self.folder / "cached"]
        self.check(run("report", self.manifest, "--out", reports[0]), 0)
        self.check(run("report", self.manifest, "--out", reports[1], "--cache"), 0)
        self.assertEqual(subprocess.run(["diff", "-r", *reports], check=False).returncode, 0)

    def test_what_does_not_fit_is_made_anew(self):
        expected = run("code", self.manifest).stdout
        self.check(run("code", self.manifest, "--cache"), 0)
        good = self.cache.read_bytes()
        for bad, why in (
            (good[:-1], "it is cut off"),
            (good[:200] + b"x" + good[201:], "it is damaged"),
            (good[:60] + b"x" + good[61:], "another version of heard wrote it"),
        ):
            self.cache.write_bytes(bad)
            done = self.check(run("code", self.manifest, "--cache"), 0, err=f"the cache is made anew: {why}")
            self.assertEqual(done.stdout, expected)
            self.assertEqual(self.cache.read_bytes(), good)
        form = self.case / "data" / "form.csv"
        form.write_bytes(form.read_bytes().replace(b"evening", b"night", 1))
        changed = run("code", self.manifest).stdout
        done = self.check(run("code", self.manifest, "--cache"), 0, err="the texts have changed since")
        self.assertEqual(done.stdout, changed)

    def test_one_that_others_may_open_is_made_anew(self):
        expected = run("code", self.manifest, "--cache").stdout
        self.cache.chmod(0o644)
        done = self.check(run("code", self.manifest, "--cache"), 0, err="others may open it")
        self.assertEqual(done.stdout, expected)
        self.assertEqual(stat.S_IMODE(self.cache.stat().st_mode), 0o600)

    def test_what_is_no_cache_is_left_alone(self):
        expected = run("code", self.manifest).stdout
        self.cache.write_text("a letter")
        done = self.check(run("code", self.manifest, "--cache"), 0, err="the cache is not written")
        self.assertEqual((done.stdout, self.cache.read_text()), (expected, "a letter"))
        self.cache.unlink()
        outside = self.folder / "outside"
        outside.write_text("a letter")
        self.cache.symlink_to(outside)
        done = self.check(run("code", self.manifest, "--cache"), 0, err="the cache is not used")
        self.assertEqual((done.stdout, outside.read_text()), (expected, "a letter"))
        self.cache.unlink()
        os.mkfifo(self.cache)
        done = self.check(run("code", self.manifest, "--cache"), 0, err="the cache is not used")
        self.assertEqual(done.stdout, expected)
        self.assertTrue(stat.S_ISFIFO(self.cache.lstat().st_mode))

    def test_it_holds_no_words(self):
        case = self.folder / "planted"
        for path, text in planted.files().items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_text(text)
        self.check(run("code", case / "consultation.toml", "--cache"), 0)
        cache = (case / "consultation.words").read_bytes()
        self.assertGreater(len(cache), 200)
        self.assertIn(planted.canary("open"), (case / "data" / "form.csv").read_text())
        self.assertNotIn(planted.canary("open").encode(), cache)


class Watch(CommandTest):
    def setUp(self):
        super().setUp()
        self.case = self.copy()
        self.book = self.case / "codebook.toml"
        self.source = self.book.read_text()

    def start(self, *options, case=None):
        command = subprocess.Popen(
            [COMMAND, "code", (case or self.case) / "consultation.toml", "--watch", *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        self.addCleanup(command.stdout.close)
        self.addCleanup(command.wait)
        self.addCleanup(command.kill)
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in command.stdout], daemon=True).start()
        return command, lines

    def until(self, lines, end):
        """The lines up to the first that holds `end`, which must come soon."""
        out = []
        while not out or end not in out[-1]:
            out.append(lines.get(timeout=60).rstrip("\n"))
        return out

    def put(self, text):
        """As editors write: another file takes its place."""
        new = self.case / "new.toml"
        new.write_text(text)
        new.rename(self.book)

    def test_changes_are_printed_and_the_file_follows(self):
        out = self.folder / "codings.csv"
        command, lines = self.start("--out", out)
        self.until(lines, "waiting for")
        self.assertEqual(out.read_bytes().decode(), run("code", self.case / "consultation.toml").stdout)

        def change(text):
            self.put(text)
            return self.until(lines, "coded anew")

        def settled():
            expected = run("code", self.case / "consultation.toml").stdout
            deadline = time.monotonic() + 30
            while out.read_bytes().decode() != expected and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertEqual(out.read_bytes().decode(), expected)

        more = self.source + "\n[[theme]]\nid = 'doors'\nname = 'Doors'\nmatch = ['open*']\n"
        printed = change(more)
        self.assertRegex(printed[0], r"^doors: new, [1-9]\d* answers?, [1-9]\d* mentions?$")
        self.assertRegex(printed[-1], r"^1 theme coded anew in [\d.]+ ms$")
        settled()
        printed = change(more.replace("'open*'", "'zebra'"))
        self.assertRegex(printed[0], r"^doors: ([1-9]\d*) -> 0 answers \(\+0 -\1\), [1-9]\d* -> 0 mentions$")
        self.put(more + "[[theme]\n")
        self.assertIn("codebook.toml", "\n".join(self.until(lines, "error")))
        printed = change(self.source)
        self.assertTrue(any(line.startswith("doors: gone, was in 0 answers") for line in printed), printed)
        settled()

        command.send_signal(signal.SIGINT)
        self.assertEqual(command.wait(timeout=60), 0)
        self.assertFalse(list(self.case.glob(".heard-*")))

    def test_what_is_withdrawn_meanwhile_is_not_written_again(self):
        case = self.folder / "planted"
        for path, text in planted.files().items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_text(text)
        out = case / "codings.csv"
        command, lines = self.start("--out", out, case=case)
        self.until(lines, "waiting for")
        manifest = case / "consultation.toml"
        self.check(run("purge", manifest, "--response", "r1", "--who", "zoe", "--when", "2026-03-02",
                       "--why", "asked to be forgotten"), 0)
        purged = out.read_bytes()
        book = case / "codebook.toml"
        book.write_text(book.read_text() + "\n# read again\n")
        self.until(lines, "start the command again")
        self.assertEqual(command.wait(timeout=60), 1)
        self.assertEqual(out.read_bytes(), purged)

    def test_another_language_needs_another_start(self):
        command, lines = self.start()
        self.until(lines, "waiting for")
        self.assertNotIn('language = "cy"', self.source)
        if 'language = "en"' in self.source:
            self.put(self.source.replace('language = "en"', 'language = "cy"'))
        else:
            self.put('[codebook]\nlanguage = "cy"\n' + self.source)
        self.until(lines, "start the command again")
        self.assertEqual(command.wait(timeout=60), 1)

    def test_a_file_that_cannot_be_written_is_told_of(self):
        out = self.folder / "made" / "codings.csv"
        out.parent.mkdir()
        command, lines = self.start("--out", out)
        self.until(lines, "waiting for")
        shutil.rmtree(out.parent)
        self.put(self.source + "\n[[theme]]\nid = 'doors'\nname = 'Doors'\nmatch = ['open*']\n")
        self.until(lines, "error")
        out.parent.mkdir()
        self.put(self.source)
        self.until(lines, "coded anew")
        deadline = time.monotonic() + 30
        while not out.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertTrue(out.exists())
        command.send_signal(signal.SIGINT)
        self.assertEqual(command.wait(timeout=60), 0)

    def test_a_book_in_another_place(self):
        case = shutil.copytree(EXAMPLE, self.folder / "example")
        command, lines = self.start("--cache", "-q", case=case)
        self.until(lines, "waiting for")
        self.assertTrue((case / "consultation.words").exists())
        book = case / "codebook.toml"
        self.assertIn("children", book.read_text())
        book.write_text(book.read_text().replace("children", "families"))
        printed = self.until(lines, "coded anew")
        self.assertGreater(len(printed), 1)
        command.terminate()
        self.assertEqual(command.wait(timeout=60), 0)


class Purge(CommandTest):
    def test_a_purge_removes_it(self):
        case = self.folder / "planted"
        for path, text in planted.files().items():
            (case / path).parent.mkdir(parents=True, exist_ok=True)
            (case / path).write_text(text)
        manifest = case / "consultation.toml"
        self.check(run("code", manifest, "--cache", "--out", self.folder / "codings.csv"), 0)
        cache = case / "consultation.words"
        self.assertTrue(cache.exists())
        moved = self.folder / "elsewhere.words"
        shutil.copy(cache, moved)
        done = run("purge", manifest, "--response", "r1", "--who", "zoe", "--when", "2026-03-02",
                   "--why", "asked to be forgotten", "--in", moved)
        self.check(done, 0, out=f"removed {cache}")
        self.assertIn(f"removed {moved}", done.stdout)
        self.assertFalse(cache.exists() or moved.exists())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Which files are read, and how a report takes the place of another."""

import fcntl
import os
import shutil
import signal
import socket
import stat
import subprocess
import time
import unittest
from pathlib import Path

from support import COMMAND, EXAMPLE, CommandTest, files, run

MARK = b"heard writes here; while this file is locked it is in use\n"


class Reading(CommandTest):
    def check_refused(self, case, what):
        done = run("check", case / "consultation.toml")
        self.check(done, 2, err=f"{case}/{what}")
        self.assertEqual(done.stdout, "")

    def test_a_pipe_is_no_file_and_does_not_hang(self):
        for name in ("data/form.csv", "codebook.toml", "consultation.toml"):
            case = self.copy(name=name.replace("/", "-"))
            (case / name).unlink()
            os.mkfifo(case / name)
            self.check_refused(case, f"{name}: is a pipe, and only regular files are read")

    def test_a_folder_a_socket_and_a_device(self):
        case = self.copy()
        form = case / "data" / "form.csv"
        form.unlink()
        form.mkdir()
        self.check_refused(case, "data/form.csv: is a folder")
        form.rmdir()
        # A socket's path may have 108 bytes.
        os.chdir(case / "data")
        with socket.socket(socket.AF_UNIX) as there:
            there.bind("form.csv")
            self.check_refused(case, "data/form.csv: is a socket")
        self.check(run("check", "/dev/zero"), 2, err="/dev/zero: is a device")

    def test_a_link_inside_the_folder_is_followed(self):
        case = self.copy()
        (case / "data").rename(case / "received")
        (case / "data").symlink_to("received")
        (case / "received" / "form.csv").rename(case / "received" / "other.csv")
        (case / "received" / "form.csv").symlink_to(case / "received" / "other.csv")
        self.check(run("check", case / "consultation.toml"), 0)

    def test_the_folder_itself_may_be_a_link(self):
        self.copy()
        (self.folder / "link").symlink_to("case")
        self.check(run("check", self.folder / "link" / "consultation.toml"), 0)

    def test_a_link_out_of_the_folder_is_refused(self):
        outside = self.folder / "outside"
        outside.mkdir()
        for name in ("data/form.csv", "codebook.toml"):
            case = self.copy(name=name.replace("/", "-"))
            (case / name).rename(outside / "file")
            (case / name).symlink_to("../" * len(Path(name).parts) + "outside/file")
            self.check_refused(case, f"{name}: leads out of the manifest's folder by a link")
            (case / name).unlink()
            (case / name).symlink_to(outside / "file")
            self.check_refused(case, f"{name}: leads out of the manifest's folder by a link")

    def test_a_folder_that_leads_out_is_refused(self):
        case = self.copy("people-before-rules")
        (case / "decisions" / "codings").rename(self.folder / "codings")
        (case / "decisions" / "codings").symlink_to("../../codings")
        self.check_refused(case, "decisions/codings/: leads out of the manifest's folder")

    def test_a_neighbour_whose_name_begins_alike_is_outside(self):
        case = self.copy()
        (case / "data").rename(self.folder / "case-of-another")
        (case / "data").symlink_to("../case-of-another")
        self.check_refused(case, "data/form.csv: leads out of the manifest's folder")

    def test_a_link_to_nothing_is_no_missing_file(self):
        case = self.copy("people-before-rules")
        (case / "decisions" / "dispositions.csv").symlink_to("gone.csv")
        self.check_refused(case, "decisions/dispositions.csv: cannot follow the link")

    def test_a_file_that_is_not_there(self):
        case = self.copy()
        (case / "codebook.toml").unlink()
        self.check_refused(case, "codebook.toml: there is no such file")

    def test_decision_files_that_nobody_reads(self):
        case = self.copy("people-before-rules")
        (case / "decisions" / "disposition.csv").write_text("response,disposition\n")
        done = run("check", "case/consultation.toml", cwd=self.folder)
        self.check(done, 1, err="decisions/disposition.csv: error: no decision file has this name")
        (case / "decisions" / "disposition.csv").rename(case / "decisions" / "notes.csv")
        done = run("check", "case/consultation.toml", cwd=self.folder)
        self.check(done, 0, err="decisions/notes.csv: warning: no decision file has this name")


class Writing(CommandTest):
    def setUp(self):
        super().setUp()
        self.case = self.copy("letters")
        self.report = self.folder / "report"

    def write(self, *more):
        return run("report", self.case / "consultation.toml", "--out", self.report, *more)

    def names(self):
        return sorted(os.listdir(self.folder))

    def test_internal_is_for_the_user_alone(self):
        before = os.umask(0o022)
        self.addCleanup(os.umask, before)
        self.check(self.write(), 0)
        modes = {"publish": (0o755, 0o644), "internal": (0o700, 0o600)}
        seen = set()
        for path in self.report.rglob("*"):
            top = path.relative_to(self.report).parts[0]
            seen.add(top)
            mode = stat.S_IMODE(path.lstat().st_mode)
            self.assertEqual(mode, modes[top][0 if path.is_dir() else 1], path)
        self.assertEqual(seen, set(modes))
        self.assertEqual(stat.S_IMODE(self.report.stat().st_mode), 0o755)

    def test_replaced_whole(self):
        self.check(self.write(), 0, out=f"wrote {self.report}/publish/report.html")
        first = files(self.report)
        (self.report / "publish" / "tables" / "old.csv").write_text("old")
        self.check(self.write(), 0)
        self.assertEqual(files(self.report), first)
        self.assertEqual(self.names(), ["case", "report"])

    def test_what_is_no_report_stays(self):
        strangers = ("notes.txt", "publish/tables/notes.txt", "internal/deep/er/report.txt", "x.csv")
        for stranger in strangers:
            path = self.report / stranger
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("years of work")
            done = self.check(self.write(), 2, err=f'holds "{stranger}", which is no part of a report')
            self.assertEqual(done.stdout, "")
            self.assertEqual(path.read_text(), "years of work")
            shutil.rmtree(self.report)
        for link in (self.report, self.report / "publish" / "x.csv"):
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(self.case)
            self.check(self.write(), 2)
            self.assertTrue(link.is_symlink())
            link.unlink()

    def test_code_replaces_only_what_it_wrote(self):
        out = self.folder / "codings.csv"
        arguments = "code", self.case / "consultation.toml", "--out", out
        self.check(run(*arguments), 0)
        written = out.read_bytes()
        self.assertEqual(written, run(*arguments[:2]).stdout.encode())
        out.write_bytes(written.splitlines(keepends=True)[0] + b"x\r\n")
        self.check(run(*arguments), 0)
        self.assertEqual(out.read_bytes(), written)
        for other in (b"", b"response", written[:20] + b"x" + written[21:]):
            out.write_bytes(other)
            self.check(run(*arguments), 2, err="was not written by this command")
            self.assertEqual(out.read_bytes(), other)
        out.unlink()
        (self.folder / "mine.csv").write_bytes(written)
        out.symlink_to("mine.csv")
        self.check(run(*arguments), 2, err="was not written by this command")
        self.assertEqual(self.names(), ["case", "codings.csv", "mine.csv"])

    def test_a_folder_that_cannot_be_written(self):
        self.check(run("report", self.case / "consultation.toml", "--out", "/proc/report"), 2, err="/proc: ")
        done = run("report", self.case / "consultation.toml", "--out", self.folder / "no" / "report")
        self.check(done, 2, err="nothing can be made in it: No such file or directory")

    def leave(self, name=".heard-a1B2c3", lock=MARK, mode=0o700, inside=("report/publish/report.md",)):
        """What a program that was killed leaves, or something like it."""
        left = self.folder / name
        left.mkdir(mode=mode)
        if lock is not None:
            (left / "lock").write_bytes(lock)
        for path in inside:
            (left / path).parent.mkdir(parents=True, exist_ok=True)
            (left / path).write_text("x")
        left.chmod(mode)
        return left

    def test_what_a_killed_run_left_is_removed(self):
        self.leave()
        self.leave(".heard-A1B2C3", inside=("file",))
        self.leave(".heard-000000", inside=())
        self.check(self.write(), 0)
        self.assertEqual(self.names(), ["case", "report"])

    def test_what_may_be_another_s_stays(self):
        left = [
            self.leave(".heard-000001", lock=None),
            self.leave(".heard-000002", lock=MARK + b"and more"),
            self.leave(".heard-000003", inside=("thesis.txt",)),
            self.leave(".heard-000004", inside=("report/thesis.txt",)),
            self.leave(".heard-000005", inside=("report/publish/x.csv", "aside/publish/x.csv")),
            self.leave(".heard-000006", mode=0o755),
            self.leave(".heard-0000077"),
            self.leave(".heard_000008"),
        ]
        (self.folder / ".heard-000009").symlink_to(self.leave("killed"))
        used = self.leave(".heard-000010")
        with open(used / "lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            before = files(self.folder)
            self.check(self.write(), 0)
        after = {name: data for name, data in files(self.folder).items() if not name.startswith("report/")}
        self.assertEqual(after, before)
        self.assertTrue(all(path.exists() for path in left))

    def interrupt(self, sent, at_least):
        """Sends a signal once the folder of a large report is being filled."""
        with subprocess.Popen(
            [COMMAND, "report", str(EXAMPLE / "consultation.toml"), "--out", str(self.report)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as running:
            while running.poll() is None:
                if len(list(self.folder.glob(".heard-*/report/*/tables/*"))) >= at_least:
                    running.send_signal(sent)
                    break
                time.sleep(0.001)
            return running.wait(60)

    def test_a_signal_leaves_nothing_behind(self):
        self.check(self.write(), 0)
        before = files(self.report)
        for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # A machine may be too fast to be stopped midway at the first attempt.
            for _ in range(20):
                status = self.interrupt(sent, 1)
                self.assertEqual(self.names(), ["case", "report"])
                if status != 0:
                    break
                self.check(self.write(), 0)
            self.assertEqual(status, -sent)
            self.assertEqual(files(self.report), before)

    def test_a_kill_leaves_what_the_next_run_removes(self):
        for _ in range(20):
            status = self.interrupt(signal.SIGKILL, 1)
            if status != 0 and self.names() != ["case", "report"]:
                break
        self.assertEqual(status, -signal.SIGKILL)
        self.assertTrue(any(name.startswith(".heard-") for name in self.names()))
        self.check(self.write(), 0)
        self.assertEqual(self.names(), ["case", "report"])


if __name__ == "__main__":
    unittest.main()

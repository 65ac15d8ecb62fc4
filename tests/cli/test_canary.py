#!/usr/bin/env python3
"""Words of respondents appear only where they belong, whatever goes wrong; contacts appear nowhere."""

import os
import resource
import signal
import subprocess
import time
import unittest

import planted
from planted import canary
from support import COMMAND, CommandTest, files, run

#: Every command that reads a consultation, and whether its output is asked to hold words.
COMMANDS = (
    (("check",), False),
    (("check", "--final"), False),
    (("table", "--rows", "theme", "--columns", "channel"), False),
    (("table", "--rows", "theme", "--explain", "shade", "all"), False),
    (("table", "--rows", "gate", "--format", "json"), False),
    (("code",), False),
    (("answers",), False),
    (("quotes", "--theme", "shade", "--rows"), False),
    (("quotes", "--theme", "shade", "--published"), False),
    (("answers", "--text"), True),
    (("quotes", "--theme", "shade"), True),
    (("quotes", "--theme", "shade", "--json"), True),
    (("kwic", "bench*"), True),
    (("kwic", "bench*", "--json"), True),
    (("privacy",), False),
    (("organisations",), True),
    (("campaigns",), True),
)


class Canary(CommandTest):
    def setUp(self):
        super().setUp()
        self.case = self.folder / "case"
        self.put(planted.files(planted.PERSONAL))

    def put(self, given):
        for path, text in given.items():
            target = self.case / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def heard(self, command, *more, **options):
        return run(command, self.case / "consultation.toml", *more, **options)

    def spoken(self, text, places):
        if isinstance(text, bytes):
            text = text.decode("utf-8", "replace")
        text = text.casefold()
        return sorted({place for place in places if canary(place) in text})

    def silent(self, text, where, places=planted.WORDS + planted.NOWHERE):
        self.assertEqual(self.spoken(text, places), [], f"{where} holds words of these places")

    def everything(self, where, *, found=None):
        """Runs every command; what each may say is all that it says."""
        for arguments, words in COMMANDS:
            with self.subTest(where=where, command=" ".join(arguments)):
                done = self.heard(*arguments)
                # Wrong usage would be silent whatever the files hold.
                self.assertIn(done.returncode, (0, 1, 2), done.stderr)
                self.assertNotIn("--help", done.stderr)
                self.silent(done.stderr, "standard error")
                self.silent(done.stdout, "standard output", planted.NOWHERE)
                if not words:
                    self.silent(done.stdout, "standard output")
                elif found is not None:
                    found.update(self.spoken(done.stdout, planted.WORDS))

    def report(self, where, *more, **options):
        out = self.folder / "report"
        with self.subTest(where=where, command="report"):
            done = self.heard("report", "--out", out, *more, **options)
            self.silent(done.stderr + done.stdout, "what is printed")
            for path, data in files(out).items() if out.exists() else ():
                self.silent(path, "a name")
                self.silent(data, path, planted.NOWHERE)
                if path.startswith("publish/"):
                    self.silent(data, path)
            return done

    def temporary(self):
        """What a run that went wrong left beside its output."""
        return sorted(path.name for path in self.folder.iterdir() if path.name not in ("case", "report"))

    def test_nothing_wrong(self):
        found = set()
        self.everything("good files", found=found)
        # The words are read at all: otherwise this test could not fail.
        self.assertLessEqual({"open", "anonymous", "letter", "counted", "withdrawn"}, found)
        self.assertEqual(self.report("good files").returncode, 0)
        inside = b"".join(
            data for path, data in files(self.folder / "report").items() if path.startswith("internal/")
        )
        self.assertIn("open", self.spoken(inside, planted.WORDS))
        self.assertEqual(self.temporary(), [])

    def test_a_name_that_may_be_published(self):
        form = planted.form(planted.PERSONAL).replace("Anonymous,Us", "Named,Us")
        self.put({"data/form.csv": form})
        out = self.folder / "report"
        self.assertEqual(self.heard("report", "--out", out).returncode, 0)
        for path, data in files(out).items():
            if path.startswith("publish/"):
                self.silent(data, path, set(planted.WORDS + planted.NOWHERE) - {"body"})

    def test_words_in_cells_that_mean_something_else(self):
        for column in ("Sent", "Publish", "For", "Language", "You", "Gate"):
            row = planted.form_row(8, benches="Trees", **{column: canary("fault")})
            self.put({"data/form.csv": planted.form(planted.PERSONAL) + row})
            self.check(self.heard("check"), 1, err="data/form.csv:9:")
            self.everything(f"a fault in {column}")
            self.assertEqual(self.report(f"a fault in {column}").returncode, 1)

    def test_words_for_an_id_are_not_published(self):
        # Whoever declares a column to be the id lets it stand where ids stand: for the team alone.
        row = planted.form_row(8, benches="Trees", ID=canary("fault"))
        self.put({"data/form.csv": planted.form(planted.PERSONAL) + row + row})
        done = self.heard("check")
        self.check(done, 1)
        self.silent(done.stderr + done.stdout, "what is printed")
        self.put({"data/form.csv": planted.form(planted.PERSONAL) + row})
        out = self.folder / "report"
        self.check(self.heard("report", "--out", out), 0)
        for path, data in files(out).items():
            if path.startswith("publish/"):
                self.silent(data, path)

    def test_a_cell_is_shown_to_who_asks(self):
        row = planted.form_row(8, benches="Trees", Publish=canary("fault"))
        self.put({"data/form.csv": planted.form(planted.PERSONAL) + row})
        self.assertNotEqual(self.spoken(self.heard("check", "--show-values").stderr, ["fault"]), [])

    def test_the_same_id_twice(self):
        self.put({"data/form.csv": planted.form(planted.PERSONAL) + planted.form_row(1, benches=canary("fault"))})
        self.everything("the same id twice")

    def test_rows_that_cannot_be_read(self):
        word = canary("fault")
        remarked = set()
        for name, row in {
            "unclosed": f'r8,2026-01-09,"{word},,,,\n',
            "after a quote": f'r8,2026-01-09,"a"{word},,,,\n',
            "too many cells": "r8," + f"{word}," * 40 + "\n",
            "over the most cells": f"{word}," * 16_400 + "\n",
            "a very long cell": "r8,2026-01-09," + word * 200_000 + "\n",
            "NUL": f"r8\0{word},2026\0-01-09,{word}\n",
        }.items():
            self.put({"data/form.csv": planted.form(planted.PERSONAL) + row})
            if "data/form.csv:9" in self.heard("check").stderr:
                remarked.add(name)
            self.everything(name)
            self.report(name)
        # However long a cell is, it may be an answer.
        self.assertLessEqual({"unclosed", "after a quote", "too many cells", "over the most cells"}, remarked)

    def test_headers_that_are_words(self):
        rows = planted.form(planted.PERSONAL).split("\n", 1)[1]
        self.put({"data/form.csv": rows.replace(canary("open"), canary("fault"))})
        self.check(self.heard("check"), 1, err="is missing in data/form.csv")
        self.everything("no header")

    def test_bytes_that_are_no_text(self):
        word = canary("fault").encode()
        for name, row in {
            "undefined": b"r8,2026-01-09," + word + b"\x81\xff\xc3\xa9,,\n",
            "windows": b"r8,2026-01-09," + word + b" caf\xe9,,,,,Anonymous,Me,English,,a,North,Walker\n",
            "half a character": b"r8,2026-01-09," + word + b"\xe2\x82",
        }.items():
            self.put({"data/form.csv": planted.form(planted.PERSONAL).encode() + row})
            self.everything(name)
        self.put({"data/form.csv": planted.form(planted.PERSONAL).encode("utf-16")[:-1]})
        self.everything("half of UTF-16")
        self.put({"data/form.csv": planted.form(planted.PERSONAL)})
        for path in ("data/l1.txt", "data/walk.txt", "register.csv", "decisions/dispositions.csv"):
            good = (self.case / path).read_bytes()
            self.put({path: good + word + b"\x81\xff\xc3\xa9"})
            self.everything(f"no text in {path}")
            self.put({path: good})

    def test_json_lines(self):
        word = canary("fault")
        self.put({"consultation.toml": planted.MANIFEST.replace("form.csv", "form.jsonl")})
        for line in (
            f'{{"ID":"r1","Benches":"{word}"', f'["{word}"]', f'{{"ID":"r1","{word}":{{"{word}":1}}}}',
            f'{{"ID":"r1","ID":"{word}"}}', f'{{"{word}": "{word}\\ud800"}}', f'"{word}"', word,
            f'{{"ID":"r1","Benches":' + f'{{"{word}":' * 100,
        ):
            self.put({"data/form.jsonl": line + "\n" + '{"ID":"r2","Benches":"benches"}\n'})
            self.assertIn("data/form.jsonl", self.heard("check").stderr, line)
            self.everything(f"JSON: {line[:12]}")

    def test_shifted_rows_of_decision_files(self):
        word = canary("shifted")
        for name, header in planted.DECISIONS.items():
            columns = header.split(",")
            rows = []
            for column in columns:
                if column in ("translation", "replacement", "canonical", "name", "type"):
                    continue  # Their words are meant to be printed.
                cells = [planted.USUAL.get(each, "") for each in columns]
                cells[columns.index(column)] = f"{word} and more"
                rows.append(planted.line(cells))
            rows += [planted.line([word, *columns[1:]]), f'"{word}', f'"a"{word},b\n']
            remarked = 0
            for number, row in enumerate(rows):
                self.put({f"decisions/{name}": header + "\n" + row})
                done = self.heard("check")
                with self.subTest(file=name, row=number):
                    self.silent(done.stderr + done.stdout, "what is printed")
                remarked += f"decisions/{name}:2:" in done.stderr
            self.assertGreaterEqual(remarked, 4, name)
            self.put({f"decisions/{name}": word + header + "\n" + "".join(rows)})
            self.everything(f"faults in {name}")
            (self.case / "decisions" / name).unlink()
        self.put({f"decisions/{name}": text for name, text in planted.files(planted.PERSONAL).items() if "decisions" in name})

    def test_shifted_rows_of_the_register(self):
        header, row = planted.files(planted.PERSONAL)["register.csv"].splitlines()
        remarked = set()
        for number in range(len(header.split(","))):
            cells = row.split(",")
            cells[number] = canary("shifted") + " and more"
            self.put({"register.csv": header + "\n" + planted.line(cells)})
            with self.subTest(column=header.split(",")[number]):
                done = self.heard("check")
                self.silent(done.stderr + done.stdout, "what is printed", ["shifted"] if number != 3 else [])
            if "register.csv:2:" in done.stderr:
                remarked.add(header.split(",")[number])
        self.assertLessEqual({"received", "file", "capacity", "publication"}, remarked)

    def test_data_given_as_a_manifest_or_a_codebook(self):
        for name in ("data/form.csv", "data/l1.txt", "register.csv"):
            for command in ("check", "code", "answers"):
                done = run(command, self.case / name)
                self.assertNotEqual(done.returncode, 0)
                self.silent(done.stderr + done.stdout, f"{command} {name}")
            manifest = planted.MANIFEST.replace(
                'id = "park"', f'id = "park"\ncodebook = "{name}"', 1)
            self.put({"consultation.toml": manifest})
            done = self.heard("check")
            self.assertEqual(done.returncode, 1)
            self.silent(done.stderr + done.stdout, f"{name} as a codebook")
        self.put({"consultation.toml": planted.MANIFEST})
        done = run("match", "bench*", "benches", "--codebook", self.case / "data" / "form.csv")
        self.silent(done.stderr + done.stdout, "a codebook of match")

    def test_files_that_are_each_other(self):
        self.put({"consultation.toml": planted.MANIFEST.replace("form.csv", "l1.txt")})
        self.everything("a letter as a source")
        self.put({"consultation.toml": planted.MANIFEST, "register.csv": planted.form(planted.PERSONAL)})
        self.everything("a source as a register")

    def test_a_disk_that_is_full(self):
        with open("/dev/full", "wb") as full:
            for arguments, _ in COMMANDS:
                done = subprocess.run(
                    [COMMAND, arguments[0], self.case / "consultation.toml", *arguments[1:]],
                    stdout=full, stderr=subprocess.PIPE, check=False, timeout=120,
                )
                self.silent(done.stderr, f"{arguments} on a full disk")
        for size in (0, 100, 3000, 20_000):
            out = self.folder / "report"
            done = subprocess.run(
                [COMMAND, "report", self.case / "consultation.toml", "--out", out],
                capture_output=True, check=False, timeout=120,
                preexec_fn=lambda size=size: self.small_files(size),
            )
            self.assertEqual(done.returncode, 2)
            self.silent(done.stderr + done.stdout, f"files of {size} bytes")
            self.assertEqual(self.temporary(), [])
            self.assertFalse(out.exists())

    @staticmethod
    def small_files(size):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    def test_memory_that_runs_out(self):
        enough = subprocess.run(
            [COMMAND, "--version"], capture_output=True, check=False, timeout=60,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)),
        )
        if enough.returncode != 0:
            self.skipTest("a sanitizer takes more memory than can be limited")
        rows = planted.form(planted.PERSONAL) + "".join(
            planted.form_row(number, benches=f"trees and benches {canary('open')} " * 40)
            for number in range(100, 4000)
        )
        self.put({"data/form.csv": rows})
        refused = 0
        for mebibytes in (24, 28, 32, 36, 40, 48, 64):
            done = subprocess.run(
                [COMMAND, "report", self.case / "consultation.toml", "--out", self.folder / "report",
                 "--threads", "1"],
                capture_output=True, check=False, timeout=300,
                preexec_fn=lambda most=mebibytes << 20: resource.setrlimit(
                    resource.RLIMIT_AS, (most, most)),
            )
            self.silent(done.stderr + done.stdout, f"{mebibytes} MiB")
            self.assertEqual(self.temporary(), [])
            refused += b"memory" in done.stderr
        self.assertGreater(refused, 0)

    def test_a_run_that_is_stopped(self):
        rows = planted.form(planted.PERSONAL) + "".join(
            planted.form_row(number, benches=f"trees and benches {canary('open')} " * 40)
            for number in range(100, 4000)
        )
        self.put({"data/form.csv": rows})
        stopped = 0
        for sent in (signal.SIGINT, signal.SIGTERM):
            for wait in (0.02, 0.2, 1.0):
                with subprocess.Popen(
                    [COMMAND, "report", self.case / "consultation.toml", "--out", self.folder / "report"],
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                ) as running:
                    time.sleep(wait)
                    running.send_signal(sent)
                    out, err = running.communicate(timeout=120)
                stopped += running.returncode == -sent
                self.silent(out + err, f"stopped after {wait} s")
                self.assertEqual(self.temporary(), [])
        self.assertGreater(stopped, 0)

    def test_what_a_kill_leaves_is_for_the_user_alone(self):
        seen = 0
        # A machine may be too fast to be stopped midway at the first attempt.
        for _ in range(20):
            with subprocess.Popen(
                [COMMAND, "report", self.case / "consultation.toml", "--out", self.folder / "report"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            ) as running:
                while running.poll() is None and not list(self.folder.glob(".heard-*/report")):
                    time.sleep(0.0005)
                running.kill()
            for left in self.folder.glob(".heard-*"):
                self.assertEqual(os.stat(left).st_mode & 0o777, 0o700)
                seen += 1
            if seen:
                break
        self.assertGreater(seen, 0)


if __name__ == "__main__":
    unittest.main()

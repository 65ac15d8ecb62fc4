#!/usr/bin/env python3
"""Rows for decision files: what `answers` and `quotes --rows` print is what is read again."""

import csv
import io
import json
import sys
import unittest

from support import CASES, EXAMPLE, ROOT, CommandTest, run

sys.path.insert(0, str(ROOT / "examples" / "data"))
import xxh3  # an implementation of its own, after the specification  # noqa: E402

LETTERS = CASES / "letters" / "consultation.toml"


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


class Rows(CommandTest):
    def test_answers_have_the_hash_of_their_words(self):
        for manifest in (LETTERS, EXAMPLE / "consultation.toml"):
            rows = table(self.check(run("answers", manifest, "--text", "-q"), 0).stdout)
            self.assertGreater(len(rows), 5)
            for row in rows:
                words = row["text"].encode("utf-8", "surrogateescape")
                self.assertEqual(row["text_hash"], xxh3.xxh3_128_hex(words), row["response"])
                self.assertEqual(int(row["bytes"]), len(words))

    def test_answers_hold_no_words_unless_asked(self):
        done = self.check(run("answers", LETTERS), 0)
        self.assertNotIn("bench", done.stdout.replace(",benches,", ","))
        self.assertEqual(
            done.stdout.splitlines()[0], "response,question,text_hash,state,bytes,file,row,column"
        )
        some = table(run("answers", LETTERS, "--question", "benches").stdout)
        self.assertEqual({row["question"] for row in some}, {"benches"})
        every = table(done.stdout)
        self.assertEqual(some, [row for row in every if row["question"] == "benches"])

    def test_an_answer_is_where_it_says(self):
        case = CASES / "library-hours"
        with open(case / "data" / "form.csv", encoding="utf-8", newline="") as form:
            cells = list(csv.reader(form))
        rows = table(run("answers", case / "consultation.toml", "--text").stdout)
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row["file"], "data/form.csv")
            self.assertEqual(cells[int(row["row"]) - 1][int(row["column"]) - 1], row["text"])

    def test_a_quote_s_row_clears_it(self):
        case = self.copy()
        manifest = case / "consultation.toml"
        arguments = "quotes", manifest, "--theme", "evening-hours"
        before = [json.loads(line) for line in run(*arguments, "--json").stdout.splitlines()]
        self.assertTrue(before)
        self.assertFalse(any(quote["cleared"] for quote in before))
        rows = table(run(*arguments, "--rows").stdout)
        whole = [quote for quote in before if quote["pieces"] == 1]
        keys = ("response", "question", "first", "last", "text_hash")
        self.assertEqual(
            [tuple(row[key] for key in keys) for row in rows],
            [tuple(str(quote[key]) for key in keys) for quote in whole],
        )
        (case / "decisions").mkdir()
        with open(case / "decisions" / "quotes.csv", "w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0])
            writer.writeheader()
            for row in rows:
                writer.writerow({**row, "who": "mt", "when": "2026-05-01", "why": "read"})
        self.check(run("check", manifest), 0)
        after = [json.loads(line) for line in run(*arguments, "--json").stdout.splitlines()]
        cleared = {(quote["response"], quote["text"]) for quote in after if quote["cleared"]}
        self.assertEqual(cleared, {(quote["response"], quote["text"]) for quote in whole})

    def test_the_words_of_a_quote_are_those_of_the_answer(self):
        answers = {
            (row["response"], row["question"]): row["text"].encode()
            for row in table(run("answers", LETTERS, "--text").stdout)
        }
        lines = run("quotes", LETTERS, "--theme", "benches", "--json").stdout.splitlines()
        self.assertTrue(lines)
        for quote in map(json.loads, lines):
            words = answers[quote["response"], quote["question"]]
            said = words[quote["first"] : quote["last"]].decode()
            self.assertEqual(quote["text"].replace("[...]", "").strip(), said)
            self.assertEqual(quote["text_hash"], xxh3.xxh3_128_hex(words))


if __name__ == "__main__":
    unittest.main()

from __future__ import annotations

import ctypes
import itertools
import os
import subprocess
import sys
import threading

import pytest

import heard
from conftest import CASES
from heard._handles import Rows
from heard._library import LIBRARY


def test_closed_is_closed():
    book = heard.Codebook('[codebook]\nlanguage = "cy"\n[[theme]]\nid = "x"\nname = "X"\n')
    assert book.language == "cy"
    with book:
        assert len(book) == 1
    book.close()
    with pytest.raises(ValueError, match="this Codebook is closed"):
        len(book)


def test_children_outlive_their_parents():
    project = heard.open(CASES / "library-hours" / "consultation.toml")
    codings = project.code()
    table = codings.table(columns="you")
    report = codings.report()
    project.close()
    assert codings[0].theme == "evening-hours"
    codings.close()
    assert table.cell("hours", "student").count == 2
    assert table.explain("hours", "student")
    table.close()
    assert b"Library opening hours" in report["publish/report.md"]


def test_any_order_of_closing():
    for order in itertools.permutations(range(4)):
        project = heard.open(CASES / "library-hours" / "consultation.toml")
        codings = project.code()
        handles = [project.codebook, project.consultation, codings, codings.table()]
        for index in order:
            handles[index].close()


def test_the_collector_frees_and_memory_stays_flat():
    # In a process of its own, so that nothing else grows.
    program = """
import gc, heard
def resident():
    with open("/proc/self/statm") as of:
        return int(of.read().split()[1])
book = b'[[theme]]\\nid = "x"\\nname = "X"\\nmatch = ["able* NEAR/3 bed*"]\\n'
def some(n):
    for _ in range(n):
        heard.Codebook(book)
        heard.tokens("a few words")
        heard.match("few", "a few words")
        try:
            heard.match("few AND", "x")
        except heard.BadCodebook:
            pass
    gc.collect()
some(500)
before = resident()
some(5000)
grown = resident() - before
assert grown < 512, f"{grown} pages"
"""
    if "san" in os.environ.get("LD_PRELOAD", ""):
        pytest.skip("a sanitizer keeps what was freed")
    subprocess.run([sys.executable, "-c", program], check=True)


def test_threads_may_read_one_object(library_hours):
    expected = [response.id for response in library_hours.consultation.responses]
    found = []

    def read():
        codings = library_hours.code(threads=2)
        codings.table(columns="you").to_json()
        found.append([response.id for response in library_hours.consultation.responses])

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [expected] * 8


def test_rows_are_a_sequence():
    rows = Rows(3, lambda index: index * 10)
    assert list(rows) == [0, 10, 20]
    assert rows[-1] == 20
    assert rows[1:] == [10, 20]
    assert 10 in rows
    assert list(reversed(rows)) == [20, 10, 0]
    for index in (3, -4):
        with pytest.raises(IndexError):
            rows[index]


def test_a_handle_of_another_kind_is_refused():
    book = heard.Codebook('[[theme]]\nid = "x"\nname = "X"\n')
    with pytest.raises(ctypes.ArgumentError):
        LIBRARY.heard_table_notes(book._pointer)

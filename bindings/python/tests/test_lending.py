"""Bytes handed to a builder: kept while they are needed, and no longer."""

import gc

from heard import Builder, Codebook, Manifest
from heard import _lending

MANIFEST = """[consultation]
id = "x"
title = "X"
[[chapter]]
id = "c"
title = "C"
[[question]]
id = "q"
chapter = "c"
kind = "open"
text = "Why?"
[[source]]
file = "f.csv"
channel = "form"
response_id = "id"
publication = { all = "anonymous" }
answers = { q = "why" }
"""
CODEBOOK = """[codebook]
language = "en"
[[theme]]
id = "hours"
name = "Hours"
match = ['open*']
"""
WORDS = "The library should be open for longer in the evening, and on Sundays too. " * 20


def supplied(form):
    builder = Builder(Manifest(MANIFEST))
    builder.supply("f.csv", form)
    while wanted := builder.next_wanted():
        builder.close_file(wanted.path)
    return builder


def test_bytes_live_as_long_as_what_shows_them():
    before = dict(_lending._lent)
    with supplied(f'id,why\n1,"{WORDS}"\n') as builder:
        consultation = builder.finish()
    gc.collect()
    assert len(_lending._lent) == len(before) + 1
    assert consultation.answers[0].text == WORDS
    codings = consultation.code(Codebook(CODEBOOK))
    consultation.close()
    assert len(codings) == 1
    assert len(_lending._lent) == len(before) + 1
    codings.close()
    assert _lending._lent == before


def test_bytes_of_a_builder_that_makes_nothing_are_given_back():
    before = dict(_lending._lent)
    builder = supplied(b"id,why\n1,x\n")
    assert len(_lending._lent) == len(before) + 1
    builder.close()
    assert _lending._lent == before

"""Kept words: what comes out is what a whole run gives, and a cache is never trusted."""

from __future__ import annotations

import shutil
import stat
import warnings

import pytest

import heard
from conftest import CASES, EXAMPLE


@pytest.fixture(scope="module")
def example():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", heard.HeardWarning)
        return heard.open(EXAMPLE)


@pytest.fixture(scope="module")
def source():
    return EXAMPLE.with_name("codebook.toml").read_text("utf-8")


def test_kept_words_give_the_codings_of_a_whole_run(example):
    expected = example.code().to_csv()
    words = example.consultation.keep_words()
    assert words.code(example.codebook).to_csv() == expected
    again = example.consultation.open_words(words.save())
    assert again.code(example.codebook, threads=1).to_csv() == expected


def test_a_changed_codebook_gives_the_codings_of_a_whole_run(example, source):
    # The example has people's codings and campaigns whose members inherit them.
    words = example.consultation.keep_words()
    before = example.code()
    rule = source.index("match = [") + len("match = [")
    ids = []
    for later in (
        source,
        source[:rule] + "'support NEAR/5 children', " + source[rule:],
        source.replace("children", "families"),
        source + "\n[[theme]]\nid = 'new-one'\nname = 'New'\nmatch = ['support']\n",
    ):
        book = heard.Codebook(later)
        recoding = words.recode(before, book)
        expected = example.consultation.code(book)
        assert recoding.codings().to_csv() == expected.to_csv()
        ids.append([change.id for change in recoding.changes])
        for change in recoding.changes:
            assert change.answers_after - change.answers_before == change.gained - change.lost
            found = {c.answer for c in expected if c.theme == change.id and c.kind == "rule"}
            assert change.answers_after == len(found)
        before = recoding.codings()
    assert ids[0] == []
    assert len(ids[1]) == 1
    assert len(ids[2]) > 1
    assert "new-one" in ids[3]


def test_bytes_that_do_not_fit_say_why(example, library_hours):
    saved = library_hours.consultation.keep_words().save()
    with pytest.raises(heard.BadInput, match="the texts have changed since"):
        example.consultation.open_words(saved)
    with pytest.raises(heard.BadInput, match="it is cut off"):
        library_hours.consultation.open_words(saved[:-1])
    with pytest.raises(heard.BadInput, match="it holds no kept words"):
        library_hours.consultation.open_words(bytes(1000))


def test_the_cache_is_private_and_made_anew_where_it_does_not_fit(tmp_path):
    folder = tmp_path / "hours"
    shutil.copytree(CASES / "library-hours", folder)
    cache = folder / "consultation.words"
    expected = heard.open(folder / "consultation.toml").code().to_csv()
    assert not cache.exists()

    def coded():
        return heard.open(folder / "consultation.toml").code(cache=True).to_csv()

    assert coded() == expected
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    good = cache.read_bytes()
    assert coded() == expected  # without a warning, which would be an error here

    cache.write_bytes(good[:-1] + b"x")
    with pytest.warns(heard.HeardWarning, match="the cache is made anew: it is damaged"):
        assert coded() == expected
    assert cache.read_bytes() == good

    cache.write_bytes(b"a letter to somebody")
    with pytest.warns(heard.HeardWarning, match="the cache is not written"):
        assert coded() == expected
    assert cache.read_bytes() == b"a letter to somebody"
    assert not list(folder.glob(".heard-*"))

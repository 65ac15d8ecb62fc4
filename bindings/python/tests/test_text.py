from __future__ import annotations

import pytest

import heard


def test_offsets_count_bytes_and_texts_are_slices():
    text = "Café 🐕‍🦺 Don’t."
    data = text.encode()
    found = heard.tokens(text)
    assert [token.text for token in found] == ["Café", "🐕‍🦺", "Don’t"]
    assert [token.folded for token in found] == ["café", "🐕🦺", "don't"]
    for token in found:
        assert data[token.first : token.last].decode() == token.text
    assert heard.tokens(data) == found


def test_nothing_gives_nothing():
    assert heard.tokens("") == []
    assert not heard.match("x", "")


def test_bytes_that_are_no_utf8_come_back_as_they_were():
    (token, *_) = heard.tokens(b"caf\xe9")
    assert token.text.encode("utf-8", "surrogateescape") == b"caf\xe9"[token.first : token.last]


def test_a_nul_is_part_of_a_text_but_not_of_a_rule():
    assert [token.text for token in heard.tokens("a\0b")] == ["a", "b"]
    with pytest.raises(ValueError, match="rule holds a NUL"):
        heard.match("a\0b", "a")


def test_a_match_tells_where_and_why():
    found = heard.match("open* NEAR/4 evening*", "Please open in the evening.")
    assert found
    assert [(span.text, span.first, span.last) for span in found.evidence] == [
        ("open in the evening", 7, 26)
    ]
    missed = heard.match("open AND late", "Open early.")
    assert not missed
    assert missed.evidence == ()
    assert [(step.part, step.matched, step.depth) for step in missed.steps] == [
        ("open AND late", False, 0),
        ("open", True, 1),
        ("late", False, 1),
    ]
    assert missed.steps[0].why and not missed.steps[1].why


def test_stems_follow_the_language():
    assert heard.match("%help", "helping", language="en")
    assert not heard.match("%help", "helping", language="fr")


def test_lists_and_themes_of_a_codebook():
    book = heard.Codebook(
        '[[list]]\nid = "carers"\nwords = ["carer*"]\n'
        '[[theme]]\nid = "care"\nname = "Care"\nmatch = ["#carers"]\n'
    )
    assert heard.match("#carers AND @care", "Foster carers", codebook=book)
    with pytest.raises(heard.BadCodebook):
        heard.match("#parents", "Parents", codebook=book)


def test_a_fault_in_a_rule_has_its_place():
    with pytest.raises(heard.BadCodebook) as caught:
        heard.match("a AND AND b", "a")
    error = caught.value
    assert error.status == 6
    assert error.location.name == "rule"
    assert error.location.line == 1
    assert error.location.column == error.location.offset + 1 > 6
    assert str(error) == f"rule:1:{error.location.column}: {error.message}"
    assert isinstance(error, (heard.HeardError, ValueError))


def test_personal_data_of_a_text():
    text = "Café: ring my son Tom Obi on 020 7946 0018."
    data = text.encode()
    found = heard.personal_data(text)
    assert [(each.kind, data[each.first : each.last].decode()) for each in found] == [
        ("name", "Tom Obi"),
        ("telephone number", "020 7946 0018"),
    ]
    assert [(each.why, each.replacement, each.settled) for each in found] == [
        ("context", "[name]", False),
        ("shape", "[phone]", False),
    ]
    assert heard.personal_data("") == []

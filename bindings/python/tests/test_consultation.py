"""Rows as Python values; the figures are those of tests/cases, worked out by hand."""

from __future__ import annotations

import shutil

import pytest

import heard
from conftest import CASES


@pytest.fixture()
def consultation(library_hours):
    return library_hours.consultation


def test_what_was_asked(consultation):
    assert (consultation.id, consultation.title) == ("library-hours", "Library opening hours")
    assert [chapter.title for chapter in consultation.chapters] == ["When we open"]
    assert [question.id for question in consultation.questions] == ["c1q1", "you", "c1", "general"]
    you = consultation.question("you")
    assert (you.kind, you.about_you, you.declared, you.chapter) == ("multiple", True, True, None)
    assert [option.label for option in you.options] == ["Parent, carer or guardian", "Student"]
    asked = consultation.question("c1q1")
    assert (asked.kind, asked.aspect, asked.chapter, asked.options) == ("open", "asked", "c1", ())
    assert not consultation.question("general").declared
    with pytest.raises(heard.NotFound, match='did you mean "c1q1"'):
        consultation.question("c1q2")


def test_responses(consultation):
    assert [response.id for response in consultation.responses] == [f"r{i}" for i in range(1, 8)]
    r5 = consultation.responses[4]
    assert r5.received == "2026-04-28T10:00:00"
    assert (r5.channel, r5.item, r5.organisations) == ("form", "r5", ("Reading Circle",))
    assert (r5.disposition, r5.late, r5.capacity) == ("included", "let_in", "organisation")
    assert (r5.publication, r5.included, r5.repeats) == ("named", True, False)
    assert consultation.responses[6].disposition == "blank"
    assert consultation.respondents == 7


def test_answers(consultation):
    r2 = consultation.responses[1]
    words, boxes = (consultation.answers[row] for row in r2.answers)
    assert (words.response, words.question, words.state) == ("r2", "c1q1", "text")
    assert words.text == "Parents can only come after work."
    assert (words.origin, words.language) == ("field", "en")
    assert (boxes.state, boxes.options, boxes.text) == ("options", ("parent", "student"), "")
    place = words.place
    assert (place.file, place.row, place.column) == ("data/form.csv", 4, 3)


def test_places_are_bytes_of_the_file(library_hours):
    consultation = library_hours.consultation
    written = [answer for answer in consultation.answers if answer.state == "text"]
    assert len(written) == 5
    for answer in written:
        data = (library_hours.folder / answer.place.file).read_bytes()
        cell = data[answer.place.first : answer.place.last].decode()
        assert cell.strip('"') == answer.text


def test_the_ledger(consultation):
    ledger = consultation.ledger
    assert ledger.received == 7
    assert ledger.by_disposition["included"] == 6
    assert ledger.by_disposition["blank"] == 1
    assert sum(ledger.by_disposition.values()) == ledger.received
    assert sum(ledger.by_capacity.values()) == ledger.included
    assert ledger.items - ledger.not_a_response + ledger.split - ledger.merged_items == 7
    assert str(ledger).splitlines()[1:3] == ["  6 included", "  1 blank"]


def test_states(consultation):
    states = consultation.states("c1q1")
    assert states["text"] == 5
    assert states["no_comment"] == 1
    assert sum(states.values()) == consultation.ledger.included
    assert consultation.state(3, "c1q1") == "no_comment"
    assert consultation.state(0, "you") == "options"
    with pytest.raises(IndexError):
        consultation.state(7, "you")


def test_files_channels_and_coders(consultation, codings):
    (form,) = consultation.channels
    assert (form.id, form.title, form.received) == ("form", "form", 7)
    by_path = {file.path: file for file in consultation.files}
    assert by_path["data/form.csv"].rows == 7
    assert by_path["data/form.csv"].encoding == "utf-8"
    assert len(by_path["data/form.csv"].hash) == 32
    assert consultation.coders == ()
    assert {coding.coder for coding in codings} == {"rule"}


def test_letters_items_and_events(letters):
    consultation = letters.consultation
    items = {item.id: item for item in consultation.items}
    assert set(items) == {"l1", "l2", "l3", "envelope-4", "l6", "l7"}
    assert items["envelope-4"].responses == 2
    assert (items["l6"].responses, items["l6"].merged) == (0, 1)
    assert (items["l7"].responses, items["l7"].note) == (0, "an invoice")
    (walk,) = consultation.events
    assert (walk.title, walk.date, walk.attendance) == ("A walk in the park", "2026-01-17", 9)
    assert walk.notes == "Somebody sat on a bench.\n"
    assert consultation.organisations[0].name == "Friends of the Park"
    assert consultation.responses[2].received == "2026-01-12"


def test_codings_of_events(letters):
    codings = letters.code()
    (coding,) = codings.events
    assert (coding.event, coding.theme) == (0, "benches")
    (span,) = coding.evidence
    assert span.rule == 0
    notes = letters.consultation.events[coding.event].notes
    assert notes.encode()[span.first : span.last] == b"bench"
    with pytest.raises(IndexError):
        codings.events[1]


def test_codings(codings):
    assert len(codings) == 5
    coding = codings[1]
    assert (coding.theme, coding.kind, coding.counts) == ("evening-hours", "rule", True)
    assert [(each.first, each.last, each.rule) for each in coding.evidence] == [
        (0, 7, 1),
        (22, 32, 1),
    ]
    answer = codings.consultation.answers[coding.answer]
    assert [answer.text.encode()[e.first : e.last] for e in coding.evidence] == [
        b"Parents",
        b"after work",
    ]
    with pytest.raises(IndexError):
        codings[5]


def test_the_codebook(library_hours):
    book = library_hours.codebook
    assert [theme.id for theme in book] == ["hours", "evening-hours", "weekend-hours"]
    evening = book["evening-hours"]
    assert (evening.parent, evening.depth, evening.rules) == ("hours", 1, 2)
    assert evening.stance_of == "The library should open in the evening"
    assert book[0].parent is None
    assert "hours" in book and "hour" not in book
    with pytest.raises(heard.NotFound, match='did you mean "hours"'):
        book["hour"]
    with pytest.raises(IndexError):
        book[3]


def test_stale_decisions():
    with pytest.warns(heard.HeardWarning, match="set aside"):
        project = heard.open(CASES / "people-before-rules" / "consultation.toml")
    (stale,) = project.consultation.stale
    assert (stale.file, stale.row) == ("decisions/codings/ann.csv", 5)
    assert (stale.response, stale.question) == ("r5", "why")
    coders = {coder.name: coder for coder in project.consultation.coders}
    assert coders["ann"].kind == "human"
    dates = {coding.coder: coding.when for coding in project.code()}
    assert dates == {
        "ann": "2026-03-01", "adjudicated": "2026-03-05", "topics": None, "rule": None
    }
    assert (coders["topics"].model, coders["topics"].version) == ("topics-small", "2")


def test_decisions(tmp_path):
    shutil.copytree(CASES / "library-hours", tmp_path / "case")
    with heard.open(tmp_path / "case" / "consultation.toml") as project:
        answer = next(each for each in project.consultation.answers if each.text)
    decisions = tmp_path / "case" / "decisions"
    decisions.mkdir(exist_ok=True)
    rows = f"{answer.response},{answer.question},0,1,[x],{answer.text_hash},zoe,2026-05-02,a name\n"
    (decisions / "redactions.csv").write_text(
        "response,question,first,last,replacement,text_hash,who,when,why\n" + rows
    )
    (decisions / "campaigns.csv").write_text(
        "campaign,policy,who,when,why\nc-1,count_one,ann,2026-05-01T10:00,one\n"
    )
    (decisions / "signoff.csv").write_text("section,run,who,when\nc1,0a1b,ann,2026-06-01\n")
    (decisions / "notes.csv").write_text("anything\n")
    with pytest.warns(heard.HeardWarning, match="no decision file has this name"):
        project = heard.open(tmp_path / "case" / "consultation.toml")
    consultation = project.consultation
    (redaction,) = consultation.redactions
    assert (redaction.answer, redaction.first, redaction.last) == (answer.index, 0, 1)
    assert (redaction.replacement, redaction.who, redaction.when) == ("[x]", "zoe", "2026-05-02")
    assert (redaction.why, redaction.file, redaction.row) == (
        "a name", "decisions/redactions.csv", 2
    )
    (campaign,) = consultation.campaign_decisions
    assert (campaign.campaign, campaign.policy) == ("c-1", "count_one")
    assert campaign.when == "2026-05-01T10:00:00"
    (signoff,) = consultation.signoffs
    assert (signoff.section, signoff.run, signoff.who) == ("c1", "0a1b", "ann")
    assert not consultation.name_decisions and not consultation.quote_decisions


def test_translations(tmp_path):
    shutil.copytree(CASES / "welsh-and-emoji", tmp_path / "case")
    manifest = tmp_path / "case" / "consultation.toml"
    with heard.open(manifest) as project:
        welsh = next(each for each in project.consultation.answers if each.response == "d2")
        assert welsh.state == "not_coded"
    decisions = tmp_path / "case" / "decisions"
    decisions.mkdir(exist_ok=True)
    (decisions / "translations.csv").write_text(
        "response,question,text_hash,language,translation,who,when,why\n"
        f"d2,dogs,{welsh.text_hash},en,The children like dogs and cats.,Ann Lee,2026-05-01,\n",
        "utf-8",
    )
    with heard.open(manifest) as project:
        (translation,) = project.consultation.translations
        assert (translation.answer, translation.language) == (welsh.index, "en")
        assert (translation.text, translation.who) == (
            "The children like dogs and cats.", "Ann Lee"
        )
        answer = project.consultation.answers[welsh.index]
        assert (answer.state, answer.text) == ("text", welsh.text)
        whole = len(welsh.text.encode())
        found = [each for each in project.code() if each.answer == welsh.index]
        assert found and all(
            [(span.first, span.last) for span in each.evidence] == [(0, whole)] for each in found
        )
        quotes = [
            quote
            for theme in {each.theme for each in found}
            for quote in project.code().quotes(theme)
            if quote.answer == welsh.index
        ]
        assert quotes and all(quote.text == welsh.text for quote in quotes)
        assert {quote.translation for quote in quotes} == {translation.text}
        assert {quote.translator for quote in quotes} == {"Ann Lee"}

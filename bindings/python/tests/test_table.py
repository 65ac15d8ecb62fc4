from __future__ import annotations

import csv
import io
import json

import pytest

import heard
from conftest import CASES


@pytest.fixture()
def table(codings):
    return codings.table(rows="theme", columns="you")


def test_cells(table):
    assert table.shape == (3, 3)
    assert [row.depth for row in table.rows] == [0, 1, 1]
    cell = table.cell("evening-hours", "student")
    assert (cell.count, cell.base, cell.share) == (2, 3, "67%")
    assert (cell.by_rule_only, cell.applies) == (2, True)
    assert table.cell(1, 2) == cell
    assert table.rows_overlap and table.columns_overlap
    assert any("must not be added up" in note for note in table.notes)
    with pytest.raises(KeyError, match='no row "evenings"'):
        table.cell("evenings", "student")
    with pytest.raises(IndexError):
        table.cell(3, 0)


def test_records(table):
    records = list(table)
    assert len(records) == 9
    assert records[5] == {
        "row": "evening-hours",
        "row_label": "Evening opening",
        "column": "student",
        "column_label": "Student",
        "count": 2,
        "base": 3,
        "by_rule_only": 2,
        "applies": True,
        "share": "67%",
        "hidden": False,
    }


def test_small_numbers(codings):
    table = codings.table(rows="theme", small_numbers="k5")
    cell = table.cell("evening-hours")
    assert (cell.count, cell.base, cell.share, cell.hidden) == (None, 6, None, True)
    assert "[c] of 6" in table._repr_html_()
    assert any("no small number can be found out" in note for note in table.notes)
    with pytest.raises(ValueError, match='"k6" is none of none, k5, k10_round5'):
        codings.table(rows="theme", small_numbers="k6")


def test_every_form_tells_the_same(table):
    lines = list(csv.DictReader(io.StringIO(table.to_csv())))
    assert len(lines) == len(list(table))
    for line, record in zip(lines, table):
        assert (line["row_id"], line["column_id"]) == (record["row"], record["column"])
        assert (int(line["count"]), int(line["base"])) == (record["count"], record["base"])
        assert (line["unit"], line["base_is"]) == ("responses", "answered")
        assert line["share"] == record["share"]
    printed = json.loads(table.to_json())
    assert printed["cells"][1][0]["count"] == 4
    assert "| &emsp;Evening opening | 4 of 6 (67%) |" in table.to_markdown()
    assert str(table) == table._repr_markdown_() == table.to_markdown()


def test_html_shows_markup_as_words():
    # Headings come from the manifest, which may hold anything.
    manifest = (CASES / "library-hours" / "consultation.toml").read_text("utf-8")
    manifest = manifest.replace('label = "Student"', 'label = "<b>\\"Student\\" & co"')
    form = (CASES / "library-hours" / "data" / "form.csv").read_text("utf-8")
    form = form.replace(",Student,", ',"<b>""Student"" & co",').replace(";Student", "")
    book = heard.Codebook((CASES / "library-hours" / "codebook.toml").read_bytes())
    with heard.Builder(heard.Manifest(manifest)) as builder:
        for wanted in builder.wanted:
            if wanted.path == "data/form.csv":
                builder.supply(wanted.path, form)
            else:
                builder.close_file(wanted.path)
        consultation = builder.finish(book)
    page = consultation.code(book).table(columns="you")._repr_html_()
    assert "&lt;b&gt;&quot;Student&quot; &amp; co" in page
    assert "<b>" not in page


def test_where_a_theme_is_not_looked_for():
    codings = heard.open(CASES / "overlapping-categories" / "consultation.toml").code()
    table = codings.table(columns="question", unit="mentions")
    cell = table.cell("fares", "c1q1")
    assert not cell.applies
    assert cell.share is None
    assert "<td>n/a</td>" in table._repr_html_()
    assert "<td>6 in 6 answers</td>" in table._repr_html_()


def test_behind_a_cell(codings, table):
    sources = table.explain("weekend-hours", "student")
    assert len(sources) == 1
    (source,) = sources
    consultation = codings.consultation
    assert consultation.responses[source.response].id == "r3"
    assert consultation.answers[source.answer].response == "r3"
    assert codings[source.coding].theme == "weekend-hours"
    whole = codings.table(rows="channel").explain("form", "all")
    assert len(whole) == 6
    assert whole[0].coding is None


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"rows": "themes"}, heard.NotFound),
        ({"columns": "c1q1"}, heard.NotFound),
        ({"rows": "theme", "columns": "theme"}, heard.BadArgument),
        ({"question": "c1q9"}, heard.NotFound),
        ({"chapter": "c9"}, heard.NotFound),
        ({"coder": "nobody"}, heard.NotFound),
        ({"unit": "people"}, ValueError),
        ({"base": "all"}, ValueError),
    ],
)
def test_what_cannot_be_counted(codings, wrong, kind):
    with pytest.raises(kind):
        codings.table(**wrong)


def test_quotes(letters):
    codings = letters.code()
    quotes = codings.quotes("benches")
    assert [quote.text for quote in quotes][0] == "[...] more benches [...]"
    assert [(q.cleared, q.pinned, q.may_be_published) for q in quotes] == [
        (True, True, True),
        (True, False, True),
        (True, False, False),
    ]
    assert len(codings.quotes("benches", limit=1)) == 1
    assert len(codings.quotes("benches", published_only=True)) == 3
    with pytest.raises(heard.NotFound):
        codings.quotes("bench")

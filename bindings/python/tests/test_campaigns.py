from __future__ import annotations

import pytest

import heard

MANIFEST = """
[consultation]
id = "hours"
title = "Library opening hours"

[[chapter]]
id = "c1"
title = "Hours"

[[question]]
id = "q1"
chapter = "c1"
kind = "open"
text = "When?"

[[source]]
file = "form.csv"
channel = "form"
response_id = "id"
answers = { q1 = "words" }
"""
CODEBOOK = """
[[theme]]
id = "sundays"
name = "Sundays"
match = ["sunday*"]
"""
LETTER = "The library should be open on every Sunday of the year."


@pytest.fixture()
def project(tmp_path):
    rows = [LETTER, LETTER.upper(), LETTER + " My street is dark.", "Sundays, please.", "No", "no", "NO"]
    lines = ["id,words", *(f"r{i},\"{text}\"" for i, text in enumerate(rows))]
    (tmp_path / "form.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "consultation.toml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "codebook.toml").write_text(CODEBOOK, encoding="utf-8")
    return heard.open(tmp_path / "consultation.toml")


def test_campaigns(project):
    found = project.consultation.campaigns()
    assert len(found) == 1 and not found.remarks
    campaign = found[0]
    assert (campaign.size, campaign.policy, campaign.reference) == (3, "count_each", 0)
    assert found.find(campaign.id) == campaign
    with pytest.raises(heard.NotFound):
        found.find("letter-")
    with pytest.raises(IndexError):
        found[1]
    members = found.members(0)
    assert [member.how for member in members] == ["copy", "copy", "edited"]
    assert members[2].added == 4
    assert found.letter(0) == (0,)
    assert project.code().campaigns[0] == campaign
    assert found.compare(0, 2) == [heard.Difference("added", "My street is dark", None, 4)]
    assert [found.of_response(row) for row in range(4)] == [0, 0, 0, None]
    assert [(each.words, each.answers) for each in found.short_answers] == [("No", 3)]
    assert len(project.consultation.campaigns(least_members=4)) == 0


def test_views(project):
    codings = project.code()
    figures = {}
    for view in ("as_decided", "all", "campaigns_as_one", "campaigns_excluded"):
        cell = codings.table(view=view).cell("sundays")
        figures[view] = (cell.count, cell.base)
    assert figures == {
        "as_decided": (4, 7),
        "all": (4, 7),
        "campaigns_as_one": (2, 5),
        "campaigns_excluded": (1, 4),
    }
    assert codings.sensitivity() == [
        heard.Sensitivity("sundays", (4, 2, 1), (7, 5, 4), (1, 1, 1))
    ]
    hidden = codings.sensitivity(small_numbers="k5")[0]
    assert (hidden.count, hidden.rank, hidden.hidden) == ((0, 0, 0), (0, 0, 0), (True, True, True))
    with pytest.raises(ValueError):
        codings.table(view="mine")

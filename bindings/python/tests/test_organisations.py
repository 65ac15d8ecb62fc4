"""Organisations as Python values; the names are made up, what follows is worked out by hand."""

from __future__ import annotations

import pytest

import heard

FORM = "ID,Body,Why\n"
NAMES = ["Reading Circle", "The Reading Circle", "Reading Circle Friends", "n/a", "Hill Books Ltd",
         "Hill Council/Hill CVS"]
MANIFEST = """[consultation]
id = "bodies"
title = "Bodies"

[[chapter]]
id = "c1"
title = "One"

[[question]]
id = "why"
chapter = "c1"
kind = "open"
text = "Why?"

[[source]]
file = "form.csv"
channel = "form"
response_id = "ID"
organisation = "Body"
answers = { why = "Why" }
"""
CODEBOOK = """[codebook]
language = "en"

[[theme]]
id = "words"
name = "Words"
match = ["words"]
"""


def opened(folder, decisions=""):
    (folder / "consultation.toml").write_text(MANIFEST, "utf-8")
    (folder / "codebook.toml").write_text(CODEBOOK, "utf-8")
    rows = "".join(f"r{i},{name},Words\n" for i, name in enumerate(NAMES))
    (folder / "form.csv").write_text(FORM + rows, "utf-8")
    (folder / "decisions").mkdir(exist_ok=True)
    (folder / "decisions" / "organisations.csv").write_text(
        "name,canonical,type,action,who,when,why\n" + decisions, "utf-8"
    )
    return heard.open(folder / "consultation.toml")


@pytest.mark.filterwarnings("ignore::heard.HeardWarning")
def test_bodies(tmp_path):
    project = opened(tmp_path)
    ledger = project.ledger
    assert (ledger.responses_of_bodies, ledger.body_entries, ledger.bodies) == (5, 5, 4)
    with project.consultation.review_bodies() as bodies:
        circle = next(body for body in bodies.bodies if body.responses == 2)
        assert circle.name == "Reading Circle"
        assert circle.spellings == ("Reading Circle", "The Reading Circle")
        assert (circle.type, circle.type_from, circle.may_be_named) == ("", None, False)
        assert list(bodies.nobody) == ["n/a"]
        assert [(row.name, row.canonical, row.split) for row in bodies.proposals] == [
            ("Hill Council/Hill CVS", "Hill CVS", True),
            ("Hill Council/Hill CVS", "Hill Council", True),
            ("Reading Circle Friends", "Reading Circle", False),
        ]
        explained = bodies.explain("Hill Books Limited")
        assert (explained.words, explained.legal_form, explained.nobody) == ("hill books", "ltd", False)
        assert (explained.like[0].name, explained.like[0].certain) == ("Hill Books Ltd", True)
        assert explained.like[0].why == "the same words"


@pytest.mark.filterwarnings("ignore::heard.HeardWarning")
def test_decisions_take_effect(tmp_path):
    proposed = opened(tmp_path).consultation.review_bodies().rows()
    waiting = opened(tmp_path, proposed)
    assert not waiting.consultation.review_bodies().proposals
    assert waiting.ledger.bodies == 4
    apart = opened(tmp_path, "Reading Circle,The Reading Circle,,keep_apart,ann,,\n"
                   "Hill Council/Hill CVS,Hill Council,council,split,ann,,\n"
                   "Hill Council/Hill CVS,Hill CVS,charity,split,ann,,\n")
    ledger = apart.ledger
    assert (ledger.responses_of_bodies, ledger.body_entries, ledger.bodies) == (5, 5, 6)
    kinds = {body.name: body.type for body in apart.consultation.review_bodies().bodies}
    assert (kinds["Hill Council"], kinds["Hill CVS"]) == ("council", "charity")

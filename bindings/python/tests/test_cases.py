"""The cases through the package: the same words as the command and the C interface print."""

from __future__ import annotations

import argparse
import json
import warnings

import pytest

import heard
import run_cli
from conftest import CASES

CASE_FOLDERS = sorted(at.parent for at in CASES.glob("*/case.txt"))
STEPS = [(case, *step) for case in CASE_FOLDERS for step in run_cli.steps(case)]


def arguments(words):
    parser = argparse.ArgumentParser()
    for name in ("rows", "columns", "unit", "base", "format", "question", "chapter", "coder",
                 "view", "members"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--theme")
    for name in ("words", "limit", "seed"):
        parser.add_argument(f"--{name}", type=int, default=0)
    for name in ("json", "no-all", "published", "propose", "header"):
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--explain", nargs=2)
    parser.add_argument("rest", nargs="*")
    return parser.parse_args(words)


def line(**fields):
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def check(case, _given, threads):
    try:
        project = heard.open(case / "consultation.toml", threads=threads)
    except heard.HeardError as error:
        return "".join(f"{remark}\n" for remark in error.diagnostics).replace(f"{case}/", ""), 1
    codings = project.code(threads=threads)
    remarks = [*project.diagnostics, *codings.remarks]
    printed = [*remarks, project.consultation.title, project.ledger]
    themes = len(project.codebook)
    printed.append("1 theme" if themes == 1 else f"{themes} themes")
    if len(codings.campaigns):
        responses = sum(each.size for each in codings.campaigns)
        open_ones = sum(not each.declared and not each.who for each in codings.campaigns)
        printed.append(
            f"{len(codings.campaigns)} campaign{'s' * (len(codings.campaigns) > 1)}, {responses} responses; "
            + (f"{open_ones} of them await{'s' * (open_ones == 1)} a decision (heard campaigns --rows)"
               if open_ones else "all are decided on")
        )
    return "".join(f"{each}\n" for each in printed).replace(f"{case}/", ""), 0


def table(case, given, threads):
    codings = heard.open(case / "consultation.toml").code()
    wanted = {
        name: getattr(given, name)
        for name in ("rows", "columns", "unit", "base", "question", "chapter", "coder", "view")
        if getattr(given, name) is not None
    }
    made = codings.table(**wanted, all_column=not given.no_all, threads=threads)
    if given.explain:
        return "".join(explained(codings, source) for source in made.explain(*given.explain)), 0
    render = {"csv": made.to_csv, "json": made.to_json, "markdown": made.to_markdown}
    return render[given.format or "markdown"](), 0


def campaigns(case, given, threads):
    consultation = heard.open(case / "consultation.toml").consultation
    found = consultation.campaigns(threads=threads)
    index = found.find(given.members).index
    printed = ""
    for which, each in enumerate(found.members(index)):
        differences = [
            {"kind": one.kind, "own": one.own or "", "letter": one.letter or ""}
            for one in found.compare(index, which)
        ]
        printed += line(
            response=consultation.responses[each.response].id, how=each.how, kept=each.kept,
            added=each.added, cut=each.cut, changed=each.changed, differences=differences,
        )
    return printed, 0


def explained(codings, source):
    fields = {"response": codings.consultation.responses[source.response].id}
    if source.answer is not None:
        answer = codings.consultation.answers[source.answer]
        place = answer.place
        fields.update(question=answer.question, file=place.file, row=place.row, column=place.column)
    if source.coding is not None:
        coding = codings[source.coding]
        spans = [[each.first, each.last] for each in coding.evidence]
        fields.update(theme=coding.theme, by=coding.kind, evidence=spans)
    return line(**fields)


def kwic(case, given, threads):
    project = heard.open(case / "consultation.toml")
    found = project.kwic(
        given.rest[0], question=given.question, words=given.words, threads=threads
    )
    responses, answers = project.consultation.responses, project.consultation.answers
    return "".join(
        line(
            response=responses[each.response].id,
            question=answers[each.answer].question,
            first=each.first,
            last=each.last,
            left=each.left,
            hit=each.hit,
            right=each.right,
        )
        for each in found
    ), 0


def quotes(case, given, _threads):
    codings = heard.open(case / "consultation.toml").code()
    found = codings.quotes(
        given.theme,
        question=given.question,
        limit=given.limit,
        seed=given.seed,
        published_only=given.published,
    )
    printed = []
    for each in found:
        response = codings.consultation.responses[each.response].id
        if given.json:
            answer = codings.consultation.answers[each.answer]
            place = {f: getattr(each, f) for f in ("first", "last", "pieces")}
            fields = ("text", "attribution", "attribution_form", "cleared", "pinned", "may_be_published", "why_held")
            printed.append(
                line(
                    response=response,
                    question=answer.question,
                    **place,
                    text_hash=answer.text_hash,
                    **{f: getattr(each, f) for f in fields},
                )
            )
        else:
            assert each.may_be_published
            printed.append(
                f"“{each.text}”\n  {each.attribution}   [{response}; may be published]\n\n"
            )
    return "".join(printed), 0


def organisations(case, given, _threads):
    bodies = heard.open(case / "consultation.toml").consultation.review_bodies()
    if given.propose:
        return bodies.rows(given.header), 0
    printed = [
        line(
            name=body.name,
            type=body.type,
            type_from=body.type_from or "",
            responses=body.responses,
            may_be_named=body.may_be_named,
            spellings=body.spellings,
        )
        for body in bodies.bodies
    ]
    return "".join([*printed, *(line(nobody=word) for word in bodies.nobody)]), 0


def code(case, _given, threads):
    return heard.open(case / "consultation.toml").code(threads=threads).to_csv(), 0


def tokens(_case, given, _threads):
    return "".join(
        line(
            first=token.first,
            last=token.last,
            sentence=token.sentence,
            kind=token.kind,
            folded=token.folded,
        )
        for token in heard.tokens(given.rest[0])
    ), 0


def match(_case, given, _threads):
    found = heard.match(*given.rest)
    printed = [f"{span.first}-{span.last}: {span.text}\n" for span in found.evidence]
    if found:
        return "".join(printed), 0
    printed.append("no match\n")
    for step in found.steps:
        what = step.why if not step.matched else f"{step.hits} hit{'s' if step.hits != 1 else ''}"
        printed.append(f"{'  ' * step.depth}{step.part}: {what}\n")
    return "".join(printed), 1


COMMANDS = {
    each.__name__: each
    for each in (check, table, campaigns, kwic, quotes, organisations, code, tokens, match)
}


def test_there_are_cases():
    assert len(CASE_FOLDERS) >= 8
    assert len(STEPS) > 30


@pytest.mark.parametrize(
    ("case", "name", "status", "words"), STEPS, ids=[f"{step[0].name}/{step[1]}" for step in STEPS]
)
@pytest.mark.parametrize("threads", [1, 3])
def test_a_step(case, name, status, words, threads):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", heard.HeardWarning)
        printed, ended = COMMANDS[words[0]](case, arguments(words[1:]), threads)
    # Bytes, so that line ends are seen.
    assert printed.encode() == (case / "expected" / name).read_bytes()
    assert ended == status

#!/usr/bin/env python3
"""Makes the invented consultation in examples/data/case-for-change, the same bytes on every run.

    make_case_for_change.py            writes data/, register.csv and decisions/ there
    make_case_for_change.py --check    writes nothing; tells the first file that differs

consultation.toml, codebook.toml and README.md are written by hand and read here. Python 3.11 or
later, standard library only.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from case_for_change_maker import decisions, essay, events, figures  # noqa: E402
from case_for_change_maker.draw import Draw  # noqa: E402
from case_for_change_maker.form import export  # noqa: E402
from case_for_change_maker.letters import letters  # noqa: E402
from case_for_change_maker.people import (
    QUESTIONS,
    bodies_by_form,
    bodies_by_letter,  # noqa: E402
    submissions,
)
from case_for_change_maker.phrases import Pool  # noqa: E402

FOLDER = HERE / "case-for-change"
BY_HAND = {"README.md", "consultation.toml", "codebook.toml"}
REGISTER = "id,item,received,channel,kind,merged_into,organisation,capacity,publication,language,respondent,file,note"


def make() -> tuple[dict[str, bytes], str]:
    """Every generated file by its path in the folder, and the figures as text."""
    manifest = tomllib.loads((FOLDER / "consultation.toml").read_text(encoding="utf-8"))
    codebook = tomllib.loads((FOLDER / "codebook.toml").read_text(encoding="utf-8"))
    pool = Pool()
    # Letters are long, so they choose first.
    mail = letters(pool, bodies_by_letter(bodies_by_form(Draw("people"))))
    forms = submissions(pool)
    writer = next(s for s in forms if s.mark == "essay")
    writer.answers["c5q5"] = essay.write(pool, Draw("essay"))

    files = {"data/form.csv": export(forms, manifest)}
    for letter in mail:
        files[letter.file] = letter.text.encode()
    files["register.csv"] = decisions.table(
        REGISTER,
        [
            (
                x.id,
                x.item,
                x.received.isoformat(),
                "inbox",
                x.kind,
                x.merged_into,
                x.organisation,
                x.capacity,
                x.publication,
                x.language,
                x.respondent,
                x.file,
                x.note,
            )
            for x in mail
        ],
    )
    files.update(events.notes())

    answered = [(s.id, q, a.bytes, a.parts) for s in forms for q, a in s.answers.items()]
    for x in mail:
        answered += [
            (x.id, p.place, x.text.encode()[p.first : p.last], p.parts) for p in x.passages
        ]
    # Two passages of one letter in one place are one answer, and no row below speaks of half of it.
    twice = {place for place, n in Counter((a[0], a[1]) for a in answered).items() if n > 1}
    answered = [a for a in answered if (a[0], a[1]) not in twice]
    quotable = {
        s.id
        for s in forms
        if s.publish in ("named", "anonymous")
        and s.status == "Completed"
        and s.mark in ("", "gives-address")
    }
    quotable |= {
        x.id
        for x in mail
        if x.publication in ("named", "anonymous") and x.mark not in ("withdrawn", "out-of-scope")
    }
    counted = {
        s.id
        for s in forms
        if s.status == "Completed" and s.mark not in ("sent-twice", "welsh", "essay")
    } | quotable
    allowed = {t["id"]: t["questions"] for t in codebook["theme"] if "questions" in t}
    address = next(
        a
        for s in forms
        if s.mark == "gives-address"
        for a in [(s.id, "c3q3", s.answers["c3q3"].bytes, s.answers["c3q3"].parts)]
    )

    files["decisions/dispositions.csv"] = decisions.dispositions(forms, mail)
    files["decisions/passages.csv"] = decisions.passages(mail)
    files["decisions/organisations.csv"] = decisions.organisations()
    files.update(decisions.codings([a for a in answered if a[0] in counted and a[3]], allowed))
    bodies = {s.id for s in forms if s.body} | {x.id for x in mail if x.organisation}
    files["decisions/quotes.csv"] = decisions.quotes(
        [a for a in answered if a[0] in quotable and a[0] != address[0]], bodies, QUESTIONS, address
    )
    return files, figures.check(forms, mail, files, pool, codebook)


def difference(files: dict[str, bytes]) -> str:
    """The first way in which the folder differs from what would be written; empty if it does not."""
    present = {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*") if p.is_file()} - BY_HAND
    for name in sorted(present | set(files)):
        if name not in files:
            return f"{name} is in the folder and is not made"
        if name not in present:
            return f"{name} is missing"
        if (FOLDER / name).read_bytes() != files[name]:
            return f"{name} differs"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    parser.add_argument("--verbose", action="store_true", help="print the figures")
    options = parser.parse_args()
    files, report = make()
    if options.verbose:
        print(report)
    if options.check:
        found = difference(files)
        if found:
            print(f"case-for-change: {found}; run make_case_for_change.py", file=sys.stderr)
        return 1 if found else 0
    for folder in ("data", "decisions"):
        for old in sorted((FOLDER / folder).rglob("*")):
            if old.is_file() and old.relative_to(FOLDER).as_posix() not in files:
                old.unlink()
    for name, content in files.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())

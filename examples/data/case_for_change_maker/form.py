"""The form's export: a byte order mark, CRLF, two header rows, options with commas in one cell."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from .people import QUESTIONS, Submission

COLUMNS = [
    ("Response ID", "Reference given to the respondent"),
    ("Status", "Whether the form was completed"),
    ("Started", "Date and time the form was opened"),
    ("Submitted", "Date and time the form was sent"),
    ("Language", "Language in which the form was shown"),
    ("Email", "Your e-mail address (we will not publish it)"),
    ("Capacity", "Are you answering for yourself or on behalf of an organisation?"),
    ("Organisation", "If for an organisation, what is its name?"),
    ("About you", None),
    ("Area", None),
]
_PUBLISH = {
    "named": "Yes, with our name",
    "anonymous": "Yes, without a name",
    "counted_only": "No, count my answers only",
    "": "",
}


def _headers(texts: dict[str, str]) -> tuple[list[str], list[str]]:
    ids = [short for short, _ in COLUMNS]
    wordings = [
        long if long is not None else texts["you" if short == "About you" else "area"]
        for short, long in COLUMNS
    ]
    for number, question in enumerate(QUESTIONS, 1):
        if question == "c2q1":
            ids.append("Q3a")
            wordings.append(texts["c2s1"])
        ids.append(f"Q{number}")
        wordings.append(texts[question])
    return ids + ["Publish"], wordings + ["May we publish your answers?"]


def _ticked(submission: Submission, labels: dict[str, str], place: int) -> str:
    cells = []
    for option in submission.ticked:
        label = labels[option]
        # The form's wording was typed anew in June, with curly apostrophes.
        if submission.sent.month >= 6 and place % 3 == 0:
            label = label.replace("'", "\u2019")
        if option == "other" and submission.other:
            label += f": {submission.other}"
        cells.append(label)
    return ", ".join(cells)


def export(submissions: list[Submission], manifest: dict) -> bytes:
    questions = {q["id"]: q for q in manifest["question"]}
    labels = {
        q: {o["id"]: o["label"] for o in questions[q]["options"]} for q in ("you", "area", "c2s1")
    }
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for header in _headers({q: spec["text"] for q, spec in questions.items()}):
        writer.writerow(header)
    order = [o["id"] for o in questions["you"]["options"]]
    for place, s in enumerate(submissions):
        s.ticked.sort(key=order.index)
        minutes = 4 + sum(len(a.text) for a in s.answers.values()) // 220
        started = s.sent - timedelta(minutes=min(minutes, 55))
        publish = _PUBLISH[s.publish]
        if s.publish == "anonymous" and s.sent.month == 5 and not s.is_body:
            publish = "Yes, but without a name"
        row = [
            s.id,
            s.status,
            f"{started:%d/%m/%Y %H:%M}",
            f"{s.sent:%d/%m/%Y %H:%M}",
            s.language,
            s.email,
            "On behalf of an organisation" if s.is_body else "For myself",
            s.body,
            _ticked(s, labels["you"], place),
            labels["area"].get(s.area, ""),
        ]
        for question in QUESTIONS:
            if question == "c2q1":
                row.append(labels["c2s1"].get(s.scale, ""))
            row.append(s.answers[question].text if question in s.answers else "")
        writer.writerow(row + [publish])
    return b"\xef\xbb\xbf" + out.getvalue().encode()

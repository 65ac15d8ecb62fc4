"""The decision files: what people placed, decided, coded, read and cleared."""

from __future__ import annotations

import csv
import io
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from .bodies import KEPT_APART, TWICE, TWICE_OTHER_SPELLING, WELSH_BODY
from .compose import Part
from .draw import Draw
from .letters import Letter
from .people import Submission

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from xxh3 import VECTORS, xxh3_128_hex  # noqa: E402

Coded = tuple[str, str, bytes, list[Part]]  # response, question, words, parts


def table(header: str, rows: list[tuple]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return out.getvalue().encode()


def dispositions(submissions: list[Submission], letters: list[Letter]) -> bytes:
    why = {
        "blank": ("blank", "no answer to any question", "Boxes ticked and nothing written."),
        "sent-twice": (
            "duplicate",
            "the same words from the same sender",
            "Sent twice within three minutes.",
        ),
    }
    rows = [
        (s.id, *why[s.mark][:2], "mt", "2023-07-14", why[s.mark][2])
        for s in submissions
        if s.mark in why
    ]
    why = {
        "withdrawn": ("withdrawn", "at the sender's request", "Asked for it back by letter."),
        "out-of-scope": ("out_of_scope", "about parking permits", "Passed on to the council."),
    }
    rows += [
        (x.id, *why[x.mark][:2], "mt", "2023-07-14", why[x.mark][2])
        for x in letters
        if x.mark in why
    ]
    return table("response,disposition,reason,who,when,why", rows)


def passages(letters: list[Letter]) -> bytes:
    rows = []
    for letter in letters:
        words = letter.text.encode()
        for p in letter.passages:
            rows.append(
                (
                    letter.id,
                    letter.file,
                    p.first,
                    p.last,
                    p.place,
                    xxh3_128_hex(words[p.first : p.last]),
                    "rk" if int(re.sub(r"\D", "", letter.id)) % 3 else "mt",
                    "2023-07-17",
                    "speaks to this",
                )
            )
    return table("response,file,first,last,question,text_hash,who,when,why", rows)


def organisations() -> bytes:
    return table(
        "name,canonical,type,action,who,when,why",
        [
            (
                TWICE_OTHER_SPELLING,
                TWICE,
                "charity",
                "merge",
                "mt",
                "2023-07-18",
                "One charity, by form and by letter.",
            ),
            (
                KEPT_APART[0],
                KEPT_APART[1],
                "charity",
                "keep_apart",
                "mt",
                "2023-07-18",
                "Two charities at two addresses.",
            ),
            (
                WELSH_BODY,
                f"{WELSH_BODY} (Borderland Parents' Association)",
                "charity",
                "rename",
                "rk",
                "2023-07-18",
                "Printed with its English name beside it.",
            ),
        ],
    )


def _coders_view(
    answer: Coded, allowed: dict[str, list[str]], draw: Draw, misses: int, adds: int
) -> list[tuple]:
    """What one coder found: (theme, stance, first, last)."""
    response, question, words, parts = answer
    found: dict[str, tuple] = {}
    for part in parts:
        for place, theme in enumerate(part.themes):
            if question not in allowed.get(theme, [question]) or theme in found:
                continue
            if draw.chance(misses if place == 0 else misses * 2):
                continue
            whole = draw.chance(5)
            found[theme] = (
                theme,
                part.stance if place == 0 else "",
                "" if whole else part.first,
                "" if whole else part.last,
            )
    if draw.chance(adds):
        theme = draw.pick(
            ["fear-of-services", "funding", "training", "love", "poverty", "worker-changes"]
        )
        found.setdefault(theme, (theme, "", "", ""))
    return list(found.values())


def codings(answers: list[Coded], allowed: dict[str, list[str]]) -> dict[str, bytes]:
    """Two coders, the answers both read, and a few that a third view settled."""
    draw = Draw("codings")
    by_question: dict[str, list[Coded]] = {}
    for answer in answers:
        by_question.setdefault(answer[1], []).append(answer)
    shares = {"c3q3": (64, 48), "c2q2": (44, 44), "c4q3": (26, 20), "c5q2": (0, 24)}
    files: dict[str, list[tuple]] = {
        name: []
        for name in (
            "codings/mt",
            "codings/rk",
            "codings/adjudicated",
            "reviews/mt",
            "reviews/rk",
            "reviews/adjudicated",
        )
    }
    disputed = []
    for question, (first, second) in shares.items():
        pool = draw.shuffled(sorted(by_question.get(question, [])))
        for number, answer in enumerate(pool[: max(first, second)]):
            views = {}
            for coder, share, misses, adds in (("mt", first, 5, 2), ("rk", second, 13, 6)):
                if number >= share:
                    continue
                response, _, words, _ = answer
                digest = xxh3_128_hex(words)
                when = f"2023-07-{19 + number % 7}"
                views[coder] = _coders_view(answer, allowed, draw, misses, adds)
                files[f"reviews/{coder}"].append((response, question, digest, when))
                files[f"codings/{coder}"] += [
                    (response, question, theme, stance, a, b, digest, when)
                    for theme, stance, a, b in views[coder]
                ]
            if len(views) == 2 and {v[0] for v in views["mt"]} != {v[0] for v in views["rk"]}:
                disputed.append(answer)
    for answer in disputed[:9]:
        response, question, words, _ = answer
        digest = xxh3_128_hex(words)
        files["reviews/adjudicated"].append((response, question, digest, "2023-07-28"))
        files["codings/adjudicated"] += [
            (response, question, theme, stance, a, b, digest, "2023-07-28")
            for theme, stance, a, b in _coders_view(answer, allowed, draw, 0, 0)
        ]
    heads = {
        "codings": "response,question,theme,stance,first,last,text_hash,when",
        "reviews": "response,question,text_hash,when",
    }
    return {
        f"decisions/{name}.csv": table(heads[name.split("/")[0]], sorted(rows, key=str))
        for name, rows in files.items()
    }


# How kinship carers begin to tell it: the first quote of the report that a reader is shown.
_TOLD_WELL = (
    "The foster carer {up",
    "The first year I rang",
    "I was sixty-three",
    "{We love her to bits",
)


@dataclass
class _Candidate:
    answer: Coded
    first: int
    last: int
    line: str


def _candidates(answers: list[Coded]) -> dict[tuple[str, str], list[_Candidate]]:
    """One or two neighbouring sentences on one theme, by question and theme."""
    result: dict[tuple[str, str], list[_Candidate]] = {}
    for answer in answers:
        parts = answer[3]
        for place, part in enumerate(parts):
            if not part.line or not part.themes:
                continue
            last = part.last
            if place + 1 < len(parts) and last - part.first < 150:
                then = parts[place + 1]
                if then.themes[:1] == part.themes[:1] and then.first - last <= 2:
                    last = then.last
            if 70 <= last - part.first <= 420:
                result.setdefault((answer[1], part.themes[0]), []).append(
                    _Candidate(answer, part.first, last, part.line)
                )
    return result


def quotes(answers: list[Coded], bodies: set[str], questions: list[str], address: Coded) -> bytes:
    """Words that may be quoted, a few that must be, one that must not, and one that has changed since."""
    draw = Draw("quotes")
    rows: list[tuple] = []
    candidates = _candidates(sorted(answers, key=lambda a: a[:2]))
    lines: set[str] = set()

    def row(
        answer: Coded, first: int, last: int, action: str, why: str, words: bytes | None = None
    ) -> None:
        response, question, text, _ = answer
        rows.append(
            (
                response,
                question,
                first,
                last,
                action,
                xxh3_128_hex(words or text),
                "mt",
                "2023-07-31",
                why,
            )
        )

    for question in questions:
        themes = sorted(
            (t for q, t in candidates if q == question),
            key=lambda t: (-len(candidates[question, t]), t),
        )
        quoted: set[str] = set()
        for rank, theme in enumerate(themes[:5]):
            found = draw.shuffled(candidates[question, theme])
            if question == "c3q3" and rank == 0:
                found.sort(
                    key=lambda c: (
                        not c.line.startswith(_TOLD_WELL),
                        c.answer[0] < "ANON" or c.answer[0] >= "B",
                    )
                )
            for body in (False, True, False)[: 3 if rank == 0 else 2]:
                chosen = next(
                    (
                        c
                        for c in found
                        if (c.answer[0] in bodies) == body
                        and c.line not in lines
                        and c.answer[0] not in quoted
                    ),
                    None,
                )
                if not chosen:
                    continue
                lines.add(chosen.line)
                quoted.add(chosen.answer[0])
                pin = (
                    question in ("c1q1", "c3q3", "c4q1", "c5q2")
                    and rank == 0
                    and not body
                    and len(quoted) == 1
                )
                row(
                    chosen.answer,
                    chosen.first,
                    chosen.last,
                    "pin" if pin else "clear",
                    "Says it well." if pin else "Nothing in it points to a person.",
                )
    row(address, 0, len(address[2]), "ban", "Gives the sender's e-mail address.")
    stale = next(c for c in candidates["c2q1", "community-places"] if c.line not in lines)
    row(
        stale.answer,
        stale.first,
        stale.last,
        "clear",
        "Cleared before the sender corrected a word.",
        stale.answer[2] + b" (as first sent)",
    )
    return table(
        "response,question,first,last,action,text_hash,who,when,why", sorted(rows, key=str)
    )

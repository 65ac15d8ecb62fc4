"""What came to the inbox: letters, and things that are no response."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from . import frames, welsh
from .bodies import CONFIDENTIAL, WELSH_BODY, Body
from .compose import Part, join, sentences_on
from .draw import Draw
from .manner import Manner, manner_of_a_body, manner_of_a_person
from .people import QUESTIONS
from .phrases import BODIES, Pool, render

RESPONSES = 86
PERSONS = [
    ("k", 7),
    ("f", 5),
    ("p", 7),
    ("c", 6),
    ("s", 5),
    ("a", 3),
    ("t", 2),
    ("h", 1),
    ("l", 1),
    ("m", 1),
]
_WEIGHTS = dict(zip(QUESTIONS, [12, 3, 8, 9, 6, 3, 8, 6, 11, 8, 3, 8, 8, 10, 3, 8, 8, 7, 8, 3]))


@dataclass
class Passage:
    first: int
    last: int
    place: str
    parts: list[Part]


@dataclass
class Letter:
    id: str
    text: str
    received: date
    item: str = ""
    kind: str = "response"
    merged_into: str = ""
    organisation: str = ""
    capacity: str = ""
    publication: str = ""
    language: str = ""
    respondent: str = ""
    note: str = ""
    mark: str = ""
    passages: list[Passage] = field(default_factory=list)

    @property
    def file(self) -> str:
        return f"data/letters/{self.id.lower()}.txt"


class _Page:
    """A letter being written, with the places where a question is spoken to."""

    def __init__(self) -> None:
        self.text = ""
        self.passages: list[Passage] = []

    def add(self, block: str) -> int:
        if self.text:
            self.text += "\n\n"
        first = len(self.text.encode())
        self.text += block
        return first

    def section(
        self, place: str, heading: str, groups: list, manner: Manner, draw: Draw, placed: bool
    ) -> None:
        plain = Manner(**{**manner.__dict__, "no_last_stop": False})
        said = join(groups, plain, draw)
        head = heading + "\n\n" if heading else ""
        first = self.add(head + said.text)
        skip = len(head.encode())
        if placed:
            parts = [replace(p, first=p.first + skip, last=p.last + skip) for p in said.parts]
            self.passages.append(Passage(first, len(self.text.encode()), place, parts))


def _questions(pool: Pool, voice: str, n: int, home: list[str], draw: Draw) -> list[str]:
    chosen: list[str] = [draw.pick(home)] if home else []
    while len(chosen) < n:
        question = draw.weighted([(q, _WEIGHTS[q]) for q in QUESTIONS if q not in chosen])
        if pool.topics_for(question, voice):
            chosen.append(question)
    return sorted(chosen, key=QUESTIONS.index)


def _write(
    pool: Pool,
    voice: str,
    manner: Manner,
    draw: Draw,
    opening: list[str],
    closing: list[str],
    sections: int,
    placed: bool,
    home: list[str],
    length: tuple[int, int],
) -> _Page:
    page = _Page()
    for block in opening:
        page.add(manner.write(block, draw))
    headings = voice in BODIES and draw.chance(45)
    for number, question in enumerate(_questions(pool, voice, sections, home, draw)):
        groups = sentences_on(pool, question, voice, draw.between(*length), draw)
        if not groups:
            continue
        if sum(len(g) for g in groups) < 5:
            groups = [[said for g in groups for said in g]]
        # A sixth of what was placed speaks to a chapter and to none of its questions.
        place = question[:2] if draw.chance(8) else question
        heading = frames.heading(question, draw) if headings else ""
        page.section(place, heading, groups, manner, draw, placed and not draw.chance(10))
    for block in closing:
        page.add(manner.write(block, draw))
    page.text += "\n"
    return page


def _day(draw: Draw) -> date:
    return date(2023, 5, 9) + timedelta(
        days=draw.weighted(
            [(draw.between(1, 20), 20), (draw.between(21, 48), 35), (draw.between(49, 59), 45)]
        )
    )


def _of_a_body(pool: Pool, body: Body, draw: Draw) -> Letter:
    manner = manner_of_a_body(draw)
    if body.name == WELSH_BODY:
        return Letter(
            "",
            welsh.LETTER,
            _day(draw),
            organisation=body.name,
            capacity="organisation",
            publication="named",
            language="cy",
        )
    opening, closing = frames.of_a_body(body, draw)
    page = _write(
        pool,
        body.kind,
        manner,
        draw,
        opening,
        closing,
        draw.between(3, 7),
        draw.chance(72),
        frames.home(body),
        (2, 6),
    )
    publication = (
        "counted_only"
        if body.name == CONFIDENTIAL
        else draw.weighted([("named", 96), ("anonymous", 4)])
    )
    return Letter(
        "",
        page.text,
        _day(draw),
        organisation=body.name,
        capacity="organisation",
        publication=publication,
        passages=page.passages,
    )


def _of_a_person(pool: Pool, voice: str, draw: Draw) -> Letter:
    manner = manner_of_a_person(draw)
    manner.lower_case = False
    opening, closing = frames.of_a_person(voice, draw)
    page = _write(
        pool,
        voice,
        manner,
        draw,
        opening,
        closing,
        draw.weighted([(1, 30), (2, 36), (3, 24), (4, 10)]),
        draw.chance(62),
        frames.HOME.get(voice, []),
        (2, 5),
    )
    return Letter(
        "",
        page.text,
        _day(draw),
        capacity="self",
        publication=draw.weighted([("anonymous", 74), ("counted_only", 14), ("", 12)]),
        passages=page.passages,
    )


def letters(pool: Pool, bodies: list[Body]) -> list[Letter]:
    result = [_of_a_body(pool, body, Draw(f"letter {body.name}")) for body in bodies]
    number = 0
    for voice, count in PERSONS:
        for _ in range(count):
            number += 1
            letter = _of_a_person(pool, voice, Draw(f"letter of person {number}"))
            letter.mark = voice
            result.append(letter)
    result += [
        Letter("", text, day, capacity="self", publication="anonymous", mark=mark)
        for text, day, mark in frames.ODD_RESPONSES
    ]
    assert len(result) == RESPONSES, len(result)

    late = next(letter for letter in result if letter.mark == "a")
    late.received, late.mark = date(2023, 7, 11), "late"
    late.note = "posted before the closing date"

    extra = [
        Letter("", text, day, kind="not_a_response", note=note)
        for text, day, note in frames.NOT_RESPONSES
    ]
    result.sort(key=lambda x: (x.received, x.organisation, x.text))
    extra.sort(key=lambda x: x.received)
    everything = sorted(result + extra, key=lambda x: x.received)

    # One envelope held two letters, so two rows share an item.
    pair = [x for x in everything if x.mark == "k"][:2]
    everything.remove(pair[1])
    everything.insert(everything.index(pair[0]) + 1, pair[1])
    number = 0
    for letter in everything:
        if letter is pair[1]:
            letter.id = f"INB-{number:03d}b"
            continue
        number += 1
        letter.id = f"INB-{number:03d}a" if letter is pair[0] else f"INB-{number:03d}"
    pair[1].received = pair[0].received
    for letter in pair:
        letter.item = pair[0].id[:-1]
        letter.note = "two letters in one envelope from a carers' group"

    # A correction that belongs to a letter sent before.
    first = next(
        x
        for x in everything
        if x.organisation
        and x.received > date(2023, 6, 1)
        and x.passages
        and x.publication == "named"
    )
    number += 1
    everything.append(
        Letter(
            f"INB-{number:03d}",
            frames.CORRECTION,
            date(2023, 7, 5),
            merged_into=first.id,
            organisation=first.organisation,
            note="adds to an earlier letter",
        )
    )
    return everything

"""Who sent the form: 238 submissions, of which 61 on behalf of a body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from . import special, welsh
from .bodies import BODIES, CONFIDENTIAL, TWICE, TWICE_OTHER_SPELLING, WELSH_BODY, Body, ticks
from .compose import Answer, answer
from .draw import Draw
from .manner import Manner, manner_of_a_body, manner_of_a_person
from .phrases import Pool

SUBMISSIONS = 238
BODIES_BY_FORM = 61
OPENS = datetime(2023, 5, 9, 9, 0)
DAYS = 60

QUESTIONS = [
    "c1q1",
    "c1q2",
    "c2q1",
    "c2q2",
    "c2q3",
    "c2q4",
    "c3q1",
    "c3q2",
    "c3q3",
    "c3q4",
    "c3q5",
    "c4q1",
    "c4q2",
    "c4q3",
    "c4q4",
    "c5q1",
    "c5q2",
    "c5q3",
    "c5q4",
    "c5q5",
]

# Of 100 people who answer at all, how many answer this one.
_DRAW_OF = dict(
    zip(QUESTIONS, [84, 42, 58, 70, 52, 40, 58, 50, 58, 46, 38, 60, 58, 56, 40, 52, 62, 48, 56, 42])
)
# Questions a voice has more to say on.
_HOME = {
    "k": ["c3q3", "c2q2", "c4q2"],
    "f": ["c4q1", "c4q2", "c4q3"],
    "a": ["c4q4", "c4q2", "c3q4"],
    "p": ["c2q2", "c3q4", "c3q1", "c5q3"],
    "c": ["c4q1", "c4q2", "c4q4", "c1q1"],
    "s": ["c5q2", "c5q1", "c3q1", "c5q5"],
    "t": ["c3q2", "c5q1", "c2q1"],
    "h": ["c5q1", "c3q1", "c2q3"],
    "v": ["c2q1", "c3q4", "c2q3"],
    "l": ["c3q1", "c3q3", "c2q2"],
    "r": ["c5q5", "c1q2", "c5q4"],
    "m": ["c1q1", "c5q4"],
}
_PERSONS = [
    ("s", 46),
    ("f", 20),
    ("k", 16),
    ("p", 18),
    ("c", 20),
    ("a", 8),
    ("t", 12),
    ("h", 9),
    ("v", 9),
    ("l", 4),
    ("r", 12),
    ("m", 3),
]
_FIRST_TICK = {
    "s": "workforce",
    "f": "foster-carer",
    "k": "kinship-carer",
    "p": "parent",
    "c": "personal-experience",
    "a": "adoptive-parent",
    "t": "education",
    "h": "health",
    "v": "voluntary",
    "l": "legal",
    "r": "researcher",
    "m": "public",
}
_SECOND_TICK = {
    "s": [
        ("personal-experience", 8),
        ("local-authority", 22),
        ("parent", 4),
        ("foster-carer", 5),
        ("", 61),
    ],
    "f": [
        ("provider", 6),
        ("adoptive-parent", 8),
        ("education", 6),
        ("personal-experience", 6),
        ("", 74),
    ],
    "k": [("parent", 15), ("personal-experience", 20), ("health", 6), ("", 59)],
    "p": [("personal-experience", 40), ("education", 6), ("voluntary", 8), ("", 46)],
    "c": [("workforce", 14), ("voluntary", 12), ("parent", 14), ("", 60)],
    "a": [("parent", 30), ("education", 12), ("", 58)],
    "t": [("parent", 6), ("local-authority", 12), ("", 82)],
    "h": [("workforce", 8), ("", 92)],
    "v": [("personal-experience", 22), ("parent", 10), ("", 68)],
    "l": [("", 100)],
    "r": [("education", 14), ("workforce", 10), ("", 76)],
    "m": [("", 100)],
}
_OTHER_TEXT = [
    "retired magistrate",
    "school governor",
    "childminder",
    "councillor",
    "godmother of a child in care",
    "former panel member",
    "student social worker",
]
_AREAS = [("lowlands", 44), ("coast", 26), ("uplands", 17), ("islands", 9), ("outside", 2), ("", 2)]


_PUBLISH = [("named", 16), ("anonymous", 66), ("counted_only", 11), ("", 7)]
_PUBLISH_OF = {"k": [("named", 20), ("anonymous", 75), ("counted_only", 5)]}


@dataclass
class Submission:
    voice: str
    manner: Manner
    sent: datetime
    ticked: list[str]
    area: str
    body: str = ""
    email: str = ""
    publish: str = ""
    language: str = "English"
    status: str = "Completed"
    other: str = ""
    scale: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    mark: str = ""  # what is special about it, for the decisions
    id: str = ""

    @property
    def is_body(self) -> bool:
        return bool(self.body)


def _when(draw: Draw) -> datetime:
    """Many in the first days, many in the last, some every day; by day rather than by night."""
    day = draw.weighted(
        [(draw.between(0, 6), 30), (draw.between(7, 47), 35), (draw.between(48, 59), 35)]
    )
    hour = draw.weighted(
        [(draw.between(8, 17), 62), (draw.between(18, 22), 30), (draw.between(0, 23), 8)]
    )
    at = OPENS.replace(hour=0) + timedelta(days=day, hours=hour, minutes=draw.below(60))
    return max(at, OPENS + timedelta(minutes=draw.below(50)))


def _scale(voice: str, draw: Draw) -> str:
    lean = {"s": 2, "l": 1, "L": 3, "H": 2}.get(voice, 0)
    return draw.weighted(
        [
            ("strongly-disagree", 2 + lean),
            ("disagree", 5 + 2 * lean),
            ("neither", 10 + 2 * lean),
            ("agree", 34),
            ("strongly-agree", 40 - 3 * lean),
            ("", 9),
        ]
    )


def _answers(pool: Pool, voice: str, manner: Manner, keen: int, draw: Draw) -> dict[str, Answer]:
    """keen: percent of the usual draw of each question."""
    result = {}
    for place, question in enumerate(QUESTIONS):
        chance = _DRAW_OF[question] * keen // 100 * (110 - place) // 110
        if question in _HOME.get(voice, []):
            chance = max(chance, 62)
            chance += 20
        if draw.chance(min(chance, 97)):
            given = answer(pool, question, voice, manner, draw)
            if given.text:
                result[question] = given
    return result


def _person(pool: Pool, voice: str, number: int, draw: Draw) -> Submission:
    manner = manner_of_a_person(draw)
    ticked = [_FIRST_TICK[voice]]
    second = draw.weighted(_SECOND_TICK[voice])
    if second:
        ticked.append(second)
    other = ""
    if draw.chance(6):
        ticked.append("other")
        other = draw.pick(_OTHER_TEXT)
    keen = draw.weighted([(15, 16), (45, 26), (75, 28), (105, 20), (140, 10)])
    return Submission(
        voice,
        manner,
        _when(draw),
        ticked,
        draw.weighted(_AREAS),
        other=other,
        email=(
            "" if draw.chance(9) else f"respondent{number:03d}@example.{draw.pick(['org', 'com'])}"
        ),
        publish=draw.weighted(_PUBLISH_OF.get(voice, _PUBLISH)),
        scale=_scale(voice, draw),
        answers=_answers(pool, voice, manner, keen, draw),
    )


def _body(pool: Pool, body: Body, name: str, number: int, draw: Draw) -> Submission:
    manner = manner_of_a_body(draw)
    ticked = list(ticks(body))
    if len(ticked) > 1 and draw.chance(55):
        ticked = ticked[:1]
    return Submission(
        body.kind,
        manner,
        _when(draw),
        ticked,
        body.area,
        body=name,
        email=f"body{number:03d}@example.org",
        publish=(
            "counted_only"
            if body.name == CONFIDENTIAL
            else draw.weighted([("named", 95), ("anonymous", 5)])
        ),
        scale=_scale(body.kind, draw),
        answers=_answers(pool, body.kind, manner, draw.pick([55, 80, 95, 115]), draw),
    )


def bodies_by_form(draw: Draw) -> list[tuple[Body, str]]:
    """61 of the 106, among them the one that also wrote a letter under another spelling."""
    fixed = [b for b in BODIES if b.name in (TWICE, CONFIDENTIAL)]
    rest = [b for b in BODIES if b not in fixed and b.name != WELSH_BODY]
    chosen = set(draw.sample(rest, BODIES_BY_FORM - len(fixed))) | set(fixed)
    return [(b, TWICE_OTHER_SPELLING if b.name == TWICE else b.name) for b in BODIES if b in chosen]


def bodies_by_letter(by_form: list[tuple[Body, str]]) -> list[Body]:
    """The other 45, and the one that did both."""
    gone = {b for b, _ in by_form if b.name != TWICE}
    return [b for b in BODIES if b not in gone]


def submissions(pool: Pool) -> list[Submission]:
    draw = Draw("people")
    result = [
        _body(pool, body, name, n, Draw(f"body {name}"))
        for n, (body, name) in enumerate(bodies_by_form(draw), 1)
    ]
    number = 0
    for voice, count in _PERSONS:
        for _ in range(count):
            number += 1
            result.append(_person(pool, voice, number, Draw(f"person {number}")))
    welsh.mark(result)
    special.mark(result)
    assert len(result) == SUBMISSIONS, len(result)
    result.sort(key=lambda s: (s.sent, s.email, s.body))
    draw = Draw("ids")
    seen: set[str] = set()
    for submission in result:
        while not submission.id or submission.id in seen:
            letters = "".join(draw.pick("BCDFGHJKLMNPQRSTVWXYZ23456789") for _ in range(4))
            submission.id = (
                f"ANON-{letters}-{draw.between(1000, 9999)}-{draw.pick('ACEFHJKMPRTXZ')}"
            )
        seen.add(submission.id)
    return result

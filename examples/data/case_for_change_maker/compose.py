"""Answers made of sentences, with the bytes each sentence stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .draw import Draw
from .manner import Manner
from .phrases import BODIES, Pool, Said

_LENGTHS = {
    "person": [(1, 38), (2, 31), (3, 15), (4, 7), (5, 4), (7, 3), (10, 1)],
    "body": [(1, 12), (2, 30), (3, 27), (4, 16), (5, 8), (6, 4), (8, 2)],
}
_PREFIXES = [
    "In my view, ",
    "In my experience, ",
    "Honestly, ",
    "I think ",
    "To my mind, ",
    "For me, ",
    "I believe ",
    "I feel that ",
    "From where I stand, ",
    "Put simply, ",
    "Speaking for myself, ",
    "I would say ",
    "As I see it, ",
    "Put bluntly, ",
]
_BODY_PREFIXES = [
    "In our view, ",
    "In our experience, ",
    "We believe that ",
    "Our members tell us that ",
    "We would stress that ",
    "It is our view that ",
    "Colleagues told us that ",
]
# How a sentence begins that can stand after "in my view": no order, no question, no name.
_AFTER_PREFIX = {
    "The",
    "A",
    "An",
    "It",
    "There",
    "This",
    "These",
    "They",
    "You",
    "Every",
    "Each",
    "Most",
    "Some",
    "Nobody",
    "Families",
    "Children",
    "Parents",
    "Social",
    "Foster",
    "Kinship",
    "Relatives",
    "Services",
    "Schools",
    "Support",
    "Safety",
    "Poverty",
    "Help",
    "People",
    "Decisions",
    "Agencies",
    "Care",
    "Inspection",
    "Early",
    "Young",
    "Many",
    "One",
    "What",
    "Good",
    "Small",
}


@dataclass
class Part:
    first: int
    last: int
    themes: list[str]
    stance: str
    line: str = ""


@dataclass
class Answer:
    text: str
    parts: list[Part] = field(default_factory=list)

    @property
    def bytes(self) -> bytes:
        return self.text.encode()


def join(paragraphs: list[list[Said]], manner: Manner, draw: Draw) -> Answer:
    """Sentences become an answer; a part keeps the byte range of each."""
    text, parts = "", []
    for number, sentences in enumerate(paragraphs):
        if number:
            text += "\n\n"
        for place, said in enumerate(sentences):
            if place:
                text += "  " if manner.double_spaces else " "
            words = manner.write(said.text, draw)
            last_of_all = number == len(paragraphs) - 1 and place == len(sentences) - 1
            if last_of_all and manner.no_last_stop and words.endswith("."):
                words = words[:-1]
            first = len(text.encode())
            text += words
            parts.append(Part(first, len(text.encode()), said.themes, said.stance, said.line))
    return Answer(text, parts)


def _with_prefix(said: Said, voice: str, draw: Draw) -> Said:
    word = re.split(r"[\s,:;.']", said.text, maxsplit=1)[0]
    first = re.match(r"[^.?!]*.?", said.text).group()
    if (
        said.kind not in ("-", "+")
        or word not in _AFTER_PREFIX
        or first.endswith("?")
        or len(first.split()) < 6
    ):
        return said
    prefix = draw.pick(_BODY_PREFIXES if voice in BODIES else _PREFIXES)
    return replace(said, text=prefix + said.text[0].lower() + said.text[1:])


def sentences_on(pool: Pool, question: str, voice: str, n: int, draw: Draw) -> list[list[Said]]:
    """About n sentences on a question, grouped by topic: one inner list for each topic."""
    topics = pool.topics_for(question, voice)
    groups: list[list[Said]] = []
    left = n
    while left > 0 and topics:
        topic = draw.weighted(topics)
        topics = [(t, w) for t, w in topics if t is not topic]
        want = min(left, draw.weighted([(1, 5), (2, 5), (3, 3)]) if n > 1 else 1)
        if n >= 6:
            want = min(left, draw.between(2, 4))
        taken: set[int] = set()
        group: list[Said] = []
        if (voice not in BODIES and draw.chance(45)) or draw.chance(20):
            said = pool.say(topic, "!", voice, draw, taken)
            if said:
                group.append(said)
        while len(group) < want:
            closing = len(group) == want - 1 and want > 1
            kinds = ">" if closing and draw.chance(60) else ("-+" if draw.chance(85) else "-+>")
            said = pool.say(topic, kinds, voice, draw, taken) or pool.say(
                topic, "-+>!", voice, draw, taken
            )
            if not said:
                break
            group.append(said)
        if group:
            groups.append(group)
            left -= len(group)
    return groups


def answer(
    pool: Pool, question: str, voice: str, manner: Manner, draw: Draw, n: int | None = None
) -> Answer:
    kind = "body" if voice in BODIES else "person"
    n = n or draw.weighted(_LENGTHS[kind])
    groups = sentences_on(pool, question, voice, n, draw)
    if groups and groups[0] and draw.chance(14):
        groups[0][0] = _with_prefix(groups[0][0], voice, draw)
    if n >= 5 and draw.chance(70):
        paragraphs = groups
    else:
        paragraphs = [[said for group in groups for said in group]]
    return join(paragraphs, manner, draw)

"""The sentences respondents say, and how one is chosen.

A file texts/<question>.txt holds the sentences for one question, under the themes they speak of:

    == kinship-support
    ! k: When my {grandson|granddaughter} came to us, nobody rang for {six weeks|a month}.
    - *: Kinship carers need the support that foster carers have.
    + sv: Family placements break down
    b because {the carers|they} are left to get on with it.
    > o: We ask for a named worker for every kinship family.  [caseloads]

The first character is the kind: `!` an experience, `-` a claim, `+` a claim that may take a reason,
`b` a reason, `>` a suggestion. `f`, `a` or `m` after it is the stance towards the theme's proposition. Then come
the voices that may say it (see VOICES). `{a|b}` is a choice. Themes in square brackets are touched as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .draw import Draw

TEXTS = Path(__file__).parent / "texts"

# i: any individual, o: any body, *: anybody. Bodies: L council, C charity, H health body,
# P provider, N network or association.
VOICES = {
    "f": "foster carer", "k": "kinship carer", "p": "parent", "c": "care-experienced person",
    "a": "adoptive parent", "s": "social care worker", "t": "teacher", "h": "health worker",
    "v": "voluntary sector worker", "l": "lawyer", "r": "researcher", "m": "member of the public",
}
BODIES = "LCHPN"
STANCES = {"f": "for", "a": "against", "m": "mixed", "": ""}

_LINE = re.compile(r"^([!+>-])([fam]?) ([a-zA-Z*]+): (.+?)(?:\s+\[([a-z0-9, -]+)\])?$")
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass
class Line:
    kind: str
    stance: str
    voices: str
    text: str
    themes: list[str]
    used: int = 0

    def suits(self, voice: str) -> bool:
        if self.voices == "*" or voice in self.voices:
            return True
        return ("o" if voice in BODIES else "i") in self.voices


@dataclass
class Topic:
    theme: str
    lines: list[Line] = field(default_factory=list)
    reasons: list[Line] = field(default_factory=list)


@dataclass
class Said:
    """One sentence as it was said."""
    text: str
    themes: list[str]
    stance: str


def render(text: str, draw: Draw) -> str:
    """Settles the choices, the innermost first, since one may stand inside another."""
    while "{" in text:
        text = _CHOICE.sub(lambda m: draw.pick(m.group(1).split("|")), text)
    return re.sub(r" +", " ", text).strip()


def read_topics(path: Path) -> list[Topic]:
    topics: list[Topic] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        raw = raw.rstrip()
        if not raw or raw.startswith("#"):
            continue
        if raw.startswith("== "):
            topics.append(Topic(raw[3:].strip()))
            continue
        if raw.startswith("b "):
            topics[-1].reasons.append(Line("b", "", "*", raw[2:], []))
            continue
        match = _LINE.match(raw)
        if not match:
            raise ValueError(f"{path.name}:{number}: no sentence: {raw}")
        kind, stance, voices, text, more = match.groups()
        themes = [topics[-1].theme] + [t.strip() for t in (more or "").split(",") if t.strip()]
        topics[-1].lines.append(Line(kind, STANCES[stance], voices, text, themes))
    return topics


class Pool:
    """All sentences, and which have been said: no sentence is said twice by chance."""

    def __init__(self) -> None:
        self.topics = {path.stem: read_topics(path) for path in sorted(TEXTS.glob("c?q?.txt"))}
        self.said: set[str] = set()
        self.again = 0

    def _least_used(self, lines: list[Line], draw: Draw) -> list[Line]:
        return sorted(draw.shuffled(lines), key=lambda line: line.used)

    def say(self, topic: Topic, kinds: str, voice: str, draw: Draw, taken: set[int]) -> Said | None:
        """A sentence of one of `kinds` that `voice` may say; None if the topic has none left."""
        fitting = [line for line in topic.lines
                   if line.kind in kinds and line.suits(voice) and id(line) not in taken]
        if not fitting:
            return None
        for line in self._least_used(fitting, draw)[:6]:
            for _ in range(10):
                text = render(line.text, draw)
                reason = None
                if line.kind == "+":
                    text = text.rstrip(".")
                    if topic.reasons and draw.chance(75):
                        reason = self._least_used(topic.reasons, draw)[0]
                        text += " " + render(reason.text, draw)
                    else:
                        text += "."
                if text not in self.said:
                    self.said.add(text)
                    line.used += 1
                    if reason:
                        reason.used += 1
                    taken.add(id(line))
                    return Said(text, line.themes, line.stance)
        line = fitting[0]
        self.again += 1
        line.used += 1
        taken.add(id(line))
        return Said(render(line.text, draw).rstrip(".") + ".", line.themes, line.stance)

    def topics_for(self, question: str, voice: str) -> list[tuple[Topic, int]]:
        """The topics of a question that a voice can speak on, heavier where it has its own words."""
        result = []
        for topic in self.topics[question]:
            fitting = [line for line in topic.lines if line.suits(voice)]
            if fitting:
                own = sum(voice in line.voices for line in fitting)
                result.append((topic, 2 + min(own, 5) + len(fitting) // 4))
        return result

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
the voices that may say it (see VOICES). `{a|b}` is a choice; the choices of a
sentence marked `{@a|b}` go together. Themes in square brackets are touched as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from .draw import Draw

MOST = 5
TEXTS = Path(__file__).parent / "texts"

# i: any individual, o: any body, *: anybody. Bodies: L council, C charity, H health body,
# P provider, N network or association.
VOICES = {
    "f": "foster carer",
    "k": "kinship carer",
    "p": "parent",
    "c": "care-experienced person",
    "a": "adoptive parent",
    "s": "social care worker",
    "t": "teacher",
    "h": "health worker",
    "v": "voluntary sector worker",
    "l": "lawyer",
    "r": "researcher",
    "m": "member of the public",
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
    kind: str = ""
    line: str = ""  # what it was drawn from, so that two of one kind are not quoted


def render(text: str, draw: Draw) -> str:
    """Settles the choices: those marked `@` together, then the innermost first, since one may stand
    inside another."""
    linked = re.findall(r"\{@([^{}]*)\}", text)
    if linked:
        at = draw.below(min(slot.count("|") for slot in linked) + 1)
        text = re.sub(r"\{@([^{}]*)\}", lambda m: m.group(1).split("|")[at], text)
    while "{" in text:
        text = _CHOICE.sub(lambda m: draw.pick(m.group(1).split("|")), text)
    text = re.sub(r" +", " ", text).strip()
    text = re.sub(r" (?=[,.;:])", "", text)
    return re.sub(r"(?<=[?!])\.(?=$| )", "", text)


def read_topics(path: Path) -> list[Topic]:
    topics: list[Topic] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        raw = raw.rstrip()
        if not raw or raw.startswith("#"):
            continue
        if raw.startswith("== "):
            # A theme may come up twice in a file; its sentences belong together.
            theme = raw[3:].strip()
            topics = [t for t in topics if t.theme != theme] + (
                [t for t in topics if t.theme == theme] or [Topic(theme)]
            )
            continue
        if raw.startswith("b "):
            reason, _, more = raw[2:].rstrip("]").partition(" [")
            topics[-1].reasons.append(
                Line("b", "", "*", reason, [t.strip() for t in more.split(",") if more])
            )
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
        # No line is used more often than this, in whatever other words.
        self.most = MOST

    def _unsaid(self, line: Line, topic: Topic, draw: Draw) -> tuple[str, Line | None] | None:
        """Words of a line that nobody has used yet, and the reason given with them."""
        for _ in range(12):
            text, reason = render(line.text, draw), None
            if line.kind == "+":
                text = text.rstrip(".")
                if topic.reasons and draw.chance(75):
                    reason = min(draw.shuffled(topic.reasons), key=lambda r: r.used)
                    text += " " + render(reason.text, draw)
                else:
                    text += "."
            if text not in self.said:
                return text, reason
        return None

    def say(self, topic: Topic, kinds: str, voice: str, draw: Draw, taken: set[int]) -> Said | None:
        """A sentence of one of `kinds` that `voice` may say, the least used first; None if there is
        none left. `taken` holds what cannot be said any more beside it."""
        fitting = [
            line
            for line in topic.lines
            if line.kind in kinds
            and line.used < self.most
            and line.suits(voice)
            and id(line) not in taken
        ]
        for line in sorted(draw.shuffled(fitting), key=lambda line: line.used):
            found = self._unsaid(line, topic, draw)
            if found:
                text, reason = found
                self.said.add(text)
                line.used += 1
                if reason:
                    reason.used += 1
                taken.add(id(line))
                if line.stance:
                    # Nobody says a thing and its contrary in one breath.
                    taken.update(id(x) for x in topic.lines if x.stance not in ("", line.stance))
                return Said(
                    text,
                    line.themes + (reason.themes if reason else []),
                    line.stance,
                    line.kind,
                    line.text,
                )
        return None

    def topics_for(self, question: str, voice: str) -> list[tuple[Topic, int]]:
        """The topics of a question that a voice can speak on, heavier where it has words of its own to say
        and where little has been said yet."""
        result = []
        for topic in self.topics[question]:
            weight = sum(
                (180 if voice in line.voices else 60) // (1 + line.used) ** 2
                for line in topic.lines
                if line.suits(voice) and line.used < self.most
            )
            if weight:
                result.append((topic, weight))
        return result

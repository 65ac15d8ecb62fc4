"""Texts and rules, without any consultation: what a rule sees, and whether it matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from . import _entities as e
from . import _structs as s
from ._calls import Text, c_string, decode, encode, fill, make, text_of, words
from ._library import LIBRARY
from .codebook import Codebook


@dataclass(frozen=True)
class Token:
    """A word as rules see it.

    `text` is as written and `folded` the form in which words are compared; bytes `first` to `last`
    (past the end) of the UTF-8 text. `sentence` numbers the sentence of its first byte. `kind` is
    "word", "url", "email", "hashtag" or "mention".
    """

    text: str
    folded: str
    first: int
    last: int
    sentence: int
    kind: str


@dataclass(frozen=True)
class Span:
    """Words that a rule hit: bytes `first` to `last` (past the end) of the UTF-8 text."""

    text: str
    first: int
    last: int


@dataclass(frozen=True)
class Step:
    """What became of a rule (`depth` 0) or of a part of it, in its canonical spelling.

    `why` says why it did not match; empty if it did.
    """

    part: str
    matched: bool
    hits: int
    why: str
    depth: int


@dataclass(frozen=True)
class Match:
    """Whether a rule matched, by which words, and how each part of it did. True if it matched."""

    matched: bool
    evidence: tuple[Span, ...]
    steps: tuple[Step, ...]

    def __bool__(self) -> bool:
        return self.matched


def tokens(text: Text) -> list[Token]:
    """Tokens of a text: UAX #29 words of Unicode 15.0, folded."""
    data = encode(text)
    pointer = make(s.heard_tokens, "heard_tokens_new", data, len(data))
    try:
        found = []
        for index in range(LIBRARY.heard_tokens_count(pointer)):
            row = fill(s.heard_token, "heard_tokens_at", pointer, index)
            found.append(
                Token(
                    decode(data[row.first : row.last]),
                    text_of(row.folded),
                    row.first,
                    row.last,
                    row.sentence,
                    words(e.TOKEN_KINDS)[row.kind],
                )
            )
        return found
    finally:
        LIBRARY.heard_tokens_free(pointer)


def match(
    rule: str, text: Text, *, language: str = "en", codebook: Optional[Codebook] = None
) -> Match:
    """Tries a rule on a text.

    `language` is BCP 47 and says which stems a %word has; `codebook` is where #lists and @themes
    stand. Raises BadCodebook with the place in the rule if it has a fault.
    """
    data = encode(text)
    pointer = make(
        s.heard_match,
        "heard_match_run",
        c_string(rule, "rule"),
        data,
        len(data),
        c_string(language, "language"),
        None if codebook is None else codebook._pointer,
    )
    try:
        evidence = []
        for index in range(LIBRARY.heard_match_count(pointer)):
            row = fill(s.heard_evidence, "heard_match_at", pointer, index)
            evidence.append(Span(decode(data[row.first : row.last]), row.first, row.last))
        steps = []
        for index in range(LIBRARY.heard_match_steps(pointer)):
            step = fill(s.heard_match_step, "heard_match_step_at", pointer, index)
            steps.append(
                Step(
                    text_of(step.part), bool(step.matched), step.hits, text_of(step.why), step.depth
                )
            )
        matched = bool(LIBRARY.heard_match_matched(pointer))
        return Match(matched, tuple(evidence), tuple(steps))
    finally:
        LIBRARY.heard_match_free(pointer)

"""Keyword in context: where words stand."""

from __future__ import annotations

from ctypes import byref, sizeof
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from . import _structs as s
from ._calls import c_string, fill, make, text_of
from ._library import LIBRARY
from ._running import Running

if TYPE_CHECKING:
    from .codebook import Codebook
    from .consultation import Consultation


@dataclass(frozen=True)
class KwicLine:
    """A hit with the words around it. `response` and `answer` are rows; the hit is bytes `first` to
    `last` (past the end) of the answer's text."""

    left: str
    hit: str
    right: str
    response: int
    answer: int
    first: int
    last: int


def keyword_in_context(
    consultation: Consultation,
    rule: str,
    codebook: Optional[Codebook],
    question: Optional[str],
    words: int,
    running: Running,
) -> list[KwicLine]:
    """What :meth:`heard.Consultation.kwic` does."""
    options = s.heard_kwic_options(
        sizeof(s.heard_kwic_options), c_string(question, "question"), words, 0
    )
    with running as run:
        pointer = make(
            s.heard_kwic,
            "heard_kwic_run",
            consultation._pointer,
            c_string(rule, "rule"),
            None if codebook is None else codebook._pointer,
            byref(options),
            run,
        )
    try:
        count = LIBRARY.heard_kwic_count(pointer)
        return [_line(fill(s.heard_kwic_line, "heard_kwic_at", pointer, i)) for i in range(count)]
    finally:
        LIBRARY.heard_kwic_free(pointer)


def _line(row: s.heard_kwic_line) -> KwicLine:
    left, hit, right = text_of(row.left), text_of(row.hit), text_of(row.right)
    return KwicLine(left, hit, right, row.response, row.answer, row.first, row.last)

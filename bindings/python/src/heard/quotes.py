"""Quotes: passages that show what a theme means."""

from __future__ import annotations

from ctypes import byref, sizeof
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from . import _entities as e
from . import _structs as s
from ._calls import c_string, fill, make, text_of, words
from ._library import LIBRARY

if TYPE_CHECKING:
    from .codings import Codings


@dataclass(frozen=True)
class Quote:
    """Words of one answer, verbatim; what is left out is marked "[...]".

    `attribution` is "Respondent - foster carer", or the name of who lets it be printed;
    `attribution_form` says which: "named_body", "named_individual", "type_of_body", "category",
    "individual" or "respondent". `response` and `answer` are rows. `cleared` and `pinned`: a person
    cleared or chose these words. `may_be_published`: its sender allows it, and it holds no unsettled
    personal data; `why_held` says why not: "no", "by_rule", "banned" or "personal_data", the first that
    holds. `first` and `last` are bytes of the answer's text; with one of `pieces` nothing
    between them is left out.

    `translation` stands beside it for those who do not read its language: in
    `translation_language`, by `translator`; `translation_is_longer`: it is of the whole answer, which
    says more than the quote. Empty where there is none.
    """

    text: str
    attribution: str
    response: int
    answer: int
    cleared: bool
    pinned: bool
    may_be_published: bool
    pieces: int
    first: int
    last: int
    translation: str
    translation_language: str
    translator: str
    translation_is_longer: bool
    attribution_form: str
    why_held: str


def select_quotes(
    codings: Codings,
    theme: str,
    question: Optional[str],
    limit: int,
    seed: int,
    published_only: bool,
) -> list[Quote]:
    """What :meth:`heard.Codings.quotes` does."""
    options = s.heard_quote_options(
        sizeof(s.heard_quote_options),
        c_string(question, "question"),
        seed,
        limit,
        1 if published_only else 0,
    )
    index = codings.codebook.index(theme)
    pointer = make(
        s.heard_quotes, "heard_quotes_select", codings._pointer, index, byref(options)
    )
    try:
        count = LIBRARY.heard_quotes_count(pointer)
        return [_quote(fill(s.heard_quote, "heard_quotes_at", pointer, i)) for i in range(count)]
    finally:
        LIBRARY.heard_quotes_free(pointer)


def _quote(row: s.heard_quote) -> Quote:
    return Quote(
        text_of(row.text),
        text_of(row.attribution),
        row.response,
        row.answer,
        bool(row.cleared),
        bool(row.pinned),
        bool(row.may_be_published),
        row.pieces,
        row.first,
        row.last,
        text_of(row.translation),
        text_of(row.translation_language),
        text_of(row.translator),
        bool(row.translation_is_longer),
        words(e.ATTRIBUTION_FORMS)[row.attribution_form],
        words(e.WAYS_HELD)[row.why_held],
    )

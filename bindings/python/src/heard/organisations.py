"""Organisations: which names are one body, and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from . import _structs as s
from ._calls import c_string, decode, fill, make, take_buffer, text_of
from ._handles import Handle, Rows
from ._library import LIBRARY

if TYPE_CHECKING:
    from .consultation import Consultation

_ORIGINS = (None, "self", "assigned")


@dataclass(frozen=True)
class Body:
    """A body. `responses` are included ones on behalf of it; `spellings` the names that were typed.

    `type` is empty where nobody says; `type_from` is "self" where the responses do, "assigned"
    where a person decided. `may_be_named`: one of its responses allows it.
    """

    index: int
    name: str
    type: str
    type_from: Optional[str]
    responses: int
    may_be_named: bool
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class BodyProposal:
    """What may be one body, and no decision speaks of; with `split` an entry and one of several
    bodies that it may hold. `score` is 0 to 1000, `why` the reasons in words."""

    name: str
    canonical: str
    split: bool
    score: int
    why: str


@dataclass(frozen=True)
class Resemblance:
    """A typed name that is like another, the body it belongs to, and why."""

    name: str
    body: str
    score: int
    certain: bool
    why: str


@dataclass(frozen=True)
class NameExplained:
    """How a name is read, and the names that it is like, best first."""

    words: str
    fingerprint: str
    legal_form: str
    acronym: str
    initials: str
    nobody: bool
    like: tuple[Resemblance, ...]


class Organisations(Handle):
    """The bodies of a consultation, compared. Made by :meth:`heard.Consultation.review_bodies`."""

    _free = "heard_organisations_free"

    def __init__(self, of: Consultation) -> None:
        super().__init__(make(s.heard_organisations, "heard_organisations_new", of._pointer))

    @property
    def bodies(self) -> Rows[Body]:
        """Every body, sorted by name."""
        return Rows(LIBRARY.heard_organisations_count(self._pointer), self._body)

    @property
    def nobody(self) -> Rows[str]:
        """What was typed for a name and names no body: "none", "n/a"."""
        return Rows(LIBRARY.heard_organisations_nobody_count(self._pointer), self._nobody)

    @property
    def proposals(self) -> Rows[BodyProposal]:
        """What a person should decide."""
        return Rows(LIBRARY.heard_organisations_proposal_count(self._pointer), self._proposal)

    def rows(self, header: bool = False) -> str:
        """The proposals as rows for decisions/organisations.csv, with the action "proposed": a
        person writes merge, rename, keep_apart or split for it."""
        return decode(
            take_buffer(
                make(
                    s.heard_buffer, "heard_organisations_rows", self._pointer, 1 if header else 0
                )
            )
        )

    def explain(self, name: str, limit: int = 5) -> NameExplained:
        """How a name is read, typed or not, and whom it is like."""
        pointer = make(
            s.heard_resemblances,
            "heard_organisations_explain",
            self._pointer,
            c_string(name, "name"),
            limit,
        )
        try:
            asked = fill(s.heard_name_parts, "heard_resemblances_asked", pointer)
            count = LIBRARY.heard_resemblances_count(pointer)
            rows = (fill(s.heard_resemblance, "heard_resemblances_at", pointer, i)
                    for i in range(count))
            return NameExplained(
                text_of(asked.words),
                text_of(asked.fingerprint),
                text_of(asked.legal_form),
                text_of(asked.acronym),
                text_of(asked.initials),
                bool(asked.nobody),
                tuple(
                    Resemblance(
                        text_of(row.name),
                        self._body(row.body).name,
                        row.score,
                        bool(row.certain),
                        text_of(row.why),
                    )
                    for row in rows
                ),
            )
        finally:
            LIBRARY.heard_resemblances_free(pointer)

    def _body(self, index: int) -> Body:
        row = fill(s.heard_body, "heard_organisations_at", self._pointer, index)
        return Body(
            index,
            text_of(row.name),
            text_of(row.type),
            _ORIGINS[row.type_from],
            row.responses,
            bool(row.may_be_named),
            tuple(self._spelling(index, which) for which in range(row.spellings)),
        )

    def _spelling(self, index: int, which: int) -> str:
        row = fill(s.heard_named, "heard_organisations_spelling", self._pointer, index, which)
        return text_of(row.name)

    def _nobody(self, index: int) -> str:
        return text_of(fill(s.heard_named, "heard_organisations_nobody", self._pointer, index).name)

    def _proposal(self, index: int) -> BodyProposal:
        row = fill(s.heard_body_proposal, "heard_organisations_proposal", self._pointer, index)
        return BodyProposal(
            text_of(row.name),
            text_of(row.canonical),
            bool(row.split),
            row.score,
            text_of(row.why),
        )

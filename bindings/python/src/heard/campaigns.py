"""Campaigns: near-identical responses, and what each sender made of the letter."""

from __future__ import annotations

from ctypes import byref, c_uint32, sizeof
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterator, Optional

from . import _entities as e
from . import _structs as s
from ._calls import c_string, call, decode, fill, find, make, make_remarked, text_of, words
from ._handles import Handle, Rows
from ._library import LIBRARY
from ._running import Running
from .diagnostics import Diagnostic

if TYPE_CHECKING:
    from .consultation import Consultation


@dataclass(frozen=True)
class Difference:
    """A place where a member departs from the reference letter.

    `kind` is "added", "cut" or "changed"; `own` are the member's words and `letter` the letter's,
    None where there are none.
    """

    kind: str
    own: Optional[str]
    letter: Optional[str]
    words: int


@dataclass(frozen=True)
class CampaignMember:
    """A response of a campaign; figures are in words.

    `how` is "copy", "edited", "extended" (ten words or more of its own) or "excerpt" (less than
    half the letter). `response` is a row.
    """

    response: int
    how: str
    kept: int
    added: int
    cut: int
    changed: int


@dataclass(frozen=True)
class ShortAnswer:
    """An answer of under eight words that three or more gave at one question."""

    words: str
    answers: int
    question: int


@dataclass(frozen=True)
class Campaign:
    """`policy` is "count_each", "count_one" or "exclude"; `who` and `why` say who decided it, where
    decisions/campaigns.csv does. `reference` and `organisations` are rows; `first` and `last` are
    dates received, "" where none is known."""

    index: int
    id: str
    title: str
    note: str
    policy: str
    who: str
    why: str
    declared: bool
    first: str
    last: str
    reference: int
    size: int
    organisations: tuple[int, ...]


class Campaigns(Handle):
    """All campaigns, the largest first: `len(campaigns)`, `campaigns[0]`, iteration."""

    _free = "heard_campaigns_free"

    #: Decisions on campaigns that are not there, and the like.
    remarks: tuple[Diagnostic, ...] = ()

    def __len__(self) -> int:
        return int(LIBRARY.heard_campaigns_count(self._pointer))

    def __getitem__(self, index: int) -> Campaign:
        """The campaign in a row. Raises IndexError."""
        if not 0 <= index < len(self):
            raise IndexError(f"campaign {index} of {len(self)}")
        row = fill(s.heard_campaign, "heard_campaigns_at", self._pointer, index)
        return Campaign(
            index,
            text_of(row.id),
            text_of(row.title),
            text_of(row.note),
            words(e.CAMPAIGN_POLICIES)[row.policy],
            text_of(row.who),
            text_of(row.why),
            bool(row.declared),
            decode(row.first),
            decode(row.last),
            row.reference,
            row.members,
            tuple(self._organisation(index, which) for which in range(row.organisations)),
        )

    def _organisation(self, index: int, which: int) -> int:
        out = c_uint32()
        call("heard_campaigns_organisation", self._pointer, index, which, byref(out))
        return out.value

    def __iter__(self) -> Iterator[Campaign]:
        return (self[index] for index in range(len(self)))

    def find(self, campaign: str) -> Campaign:
        """The campaign with an id. Raises NotFound, which names the nearest."""
        return self[find("heard_campaigns_index", self._pointer, c_string(campaign, "campaign"))]

    def of_response(self, response: int) -> Optional[int]:
        """The row of the campaign that a response is in, or None."""
        found = LIBRARY.heard_campaigns_of_response(self._pointer, response)
        return None if found == s.NONE else int(found)

    def members(self, campaign: int) -> Rows[CampaignMember]:
        """Members of the campaign in a row, in order of response."""

        def read(which: int) -> CampaignMember:
            row = fill(
                s.heard_campaign_member, "heard_campaigns_member", self._pointer, campaign, which
            )
            how = words(e.MEMBERSHIPS)[row.how]
            return CampaignMember(row.response, how, row.kept, row.added, row.cut, row.changed)

        return Rows(self[campaign].size, read)

    def letter(self, campaign: int) -> tuple[int, ...]:
        """Rows of the answers whose words are the letter of the campaign in a row, in order."""

        def row(which: int) -> int:
            out = c_uint32()
            call("heard_campaigns_letter", self._pointer, campaign, which, byref(out))
            return out.value

        of = fill(s.heard_campaign, "heard_campaigns_at", self._pointer, campaign)
        return tuple(row(which) for which in range(of.letter))

    def compare(self, campaign: int, member: int) -> list[Difference]:
        """What a member added, cut and changed, in the order of its own words."""
        pointer = make(
            s.heard_differences, "heard_campaigns_compare", self._pointer, campaign, member
        )
        try:
            count = LIBRARY.heard_differences_count(pointer)
            found = (
                fill(s.heard_difference, "heard_differences_at", pointer, at)
                for at in range(count)
            )
            return [_difference(row) for row in found]
        finally:
            LIBRARY.heard_differences_free(pointer)

    @property
    def short_answers(self) -> Rows[ShortAnswer]:
        """Identical short answers, the most frequent first. They are in no campaign."""
        return Rows(LIBRARY.heard_campaigns_short_answers(self._pointer), self._short_answer)

    def _short_answer(self, index: int) -> ShortAnswer:
        row = fill(s.heard_short_answer, "heard_campaigns_short_answer", self._pointer, index)
        return ShortAnswer(text_of(row.words), row.answers, row.question)

    def __repr__(self) -> str:
        return f"<Campaigns: {len(self)}>"


def _difference(row: Any) -> Difference:
    return Difference(
        words(e.DIFFERENCE_KINDS)[row.kind],
        None if row.own_answer == s.NONE else text_of(row.own),
        None if row.letter_answer == s.NONE else text_of(row.letter),
        row.words,
    )


def find_campaigns(consultation: Consultation, least_members: int, running: Running) -> Campaigns:
    """What :meth:`heard.Consultation.campaigns` does."""
    options = s.heard_campaign_options(sizeof(s.heard_campaign_options), least_members, 0)
    with running as run:
        pointer, remarks = make_remarked(
            s.heard_campaigns, "heard_campaigns_find", consultation._pointer, byref(options), run,
            folder=consultation._folder,
        )
    found = Campaigns(pointer)
    found.remarks = remarks
    return found

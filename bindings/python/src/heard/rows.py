"""What the rows of a consultation are. Plain values: they outlive every handle.

Closed sets appear as their words ("out_of_scope"), other rows by their ids; `index` is the row's
own number. Dates are as in the data, "2026-03-02" or "2026-03-02T14:05:00", and None if not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Channel:
    """A way in, such as a form or an inbox. `received` counts its responses, whatever became of
    them."""

    index: int
    id: str
    title: str
    note: str
    received: int


@dataclass(frozen=True)
class Chapter:
    """A chapter of what was asked."""

    index: int
    id: str
    title: str
    note: str


@dataclass(frozen=True)
class Option:
    """A choice of a closed question."""

    index: int
    id: str
    label: str
    note: str


@dataclass(frozen=True)
class Question:
    """A question, or (`declared` is False) the place of words that belong to a chapter or to none.

    `kind` is "open", "single", "multiple" or "scale"; `aspect` is "asked", "definition" or
    "missed". `about_you`: a category or another attribute of the respondent.
    """

    index: int
    id: str
    text: str
    label: str
    chapter: Optional[str]
    kind: str
    aspect: str
    about_you: bool
    declared: bool
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Organisation:
    """A body, by its canonical name. `type` is what its responses or a person say; may be empty."""

    index: int
    name: str
    type: str


@dataclass(frozen=True)
class Coder:
    """Who coded. `kind` is "rule", "model", "human" or "adjudicated"; `model` and `version` are
    empty but for models."""

    index: int
    name: str
    kind: str
    model: str
    version: str


@dataclass(frozen=True)
class File:
    """A file that was read. `hash` is the XXH3-128 of its bytes; `size` counts bytes; `rows` counts
    data rows, and is 0 for files without rows."""

    index: int
    path: str
    encoding: str
    hash: str
    size: int
    rows: int


@dataclass(frozen=True)
class Item:
    """One thing received. `responses` of 0: it is no response at all. `merged` counts those of its
    entries that belong to a response of another item."""

    index: int
    id: str
    note: str
    received: Optional[str]
    channel: str
    responses: int
    merged: int


@dataclass(frozen=True)
class Response:
    """One submission. `respondent` numbers its sender; `organisations` are the bodies that it
    speaks for; `answers` are the rows of its answers."""

    index: int
    id: str
    received: Optional[str]
    channel: str
    item: str
    respondent: int
    organisations: tuple[str, ...]
    disposition: str
    late: str
    capacity: str
    publication: str
    included: bool
    repeats: bool
    answers: range


@dataclass(frozen=True)
class Place:
    """Where words stand in the data: bytes `first` to `last` (past the end) of a file as received,
    and the row and column as a spreadsheet shows them; a `row` of 0 means the file as a whole."""

    file: str
    first: int
    last: int
    row: int
    column: int


@dataclass(frozen=True)
class Answer:
    """What one response says to one question.

    `text` is as received; evidence and quotes count its bytes, so slice `text.encode()`. `other` is
    what followed the "other" option, `options` are the ids of those chosen, `language` is BCP 47.
    `text_hash` is the XXH3-128 of the text, as decision files have it.
    """

    index: int
    response: str
    question: str
    text: str
    other: str
    language: str
    state: str
    origin: str
    options: tuple[str, ...]
    place: Optional[Place]
    text_hash: str


@dataclass(frozen=True)
class Event:
    """An engagement event, which is in no base. `attendance` is None where it is not said."""

    index: int
    id: str
    title: str
    place: str
    notes: str
    date: Optional[str]
    attendance: Optional[int]


@dataclass(frozen=True)
class StaleDecision:
    """A decision on words that have changed since: set aside, never applied to other words."""

    index: int
    file: str
    row: int
    response: str
    question: str
    why: str


@dataclass(frozen=True)
class QuoteDecision:
    """Words that may, may not or should be quoted: bytes `first` to `last` (past the end) of the
    answer in row `answer`. `action` is "pin", "ban" or "clear"; `translation` is what these words
    are in another language, and may be empty."""

    index: int
    answer: int
    first: int
    last: int
    action: str
    translation: str
    who: str
    when: Optional[str]
    why: str
    file: str
    row: int


@dataclass(frozen=True)
class Translation:
    """The words of the answer in row `answer` in another language (BCP 47), by `who`. Rules read it
    where they cannot read the answer."""

    index: int
    answer: int
    language: str
    text: str
    who: str
    when: Optional[str]
    why: str
    file: str
    row: int


@dataclass(frozen=True)
class Redaction:
    """Words that are shown nowhere, and what is shown instead: bytes `first` to `last` (past the
    end) of the answer in row `answer`. Those of one answer do not overlap."""

    index: int
    answer: int
    first: int
    last: int
    replacement: str
    who: str
    when: Optional[str]
    why: str
    file: str
    row: int


@dataclass(frozen=True)
class CampaignDecision:
    """How a campaign is to be counted: `policy` is "count_each", "count_one" or "exclude"."""

    index: int
    campaign: str
    policy: str
    who: str
    when: Optional[str]
    why: str
    file: str
    row: int


@dataclass(frozen=True)
class NameDecision:
    """Whether two names are one body: `action` is "merge", "keep_apart", "rename", "split" or, where
    a person has yet to decide, "proposed"."""

    index: int
    name: str
    canonical: str
    type: str
    action: str
    who: str
    when: Optional[str]
    why: str
    file: str
    row: int


@dataclass(frozen=True)
class Signoff:
    """Somebody stands by a section as one run, known by its hash, gave it."""

    index: int
    section: str
    run: str
    who: str
    when: Optional[str]
    file: str
    row: int


@dataclass(frozen=True)
class Ledger:
    """The arithmetic of a run.

    `items - not_a_response + split - merged_items == received`; `by_disposition` sums to
    `received` and `by_capacity` to `included`, the responses in the bases. `bodies` are distinct
    ones, `body_entries` the names under which they responded.
    """

    items: int
    not_a_response: int
    split: int
    merged_items: int
    received: int
    by_disposition: dict[str, int]
    by_capacity: dict[str, int]
    late_let_in: int
    late_left_out: int
    included: int
    repeats: int
    responses_of_bodies: int
    body_entries: int
    bodies: int
    stale: int
    unread_answers: int

    def __str__(self) -> str:
        """The sums in words, as `heard check` prints them."""
        lines = [
            f"{_number(self.items, 'item')} - {self.not_a_response} not a response + {self.split} split"
            f" - {self.merged_items} merged = {self.received} received"
        ]
        lines += [f"  {count} {word}" for word, count in self.by_disposition.items() if count]
        if self.late_left_out:
            lines.append(f"  {self.late_left_out} of the included left out as late")
        lines.append(
            f"{self.included} in the bases; {self.responses_of_bodies} on behalf of organisations, "
            f"{_number(self.body_entries, 'name')}, "
            f"{_number(self.bodies, 'distinct body', 'distinct bodies')}"
        )
        return "\n".join(lines)


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"

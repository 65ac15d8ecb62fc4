"""Codings: which theme was found where, by rules, by people, by models."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Iterator, Optional

from . import _entities as e
from . import _structs as s
from ._calls import decode, fill, make, take_buffer, take_diagnostics, words
from ._handles import Handle, Rows
from ._library import LIBRARY
from ._running import Progress, Running
from .campaigns import Campaigns
from .codebook import Codebook
from .diagnostics import Diagnostic
from .quotes import Quote, select_quotes
from .report import Report
from .table import Sensitivity, Table, make_sensitivity, make_table

if TYPE_CHECKING:
    from .consultation import Consultation


@dataclass(frozen=True)
class Evidence:
    """Bytes `first` to `last` (past the end) of the answer's text or the event's notes, and which
    of the theme's rules found them; None for codings by people and models."""

    first: int
    last: int
    rule: Optional[int]


@dataclass(frozen=True)
class Coding:
    """One theme on one answer by one coder.

    `answer` is the answer's row, `theme` the theme's id, `coder` the coder's name. `kind` is
    "rule", "model", "human" or "adjudicated"; `stance` is "none", "for", "against", "mixed" or
    "neither", which a rule never says. `counts`: it is one of those that count, by the manifest's
    precedence. `when` is the day or the time that a person or a model made it, None where that is
    not known.
    """

    index: int
    answer: int
    theme: str
    coder: str
    kind: str
    stance: str
    counts: bool
    evidence: tuple[Evidence, ...]
    when: Optional[str]
    #: The answer of a campaign's letter that was coded, where a member inherits the coding.
    inherited_from: Optional[int] = None


@dataclass(frozen=True)
class EventCoding:
    """A theme that rules found in the notes of an engagement event: in no table and in no base.

    `event` is the event's row, `theme` the theme's id.
    """

    event: int
    theme: str
    evidence: tuple[Evidence, ...]


class Codings(Handle):
    """All codings, in order of answer, theme, coder: `len(codings)`, `codings[0]`, iteration."""

    _free = "heard_codings_free"

    def __init__(self, pointer: Any, consultation: Consultation, codebook: Codebook) -> None:
        super().__init__(pointer)
        #: What was coded.
        self.consultation = consultation
        #: What it was coded by.
        self.codebook = codebook
        # Names, so that a coding can be read after these two are closed.
        self._themes = tuple(theme.id for theme in codebook)
        self._coders = (*(coder.name for coder in consultation.coders), "rule")

    def __len__(self) -> int:
        return int(LIBRARY.heard_codings_count(self._pointer))

    def __getitem__(self, index: int) -> Coding:
        """The coding in a row. Raises IndexError."""
        if not 0 <= index < len(self):
            raise IndexError(f"coding {index} of {len(self)}")
        row = fill(s.heard_coding, "heard_codings_at", self._pointer, index)
        return Coding(
            index,
            row.answer,
            self._themes[row.theme],
            self._coders[row.coder],
            words(e.CODER_KINDS)[row.kind],
            words(e.STANCES)[row.stance],
            bool(row.counts),
            self._evidence("heard_codings_evidence", index, row.evidence),
            decode(row.when) or None,
            None if row.inherited_from == s.NONE else row.inherited_from,
        )

    def _evidence(self, name: str, index: int, count: int) -> tuple[Evidence, ...]:
        spans = (fill(s.heard_evidence, name, self._pointer, index, which) for which in range(count))
        return tuple(
            Evidence(each.first, each.last, each.rule if each.rule >= 0 else None) for each in spans
        )

    def __iter__(self) -> Iterator[Coding]:
        return (self[index] for index in range(len(self)))

    @property
    def events(self) -> Rows[EventCoding]:
        """What rules found in the notes of engagement events, by event, then theme. None of it is
        among the codings."""
        return Rows(LIBRARY.heard_codings_event_count(self._pointer), self._event)

    def _event(self, index: int) -> EventCoding:
        row = fill(s.heard_event_coding, "heard_codings_event_at", self._pointer, index)
        return EventCoding(
            row.event,
            self._themes[row.theme],
            self._evidence("heard_codings_event_evidence", index, row.evidence),
        )

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """Rules that match nothing here, that fire on over 80 % of answers, and that hit only where
        another rule of their theme does; what :meth:`heard.Consultation.campaigns` remarks; pinned
        quotes that may not be published."""
        remarks = make(s.heard_diagnostics, "heard_codings_remarks", self._pointer)
        return take_diagnostics(remarks, self.consultation._folder)

    @cached_property
    def campaigns(self) -> Campaigns:
        """The campaigns that were found when these codings were made; what has to be said of
        decisions on them is among :attr:`remarks`."""
        return Campaigns(make(s.heard_campaigns, "heard_codings_campaigns", self._pointer))

    def to_csv(self) -> str:
        """One row for each span of evidence, without any words of respondents."""
        return decode(take_buffer(make(s.heard_buffer, "heard_codings_csv", self._pointer)))

    def table(
        self,
        rows: str = "theme",
        columns: str = "all",
        *,
        question: Optional[str] = None,
        chapter: Optional[str] = None,
        coder: Optional[str] = None,
        unit: str = "responses",
        base: str = "answered",
        all_column: bool = True,
        small_numbers: str = "none",
        view: str = "as_decided",
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> Table:
        """Counts.

        `rows` and `columns` are "all", "theme", "question", "chapter", "channel", "capacity",
        "category" (the question that names respondents), or the id of a closed question.
        `question` and `chapter` are ids: only what was said there. `coder` is a name: only that
        coder's codings, whatever the precedence. `unit` is "responses", "respondents",
        "organisations", "answers" or "mentions"; all but mentions are counted at most once a cell.
        `base`, of which a share is a share, is "received", "included", "asked", "answered",
        "substantive" or "reviewed". `all_column`: a first column "All" beside those of the axis.
        `small_numbers`, "none", "k5" or "k10_round5", hides them as if the table were published
        alone.
        `view` says how campaigns count: "as_decided" (each by its policy), "all",
        "campaigns_as_one" or "campaigns_excluded".

        Raises NotFound, which names the nearest; BadArgument for axes that cannot be crossed.
        """
        return make_table(
            self,
            rows=rows,
            columns=columns,
            question=question,
            chapter=chapter,
            coder=coder,
            unit=unit,
            base=base,
            all_column=all_column,
            small_numbers=small_numbers,
            view=view,
            running=Running(threads, progress),
        )

    def sensitivity(
        self,
        *,
        question: Optional[str] = None,
        chapter: Optional[str] = None,
        unit: str = "responses",
        base: str = "answered",
        small_numbers: str = "none",
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> list[Sensitivity]:
        """Each theme's count, base and rank with every response, with each campaign as one, and
        without campaigns; arguments as for :meth:`table`."""
        return make_sensitivity(
            self, question, chapter, unit, base, small_numbers, Running(threads, progress)
        )

    def quotes(
        self,
        theme: str,
        *,
        question: Optional[str] = None,
        limit: int = 0,
        seed: int = 0,
        published_only: bool = False,
    ) -> list[Quote]:
        """Passages that show what a theme and its children mean, each response at most once.

        At most `limit` of them; 0 is the manifest's number. The same `seed` gives the same quotes
        on every machine. Raises NotFound for an unknown theme or question.
        """
        return select_quotes(self, theme, question, limit, seed, published_only)

    def report(
        self, *, final: bool = False, threads: int = 0, progress: Optional[Progress] = None
    ) -> Report:
        """The published account, as named bytes.

        Unless `final`, every page says DRAFT; a final report belongs to a consultation that was
        opened with `final=True` too.
        """
        with Running(threads, progress, final) as options:
            pointer = make(s.heard_report, "heard_report_render", self._pointer, options)
        return Report(pointer)

    def __repr__(self) -> str:
        return f"<Codings: {len(self)}>"

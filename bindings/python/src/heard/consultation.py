"""Consultations: who was asked what, and what they said."""

from __future__ import annotations

import ctypes
from functools import cached_property, partial
from typing import Any, Optional

from . import _decisions
from . import _entities as e
from . import _structs as s
from . import rows
from ._decisions import date_of
from ._calls import c_string, decode, fill, find, make, text_of, words
from ._handles import Handle, Rows
from ._library import LIBRARY
from ._running import Progress, Running
from .codebook import Codebook
from .campaigns import Campaigns, find_campaigns
from .codings import Codings
from .kept import KeptWords
from .diagnostics import Diagnostic
from .organisations import Organisations
from .privacy import Personal, of_consultation
from .report import Report
from .terms import KwicLine, keyword_in_context


class Consultation(Handle):
    """What was asked and what came in, settled: every response has one disposition, and one state
    at every question.

    Rows of one kind are numbered from 0. Responses are in order of their ids, so that numbers do
    not depend on the order of files or rows. Made by :class:`heard.Builder` or :func:`heard.open`.
    """

    _free = "heard_consultation_free"

    def __init__(
        self, pointer: Any, diagnostics: tuple[Diagnostic, ...] = (), folder: str = ""
    ) -> None:
        super().__init__(pointer)
        self._folder = folder
        #: Remarks on the data and the decisions that are no errors.
        self.diagnostics = diagnostics

    @property
    def id(self) -> str:
        """The consultation's id in the manifest."""
        return decode(LIBRARY.heard_consultation_id(self._pointer))

    @property
    def title(self) -> str:
        """Heading of the report."""
        return decode(LIBRARY.heard_consultation_title(self._pointer))

    @cached_property
    def ledger(self) -> rows.Ledger:
        """The arithmetic that closes the figures."""
        row = fill(s.heard_ledger, "heard_consultation_ledger", self._pointer)
        figures = {name: getattr(row, name) for name, *_ in row._fields_ if name != "struct_size"}
        figures["by_disposition"] = self._by(e.DISPOSITIONS)
        figures["by_capacity"] = self._by(e.CAPACITIES)
        return rows.Ledger(**figures)

    @cached_property
    def channels(self) -> tuple[rows.Channel, ...]:
        """Every channel of the manifest, its sources and the register."""
        return tuple(
            rows.Channel(index, *each, LIBRARY.heard_consultation_received_by(self._pointer, index))
            for index, each in enumerate(self._named(e.CHANNEL))
        )

    @cached_property
    def chapters(self) -> tuple[rows.Chapter, ...]:
        """Chapters in the order written."""
        return tuple(
            rows.Chapter(index, *each) for index, each in enumerate(self._named(e.CHAPTER))
        )

    @cached_property
    def questions(self) -> tuple[rows.Question, ...]:
        """Questions in the order written, and the places of chapters and of "general"."""
        options = [rows.Option(i, *each) for i, each in enumerate(self._named(e.OPTION))]
        return tuple(self._question(i, options) for i in range(self._count(e.QUESTION)))

    @cached_property
    def organisations(self) -> tuple[rows.Organisation, ...]:
        """Distinct bodies."""
        return tuple(
            rows.Organisation(index, name, kind)
            for index, (_, name, kind) in enumerate(self._named(e.ORGANISATION))
        )

    def review_bodies(self) -> Organisations:
        """The bodies compared: spellings, proposals, and whom a name is like."""
        return Organisations(self)

    @cached_property
    def coders(self) -> tuple[rows.Coder, ...]:
        """Those whose codings stand in files; codings made by rules have one more."""
        return tuple(self._coder(index) for index in range(self._count(e.CODER)))

    @property
    def responses(self) -> Rows[rows.Response]:
        """Responses in order of their ids."""
        return Rows(self._count(e.RESPONSE), self._response)

    @property
    def answers(self) -> Rows[rows.Answer]:
        """Answers, each response's together."""
        return Rows(self._count(e.ANSWER), self._answer)

    @property
    def files(self) -> Rows[rows.File]:
        """Every file that was handed in."""
        return Rows(self._count(e.FILE), self._file)

    @property
    def items(self) -> Rows[rows.Item]:
        """Every thing received."""
        return Rows(self._count(e.ITEM), self._item)

    @property
    def events(self) -> Rows[rows.Event]:
        """Engagement events."""
        return Rows(self._count(e.EVENT), self._event)

    @property
    def stale(self) -> Rows[rows.StaleDecision]:
        """Decisions that were set aside, because the words have changed."""
        return Rows(self._count(e.STALE_DECISION), self._stale)

    @property
    def quote_decisions(self) -> Rows[rows.QuoteDecision]:
        """Words that may, may not or should be quoted, by answer and bytes."""
        return Rows(self._count(e.QUOTE_DECISION), partial(_decisions.quote_decision, self))

    @property
    def translations(self) -> Rows[rows.Translation]:
        """Answers in another language, by answer and language."""
        return Rows(self._count(e.TRANSLATION), partial(_decisions.translation, self))

    @property
    def redactions(self) -> Rows[rows.Redaction]:
        """Words that are shown nowhere, by answer and bytes."""
        return Rows(self._count(e.REDACTION), partial(_decisions.redaction, self))

    @property
    def campaign_decisions(self) -> Rows[rows.CampaignDecision]:
        """How campaigns are to be counted."""
        return Rows(self._count(e.CAMPAIGN_DECISION), partial(_decisions.campaign_decision, self))

    @property
    def name_decisions(self) -> Rows[rows.NameDecision]:
        """Which names of bodies are one, and which are kept apart."""
        return Rows(self._count(e.NAME_DECISION), partial(_decisions.name_decision, self))

    @property
    def signoffs(self) -> Rows[rows.Signoff]:
        """Who stands by which section of which run."""
        return Rows(self._count(e.SIGNOFF), partial(_decisions.signoff, self))

    @property
    def respondents(self) -> int:
        """How many senders; two that are unknown are two."""
        return self._count(e.RESPONDENT)

    def question(self, id: str) -> rows.Question:  # pylint: disable=redefined-builtin
        """The question with an id, the place of a chapter, or "general".

        Raises NotFound, which names the nearest.
        """
        return self.questions[
            find("heard_consultation_find_question", self._pointer, c_string(id, "id"))
        ]

    def states(self, question: str) -> dict[str, int]:
        """How many included responses are in each state at a question; they sum to `included`."""
        at = self.question(question).index
        count = LIBRARY.heard_consultation_in_state
        return {
            word: count(self._pointer, at, value)
            for value, word in enumerate(words(e.ANSWER_STATES))
        }

    def state(self, response: int, question: str) -> str:
        """What one response, by its row, did with one question."""
        at = self.question(question).index
        value = LIBRARY.heard_consultation_state(self._pointer, response, at)
        if value < 0:
            raise IndexError(f"response {response} of {len(self.responses)}")
        return words(e.ANSWER_STATES)[value]

    def code(
        self, codebook: Codebook, *, threads: int = 0, progress: Optional[Progress] = None
    ) -> Codings:
        """Applies a codebook to every included response and adds what people and models coded.

        `threads` of 0 means one a core; the result never depends on it. Raises Cancelled when
        `progress` returns a true value.
        """
        with Running(threads, progress) as options:
            pointer = make(
                s.heard_codings, "heard_codings_run", self._pointer, codebook._pointer, options
            )
        return Codings(pointer, self, codebook)

    def keep_words(self, *, threads: int = 0, progress: Optional[Progress] = None) -> KeptWords:
        """Finds the words of all texts, to apply one codebook after another to them."""
        with Running(threads, progress) as options:
            pointer = make(s.heard_kept_words, "heard_kept_words_new", self._pointer, options)
        return KeptWords(pointer, self)

    def open_words(
        self, data: bytes, *, threads: int = 0, progress: Optional[Progress] = None
    ) -> KeptWords:
        """Reads what :meth:`heard.KeptWords.save` gave. Raises BadInput where the bytes do not fit:
        another version wrote them, the texts have changed since, they are cut off or damaged."""
        with Running(threads, progress) as options:
            pointer = make(
                s.heard_kept_words, "heard_kept_words_open", self._pointer, data, len(data), options
            )
        return KeptWords(pointer, self)

    def campaigns(
        self,
        *,
        least_members: int = 3,
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> Campaigns:
        """Near-identical responses, and what each sender made of the letter. `least_members`: the
        fewest responses of a campaign that the manifest does not declare."""
        return find_campaigns(self, least_members, Running(threads, progress))

    def kwic(
        self,
        rule: str,
        *,
        codebook: Optional[Codebook] = None,
        question: Optional[str] = None,
        words: int = 0,
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> list[KwicLine]:
        """Every hit of a rule with `words` words (0: 8) on either side, in order of response,
        question, bytes.

        `codebook` is where #lists and @themes of the rule stand. Raises BadCodebook with the place
        in the rule, NotFound for an unknown question.
        """
        return keyword_in_context(
            self, rule, codebook, question, words, Running(threads, progress)
        )

    def _by(self, of: int) -> dict[str, int]:
        """Not from the arrays of heard_ledger, which have no room for values of later releases."""
        count = LIBRARY.heard_consultation_by
        return {word: count(self._pointer, of, value) for value, word in enumerate(words(of))}

    def personal_data(self) -> list[Personal]:
        """What may tell who somebody is in all answers, by answer and place: a first pass for
        people to go through, not a guarantee.
        """
        return of_consultation(self)

    def disclose(self, *, k: int = 0, ids: bool = False) -> Report:
        """Every response as it may be released, and what was withheld and why, as named bytes.

        What is shown of a respondent is shared by `k` of them; 0 is the manifest's number. `ids`
        gives the data's ids instead of numbers that say nothing.
        """
        options = s.heard_disclose_options(ctypes.sizeof(s.heard_disclose_options), k, int(ids))
        return Report(make(s.heard_report, "heard_disclose_render", self._pointer, options))

    def _count(self, entity: int) -> int:
        return int(LIBRARY.heard_consultation_count(self._pointer, entity))

    def _named_row(self, entity: int, index: int) -> s.heard_named:
        return fill(s.heard_named, "heard_consultation_named", self._pointer, entity, index)

    def _named(self, entity: int) -> list[tuple[str, str, str]]:
        found = [self._named_row(entity, index) for index in range(self._count(entity))]
        return [(text_of(row.id), text_of(row.name), text_of(row.note)) for row in found]

    def _coder(self, index: int) -> rows.Coder:
        row = self._named_row(e.CODER, index)
        name, model = text_of(row.id), text_of(row.name)
        kind = words(e.CODER_KINDS)[row.kind]
        return rows.Coder(index, name, kind, "" if model == name else model, text_of(row.note))

    def _question(self, index: int, options: list[rows.Option]) -> rows.Question:
        row = fill(s.heard_question, "heard_consultation_question", self._pointer, index)
        chapter = None if row.chapter == s.NONE else self.chapters[row.chapter].id
        first = 0 if row.first_option == s.NONE else row.first_option
        return rows.Question(
            index,
            text_of(row.id),
            text_of(row.text),
            text_of(row.label),
            chapter,
            words(e.QUESTION_KINDS)[row.kind],
            words(e.QUESTION_ASPECTS)[row.aspect],
            bool(row.about_you),
            bool(row.declared),
            tuple(options[first : first + row.options]),
        )

    def _response_row(self, index: int) -> s.heard_response:
        return fill(s.heard_response, "heard_consultation_response", self._pointer, index)

    def _response(self, index: int) -> rows.Response:
        row = self._response_row(index)
        bodies = [
            find("heard_consultation_response_organisation", self._pointer, index, which)
            for which in range(row.organisations)
        ]
        return rows.Response(
            index,
            text_of(row.id),
            date_of(row.received),
            self._channel_id(row.channel),
            "" if row.item == s.NONE else self._item(row.item).id,
            row.respondent,
            tuple(self.organisations[body].name for body in bodies),
            words(e.DISPOSITIONS)[row.disposition],
            words(e.LATENESS)[row.late],
            words(e.CAPACITIES)[row.capacity],
            words(e.PUBLICATIONS)[row.publication],
            bool(row.included),
            bool(row.repeats),
            range(row.first_answer, row.first_answer + row.answers),
        )

    def _answer(self, index: int) -> rows.Answer:
        row = fill(s.heard_answer, "heard_consultation_answer", self._pointer, index)
        response = self._response_row(row.response)
        question = self.questions[row.question]
        chosen = [
            find("heard_consultation_answer_option", self._pointer, index, which)
            for which in range(row.options)
        ]
        by_row = {option.index: option.id for option in question.options}
        file = decode(row.file)
        return rows.Answer(
            index,
            text_of(response.id),
            question.id,
            text_of(row.text),
            text_of(row.other),
            text_of(row.language),
            words(e.ANSWER_STATES)[row.state],
            words(e.ANSWER_ORIGINS)[row.origin],
            tuple(by_row[option] for option in chosen),
            rows.Place(file, row.first, row.last, row.row, row.column) if file else None,
            decode(row.text_hash),
        )

    def _file(self, index: int) -> rows.File:
        row = fill(s.heard_file, "heard_consultation_file", self._pointer, index)
        path, encoding, digest = decode(row.path), decode(row.encoding), decode(row.hash)
        return rows.File(index, path, encoding, digest, row.size, row.rows)

    def _item(self, index: int) -> rows.Item:
        row = fill(s.heard_item, "heard_consultation_item", self._pointer, index)
        return rows.Item(
            index,
            text_of(row.id),
            text_of(row.note),
            date_of(row.received),
            self._channel_id(row.channel),
            row.responses,
            row.merged,
        )

    def _channel_id(self, row: int) -> str:
        return "" if row == s.NONE else self.channels[row].id

    def _event(self, index: int) -> rows.Event:
        row = fill(s.heard_event, "heard_consultation_event", self._pointer, index)
        return rows.Event(
            index,
            text_of(row.id),
            text_of(row.title),
            text_of(row.place),
            text_of(row.notes),
            date_of(row.date),
            row.attendance or None,
        )

    def _stale(self, index: int) -> rows.StaleDecision:
        row = fill(s.heard_stale_decision, "heard_consultation_stale", self._pointer, index)
        response, question = text_of(row.response), text_of(row.question)
        return rows.StaleDecision(
            index, text_of(row.file), row.row, response, question, text_of(row.why)
        )

    def __repr__(self) -> str:
        return f"<Consultation {self.id}: {self.ledger.received} received>"

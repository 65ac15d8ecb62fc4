"""Rows of decision files, as a consultation keeps them. `of` is that
consultation, and not its pointer, so that rows keep it alive."""

from __future__ import annotations

from typing import Any, Optional

from . import _entities as e
from . import _structs as s
from . import rows
from ._calls import decode, fill, text_of, words


def date_of(text: bytes) -> Optional[str]:
    """None where none is known."""
    return decode(text) or None


def _row(of: Any, kind: str, index: int) -> tuple[Any, list[Any]]:
    """A row of a decision file, and what all of them end with."""
    name = f"heard_consultation_{kind}"
    row = fill(getattr(s, f"heard_{kind}"), name, of._pointer, index)
    who, when = text_of(row.who), date_of(row.when)
    why = text_of(getattr(row, "why", s.heard_text()))
    return row, [who, when, why, decode(row.file), row.row]


def quote_decision(of: Any, index: int) -> rows.QuoteDecision:
    row, by = _row(of, "quote_decision", index)
    action, translation = words(e.QUOTE_ACTIONS)[row.action], text_of(row.translation)
    return rows.QuoteDecision(index, row.answer, row.first, row.last, action, translation, *by)


def translation(of: Any, index: int) -> rows.Translation:
    row, by = _row(of, "translation", index)
    return rows.Translation(index, row.answer, text_of(row.language), text_of(row.text), *by)


def redaction(of: Any, index: int) -> rows.Redaction:
    row, by = _row(of, "redaction", index)
    shown = text_of(row.replacement)
    return rows.Redaction(index, row.answer, row.first, row.last, shown, *by)


def campaign_decision(of: Any, index: int) -> rows.CampaignDecision:
    row, by = _row(of, "campaign_decision", index)
    policy = words(e.CAMPAIGN_POLICIES)[row.policy]
    return rows.CampaignDecision(index, text_of(row.campaign), policy, *by)


def name_decision(of: Any, index: int) -> rows.NameDecision:
    row, by = _row(of, "name_decision", index)
    names = text_of(row.name), text_of(row.canonical), text_of(row.type)
    return rows.NameDecision(index, *names, words(e.NAME_ACTIONS)[row.action], *by)


def signoff(of: Any, index: int) -> rows.Signoff:
    row, (who, when, _, file, at) = _row(of, "signoff", index)
    return rows.Signoff(index, text_of(row.section), text_of(row.run), who, when, file, at)

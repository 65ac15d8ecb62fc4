"""Personal data: words that may tell who somebody is. A first pass, not a guarantee."""

from __future__ import annotations

from ctypes import Structure
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _structs as s
from ._calls import Text, encode, fill, make
from ._library import LIBRARY

if TYPE_CHECKING:
    from .consultation import Consultation


@dataclass(frozen=True)
class Personal:
    """What may tell who somebody is: bytes `first` to `last` of a text.

    `kind` is "name", "postcode" and the like; `why` is "rule", "context", "listed", "shape" or
    "repeated"; `replacement` may stand for it in print, such as "[name]". `answer` is a row, 0
    where a text was looked at. `settled`: a redaction lies over all of it.
    """

    kind: str
    why: str
    replacement: str
    answer: int
    first: int
    last: int
    settled: bool


def personal_data(text: Text) -> list[Personal]:
    """What may tell who somebody is in one text."""
    data = encode(text)
    return _all(make(s.heard_privacy, "heard_privacy_of_text", data, len(data)))


def of_consultation(consultation: Consultation) -> list[Personal]:
    """What :meth:`heard.Consultation.personal_data` does."""
    return _all(make(s.heard_privacy, "heard_privacy_find", consultation._pointer))


def _all(pointer: Any) -> list[Personal]:
    try:
        count = LIBRARY.heard_privacy_count(pointer)
        return [_personal(fill(s.heard_personal, "heard_privacy_at", pointer, i)) for i in range(count)]
    finally:
        LIBRARY.heard_privacy_free(pointer)


def _personal(row: Structure) -> Personal:
    return Personal(
        row.kind.decode(),
        row.why.decode(),
        row.replacement.decode(),
        row.answer,
        row.first,
        row.last,
        bool(row.settled),
    )

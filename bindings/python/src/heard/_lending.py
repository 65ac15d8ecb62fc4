"""Bytes that are lent to the library, and kept from the collector until it gives them back."""

from __future__ import annotations

import itertools
from typing import Any

from . import _structs as s

_lent: dict[int, bytes] = {}
_numbers = itertools.count(1)


def lend(data: bytes) -> tuple[Any, int]:
    """The last two arguments of a call that lends `data`, which then must be made."""
    number = next(_numbers)
    _lent[number] = data
    return _give_back, number


@s.heard_release_fn
def _give_back(number: int) -> None:
    _lent.pop(number, None)

"""Purges: taking back the words of a response that was withdrawn."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from . import _structs as s
from ._calls import Text, bytes_of, c_string, call, decode, encode, fill, make
from ._handles import Handle
from ._library import LIBRARY

if TYPE_CHECKING:
    from .builder import Manifest
    from .consultation import Consultation


@dataclass(frozen=True)
class PurgePlace:
    """Where words or contacts stand as received, which is for a person to blank.

    `row` is as a spreadsheet shows it, 0 for a file without rows; `offset` is in bytes.
    """

    path: str
    row: int
    offset: int


class Purge(Handle):
    """What has to change to purge a response, and what would show that its words are left.

    Nothing is written: hand in every file that the consultation was read from, then the codebook and
    the manifest; write `files`; load the consultation and write its report again; and look through
    all that was written with `find`. ``heard purge`` does just that.
    """

    _free = "heard_purge_free"

    def __init__(
        self,
        manifest: Manifest,
        consultation: Consultation,
        response: str,
        *,
        who: str,
        when: str,
        why: str,
    ) -> None:
        """Prepares to purge a response. Raises NotFound if there is none of that id, BadArgument
        unless all of who, when (a date) and why are said."""
        super().__init__(
            make(
                s.heard_purge,
                "heard_purge_new",
                manifest._pointer,
                consultation._pointer,
                c_string(response, "response"),
                c_string(who, "who"),
                c_string(when, "when"),
                c_string(why, "why"),
            )
        )

    def supply(self, path: str, data: Text) -> None:
        """Hands in a file as it stands."""
        raw = encode(data)
        call("heard_purge_supply", self._pointer, c_string(path, "path"), raw, len(raw))

    @property
    def files(self) -> dict[str, bytes]:
        """The decision files that have to change, as they have to be."""
        out = {}
        for index in range(LIBRARY.heard_purge_count(self._pointer)):
            row = fill(s.heard_purge_file, "heard_purge_at", self._pointer, index)
            out[decode(row.path)] = bytes_of(row.bytes)
        return out

    @property
    def places(self) -> list[PurgePlace]:
        """What a person has to blank."""
        out = []
        for index in range(LIBRARY.heard_purge_places(self._pointer)):
            row = fill(s.heard_purge_place, "heard_purge_place_at", self._pointer, index)
            out.append(PurgePlace(decode(row.path), row.row, row.offset))
        return out

    def find(self, data: Text) -> Optional[int]:
        """Where in some bytes words begin that only this response has; None if there are none."""
        raw = encode(data)
        at = ctypes.c_size_t()
        call("heard_purge_find", self._pointer, raw, len(raw), ctypes.byref(at))
        return None if at.value == len(raw) else at.value

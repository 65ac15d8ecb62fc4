"""Codebooks: which words make which theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Optional, Union

from . import _structs as s
from ._calls import Text, c_string, decode, encode, fill, find, make_remarked, text_of
from ._handles import Handle
from ._library import LIBRARY
from .diagnostics import Diagnostic


@dataclass(frozen=True)
class Theme:
    """A theme as the codebook declares it.

    `parent` is the id of the theme above it, or None; `depth` is 0 at the top. `rules` counts the
    rules that find it: 0 means that only people code it.
    """

    index: int
    id: str
    name: str
    description: str
    stance_of: str
    parent: Optional[str]
    depth: int
    rules: int


class Codebook(Handle):
    """Themes in the order written: `len(codebook)`, `codebook["theme-id"]`, iteration."""

    _free = "heard_codebook_free"

    def __init__(self, text: Text, name: str = "codebook.toml", folder: str = "") -> None:
        """Parses codebook.toml.

        `name` is what diagnostics call it, `folder` where it is reached from. Raises BadCodebook,
        with all faults at once.
        """
        data = encode(text)
        pointer, self.diagnostics = make_remarked(
            s.heard_codebook, "heard_codebook_parse", data, len(data), c_string(name, "name"),
            folder=folder,
        )
        super().__init__(pointer)

    #: Remarks that are no errors.
    diagnostics: tuple[Diagnostic, ...]

    @property
    def language(self) -> str:
        """The language of the rules, as a BCP 47 tag."""
        return decode(LIBRARY.heard_codebook_language(self._pointer))

    def __len__(self) -> int:
        return int(LIBRARY.heard_codebook_count(self._pointer))

    def index(self, theme: str) -> int:
        """Place of the theme with an id. Raises NotFound, which names the nearest."""
        return find("heard_codebook_find", self._pointer, c_string(theme, "theme"))

    def __getitem__(self, which: Union[int, str]) -> Theme:
        """The theme with an id, or at a place. Raises NotFound or IndexError."""
        index = self.index(which) if isinstance(which, str) else which
        if not 0 <= index < len(self):
            raise IndexError(f"theme {index} of {len(self)}")
        row = self._row(index)
        parent = text_of(self._row(row.parent).id) if row.parent >= 0 else None
        return Theme(
            index,
            text_of(row.id),
            text_of(row.name),
            text_of(row.description),
            text_of(row.stance_of),
            parent,
            row.depth,
            row.rules,
        )

    def __iter__(self) -> Iterator[Theme]:
        return (self[index] for index in range(len(self)))

    def __contains__(self, theme: object) -> bool:
        return any(each.id == theme for each in self)

    def _row(self, index: int) -> s.heard_theme:
        return fill(s.heard_theme, "heard_codebook_theme", self._pointer, index)

    def __repr__(self) -> str:
        return f"<Codebook of {len(self)} themes>"

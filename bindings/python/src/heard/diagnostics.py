"""Remarks on what people wrote and on the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Location:
    """A place in some input.

    In text, `line` and `column` count lines and code points; in a table of data, rows and columns
    of cells, as a spreadsheet shows them. Both count from 1; a `line` of 0 means the input as a
    whole. `offset` counts bytes from 0.
    """

    name: str
    offset: int
    line: int
    column: int

    def __str__(self) -> str:
        if self.line == 0:
            return self.name
        if self.column == 0:
            return f"{self.name}:{self.line}"
        return f"{self.name}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """One remark. Never holds a respondent's words.

    `severity` is "error", "warning" or "note". `excerpt` is the line at fault, a newline, and a
    caret under the fault; empty for data. `length` is the number of bytes at fault.
    """

    severity: str
    message: str
    excerpt: str
    where: Optional[Location]
    length: int

    def __str__(self) -> str:
        """As the command prints it: `place: severity: message`, then the excerpt."""
        place = f"{self.where}: " if self.where is not None else ""
        excerpt = f"\n{self.excerpt}" if self.excerpt else ""
        return f"{place}{self.severity}: {self.message}{excerpt}"


class HeardWarning(UserWarning):
    """A diagnostic of severity "warning", as :func:`heard.open` gives it out."""

"""Tables: codings and answers, counted."""

from __future__ import annotations

import html
import json
from ctypes import byref, c_size_t, sizeof
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Iterator, Optional, Union

from . import _entities as e
from . import _structs as s
from ._calls import c_string, call, decode, fill, make, take_buffer, text_of, value_of
from ._handles import Handle
from ._library import LIBRARY
from ._running import Running

if TYPE_CHECKING:
    from .codings import Codings


@dataclass(frozen=True)
class Heading:
    """What a row or a column stands for. `depth` is that of a theme below its parents."""

    id: str
    label: str
    note: str
    depth: int


@dataclass(frozen=True)
class Cell:
    """A count and the base it is a share of.

    `by_rule_only`: how many of `count` rest on rules that no person reviewed. `applies` is False
    where the theme is not looked for at the question. `share` is as printed, "37%" or "<1%"; None
    where there is none. Where `hidden` is True neither `count` nor `by_rule_only` nor `share` is
    told: they are None.
    """

    count: Optional[int]
    base: int
    by_rule_only: Optional[int]
    applies: bool
    share: Optional[str]
    hidden: bool = False


@dataclass(frozen=True)
class CellSource:
    """A unit behind a cell, by row; None where there is no answer or no coding."""

    response: int
    answer: Optional[int]
    coding: Optional[int]


@dataclass(frozen=True)
class Sensitivity:
    """A theme with every response, with each campaign as one, and without campaigns, in that order.

    A `rank` of 1: no theme has a higher count; equal counts share a rank; 0: the count is 0 or
    `hidden`, as a small number or as one that would give another away.
    """

    theme: str
    count: tuple[int, ...]
    base: tuple[int, ...]
    rank: tuple[int, ...]
    hidden: tuple[bool, ...] = (False, False, False)


class Table(Handle):
    """Counts by rows and columns. Iterating gives a record for each cell, fit for a data frame."""

    _free = "heard_table_free"

    @cached_property
    def rows(self) -> tuple[Heading, ...]:
        """Headings of the rows."""
        return self._headings(0)

    @cached_property
    def columns(self) -> tuple[Heading, ...]:
        """Headings of the columns."""
        return self._headings(1)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        rows, columns = c_size_t(), c_size_t()
        LIBRARY.heard_table_shape(self._pointer, byref(rows), byref(columns))
        return rows.value, columns.value

    @property
    def rows_overlap(self) -> bool:
        """Units may stand in several rows, which must not be added up then."""
        return bool(LIBRARY.heard_table_overlap(self._pointer, 0))

    @property
    def columns_overlap(self) -> bool:
        """Units may stand in several columns, which must not be added up then."""
        return bool(LIBRARY.heard_table_overlap(self._pointer, 1))

    @property
    def notes(self) -> tuple[str, ...]:
        """What belongs below the table: base and unit by name, overlap, notes of headings."""
        count = LIBRARY.heard_table_notes(self._pointer)
        return tuple(decode(LIBRARY.heard_table_note(self._pointer, at)) for at in range(count))

    def cell(self, row: Union[int, str], column: Union[int, str] = 0) -> Cell:
        """A cell, by number or id of its row and column. Raises LookupError for one not there."""
        at = self._place(self.rows, row, "row"), self._place(self.columns, column, "column")
        found = fill(s.heard_cell, "heard_table_cell", self._pointer, *at)
        share = self._printed["cells"][at[0]][at[1]]["share"]
        if found.hidden:
            return Cell(None, found.base, None, bool(found.applies), None, True)
        return Cell(found.count, found.base, found.by_rule_only, bool(found.applies), share)

    def explain(self, row: Union[int, str], column: Union[int, str] = 0) -> list[CellSource]:
        """What is behind a cell, in order of response, answer, coding."""
        at = self._place(self.rows, row, "row"), self._place(self.columns, column, "column")
        pointer = make(s.heard_cell_sources, "heard_table_explain", self._pointer, *at)
        try:
            count = LIBRARY.heard_cell_sources_count(pointer)
            found = [
                fill(s.heard_cell_source, "heard_cell_sources_at", pointer, index)
                for index in range(count)
            ]
        finally:
            LIBRARY.heard_cell_sources_free(pointer)
        return [CellSource(each.response, _row(each.answer), _row(each.coding)) for each in found]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Records, cell by cell: ids and labels of row and column, and the fields of Cell."""
        for i, row in enumerate(self.rows):
            for j, column in enumerate(self.columns):
                yield {
                    "row": row.id,
                    "row_label": row.label,
                    "column": column.id,
                    "column_label": column.label,
                    **vars(self.cell(i, j)),
                }

    def to_csv(self) -> str:
        """A line for each cell with its unit and base by name, as in the report's tables. Safe to
        open in a spreadsheet."""
        return self._render(e.CSV)

    def to_json(self) -> str:
        """Every cell with its base, headings and notes, as JSON."""
        return self._render(e.JSON)

    def to_markdown(self) -> str:
        """A Markdown table and its notes."""
        return self._render(e.MARKDOWN)

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def _repr_html_(self) -> str:
        printed = self._printed
        columns = printed["columns"]["headings"]
        head = [printed["rows"]["title"], *(column["label"] for column in columns)]
        lines = ["<table>", "<thead><tr>"]
        lines += [f'<th scope="col">{html.escape(text)}</th>' for text in head]
        lines += ["</tr></thead>", "<tbody>"]
        for heading, cells in zip(printed["rows"]["headings"], printed["cells"]):
            indent = f' style="padding-left: {1 + heading["depth"]}em"'
            label = html.escape(heading["label"])
            figures = "".join(f"<td>{html.escape(_figure(cell))}</td>" for cell in cells)
            lines.append(f'<tr><th scope="row"{indent}>{label}</th>{figures}</tr>')
        lines += ["</tbody>", "</table>"]
        lines += [f"<p>{html.escape(note)}</p>" for note in printed["notes"]]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.to_markdown()

    def __repr__(self) -> str:
        rows, columns = self.shape
        return f"<Table of {rows} rows and {columns} columns>"

    @cached_property
    def _printed(self) -> Any:
        return json.loads(self.to_json())

    def _headings(self, axis: int) -> tuple[Heading, ...]:
        found = (
            fill(s.heard_heading, "heard_table_heading", self._pointer, axis, index)
            for index in range(self.shape[axis])
        )
        return tuple(
            Heading(text_of(row.id), text_of(row.label), text_of(row.note), row.depth)
            for row in found
        )

    def _render(self, form: int) -> str:
        pointer = make(s.heard_buffer, "heard_table_render", self._pointer, form)
        return decode(take_buffer(pointer))

    @staticmethod
    def _place(headings: tuple[Heading, ...], which: Union[int, str], axis: str) -> int:
        if isinstance(which, int):
            if not 0 <= which < len(headings):
                raise IndexError(f"{axis} {which} of {len(headings)}")
            return which
        for index, heading in enumerate(headings):
            if heading.id == which:
                return index
        raise KeyError(f'the table has no {axis} "{which}"')


def _row(number: int) -> Optional[int]:
    return None if number == s.NONE else number


def _figure(cell: dict[str, Any]) -> str:
    if not cell["applies"]:
        return "n/a"
    if cell.get("suppressed"):
        return f'[c] of {cell["base"]}'
    if cell["share"] is None:
        return f'{cell["count"]} in {cell["base"]} answers'
    return f'{cell["count"]} of {cell["base"]} ({cell["share"]})'


def make_table(
    codings: Codings,
    *,
    rows: str,
    columns: str,
    question: Optional[str],
    chapter: Optional[str],
    coder: Optional[str],
    unit: str,
    base: str,
    all_column: bool,
    small_numbers: str,
    view: str,
    running: Running,
) -> Table:
    """What :meth:`heard.Codings.table` does."""
    spec = s.heard_table_spec(
        sizeof(s.heard_table_spec),
        _axis(codings, rows),
        _axis(codings, columns),
        c_string(question, "question"),
        c_string(chapter, "chapter"),
        c_string(coder, "coder"),
        value_of(e.UNITS, unit, "unit"),
        value_of(e.BASES, base, "base"),
        0 if all_column else 1,
        value_of(e.SMALL_NUMBERS, small_numbers, "small_numbers"),
        value_of(e.CAMPAIGN_VIEWS, view, "view"),
        0,
    )
    with running as options:
        pointer = make(s.heard_table, "heard_table_new", codings._pointer, byref(spec), options)
    return Table(pointer)


def make_sensitivity(
    codings: Codings,
    question: Optional[str],
    chapter: Optional[str],
    unit: str,
    base: str,
    small_numbers: str,
    running: Running,
) -> list[Sensitivity]:
    """What :meth:`heard.Codings.sensitivity` does."""
    spec = s.heard_table_spec(
        sizeof(s.heard_table_spec),
        _axis(codings, "theme"),
        _axis(codings, "all"),
        c_string(question, "question"),
        c_string(chapter, "chapter"),
        None,
        value_of(e.UNITS, unit, "unit"),
        value_of(e.BASES, base, "base"),
        0,
        value_of(e.SMALL_NUMBERS, small_numbers, "small_numbers"),
    )
    with running as options:
        pointer = make(
            s.heard_sensitivity, "heard_sensitivity_new", codings._pointer, byref(spec), options
        )
    try:
        count = LIBRARY.heard_sensitivity_count(pointer)
        found = [
            fill(s.heard_sensitivity_row, "heard_sensitivity_at", pointer, index)
            for index in range(count)
        ]
    finally:
        LIBRARY.heard_sensitivity_free(pointer)
    return [
        Sensitivity(
            codings._themes[row.theme],
            tuple(row.count),
            tuple(row.base),
            tuple(row.rank),
            tuple(bool(each) for each in row.hidden),
        )
        for row in found
    ]


def _axis(codings: Codings, word: str) -> s.heard_axis:
    out = s.heard_axis()
    call("heard_axis_parse", codings.consultation._pointer, c_string(word, "axis"), byref(out))
    return out

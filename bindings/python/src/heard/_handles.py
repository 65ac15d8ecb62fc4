"""What every handle of the library is in Python, and the rows that are read from one."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Callable, Optional, TypeVar, overload

from ._library import LIBRARY

Self = TypeVar("Self", bound="Handle")
Row = TypeVar("Row")


class Handle:
    """Owns a handle of the library and frees it once: by `close`, `with`, or the collector.

    Handles may be closed in any order; one that others were made from can go before them.
    """

    #: Name of the function that frees it.
    _free: str

    def __init__(self, pointer: Any) -> None:
        self._owned = pointer
        # The finalizer knows the pointer and not the object, so that it cannot keep it alive.
        self._finalizer = weakref.finalize(self, getattr(LIBRARY, self._free), pointer)

    @property
    def _pointer(self) -> Any:
        """For calls. Raises ValueError once it is closed."""
        if not self._finalizer.alive:
            raise ValueError(f"this {type(self).__name__} is closed")
        return self._owned

    def close(self) -> None:
        """Frees it now. Closing twice does nothing; using it afterwards is a ValueError."""
        self._finalizer()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class Rows(Sequence[Row]):
    """Rows of one kind, read from their handle when they are asked for."""

    def __init__(self, count: int, read: Callable[[int], Row]) -> None:
        self._count = count
        self._read = read

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._read(i) for i in range(*index.indices(self._count))]
        at = index + self._count if index < 0 else index
        if not 0 <= at < self._count:
            raise IndexError(f"row {index} of {self._count}")
        return self._read(at)

    def __repr__(self) -> str:
        return f"<{self._count} rows>"

"""Reports: the published account, as named bytes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Iterator, Union

from . import _structs as s
from ._calls import bytes_of, decode, fill
from ._files import replace_folder
from ._handles import Handle
from ._library import LIBRARY


class Report(Handle, Mapping[str, bytes]):
    """The report's files: paths with "/", beginning "publish/" or "internal/", to their bytes."""

    _free = "heard_report_free"

    def __init__(self, pointer: Any) -> None:
        super().__init__(pointer)
        count = LIBRARY.heard_report_count(self._pointer)
        self._paths = {decode(self._file(index).path): index for index in range(count)}

    def __getitem__(self, path: str) -> bytes:
        return bytes_of(self._file(self._paths[path]).bytes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def write(self, folder: Union[str, os.PathLike[str]]) -> None:
        """Writes the report to a folder, which is replaced whole or not at all.

        Raises FileExistsError, with nothing changed, if the folder holds anything but an earlier
        report; OSError if it cannot be written.
        """
        replace_folder(folder, self)

    def _file(self, index: int) -> s.heard_report_file:
        return fill(s.heard_report_file, "heard_report_at", self._pointer, index)

    def __repr__(self) -> str:
        return f"<Report of {len(self)} files>"

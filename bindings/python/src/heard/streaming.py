"""Reports of files that are larger than memory."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any, BinaryIO, Optional

from . import _structs as s
from ._calls import c_string, call, decode, fill, make, make_remarked, take_buffer
from ._handles import Handle
from ._library import LIBRARY
from ._reading import chunks_inside, csv_files_inside, read_inside, read_regular
from ._running import Progress, Running
from .builder import Manifest
from .codebook import Codebook
from .project import StrPath, _codebook
from .report import Report


class _Stream(Handle):
    _free = "heard_stream_free"


def stream_report(
    path: StrPath,
    *,
    codings: Optional[BinaryIO] = None,
    final: bool = False,
    threads: int = 0,
    progress: Optional[Progress] = None,
    piece: int = 0,
) -> Report:
    """The report on the consultation whose consultation.toml is at `path`, made piece by piece.

    The files of its sources are read three times, `piece` bytes at a time (0: 8 MiB), and need not
    fit in memory. What needs all texts at once is not in the report: campaigns are not looked for,
    lists have at most 10,000 rows, and there is no internal/codings.csv. Its rows go to `codings`
    as they are made, in the order of the responses' places. `progress` is told bytes, and 0 for
    their total while the files come for the first time.

    Raises as :func:`heard.open`; Refused where repeats are merged, or a campaign does not count
    each response.
    """
    at = Path(path)
    folder = at.parent
    reached = "" if folder == Path() else str(folder)
    manifest = Manifest(read_regular(at), at.name, reached)
    book = Codebook(_codebook(folder, manifest.codebook), manifest.codebook, reached)
    with manifest, book, Running(threads, progress, final) as run:
        options = s.heard_stream_options(
            ctypes.sizeof(s.heard_stream_options), piece, 0, 0 if codings is None else 1, 0
        )
        with _Stream(
            make(
                s.heard_stream,
                "heard_stream_new",
                manifest._pointer,
                book._pointer,
                ctypes.byref(options),
                run,
            )
        ) as stream:
            pointer = stream._pointer
            _supply_all(pointer, folder)
            while _read_next(pointer, folder, codings):
                pass
            made, _ = make_remarked(
                s.heard_report, "heard_stream_finish", pointer, folder=reached
            )
            report = Report(made)
            _write_codings(pointer, codings)
            return report


def _supply_all(stream: Any, folder: Path) -> None:
    while LIBRARY.heard_stream_wanted_count(stream):
        wanted = fill(s.heard_wanted, "heard_stream_wanted", stream, 0)
        path, is_folder = decode(wanted.path), bool(wanted.folder)
        names = [path + name for name in csv_files_inside(folder, path)] if is_folder else [path]
        for name in names:
            data = read_inside(folder, name)
            if data is not None:
                call("heard_stream_supply", stream, c_string(name, "path"), data, len(data))
            elif not is_folder:
                call("heard_stream_close", stream, c_string(name, "path"))
        if is_folder:
            call("heard_stream_close", stream, c_string(path, "path"))


def _read_next(stream: Any, folder: Path, codings: Optional[BinaryIO]) -> bool:
    path = decode(fill(s.heard_stream_file, "heard_stream_next", stream).path)
    if not path:
        return False
    chunks = chunks_inside(folder, path)
    for chunk in chunks or ():
        call("heard_stream_take", stream, chunk, len(chunk))
        _write_codings(stream, codings)
    call("heard_stream_end", stream, 1 if chunks is None else 0)
    _write_codings(stream, codings)
    return True


def _write_codings(stream: Any, to: Optional[BinaryIO]) -> None:
    if to is not None:
        to.write(take_buffer(make(s.heard_buffer, "heard_stream_codings", stream)))

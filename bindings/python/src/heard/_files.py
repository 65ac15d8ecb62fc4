"""A folder of files that is written whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Union

_PAGES = {"report.html", "report.json", "report.md"}

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def replace_folder(folder: Union[str, os.PathLike[str]], files: Mapping[str, bytes]) -> None:
    """Writes files to a new folder beside the one that is meant, brings them to disk, and lets the
    new one take its place.

    Raises FileExistsError if something is there that is no earlier report, OSError for the rest.
    """
    target = Path(os.path.abspath(os.fspath(folder)))
    _check_replaceable(target)
    beside = tempfile.mkdtemp(prefix=".heard-", dir=target.parent)
    try:
        made = Path(beside) / "report"
        made.mkdir()
        folders = {made}
        for path, data in files.items():
            _write_new(made, path, data, folders)
        for each in folders:
            _sync_folder(each)
        _take_place(made, target)
        _sync_folder(target.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check_replaceable(target: Path) -> None:
    """Only what a report wrote, or nothing, may be swept away."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise FileExistsError(errno.EEXIST, "is there and is no folder", str(target))
    for entry in sorted(target.rglob("*")):
        path = entry.relative_to(target)
        real_folder = entry.is_dir() and not entry.is_symlink()
        if not _ours(path / "x.csv" if real_folder else path):
            raise FileExistsError(
                errno.EEXIST, f'holds "{path}", which is no part of a report', str(target)
            )


def _ours(path: Path) -> bool:
    """A path that a report can hold, "publish/tables/x.csv" and the like."""
    return path.parts[0] in ("publish", "internal") and (
        path.name in _PAGES or path.suffix == ".csv"
    )


def _write_new(made: Path, path: str, data: bytes, folders: set[Path]) -> None:
    parts = path.split("/")
    if not all(part not in ("", ".", "..") for part in parts):
        raise ValueError(f'"{path}" is no path of a report')
    here = made
    for part in parts[:-1]:
        here = here / part
        if here not in folders:
            here.mkdir()
            folders.add(here)
    # "x" never writes through a link that somebody put there.
    with open(here / parts[-1], "xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(made: Path, target: Path) -> bool:
    """Swaps two names in one step, where the C library and the file system can."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    renameat2.argtypes = [
        ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint
    ]
    names = _AT_FDCWD, os.fsencode(made), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE
    return bool(renameat2(*names) == 0)


def _take_place(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    if _exchange(made, target):
        return
    aside = made.with_name("earlier")
    target.rename(aside)
    try:
        made.rename(target)
    except BaseException:
        aside.rename(target)
        raise

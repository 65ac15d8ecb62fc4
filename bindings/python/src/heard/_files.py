"""A folder of files that is written whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Union

from ._scratch import Scratch, stranger_in

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def replace_folder(folder: Union[str, os.PathLike[str]], files: Mapping[str, bytes]) -> None:
    """Writes files to a new folder beside the one that is meant, brings them to disk, and lets the
    new one take its place.

    Raises FileExistsError if something is there that is no earlier report, OSError for the rest.
    """
    target = Path(os.path.abspath(os.fspath(folder)))
    _check_replaceable(target, files)
    with Scratch(target.parent) as scratch:
        made = scratch.report
        made.mkdir()
        folders = {made}
        for path, data in files.items():
            _write_new(made, path, data, folders)
        for each in folders:
            _sync_folder(each)
        _take_place(scratch, target)
        _sync_folder(target.parent)


def write_private(path: Path, data: bytes, mark: bytes) -> None:
    """Writes one file that nobody but the user may open, whole or not at all.

    Raises FileExistsError if a file is there that does not begin with `mark`, OSError for the rest.
    """
    if path.is_symlink() or path.exists():
        with open(path, "rb") as there:
            if path.is_symlink() or there.read(len(mark)) != mark:
                raise FileExistsError(errno.EEXIST, "is there and is no cache", str(path))
    with Scratch(path.parent) as scratch:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with open(os.open(scratch.file, flags, 0o600), "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        scratch.file.rename(path)
        _sync_folder(path.parent)


def _check_replaceable(target: Path, files: Mapping[str, bytes]) -> None:
    """Only what a report wrote, or nothing, may be swept away, and only by what is of its kind."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise FileExistsError(errno.EEXIST, "is there and is no folder", str(target))
    stranger = stranger_in(target)
    if stranger is not None:
        raise FileExistsError(
            errno.EEXIST, f'holds "{stranger}", which is no part of a report', str(target)
        )
    for file, what in (
        ("publish/report.json", "report, which no disclosure"),
        ("publish/responses.csv", "disclosure, which no report"),
    ):
        if file not in files and (target / file).exists():
            raise FileExistsError(errno.EEXIST, f"holds a {what} replaces", str(target))


def _write_new(made: Path, path: str, data: bytes, folders: set[Path]) -> None:
    parts = path.split("/")
    if not all(part not in ("", ".", "..") for part in parts):
        raise ValueError(f'"{path}" is no path of a report')
    # In internal/ stand the respondents' words: nobody but the user may open what is in it.
    internal = parts[0] == "internal"
    here = made
    for part in parts[:-1]:
        here = here / part
        if here not in folders:
            here.mkdir(0o700 if internal else 0o777)
            folders.add(here)
    # O_EXCL and O_NOFOLLOW: never write through a link that somebody put there.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    descriptor = os.open(here / parts[-1], flags, 0o600 if internal else 0o666)
    with open(descriptor, "wb") as out:
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


def _take_place(scratch: Scratch, target: Path) -> None:
    made = scratch.report
    if not target.exists():
        made.rename(target)
        return
    if _exchange(made, target):
        return
    aside = scratch.aside
    target.rename(aside)
    try:
        made.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    shutil.rmtree(aside)

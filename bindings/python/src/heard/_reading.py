"""Which files a manifest may have read: regular ones in its folder."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Iterator, Optional


def read_regular(path: Path) -> bytes:
    """All of a file. Raises OSError for one that is not there, or is a folder, a pipe or a device: a
    pipe may never end, and opening a device may do something."""
    real = os.path.realpath(path)
    # Looked at before it is opened, since opening alone can wait for a pipe's writer, and again
    # after, should another file have come in between.
    _check_regular(os.stat(real), path)
    descriptor = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:
        _check_regular(os.fstat(descriptor), path)
        return file.read()


def read_inside(folder: Path, inside: str) -> Optional[bytes]:
    """All of a file in a folder, or None if there is none.

    Raises PermissionError for one to which a link leads out of the folder, since a manifest may come
    from somebody else, and OSError as :func:`read_regular` does.
    """
    path = folder / inside
    if not os.path.lexists(path):
        return None
    _check_inside(folder, path)
    return read_regular(path)


def chunks_inside(folder: Path, inside: str, size: int = 1 << 20) -> Optional[Iterator[bytes]]:
    """A file in a folder a chunk at a time, or None if there is none; raises as
    :func:`read_inside`."""
    path = folder / inside
    if not os.path.lexists(path):
        return None
    _check_inside(folder, path)
    return _chunks(path, size)


def _chunks(path: Path, size: int) -> Iterator[bytes]:
    real = os.path.realpath(path)
    _check_regular(os.stat(real), path)
    descriptor = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:
        _check_regular(os.fstat(descriptor), path)
        while chunk := file.read(size):
            yield chunk


def csv_files_inside(folder: Path, inside: str) -> list[str]:
    """Names of the .csv files in a folder of a folder, sorted; none if it is not there."""
    path = folder / inside
    if not os.path.lexists(path):
        return []
    _check_inside(folder, path)
    return sorted(name for name in os.listdir(path) if name.endswith(".csv"))


def _check_inside(folder: Path, path: Path) -> None:
    root, real = os.path.realpath(folder), os.path.realpath(path)
    if os.path.commonpath((root, real)) != root:
        raise PermissionError(
            errno.EACCES, "leads out of the manifest's folder by a link", str(path)
        )


def _check_regular(info: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if not stat.S_ISREG(info.st_mode):
        what = (
            "a pipe" if stat.S_ISFIFO(info.st_mode)
            else "a socket" if stat.S_ISSOCK(info.st_mode)
            else "a device"
        )
        raise OSError(errno.EINVAL, f"is {what}, and only regular files are read", str(path))

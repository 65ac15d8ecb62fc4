"""The hidden folder in which files are written before they take their place.

The command makes and sweeps the same folders (bindings/cli/scratch.hpp).
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import stat
from pathlib import Path
from typing import Optional

_NAME = re.compile(r"\.heard-[0-9A-Za-z_]{6}")
_MARK = b"heard writes here; while this file is locked it is in use\n"
_PAGES = {"report.html", "report.json", "report.md", "responses.jsonl"}


class Scratch:
    """A folder `.heard-XXXXXX` that is removed with all that is in it when its `with` ends.

    A program that is killed cannot remove it, so the next one does: what is certainly a folder of
    this kind, by name, owner, mode and contents, and is in nobody's use. It is in use while its file
    `lock` is locked.
    """

    def __init__(self, parent: Path) -> None:
        _sweep(parent)
        self._path = _make_folder(parent)
        try:
            self._lock = _lock(self._path)
        except BaseException:
            _remove(self._path)
            raise

    @property
    def report(self) -> Path:
        """Where a folder is made. Nothing but this, `file` and `aside` may be made here."""
        return self._path / "report"

    @property
    def file(self) -> Path:
        """Where a file is made."""
        return self._path / "file"

    @property
    def aside(self) -> Path:
        """Where a folder that must step aside waits. What is here is never swept up."""
        return self._path / "aside"

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, *_: object) -> None:
        _remove(self._path)
        os.close(self._lock)


def stranger_in(folder: Path) -> Optional[str]:
    """The first thing in a folder that no report holds, relative to it; None if there is none."""
    for entry in sorted(folder.rglob("*")):
        path = entry.relative_to(folder)
        mode = entry.lstat().st_mode
        known = stat.S_ISDIR(mode) or (
            stat.S_ISREG(mode) and (path.name in _PAGES or path.suffix == ".csv")
        )
        if not known or path.parts[0] not in ("publish", "internal"):
            return str(path)
    return None


def _make_folder(parent: Path) -> Path:
    while True:
        path = parent / f".heard-{secrets.token_hex(3)}"
        try:
            path.mkdir(0o700)
        except FileExistsError:
            continue
        return path


def _lock(folder: Path) -> int:
    """Named only once it is locked: nobody may see it as abandoned in between."""
    unnamed = folder / "lock.new"
    lock = os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        os.write(lock, _MARK)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        unnamed.rename(folder / "lock")
    except BaseException:
        os.close(lock)
        raise
    return lock


def _sweep(parent: Path) -> None:
    for entry in os.scandir(parent):
        if not _NAME.fullmatch(entry.name):
            continue
        info = entry.stat(follow_symlinks=False)
        private = stat.S_ISDIR(info.st_mode) and stat.S_IMODE(info.st_mode) == 0o700
        if not private or info.st_uid != os.geteuid():
            continue
        try:
            _sweep_folder(Path(entry.path))
        except OSError:
            continue  # What cannot be looked through is left alone.


def _sweep_folder(folder: Path) -> None:
    lock = os.open(folder / "lock", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if not stat.S_ISREG(os.fstat(lock).st_mode) or os.read(lock, len(_MARK) + 1) != _MARK:
            return
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _holds_only_ours(folder):
            _remove(folder)
    finally:
        os.close(lock)


def _holds_only_ours(folder: Path) -> bool:
    for entry in folder.iterdir():
        mode = entry.lstat().st_mode
        if not (stat.S_ISDIR if entry.name == "report" else stat.S_ISREG)(mode):
            return False
        if entry.name not in ("report", "file", "lock"):
            return False
    return stranger_in(folder / "report") is None


def _remove(folder: Path) -> None:
    """The lock goes last, so that what a second kill leaves can still be told."""
    shutil.rmtree(folder / "report", ignore_errors=True)
    try:
        for name in ("file", "lock.new", "lock"):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        pass  # Something stepped aside and could not come back; it stays.

"""Finds libheard, refuses one of another ABI, and gives its functions their types."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
from pathlib import Path
from typing import Iterator

from . import _abi
from ._structs import ABI_VERSION

_NAME = "libheard.so.0"


def _candidates() -> Iterator[str]:
    """Where the library may be, best first; a path that HEARD_LIBRARY names is the only one."""
    named = os.environ.get("HEARD_LIBRARY")
    if named:
        yield named
        return
    package = Path(__file__).resolve().parent
    if (package / _NAME).exists():
        yield str(package / _NAME)
    # In a checkout. Not the builds with sanitizers: a plain Python cannot load those.
    build = Path(*package.parts[:-4], "build")
    builds = [build / preset / "lib" / _NAME for preset in ("release", "dev")]
    there = [build for build in builds if build.exists()]
    yield from map(str, sorted(there, key=lambda build: build.stat().st_mtime, reverse=True))
    installed = ctypes.util.find_library("heard")
    if installed:
        yield installed


def load() -> ctypes.CDLL:
    """The library, ready for use.

    Raises ImportError if there is none, or if its ABI is another than this package's.
    """
    path = next(_candidates(), None)
    if path is None:
        raise ImportError(
            f"{_NAME} is neither in the package, nor in a build tree, nor installed; "
            "HEARD_LIBRARY can name it"
        )
    try:
        library = ctypes.CDLL(path)
    except OSError as why:
        raise ImportError(f"{path}: {why}") from None
    try:
        _abi.declare(library)
    except AttributeError as why:
        raise ImportError(f"{path} is no libheard that this package knows: {why}") from None
    version = library.heard_abi_version()
    if version != ABI_VERSION:
        raise ImportError(f"{path} has ABI {version}, and this package needs {ABI_VERSION}")
    return library


LIBRARY = load()

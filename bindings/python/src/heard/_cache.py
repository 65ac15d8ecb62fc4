"""The file beside the manifest in which words are kept, as the command keeps them
(bindings/cli/cache.hpp)."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any, Optional

from ._files import write_private
from ._reading import read_inside
from .consultation import Consultation
from .diagnostics import HeardWarning
from .errors import BadInput
from .kept import KeptWords

#: As :meth:`heard.KeptWords.save` begins.
_MARK = b"heard words 1\n"


def cached_words(of: Consultation, folder: Path, name: str, **how: Any) -> KeptWords:
    """The words of the cache where it fits; else found, and written there for the next time.

    A cache that does not fit, or cannot be read or written, is warned of and stops nothing.
    """
    opened = _opened(of, folder, name, how)
    if opened is not None:
        return opened
    words = of.keep_words(**how)
    try:
        write_private(folder / name, words.save(), _MARK)
    except OSError as fault:
        _warn(folder / name, f"the cache is not written: {fault}")
    return words


def _opened(of: Consultation, folder: Path, name: str, how: Any) -> Optional[KeptWords]:
    try:
        data = read_inside(folder, name)
    except OSError as fault:
        _warn(folder / name, f"the cache is not used: {fault}")
        return None
    if data is None:
        return None
    try:
        return of.open_words(data, **how)
    except BadInput as fault:
        _warn(folder / name, f"the cache is made anew: {fault.message}")
        return None


def _warn(path: Path, what: str) -> None:
    warnings.warn(f"{os.fspath(path)}: warning: {what}", HeardWarning, stacklevel=4)

"""Calls of the library: text in and out, structs filled, failures as exceptions."""

from __future__ import annotations

import ctypes
import os
from functools import lru_cache
from typing import Any, Optional, TypeVar, Union

from . import _structs as s
from ._library import LIBRARY
from .diagnostics import Diagnostic, Location
from .errors import error_of

Text = Union[str, bytes]
Struct = TypeVar("Struct", bound=ctypes.Structure)

_SEVERITIES = ("error", "warning", "note")


def encode(text: Text) -> bytes:
    """The bytes of a text. What :func:`decode` gave comes back as it was, byte for byte."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")


def decode(data: Optional[bytes]) -> str:
    """Text of the library. Bytes that are no UTF-8 become lone surrogates, never an exception."""
    return (data or b"").decode("utf-8", "surrogateescape")


def c_string(text: Optional[Text], name: str) -> Optional[bytes]:
    """An argument that ends with NUL; None stays None.

    Raises ValueError for a text that holds a NUL, of which the library would see only a part.
    """
    if text is None:
        return None
    data = encode(text)
    if b"\0" in data:
        raise ValueError(f"{name} holds a NUL")
    return data


def text_of(text: s.heard_text) -> str:
    """A sized text, copied."""
    return decode(bytes_of(text))


def bytes_of(text: s.heard_text) -> bytes:
    """A sized text as bytes, copied."""
    return ctypes.string_at(text.data, text.size) if text.size else b""


def location_of(where: s.heard_location, folder: str = "") -> Optional[Location]:
    """A place, copied; None where there is none. `folder` is what its name is relative to."""
    name = decode(where.name)
    if not name and where.line == 0:
        return None
    return Location(os.path.join(folder, name), where.offset, where.line, where.column)


@lru_cache(maxsize=None)
def words(of: int) -> tuple[str, ...]:
    """The words of a closed set, by value."""
    count = LIBRARY.heard_words_count(of)
    return tuple(decode(LIBRARY.heard_words_at(of, value)) for value in range(count))


def value_of(of: int, word: str, name: str) -> int:
    """The value that a word of a closed set stands for. Raises ValueError that lists the words."""
    known = words(of)
    if word not in known:
        raise ValueError(f'{name} "{word}" is none of {", ".join(known)}')
    return known.index(word)


def call(name: str, *arguments: Any, diagnostics: Any = None, folder: str = "") -> None:
    """Calls a function whose last parameter is `err`, which this adds.

    `diagnostics`, a pointer that the call may set, is freed here; its remarks are the error's.
    """
    error = ctypes.POINTER(s.heard_error)()
    status = getattr(LIBRARY, name)(*arguments, ctypes.byref(error))
    if status == 0:
        return
    remarks = take_diagnostics(diagnostics, folder) if diagnostics is not None else ()
    try:
        message = decode(LIBRARY.heard_error_message(error))
        where = LIBRARY.heard_error_location(error)
        location = location_of(where.contents, folder) if where else None
    finally:
        LIBRARY.heard_error_free(error)
    raise error_of(status, message or decode(LIBRARY.heard_status_name(status)), location, remarks)


def fill(kind: type[Struct], name: str, *arguments: Any) -> Struct:
    """A struct that a function fills; what it borrows is valid while its handle is."""
    out = kind()
    out.struct_size = ctypes.sizeof(kind)
    call(name, *arguments, ctypes.byref(out))
    return out


def find(name: str, *arguments: Any) -> int:
    """A number that a function hands out."""
    out = ctypes.c_size_t()
    call(name, *arguments, ctypes.byref(out))
    return out.value


def make(handle: type[ctypes.Structure], name: str, *arguments: Any) -> Any:
    """A pointer to a new handle, which the caller owns."""
    out = ctypes.POINTER(handle)()
    call(name, *arguments, ctypes.byref(out))
    return out


def make_remarked(
    handle: type[ctypes.Structure], name: str, *arguments: Any, folder: str = ""
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """A pointer to a new handle and all remarks; the error of a failure has them too."""
    out = ctypes.POINTER(handle)()
    remarks = ctypes.POINTER(s.heard_diagnostics)()
    out_parameters = ctypes.byref(out), ctypes.byref(remarks)
    call(name, *arguments, *out_parameters, diagnostics=remarks, folder=folder)
    return out, take_diagnostics(remarks, folder)


def take_diagnostics(pointer: Any, folder: str) -> tuple[Diagnostic, ...]:
    """All remarks behind a heard_diagnostics pointer, which is freed. `folder` is what the names of
    files in them are relative to."""
    try:
        count = LIBRARY.heard_diagnostics_count(pointer)
        return tuple(_diagnostic(pointer, index, folder) for index in range(count))
    finally:
        LIBRARY.heard_diagnostics_free(pointer)


def _diagnostic(pointer: Any, index: int, folder: str) -> Diagnostic:
    row = fill(s.heard_diagnostic, "heard_diagnostics_at", pointer, index)
    return Diagnostic(
        _SEVERITIES[row.severity],
        decode(row.message),
        decode(row.excerpt),
        location_of(row.where, folder),
        row.length,
    )


def take_buffer(pointer: Any) -> bytes:
    """The bytes of a heard_buffer pointer, which is freed."""
    try:
        size = ctypes.c_size_t()
        data = LIBRARY.heard_buffer_data(pointer, ctypes.byref(size))
        return ctypes.string_at(data, size.value)
    finally:
        LIBRARY.heard_buffer_free(pointer)

"""The structs of heard.h on kept words, beside _structs, which has them too."""

from __future__ import annotations

from ctypes import Structure, c_size_t, c_uint32, c_uint64

from ._structs import heard_text


class heard_changed_theme(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("answers_before", c_uint64),
        ("answers_after", c_uint64),
        ("gained", c_uint64),
        ("lost", c_uint64),
        ("mentions_before", c_uint64),
        ("mentions_after", c_uint64),
        ("before", c_uint32),
        ("after", c_uint32),
    ]


class heard_kept_words(Structure):
    """Opaque."""


class heard_recoding(Structure):
    """Opaque."""

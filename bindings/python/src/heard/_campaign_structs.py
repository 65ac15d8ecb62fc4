"""The structs of heard.h on campaigns, beside _structs, which has them too."""

from __future__ import annotations

from ctypes import Structure, c_char, c_int32, c_size_t, c_uint32, c_uint64

from ._structs import heard_text


class heard_campaign_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("least_members", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_campaign(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("title", heard_text),
        ("note", heard_text),
        ("who", heard_text),
        ("why", heard_text),
        ("first", c_char * 24),
        ("last", c_char * 24),
        ("policy", c_int32),
        ("declared", c_int32),
        ("reference", c_uint32),
        ("members", c_uint32),
        ("organisations", c_uint32),
        ("letter", c_uint32),
    ]


class heard_campaign_member(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("response", c_uint32),
        ("how", c_int32),
        ("kept", c_uint32),
        ("added", c_uint32),
        ("cut", c_uint32),
        ("changed", c_uint32),
    ]


class heard_difference(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("own", heard_text),
        ("letter", heard_text),
        ("own_first", c_uint64),
        ("own_last", c_uint64),
        ("letter_first", c_uint64),
        ("letter_last", c_uint64),
        ("own_answer", c_uint32),
        ("letter_answer", c_uint32),
        ("kind", c_int32),
        ("words", c_uint32),
    ]


class heard_short_answer(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("words", heard_text),
        ("answers", c_uint64),
        ("question", c_uint32),
        ("answer", c_uint32),
    ]


class heard_sensitivity_row(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_uint64 * 3),
        ("base", c_uint64 * 3),
        ("rank", c_uint32 * 3),
        ("theme", c_uint32),
        ("hidden", c_int32 * 3),
        ("reserved", c_uint32),
    ]


class heard_campaigns(Structure):
    """Opaque."""


class heard_differences(Structure):
    """Opaque."""


class heard_sensitivity(Structure):
    """Opaque."""

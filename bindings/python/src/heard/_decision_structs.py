"""The structs of heard.h about rows of decision files; _structs.py has the others and gives these too."""

from __future__ import annotations

from ctypes import Structure, c_char, c_char_p, c_int32, c_size_t, c_uint32

from ._structs import heard_text

# Who decided, why and when, and where the row stands.
DECIDED = [
    ("who", heard_text),
    ("why", heard_text),
    ("when", c_char * 24),
    ("file", c_char_p),
    ("row", c_uint32),
]


class heard_quote_decision(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        *DECIDED,
        ("answer", c_uint32),
        ("first", c_uint32),
        ("last", c_uint32),
        ("action", c_int32),
        ("reserved", c_uint32),
        ("translation", heard_text),
    ]


class heard_translation(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("text", heard_text),
        ("language", heard_text),
        *DECIDED,
        ("answer", c_uint32),
    ]


class heard_redaction(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("replacement", heard_text),
        *DECIDED,
        ("answer", c_uint32),
        ("first", c_uint32),
        ("last", c_uint32),
    ]


class heard_campaign_decision(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("campaign", heard_text),
        *DECIDED,
        ("policy", c_int32),
    ]


class heard_name_decision(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", heard_text),
        ("canonical", heard_text),
        ("type", heard_text),
        *DECIDED,
        ("action", c_int32),
    ]


class heard_signoff(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("section", heard_text),
        ("run", heard_text),
        ("who", heard_text),
        ("when", c_char * 24),
        ("file", c_char_p),
        ("row", c_uint32),
        ("reserved", c_uint32),
    ]

"""The structs of heard.h about organisations; _structs.py has the others and gives these too."""

from __future__ import annotations

from ctypes import Structure, c_int32, c_size_t, c_uint32, c_uint64

from ._structs import heard_text


class heard_body(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", heard_text),
        ("type", heard_text),
        ("responses", c_uint64),
        ("spellings", c_uint32),
        ("type_from", c_int32),
        ("may_be_named", c_int32),
        ("reserved", c_uint32),
    ]


class heard_body_proposal(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", heard_text),
        ("canonical", heard_text),
        ("why", heard_text),
        ("score", c_uint32),
        ("split", c_int32),
    ]


class heard_name_parts(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("words", heard_text),
        ("fingerprint", heard_text),
        ("legal_form", heard_text),
        ("acronym", heard_text),
        ("initials", heard_text),
        ("nobody", c_int32),
        ("reserved", c_uint32),
    ]


class heard_resemblance(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("name", heard_text),
        ("why", heard_text),
        ("body", c_uint32),
        ("score", c_uint32),
        ("certain", c_int32),
        ("reserved", c_uint32),
    ]


class heard_organisations(Structure):
    """Opaque."""


class heard_resemblances(Structure):
    """Opaque."""

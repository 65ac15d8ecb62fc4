"""The package's picture of heard.h is heard.h's."""

from __future__ import annotations

import ctypes

import pytest

import header
import heard
from heard import _abi, _entities, _structs, errors
from heard._library import LIBRARY

FUNCTIONS = header.functions()
STRUCTS = header.structs()


def describe(kind: object) -> str:
    """A ctypes type as heard.h writes it."""
    simple = {
        None: "void",
        ctypes.c_char_p: "char *",
        ctypes.c_void_p: "void *",
        ctypes.c_char: "char",
        ctypes.c_int32: "int32_t",
        ctypes.c_int64: "int64_t",
        ctypes.c_uint32: "uint32_t",
        ctypes.c_uint64: "uint64_t",
        ctypes.c_size_t: "size_t",
        _structs.heard_progress_fn: "heard_progress_fn",
        _structs.heard_release_fn: "heard_release_fn",
    }
    # c_size_t and c_uint64 are one type on this machine, and so are their names here.
    if kind in simple:
        return {"size_t": "uint64_t"}.get(simple[kind], simple[kind])
    if hasattr(kind, "_type_") and not isinstance(kind._type_, str):
        return f"{describe(kind._type_)} *"
    return kind.__name__


def expected(kind: str) -> str:
    int32 = {
        "heard_status",
        "heard_set",
        "heard_entity",
        "heard_severity",
        "heard_axis_kind",
        "heard_format",
    }
    words = ["int32_t" if word in int32 else word for word in kind.split()]
    words = ["uint64_t" if word == "size_t" else word for word in words]
    return " ".join(words)


def test_the_header_is_read():
    assert len(FUNCTIONS) > 90
    assert len(STRUCTS) > 30
    listed = (header.ROOT / "capi" / "heard.symbols").read_text("utf-8")
    assert set(FUNCTIONS) == {line.strip(" ;") for line in listed.splitlines() if "heard_" in line}


def test_every_function_is_declared_and_no_other():
    assert list(_abi.FUNCTIONS) == list(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_result_and_arguments(name):
    result, arguments = FUNCTIONS[name]
    declared_result, declared_arguments = _abi.FUNCTIONS[name]
    assert describe(declared_result) == expected(result)
    assert [describe(each) for each in declared_arguments] == [expected(each) for each in arguments]


@pytest.mark.parametrize("name", STRUCTS)
def test_fields_and_size(name):
    declared = getattr(_structs, name)
    assert [field for field, _ in declared._fields_] == [field for field, _, _ in STRUCTS[name]]
    for (_, kind), (field, type_name, length) in zip(declared._fields_, STRUCTS[name]):
        if length:
            assert kind._length_ == length, field
            kind = kind._type_
        # heard_text.data is a void pointer here, because ctypes would look for a NUL in it.
        if (name, field) == ("heard_text", "data"):
            assert kind is ctypes.c_void_p
        else:
            assert describe(kind) == expected(type_name), field
    assert ctypes.sizeof(declared) == header.size(name, STRUCTS)


def test_every_struct_and_handle_is_there_and_no_other():
    there = {name for name in vars(_structs) if name.startswith("heard_")}
    assert there == set(STRUCTS) | header.handles() | {"heard_progress_fn", "heard_release_fn"}


def test_constants():
    constants = header.constants()
    assert _structs.ABI_VERSION == constants["HEARD_ABI_VERSION"]
    entities = {name: value for name, value in vars(_entities).items() if name.isupper()}
    assert len(entities) > 10
    for name, value in entities.items():
        assert value == constants[f"HEARD_{name}"], name


def test_every_word_has_its_constant():
    prefixes = {
        "dispositions": "DISPOSITION",
        "lateness": "LATENESS",
        "capacities": "CAPACITY",
        "publications": "PUBLICATION",
        "organisation_roles": "ROLE",
        "question_kinds": "KIND",
        "question_aspects": "ASPECT",
        "answer_states": "STATE",
        "answer_origins": "ORIGIN",
        "coder_kinds": "CODER",
        "stances": "STANCE",
        "units": "",
        "bases": "BASE",
        "token_kinds": "TOKEN",
        "quote_actions": "QUOTE_ACTION",
        "campaign_policies": "CAMPAIGN_POLICY",
        "name_actions": "NAME_ACTION",
        "small_numbers": "SMALL_NUMBERS",
        "memberships": "MEMBERSHIP",
        "difference_kinds": "DIFFERENCE",
        "campaign_views": "VIEW",
        "attribution_forms": "ATTRIBUTION",
        "ways_held": "HELD",
    }
    sets = header.without_comments().split("typedef int32_t heard_set;")[1].split("}")[0]
    assert len(prefixes) == sets.count("=")
    constants = header.constants()
    assert set(heard.vocabularies) == set(prefixes)
    for name, words in heard.vocabularies.items():
        prefix = f"HEARD_{prefixes[name]}_".replace("__", "_")
        for value, word in enumerate(words):
            assert constants[f"{prefix}{word.upper()}"] == value
            assert LIBRARY.heard_words_find(constants[f"HEARD_{name.upper()}"], word.encode()) == value


def test_every_status_has_an_exception():
    constants = header.constants()
    names = {
        "HEARD_BAD_ARGUMENT": errors.BadArgument,
        "HEARD_NO_MEMORY": errors.OutOfMemory,
        "HEARD_BAD_ENCODING": errors.BadEncoding,
        "HEARD_BAD_INPUT": errors.BadInput,
        "HEARD_BAD_MANIFEST": errors.BadManifest,
        "HEARD_BAD_CODEBOOK": errors.BadCodebook,
        "HEARD_CANCELLED": errors.Cancelled,
        "HEARD_REFUSED": errors.Refused,
        "HEARD_NOT_FOUND": errors.NotFound,
        "HEARD_INTERNAL": errors.InternalError,
    }
    for name, kind in names.items():
        assert type(errors.error_of(constants[name], "x", None)) is kind
    listed = header.without_comments().split("typedef int32_t heard_status;")[1].split("}")[0]
    assert len(names) + 1 == listed.count("=")  # and HEARD_OK

"""Reads heard.h: what it declares, as plain values."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEADER = ROOT / "capi" / "heard.h"

_SIZES = {
    "size_t": 8,
    "uint64_t": 8,
    "int64_t": 8,
    "uint32_t": 4,
    "int32_t": 4,
    "char": 1,
    "heard_severity": 4,
    "heard_axis_kind": 4,
    "heard_progress_fn": 8,
    "heard_release_fn": 8,
}


def without_comments() -> str:
    return re.sub(r"/\*.*?\*/", "", HEADER.read_text("utf-8"), flags=re.DOTALL)


def functions() -> dict[str, tuple[str, list[str]]]:
    """Name to result type and argument types, spaces normalised."""
    found = {}
    pattern = r"HEARD_API\s+(?:HEARD_MUST_CHECK\s+)?([\w\s*]+?)\s*\b(heard_\w+)\s*\(([^)]*)\)\s*;"
    for result, name, arguments in re.findall(pattern, without_comments()):
        split = [] if arguments.strip() == "void" else arguments.split(",")
        types = [re.sub(r"\w+$", "", " ".join(each.split())) for each in split]
        found[name] = (_type(result), [_type(each) for each in types])
    return found


def _type(text: str) -> str:
    return " ".join(text.replace("const ", "").replace("*", " * ").split())


def structs() -> dict[str, list[tuple[str, str, int]]]:
    """Name to fields: name, type, array length (0: none)."""
    found = {}
    pattern = r"typedef struct (heard_\w+) \{(.*?)\} \1;"
    for name, body in re.findall(pattern, without_comments(), flags=re.DOTALL):
        fields = []
        for line in filter(None, (" ".join(each.split()) for each in body.split(";"))):
            match = re.fullmatch(r"(.+?)(\w+)(?:\[(\d+)\])?", line)
            assert match is not None, line
            fields.append((match[2], _type(match[1]), int(match[3] or 0)))
        found[name] = fields
    return found


def handles() -> set[str]:
    return set(re.findall(r"typedef struct (heard_\w+) \1;", without_comments()))


def constants() -> dict[str, int]:
    """Every enumerator and the numbers that are defined."""
    text = without_comments()
    found = {name: int(value) for name, value in re.findall(r"\b(HEARD_\w+) = (\d+)", text)}
    version = re.search(r"#define HEARD_ABI_VERSION (\d+)", text)
    assert version is not None
    found["HEARD_ABI_VERSION"] = int(version[1])
    return found


def size(name: str, known: dict[str, list[tuple[str, str, int]]]) -> int:
    """Size of a struct on a 64-bit machine. heard.h has no hidden padding, so sizes add up."""
    total = 0
    for _, kind, length in known[name]:
        each = 8 if "*" in kind else _SIZES.get(kind) or size(kind, known)
        total += each * (length or 1)
    return total

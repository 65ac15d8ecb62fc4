"""How the library is found, and which is refused."""

from __future__ import annotations

import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

import heard
from conftest import ROOT

SOURCE = Path(heard.__file__).resolve().parents[1]


def run(program, **environment):
    env = {**os.environ, "PYTHONPATH": str(SOURCE), **environment}
    return subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False
    )


def test_versions():
    assert heard.unicode_version == "15.0.0"
    declared = (ROOT / "bindings" / "python" / "pyproject.toml").read_text("utf-8")
    assert f'version = "{heard.__version__}"' in declared
    cmake = (ROOT / "CMakeLists.txt").read_text("utf-8")
    assert f"VERSION {heard.__version__} " in cmake


def test_a_name_that_leads_nowhere():
    found = run("import heard", HEARD_LIBRARY="/nowhere/libheard.so.0")
    assert found.returncode == 1
    assert "ImportError: /nowhere/libheard.so.0" in found.stderr


def test_a_library_that_is_another():
    found = run("import heard", HEARD_LIBRARY="libc.so.6")
    assert "ImportError: libc.so.6 is no libheard that this package knows" in found.stderr


def test_a_library_of_another_abi():
    if "HEARD_LIBRARY" not in os.environ:
        pytest.skip("HEARD_LIBRARY is not set")
    program = (
        "import importlib.util, sys, types;"
        "package = types.ModuleType('heard');"
        f"package.__path__ = [{str(SOURCE / 'heard')!r}];"
        "sys.modules['heard'] = package;"
        "import heard._structs as s; s.ABI_VERSION = 2; import heard._library"
    )
    found = run(program)
    assert "ImportError: " in found.stderr
    assert "has ABI 1, and this package needs 2" in found.stderr


def test_what_is_exported_is_there():
    for name in heard.__all__:
        thing = getattr(heard, name)
        if isinstance(thing, (type, types.FunctionType)):
            assert thing.__doc__, name

"""What the tests stand on: a case of tests/cases, loaded once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import heard

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"
EXAMPLE = ROOT / "examples" / "data" / "case-for-change" / "consultation.toml"

sys.path.insert(0, str(CASES))


@pytest.fixture(scope="session")
def library_hours():
    return heard.open(CASES / "library-hours" / "consultation.toml")


@pytest.fixture(scope="session")
def codings(library_hours):
    return library_hours.code()


@pytest.fixture(scope="session")
def letters():
    with pytest.warns(heard.HeardWarning):
        return heard.open(CASES / "letters" / "consultation.toml")

from __future__ import annotations

import io

import pytest

import heard
from conftest import CASES


def lines(data: bytes) -> list[bytes]:
    return sorted(data.split(b"\r\n"))


@pytest.mark.parametrize("piece", [1, 100, 0])
@pytest.mark.parametrize("threads", [1, 2])
def test_the_report_is_that_in_memory(piece, threads):
    path = CASES / "library-hours" / "consultation.toml"
    memory = dict(heard.open(path).code().report())
    rows = io.BytesIO()
    streamed = dict(heard.stream_report(path, codings=rows, piece=piece, threads=threads))
    assert lines(rows.getvalue()) == lines(memory.pop("internal/codings.csv"))
    assert set(streamed) == set(memory)
    tables = [name for name in memory if "/tables/" in name]
    assert tables
    assert {name: streamed[name] for name in tables} == {name: memory[name] for name in tables}
    assert b"Campaigns were not looked for" in streamed["publish/report.md"]


def test_progress_is_in_bytes():
    path = CASES / "library-hours" / "consultation.toml"
    told = []
    heard.stream_report(path, progress=lambda done, total: told.append((done, total)))
    size = sum(each.stat().st_size for each in (CASES / "library-hours" / "data").glob("*.csv"))
    assert told[-1] == (3 * size, 3 * size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    with pytest.raises(heard.Cancelled):
        heard.stream_report(path, progress=lambda done, total: True)


def test_what_cannot_be_streamed_is_refused():
    with pytest.raises(heard.Refused, match="needs all texts at once"):
        heard.stream_report(CASES / "equal-letters" / "consultation.toml")


def test_faults_are_told_all_at_once():
    with pytest.raises(heard.BadInput) as fault:
        heard.stream_report(CASES / "faults-in-the-data" / "consultation.toml")
    assert len(fault.value.diagnostics) > 3
    with pytest.raises(OSError):
        heard.stream_report(CASES / "nowhere" / "consultation.toml")

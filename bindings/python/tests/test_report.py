from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import heard
from conftest import CASES
from heard import _files, _scratch


def tree(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture()
def report(codings):
    return codings.report()


def test_files(report):
    assert list(report) == sorted(report)
    assert {"publish/report.html", "publish/report.md", "internal/codings.csv"} <= set(report)
    assert all(path.split("/")[0] in ("publish", "internal") for path in report)
    assert b"DRAFT" in report["publish/report.html"]
    with pytest.raises(KeyError):
        report["publish/nothing"]


def test_a_folder_is_written_and_replaced(report, tmp_path):
    folder = tmp_path / "report"
    report.write(folder)
    assert tree(folder) == dict(report)
    (folder / "publish" / "tables" / "gone.csv").write_text("left over")
    report.write(folder)
    assert tree(folder) == dict(report)
    assert os.listdir(tmp_path) == ["report"]


def test_what_is_no_report_stays(report, tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "thesis.txt").write_text("years")
    with pytest.raises(FileExistsError, match="no part of a report"):
        report.write(folder)
    assert tree(tmp_path) == {"work/thesis.txt": b"years"}
    site = tmp_path / "site"
    (site / "publish").mkdir(parents=True)
    (site / "publish" / "index.html").write_text("years")
    with pytest.raises(FileExistsError, match="no part of a report"):
        report.write(site)
    assert tree(site) == {"publish/index.html": b"years"}
    file = tmp_path / "file"
    file.write_text("x")
    link = tmp_path / "link"
    link.symlink_to(folder)
    for there in (file, link):
        with pytest.raises(FileExistsError, match="is no folder"):
            report.write(there)


@pytest.mark.parametrize(
    ("where", "name", "fails_at"),
    [
        (os, "fsync", 1),  # the first file
        (os, "fsync", 5),
        (_files, "_sync_folder", 1),
        (Path, "rename", 1),  # the earlier report aside
        (Path, "rename", 2),  # the new one in its place
    ],
)
def test_a_write_that_fails_changes_nothing(report, tmp_path, monkeypatch, where, name, fails_at):
    folder = tmp_path / "report"
    report.write(folder)
    before = tree(folder)
    real = getattr(where, name)
    calls = []

    def fail(*arguments):
        calls.append(arguments)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(_files, "_exchange", lambda made, target: False)
    monkeypatch.setattr(where, name, fail)
    with pytest.raises(OSError, match="No space left"):
        report.write(folder)
    assert tree(folder) == before
    assert os.listdir(tmp_path) == ["report"]


def test_without_an_exchange_of_names(report, tmp_path, monkeypatch):
    monkeypatch.setattr(_files, "_exchange", lambda made, target: False)
    folder = tmp_path / "report"
    report.write(folder)
    (folder / "internal" / "tables" / "gone.csv").write_text("left over")
    report.write(folder)
    assert tree(folder) == dict(report)
    assert os.listdir(tmp_path) == ["report"]


def test_internal_is_for_the_user_alone(report, tmp_path):
    before = os.umask(0o022)
    try:
        report.write(tmp_path / "report")
    finally:
        os.umask(before)
    modes = {"publish": (0o755, 0o644), "internal": (0o700, 0o600)}
    seen = {path.relative_to(tmp_path / "report").parts[0] for path in (tmp_path / "report").rglob("*")}
    assert seen == set(modes)
    for path in (tmp_path / "report").rglob("*"):
        folder, file = modes[path.relative_to(tmp_path / "report").parts[0]]
        assert path.stat().st_mode & 0o7777 == (folder if path.is_dir() else file), path


def test_what_a_killed_run_left_is_removed(report, tmp_path):
    def leave(name, **files):
        left = tmp_path / name
        left.mkdir(mode=0o700)
        for file, text in files.items():
            (left / file).write_text(text)
        return left

    mark = "heard writes here; while this file is locked it is in use\n"
    leave(".heard-0000aB", lock=mark, file="x")
    (leave(".heard-000001", lock=mark) / "report").mkdir()
    stay = {
        leave(".heard-000002", lock="another's", file="x"),
        leave(".heard-000003", lock=mark, thesis="x"),
        leave(".heard-0000004", lock=mark),
        leave(".heard-000005"),
    }
    with _scratch.Scratch(tmp_path) as used:
        report.write(tmp_path / "report")
        assert used.report.parent.exists()
    assert set(tmp_path.iterdir()) == stay | {tmp_path / "report"}


def test_the_command_writes_the_same_bytes(letters, tmp_path):
    command = os.environ.get("HEARD_COMMAND")
    if not command:
        pytest.skip("HEARD_COMMAND is not set")
    letters.code(threads=1).report(threads=3).write(tmp_path / "mine")
    # Under a sanitizer Python needs its runtime in front of all others; the command has its own.
    environment = {k: v for k, v in os.environ.items() if k != "LD_PRELOAD"}
    subprocess.run(
        [
            command,
            "--quiet",
            "report",
            CASES / "letters" / "consultation.toml",
            "--out",
            tmp_path / "its",
        ],
        check=True,
        env=environment,
    )
    assert tree(tmp_path / "mine") == tree(tmp_path / "its")


def test_a_final_report_is_no_draft():
    project = heard.open(CASES / "library-hours" / "consultation.toml", final=True)
    report = project.code().report(final=True)
    assert b"DRAFT" not in report["publish/report.html"]


def test_a_final_run_refuses_what_is_unsettled():
    with pytest.raises(heard.Refused) as caught:
        heard.open(CASES / "letters" / "consultation.toml", final=True)
    assert any("no text yet" in str(remark) for remark in caught.value.diagnostics)

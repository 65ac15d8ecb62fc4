from __future__ import annotations

import re
import os
import shutil
import warnings

import pytest

import heard
from conftest import CASES, ROOT


def programs():
    """What the documents show of Python, by file and line."""
    for name in ("README.md", "docs/guide/from-a-program.md"):
        text = (ROOT / name).read_text("utf-8")
        for block in re.finditer(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            line = text.count("\n", 0, block.start()) + 1
            yield pytest.param(block[1], id=f"{name}:{line}")


def test_there_are_programs():
    assert len(list(programs())) >= 2


@pytest.mark.parametrize("program", programs())
def test_what_the_documents_show(program, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", heard.HeardWarning)
        exec(compile(program, "document", "exec"), {})
    assert capsys.readouterr().out.count("\n") >= 4
    if ".write(" in program:
        assert (tmp_path / "report" / "publish" / "report.html").stat().st_size > 10000


def test_all_faults_at_once():
    path = CASES / "faults-in-the-manifest" / "consultation.toml"
    with pytest.raises(heard.BadManifest) as caught:
        heard.open(path)
    error = caught.value
    assert len(error.diagnostics) == 10
    first = error.diagnostics[0]
    assert (first.severity, first.where.name, first.where.line) == ("error", str(path), 1)
    # What a traceback shows is enough to mend the file.
    assert 'unknown key "titel", did you mean "title"?\ntitel = "The bridge"\n^~~~~' in str(error)


def test_faults_in_data_name_no_words():
    with pytest.raises(heard.BadInput) as caught:
        heard.open(CASES / "faults-in-the-data" / "consultation.toml")
    assert len(caught.value.diagnostics) == 7
    assert "Secret" not in str(caught.value)


def test_warnings_are_warnings():
    with pytest.warns(heard.HeardWarning) as caught:
        project = heard.open(CASES / "letters" / "consultation.toml")
    assert [str(each.message) for each in caught] == [str(each) for each in project.diagnostics]
    # They point at the line that opened it.
    assert {each.filename for each in caught} == {__file__}


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        heard.open(tmp_path / "consultation.toml")
    shutil.copytree(CASES / "library-hours", tmp_path / "case")
    (tmp_path / "case" / "data" / "form.csv").unlink()
    with pytest.raises(heard.BadInput, match='file "data/form.csv" is not there'):
        heard.open(tmp_path / "case" / "consultation.toml")
    (tmp_path / "case" / "codebook.toml").unlink()
    with pytest.raises(FileNotFoundError):
        heard.open(tmp_path / "case" / "consultation.toml")


def test_a_builder_says_what_it_wants():
    manifest = heard.Manifest((CASES / "letters" / "consultation.toml").read_bytes())
    assert manifest.codebook == "codebook.toml"
    builder = heard.Builder(manifest)
    manifest.close()
    wanted = {each.path: each for each in builder.wanted}
    assert wanted["decisions/codings/"].folder and not wanted["decisions/codings/"].required
    assert not wanted["register.csv"].folder
    before = len(builder.wanted)
    builder.supply("register.csv", (CASES / "letters" / "register.csv").read_bytes())
    # The register names five letters that are text.
    assert len(builder.wanted) == before - 1 + 5
    with pytest.raises(heard.BadArgument):
        builder.supply("../../etc/passwd", b"")


def test_paths_as_text_and_as_paths():
    path = CASES / "library-hours" / "consultation.toml"
    with heard.open(str(path)) as project:
        assert project.folder == path.parent
    with pytest.raises(ValueError, match="closed"):
        len(project.consultation.responses)


def test_what_things_look_like(library_hours, codings):
    assert repr(library_hours.consultation) == "<Consultation library-hours: 7 received>"
    assert repr(library_hours.codebook) == "<Codebook of 3 themes>"
    assert repr(codings) == "<Codings: 5>"
    assert repr(codings.table()) == "<Table of 3 rows and 1 columns>"
    assert repr(library_hours.consultation.responses) == "<7 rows>"
    # Confidential words are in no representation.
    assert "evening" not in repr(codings.consultation)


def test_only_regular_files_in_the_folder_are_read(tmp_path):
    shutil.copytree(CASES / "library-hours", tmp_path / "case")
    manifest, form = tmp_path / "case" / "consultation.toml", tmp_path / "case" / "data" / "form.csv"
    form.rename(tmp_path / "case" / "other.csv")
    form.symlink_to("../other.csv")
    heard.open(manifest)
    form.unlink()
    (tmp_path / "case" / "other.csv").rename(tmp_path / "outside.csv")
    form.symlink_to("../../outside.csv")
    with pytest.raises(PermissionError, match="leads out of the manifest's folder"):
        heard.open(manifest)
    form.unlink()
    os.mkfifo(form)
    with pytest.raises(OSError, match="is a pipe, and only regular files are read"):
        heard.open(manifest)
    form.unlink()
    form.mkdir()
    with pytest.raises(IsADirectoryError, match="form.csv"):
        heard.open(manifest)
    with pytest.raises(OSError, match="is a device"):
        heard.open("/dev/zero")


def test_faults_of_all_files_come_at_once(tmp_path):
    shutil.copytree(CASES / "library-hours", tmp_path / "case")
    manifest, codebook, form = (
        tmp_path / "case" / each for each in ("consultation.toml", "codebook.toml", "data/form.csv")
    )
    codebook.write_text(codebook.read_text("utf-8") + '\n[[theme]]\nid = "All of it"\n', "utf-8")
    form.write_bytes(form.read_bytes() + form.read_bytes().splitlines(keepends=True)[-1])
    with pytest.raises(heard.BadCodebook) as caught:
        heard.open(manifest)
    faults = [each for each in caught.value.diagnostics if each.severity == "error"]
    assert {each.where.name for each in faults} == {str(codebook), str(form)}
    manifest.write_text(manifest.read_text("utf-8") + '\n[reprot]\n', "utf-8")
    with pytest.raises(heard.BadManifest) as caught:
        heard.open(manifest)
    faults = [each for each in caught.value.diagnostics if each.severity == "error"]
    assert {each.where.name for each in faults} == {str(manifest), str(codebook)}


def test_files_are_named_as_they_are_reached(monkeypatch):
    """As the command names them, whether where somebody stands or in a folder."""
    for folder, reached in ((CASES / "equal-letters", ""), (CASES, "equal-letters/")):
        monkeypatch.chdir(folder)
        project = heard.open(reached + "consultation.toml")
        for remarks in (project.code().remarks, project.consultation.campaigns().remarks):
            assert f"{reached}decisions/campaigns.csv:3" in [str(each.where) for each in remarks]
    monkeypatch.chdir(CASES)
    with pytest.raises(heard.BadInput) as caught:
        heard.open("faults-in-the-data/consultation.toml")
    faults = [each for each in caught.value.diagnostics if each.where.line != 0]
    assert faults and all(each.where.name.startswith("faults-in-the-data/") for each in faults)

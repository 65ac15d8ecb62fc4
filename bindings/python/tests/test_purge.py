"""What is taken back, what is released, and that no message tells what somebody wrote."""

import csv
import io
import sys

import pytest

import heard

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "cli"))
import planted  # noqa: E402

CANARIES = [planted.canary(place) for place in planted.WORDS + planted.NOWHERE]


def build(files):
    """A consultation of files in memory, and all that was said about them."""
    said = []
    with heard.Manifest(files["consultation.toml"]) as manifest, heard.Builder(manifest) as builder:
        said += manifest.diagnostics
        while wanted := builder.next_wanted():
            if wanted.folder:
                for path, text in files.items():
                    if path.startswith(wanted.path) and "/" not in path[len(wanted.path):]:
                        builder.supply(path, text)
                builder.close_file(wanted.path)
            elif wanted.path in files:
                builder.supply(wanted.path, files[wanted.path])
            else:
                builder.close_file(wanted.path)
        try:
            made = builder.finish(heard.Codebook(files["codebook.toml"]))
            return made, said + list(made.diagnostics)
        except heard.HeardError as fault:
            return None, said + [fault, *fault.diagnostics]


def silent(remarks):
    """Also: that something was said at all, or silence would prove nothing."""
    assert remarks
    for remark in remarks:
        assert not [word for word in CANARIES if word in f"{remark!s} {remark!r}".casefold()], remark


def test_no_diagnostic_tells_what_somebody_wrote():
    good = planted.files()
    made, remarks = build(good)
    assert made is not None
    silent([made, made.responses, made.answers, *remarks])
    for column in planted.HEADER:
        row = planted.form_row(8, benches="x", **{column: planted.canary("fault")})
        silent(build({**good, "data/form.csv": planted.form() + row + row})[1])
    for name, header in planted.DECISIONS.items():
        cells = len(header.split(","))
        for column in range(cells):
            row = ["1"] * cells
            row[column] = planted.canary("shifted")
            silent(build({**good, f"decisions/{name}": header + "\n" + ",".join(row) + "\n"})[1])
    for name in ("data/form.csv", "data/l1.txt", "register.csv"):
        with pytest.raises(heard.BadManifest) as fault:
            heard.Manifest(good[name], name)
        silent([fault.value, *fault.value.diagnostics])


def test_purge():
    files = planted.files()
    made, _ = build(files)
    with heard.Manifest(files["consultation.toml"]) as manifest:
        with pytest.raises(heard.NotFound):
            heard.Purge(manifest, made, "r99", who="ann", when="2026-03-01", why="asked")
        with pytest.raises(heard.BadArgument):
            heard.Purge(manifest, made, "r2", who="ann", when="soon", why="asked")
        purge = heard.Purge(manifest, made, "r2", who="ann", when="2026-03-01", why="asked")
    for path, text in files.items():
        purge.supply(path, text)
    assert purge.places == [heard.PurgePlace("data/form.csv", 3, files["data/form.csv"].index("r2,"))]
    assert sorted(purge.files) == ["decisions/dispositions.csv", "decisions/purged.csv"]
    words = f"Benches by {planted.canary('anonymous')}"
    assert purge.find(f"<p>{words}</p>") == 3
    assert purge.find(planted.canary("mail") + "2@example.org") == 0
    assert purge.find(planted.canary("open")) is None

    before = made.ledger
    for path, data in purge.files.items():
        files[path] = data.decode()
    after, remarks = build(files)
    assert [remark.where.line for remark in remarks if "purged" in remark.message] == [3]
    rows = files["data/form.csv"].splitlines(keepends=True)
    files["data/form.csv"] = "".join(row for row in rows if not row.startswith("r2,"))
    gone, remarks = build(files)
    assert not [remark for remark in remarks if "purged" in remark.message]
    for now in (after.ledger, gone.ledger):
        assert now.received == before.received
        assert now.by_disposition["withdrawn"] == before.by_disposition["withdrawn"] + 1
        assert now.included == before.included - 1
    assert all(purge.find(answer.text) is None for answer in after.answers)


def test_disclose():
    made, _ = build(planted.files())
    released = made.disclose()
    rows = list(csv.DictReader(io.StringIO(released["publish/responses.csv"].decode(), newline="")))
    assert {row["number"] for row in rows} == {str(number + 1) for number in range(len(rows))}
    text = b"".join(data for path, data in released.items()).decode()
    for place in ("counted", "withdrawn", "about", "body", *planted.NOWHERE):
        assert planted.canary(place) not in text
    assert planted.canary("letter") in text
    assert made.disclose(ids=True)["publish/responses.csv"].startswith(b"response,")
    with pytest.raises(TypeError):
        made.disclose(k="many")

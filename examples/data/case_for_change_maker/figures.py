"""The figures the example must keep. They stand in its README, and a change that breaks one stops here."""

from __future__ import annotations

import csv
import io
from collections import Counter

from .bodies import BODIES
from .decisions import VECTORS, xxh3_128_hex


def _rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


def check(forms, mail, files, pool, codebook) -> str:
    """Stops at the first figure that is not as the README says; returns the figures as text."""
    for words, digest in VECTORS.items():
        assert xxh3_128_hex(words) == digest, words
    themes = {t["id"] for t in codebook["theme"]}
    for question, topics in pool.topics.items():
        for topic in topics:
            named = {topic.theme} | {t for line in topic.lines for t in line.themes}
            assert named <= themes, (question, named - themes)

    responses = [x for x in mail if x.kind == "response" and not x.merged_into]
    items = len(forms) + len({x.item or x.id for x in mail})
    nothing = sum(x.kind == "not_a_response" for x in mail)
    merged = sum(bool(x.merged_into) for x in mail)
    split = len(responses) + nothing + merged - len({x.item or x.id for x in mail})
    assert items - nothing + split - merged == len(forms) + len(responses) == 324
    assert (len(forms), len(responses), items) == (238, 86, 328)
    names = [s.body for s in forms if s.body] + [
        x.organisation for x in responses if x.organisation
    ]
    assert len(names) == len(set(names)) == 107 and len(BODIES) == 106
    assert len({s.id for s in forms} | {x.id for x in mail}) == len(forms) + len(mail)
    out = Counter(r["disposition"] for r in _rows(files, "decisions/dispositions.csv"))
    out.update(
        "incomplete" if s.status == "Timed out" else "test"
        for s in forms
        if s.status != "Completed"
    )
    assert out == {
        "blank": 3,
        "duplicate": 1,
        "withdrawn": 1,
        "out_of_scope": 1,
        "incomplete": 1,
        "test": 1,
    }, out
    essay = next(s for s in forms if s.mark == "essay").answers["c5q5"]
    assert len(essay.text.split()) >= 20_000
    for row in _rows(files, "decisions/passages.csv"):
        words = files[row["file"]][int(row["first"]) : int(row["last"])]
        words.decode()
        assert words.strip() == words, row
    opened = list(csv.reader(io.StringIO(files["data/form.csv"].decode("utf-8-sig"), newline="")))
    assert len(opened) == 240 and len({len(row) for row in opened}) == 1
    assert sum(len(content) for content in files.values()) < 3_000_000
    answers = [a for s in forms for a in s.answers.values()]
    hashes = {xxh3_128_hex(a.bytes) for a in answers}
    hashes |= {row["text_hash"] for row in _rows(files, "decisions/passages.csv")}
    made_on = [
        (name, row["text_hash"])
        for name in files
        if name.startswith(("decisions/codings", "decisions/reviews", "decisions/quotes"))
        for row in _rows(files, name)
    ]
    stale = [name for name, digest in made_on if digest not in hashes]
    assert stale == ["decisions/quotes.csv"], stale
    return "\n".join(
        [
            f"form {len(forms)}, inbox {len(responses)}, items {items}, not a response {nothing}, split {split}, merged {merged}",
            f"answers by form {len(answers)}, words {sum(len(a.text.split()) for a in answers)}",
            f"answered: {dict(Counter(q for s in forms for q in s.answers))}",
            f"passages {sum(len(x.passages) for x in mail)} in {sum(bool(x.passages) for x in mail)} letters",
            f"lines {sum(len(t.lines) for ts in pool.topics.values() for t in ts)}, used "
            f"{sorted(Counter(line.used for ts in pool.topics.values() for t in ts for line in t.lines).items())}",
            f"essay {len(essay.text.split())} words",
            f"codings {({n: c.count(10) - 1 for n, c in sorted(files.items()) if 'codings/' in n or 'reviews/' in n})}",
            f"bytes {sum(len(c) for c in files.values())}",
        ]
    )

"""Answers in Welsh: three forms and one letter. Welsh has no stemmer and the codebook few Welsh words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compose import Answer

if TYPE_CHECKING:
    from .people import Submission

_FORMS = [
    {
        "c1q1": "Dylai cymorth i blant a theuluoedd gadw plant yn ddiogel a helpu teuluoedd i aros gyda'i gilydd. "
        "Mae angen help yn gynnar, cyn i bethau fynd o chwith.",
        "c3q3": "Mae neiniau a theidiau yn gwneud gwaith pwysig iawn, ond does neb yn gofyn beth sydd ei angen arnyn nhw. "
        "Dylai gofalwyr sy'n berthnasau gael yr un cymorth â gofalwyr maeth.",
        "c4q2": "Rhaid cadw brodyr a chwiorydd gyda'i gilydd lle bynnag y bo modd.",
    },
    {
        "c2q1": "Mae'r bws olaf yn mynd am bump o'r gloch. Heb fws, does dim clwb ieuenctid na chanolfan deulu i neb yn y bryniau.",
        "c1q2": "Doedd dim gair am yr iaith Gymraeg yn y bennod gyntaf. Mae plentyn sy'n siarad Cymraeg gartref angen "
        "gweithiwr cymdeithasol sy'n gallu siarad Cymraeg hefyd.",
        "c5q2": "Gormod o bapur, a dim digon o amser gyda'r plant.",
        "c5q5": "Dim sylw",
    },
    {
        "c1q1": "Rhoi plentyndod da i bob plentyn.",
        "c2q2": "Mae pobl yn ofni gofyn am help rhag ofn colli eu plant. Dylai rhywun annibynnol fod wrth ein hochr ni ym mhob cyfarfod.",
        "c4q1": "Cartref sefydlog, pobl sy'n aros, a chariad. Nid tŷ arall bob chwe mis.",
    },
]

LETTER = """Annwyl dîm yr adolygiad,

Diolch am y cyfle i ymateb i'ch papur. Cymdeithas fach o rieni ydym ni, yn byw ar y gororau, ac mae'r rhan fwyaf o'n teuluoedd yn siarad Cymraeg gartref.

Ein prif neges yw bod iaith yn rhan o ofal. Pan fydd plentyn yn cael ei symud i gartref lle nad oes neb yn siarad ei iaith, mae'n colli mwy na'i dŷ. Gofynnwn i chi gofnodi iaith pob plentyn, ac i'r cynghorau recriwtio gofalwyr maeth sy'n siarad Cymraeg.

Mae gofalwyr sy'n berthnasau yn gyffredin iawn yn ein hardal ni. Nid oes grŵp cymorth iddynt, ac mae'r swyddfa agosaf ddeugain milltir i ffwrdd. Byddai un gweithiwr a enwir, a lwfans teg, yn newid eu bywydau.

Yn olaf, peidiwch ag ysgrifennu adroddiad arall a'i adael ar y silff.

Yn gywir,

Ysgrifennydd
Cymdeithas Rhieni'r Gororau
"""


def mark(submissions: list[Submission]) -> None:
    """Three persons answered the Welsh form."""
    free = [s for s in submissions if not s.mark and not s.is_body and s.voice in "kpc"]
    for words, voice in zip(_FORMS, "kpc"):
        submission = next(s for s in free if s.voice == voice)
        submission.mark, submission.language = "welsh", "Cymraeg"
        submission.area, submission.publish = "uplands", "anonymous"
        submission.answers = {q: Answer(text) for q, text in words.items()}

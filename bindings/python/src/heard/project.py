"""A consultation in a folder: the manifest, the codebook, and the files that they name."""

from __future__ import annotations

import errno
import os
import warnings
from pathlib import Path
from typing import Any, Optional, Union

from ._cache import cached_words
from .builder import Builder, Manifest
from .codebook import Codebook
from .codings import Codings
from .consultation import Consultation
from .diagnostics import Diagnostic, HeardWarning
from .errors import BadCodebook, BadManifest, HeardError
from ._reading import csv_files_inside, read_inside, read_regular
from ._running import Progress
from .rows import Ledger
from .terms import KwicLine

#: Where a manifest does not say otherwise; one with faults cannot be asked.
_USUAL_CODEBOOK = "codebook.toml"

StrPath = Union[str, "os.PathLike[str]"]


class Project:
    """What :func:`heard.open` loads: a consultation and its codebook."""

    def __init__(self, folder: Path, codebook: Codebook, consultation: Consultation) -> None:
        #: The manifest's folder.
        self.folder = folder
        self.codebook = codebook
        self.consultation = consultation

    _cache = "consultation.words"

    #: All remarks on manifest, codebook and data that are no errors, in that order.
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ledger(self) -> Ledger:
        """The arithmetic that closes the figures."""
        return self.consultation.ledger

    def code(
        self, *, cache: bool = False, threads: int = 0, progress: Optional[Progress] = None
    ) -> Codings:
        """Applies the codebook; see :meth:`heard.Consultation.code`.

        With `cache` the words are kept in a file beside the manifest, `consultation.words`, and the
        texts are not read the next time. It is made anew where anything differs, which is warned of,
        and is as confidential as the texts.
        """
        if cache:
            with cached_words(
                self.consultation, self.folder, self._cache, threads=threads, progress=progress
            ) as kept:
                return kept.code(self.codebook, threads=threads, progress=progress)
        return self.consultation.code(self.codebook, threads=threads, progress=progress)

    def kwic(self, rule: str, **options: Any) -> list[KwicLine]:
        """Every hit of a rule in context, with the codebook's #lists and @themes at hand; options
        as for :meth:`heard.Consultation.kwic`."""
        return self.consultation.kwic(rule, codebook=self.codebook, **options)

    def close(self) -> None:
        """Frees consultation and codebook; codings and tables made from them live on."""
        self.consultation.close()
        self.codebook.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Project {self.folder}>"


def open_project(
    path: StrPath,
    *,
    final: bool = False,
    threads: int = 0,
    progress: Optional[Progress] = None,
) -> Project:
    """Loads the consultation whose consultation.toml is at `path`, with its codebook.

    Reads the files that the manifest names, relative to its folder: regular files only, and none to
    which a link leads out of the folder. `final` refuses what is
    unsettled (Refused); `threads` of 0 means one a core, and never changes a result. What the
    library warns of is given out as HeardWarning, and stands with its notes in `diagnostics`. Remarks
    name files as `path` reaches them.

    Raises BadManifest, BadCodebook or BadInput with all faults at once in `diagnostics`; OSError
    for a file that cannot be read; Cancelled when `progress` returns a true value.
    """
    at = Path(path)
    folder = at.parent
    reached = "" if folder == Path() else str(folder)
    text = read_regular(at)
    try:
        manifest = Manifest(text, at.name, reached)
    except BadManifest as fault:
        # Faults are told of in all files at once, as far as they can be read without one another.
        rules = read_inside(folder, _USUAL_CODEBOOK)
        read = None if rules is None else _parsed(rules, _USUAL_CODEBOOK, reached)
        also = read.diagnostics if read is not None else ()
        raise BadManifest(fault.message, fault.location, fault.diagnostics + also) from None
    with manifest:
        codebook = _parsed(_codebook(folder, manifest.codebook), manifest.codebook, reached)
        with Builder(manifest) as builder:
            _supply_all(builder, folder)
            try:
                consultation = builder.finish(
                    codebook if isinstance(codebook, Codebook) else None,
                    final=final,
                    threads=threads,
                    progress=progress,
                )
            except HeardError as fault:
                if isinstance(codebook, Codebook) or not fault.diagnostics:
                    raise
                raise _with(codebook, fault.diagnostics) from None
    if not isinstance(codebook, Codebook):
        consultation.close()
        raise _with(codebook, consultation.diagnostics)
    project = Project(folder, codebook, consultation)
    project._cache = (at.stem if at.suffix == ".toml" else at.name) + ".words"
    project.diagnostics = (
        manifest.diagnostics + codebook.diagnostics + consultation.diagnostics
    )
    for remark in project.diagnostics:
        if remark.severity == "warning":
            warnings.warn(str(remark), HeardWarning, stacklevel=2)
    return project


def _parsed(rules: bytes, name: str, folder: str) -> Union[Codebook, BadCodebook]:
    """A codebook, or its faults."""
    try:
        return Codebook(rules, name, folder)
    except BadCodebook as fault:
        return fault


def _with(fault: BadCodebook, remarks: tuple[Diagnostic, ...]) -> BadCodebook:
    return BadCodebook(fault.message, fault.location, fault.diagnostics + remarks)


def _codebook(folder: Path, inside: str) -> bytes:
    data = read_inside(folder, inside)
    if data is None:
        raise FileNotFoundError(errno.ENOENT, "there is no such file", str(folder / inside))
    return data


def _supply_all(builder: Builder, folder: Path) -> None:
    """Hands in all that is wanted until nothing more is; what is not there is closed."""
    while wanted := builder.next_wanted():
        if wanted.folder:
            for name in csv_files_inside(folder, wanted.path):
                path = wanted.path + name
                data = read_inside(folder, path)
                if data is not None:
                    builder.supply(path, data)
            builder.close_file(wanted.path)
            continue
        data = read_inside(folder, wanted.path)
        if data is None:
            builder.close_file(wanted.path)
        else:
            builder.supply(wanted.path, data)

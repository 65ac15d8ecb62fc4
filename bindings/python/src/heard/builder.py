"""Manifests and builders: for data that does not lie in files, as :func:`heard.open` has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from . import _structs as s
from ._calls import Text, c_string, call, decode, encode, fill, make, make_remarked
from ._handles import Handle
from ._lending import lend
from ._library import LIBRARY
from ._running import Progress, Running
from .codebook import Codebook
from .consultation import Consultation
from .diagnostics import Diagnostic


class Manifest(Handle):
    """What was asked and where the data is: consultation.toml."""

    _free = "heard_manifest_free"

    def __init__(self, text: Text, name: str = "consultation.toml", folder: str = "") -> None:
        """Parses a manifest.

        `name` is what diagnostics call it, `folder` where it and the files that it names are reached
        from. Raises BadManifest, with all faults at once.
        """
        data = encode(text)
        pointer, self.diagnostics = make_remarked(
            s.heard_manifest, "heard_manifest_parse", data, len(data), c_string(name, "name"),
            folder=folder,
        )
        super().__init__(pointer)
        self._folder = folder

    #: Remarks that are no errors.
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codebook(self) -> str:
        """Path of the codebook, relative to the manifest's folder."""
        return decode(LIBRARY.heard_manifest_codebook(self._pointer))


@dataclass(frozen=True)
class Wanted:
    """A file that a builder wants, or (`folder`, its path ends in "/") every .csv file in a folder.

    Unless it is `required` it may be missing.
    """

    path: str
    required: bool
    folder: bool


class Builder(Handle):
    """Collects the files that a manifest names. Belongs to one thread at a time."""

    _free = "heard_builder_free"

    def __init__(self, manifest: Manifest) -> None:
        super().__init__(make(s.heard_builder, "heard_builder_new", manifest._pointer))
        self._folder = manifest._folder

    @property
    def wanted(self) -> list[Wanted]:
        """What has been neither handed in nor closed. Handing in a register may add letters."""
        count = LIBRARY.heard_builder_wanted_count(self._pointer)
        return [self._wanted(index) for index in range(count)]

    def next_wanted(self) -> Optional[Wanted]:
        """The first of `wanted`, or None if all is there."""
        return self._wanted(0) if LIBRARY.heard_builder_wanted_count(self._pointer) else None

    def _wanted(self, index: int) -> Wanted:
        row = fill(s.heard_wanted, "heard_builder_wanted", self._pointer, index)
        return Wanted(decode(row.path), bool(row.required), bool(row.folder))

    def supply(self, path: str, data: Text) -> None:
        """Hands in a file's bytes, which are kept and not copied for as long as they are needed.

        A path in a wanted folder is the folder's and the file's name. Raises BadArgument for a path
        that is not wanted.
        """
        given = encode(data)
        named = c_string(path, "path")
        builder = self._pointer
        call("heard_builder_lend", builder, named, given, len(given), *lend(given))

    def close_file(self, path: str) -> None:
        """Says that a file is not there, or that a folder holds no more."""
        call("heard_builder_close", self._pointer, c_string(path, "path"))

    def finish(
        self,
        codebook: Optional[Codebook] = None,
        *,
        final: bool = False,
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> Consultation:
        """Makes the consultation.

        `codebook` says which languages have rules, and is checked against what was asked and coded.
        Raises BadInput, BadCodebook or Refused with all faults at once.
        """
        with Running(threads, progress, final) as options:
            pointer, remarks = make_remarked(
                s.heard_consultation,
                "heard_builder_finish",
                self._pointer,
                None if codebook is None else codebook._pointer,
                options,
                folder=self._folder,
            )
        return Consultation(pointer, remarks, self._folder)

"""Kept words: a codebook that changes is applied again without reading the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from . import _structs as s
from ._calls import fill, make, take_buffer, text_of
from ._handles import Handle, Rows
from ._library import LIBRARY
from ._running import Progress, Running
from .codings import Codings

if TYPE_CHECKING:
    from .codebook import Codebook
    from .consultation import Consultation


@dataclass(frozen=True)
class ChangedTheme:
    """A theme whose rules were changed, that is new or gone, or that is found elsewhere than before.

    Figures are of what rules find in answers, whether it counts or not. `gained` answers have it now
    and did not, `lost` ones had it; mentions are pieces of evidence.
    """

    id: str
    answers_before: int
    answers_after: int
    gained: int
    lost: int
    mentions_before: int
    mentions_after: int
    is_new: bool
    is_gone: bool


class KeptWords(Handle):
    """The words of every text that rules may ever be tried on: :meth:`Consultation.keep_words`."""

    _free = "heard_kept_words_free"

    def __init__(self, pointer: Any, consultation: Consultation) -> None:
        super().__init__(pointer)
        #: Whose words they are.
        self.consultation = consultation

    def save(self) -> bytes:
        """All of it, for :meth:`Consultation.open_words` and nothing else. There are no words in it,
        but how long each is and which are alike: it is as confidential as the texts."""
        return take_buffer(make(s.heard_buffer, "heard_kept_words_save", self._pointer))

    def code(
        self, codebook: Codebook, *, threads: int = 0, progress: Optional[Progress] = None
    ) -> Codings:
        """What :meth:`Consultation.code` gives, without reading the texts."""
        with Running(threads, progress) as options:
            pointer = make(
                s.heard_codings, "heard_kept_words_code", self._pointer, codebook._pointer, options
            )
        return Codings(pointer, self.consultation, codebook)

    def recode(
        self,
        codings: Codings,
        codebook: Codebook,
        *,
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> Recoding:
        """What a codebook that was changed makes of codings by an earlier one: only the themes that
        the changes reach are looked for anew."""
        with Running(threads, progress) as options:
            pointer = make(
                s.heard_recoding,
                "heard_recoding_new",
                codings._pointer,
                codebook._pointer,
                self._pointer,
                options,
            )
        return Recoding(pointer, self.consultation, codebook)


class Recoding(Handle):
    """What a change of a codebook changes."""

    _free = "heard_recoding_free"

    def __init__(self, pointer: Any, consultation: Consultation, codebook: Codebook) -> None:
        super().__init__(pointer)
        self._consultation = consultation
        self._codebook = codebook

    @property
    def changes(self) -> Rows[ChangedTheme]:
        """In the order of the later codebook, then the themes that are gone."""
        return Rows(LIBRARY.heard_recoding_count(self._pointer), self._change)

    def _change(self, index: int) -> ChangedTheme:
        row = fill(s.heard_changed_theme, "heard_recoding_at", self._pointer, index)
        return ChangedTheme(
            text_of(row.id),
            row.answers_before,
            row.answers_after,
            row.gained,
            row.lost,
            row.mentions_before,
            row.mentions_after,
            row.before == s.NONE,
            row.after == s.NONE,
        )

    def codings(self) -> Codings:
        """All codings by the later codebook, as a whole run makes them."""
        pointer = make(s.heard_codings, "heard_recoding_codings", self._pointer)
        return Codings(pointer, self._consultation, self._codebook)

"""Why a call failed: an exception for each status of the library."""

from __future__ import annotations

from typing import Optional, Sequence

from .diagnostics import Diagnostic, Location


class HeardError(Exception):
    """What every failure of the library is.

    `message` is one line; `location` says where the input went wrong, if it did; `diagnostics`
    holds all remarks where the failure is a fault in what somebody wrote.
    """

    #: The value of heard_status.
    status = 10

    def __init__(
        self,
        message: str,
        location: Optional[Location] = None,
        diagnostics: Sequence[Diagnostic] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.location = location
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        faults = [str(each) for each in self.diagnostics if each.severity == "error"]
        place = f"{self.location}: " if self.location is not None else ""
        return "\n".join([place + self.message, *faults])


class BadArgument(HeardError, ValueError):
    """A rule of the interface was broken."""

    status = 1


class OutOfMemory(HeardError, MemoryError):
    """Memory ran out. A builder or a purge that was to change can only be closed."""

    status = 2


class BadEncoding(HeardError, ValueError):
    """Input in no encoding that can be told; `location` says where."""

    status = 3


class BadInput(HeardError, ValueError):
    """Data with faults; see `diagnostics`, or `location`."""

    status = 4


class BadManifest(HeardError, ValueError):
    """A manifest with faults; see `diagnostics`."""

    status = 5


class BadCodebook(HeardError, ValueError):
    """A codebook or a rule with faults; see `diagnostics`, or `location`."""

    status = 6


class Cancelled(HeardError):
    """The progress callback asked to stop."""

    status = 7


class Refused(HeardError):
    """A final run found something unsettled; see `diagnostics`."""

    status = 8


class NotFound(HeardError, LookupError):
    """No theme, question or other thing of that name; the message names the nearest."""

    status = 9


class InternalError(HeardError):
    """A defect in the library; please report it."""

    status = 10


_BY_STATUS = {
    kind.status: kind
    for kind in (
        BadArgument,
        OutOfMemory,
        BadEncoding,
        BadInput,
        BadManifest,
        BadCodebook,
        Cancelled,
        Refused,
        NotFound,
        InternalError,
    )
}


def error_of(
    status: int,
    message: str,
    location: Optional[Location],
    diagnostics: Sequence[Diagnostic] = (),
) -> HeardError:
    """The exception for a status; one that this package does not know is an InternalError."""
    return _BY_STATUS.get(status, InternalError)(message, location, diagnostics)

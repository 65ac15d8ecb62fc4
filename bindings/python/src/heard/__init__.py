"""heard: what a consultation heard, counted and quoted.

    import heard
    project = heard.open("consultation.toml")
    print(project.ledger)
    codings = project.code()
    print(codings.table(rows="theme", columns="category"))
    codings.report().write("report")

All offsets count bytes of UTF-8. Objects that hold a handle of the library can be closed by `with`
or `close()`, in any order, or left to the collector. None of them ever changes, but for Builder, so
any number of threads may read one at once.
"""

from __future__ import annotations

from ._calls import decode as _decode
from ._library import LIBRARY as _LIBRARY
from ._running import Progress
from .builder import Builder, Manifest, Wanted
from .campaigns import Campaign, CampaignMember, Campaigns, Difference, ShortAnswer
from .codebook import Codebook, Theme
from .codings import Coding, Codings, EventCoding, Evidence
from .consultation import Consultation
from .diagnostics import Diagnostic, HeardWarning, Location
from .errors import (
    BadArgument,
    BadCodebook,
    BadEncoding,
    BadInput,
    BadManifest,
    Cancelled,
    HeardError,
    InternalError,
    NotFound,
    OutOfMemory,
    Refused,
)
from .kept import ChangedTheme, KeptWords, Recoding
from .organisations import Body, BodyProposal, NameExplained, Organisations, Resemblance
from .privacy import Personal, personal_data
from .project import Project
from .project import open_project as open  # pylint: disable=redefined-builtin
from .purge import Purge, PurgePlace
from .quotes import Quote
from .report import Report
from .streaming import stream_report
from .table import Cell, CellSource, Heading, Sensitivity, Table
from .terms import KwicLine
from .text import Match, Span, Step, Token, match, tokens
from .vocabularies import vocabularies

#: Release of the loaded library, "major.minor.patch".
__version__ = _decode(_LIBRARY.heard_version())

#: Version of Unicode that words and sentences follow.
unicode_version = _decode(_LIBRARY.heard_unicode_version())

__all__ = [
    "BadArgument",
    "BadCodebook",
    "BadEncoding",
    "BadInput",
    "BadManifest",
    "Body",
    "BodyProposal",
    "Builder",
    "Campaign",
    "CampaignMember",
    "Campaigns",
    "Cancelled",
    "Cell",
    "CellSource",
    "ChangedTheme",
    "Codebook",
    "Coding",
    "Codings",
    "Consultation",
    "Diagnostic",
    "Difference",
    "EventCoding",
    "Evidence",
    "Heading",
    "HeardError",
    "HeardWarning",
    "InternalError",
    "KeptWords",
    "KwicLine",
    "Location",
    "Manifest",
    "Match",
    "NameExplained",
    "NotFound",
    "Organisations",
    "OutOfMemory",
    "Progress",
    "Personal",
    "Project",
    "Purge",
    "PurgePlace",
    "Quote",
    "Recoding",
    "Refused",
    "Report",
    "Resemblance",
    "Sensitivity",
    "ShortAnswer",
    "Span",
    "Step",
    "Table",
    "Theme",
    "Token",
    "Wanted",
    "match",
    "open",
    "personal_data",
    "stream_report",
    "tokens",
    "unicode_version",
    "vocabularies",
]

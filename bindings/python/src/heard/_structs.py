"""The structs of heard.h under their own names, field by field. Long because they are.

tests/test_abi.py holds them against the header.
"""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    c_char,
    c_char_p,
    c_int32,
    c_int64,
    c_size_t,
    c_uint32,
    c_uint64,
    c_void_p,
)

#: The ABI that this package is written for; HEARD_ABI_VERSION of heard.h.
ABI_VERSION = 1

#: In a row number: there is none.
NONE = 0xFFFFFFFF


class heard_location(Structure):
    _fields_ = [
        ("name", c_char_p),
        ("offset", c_uint64),
        ("line", c_uint32),
        ("column", c_uint32),
    ]


class heard_text(Structure):
    _fields_ = [
        # A c_char_p would be read up to a NUL, which need not be there.
        ("data", c_void_p),
        ("size", c_size_t),
    ]


class heard_diagnostic(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("message", c_char_p),
        ("excerpt", c_char_p),
        ("where", heard_location),
        ("length", c_uint32),
        ("severity", c_int32),
    ]


class heard_progress(Structure):
    _fields_ = [
        ("done", c_uint64),
        ("total", c_uint64),
    ]


#: The owner is a number here, so that it is no object that anybody could touch.
heard_release_fn = CFUNCTYPE(None, c_void_p)
heard_progress_fn = CFUNCTYPE(c_int32, POINTER(heard_progress), c_void_p)


class heard_run_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("progress", heard_progress_fn),
        ("user_data", c_void_p),
        ("threads", c_uint32),
        ("final", c_uint32),
    ]


class heard_theme(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("name", heard_text),
        ("description", heard_text),
        ("stance_of", heard_text),
        ("parent", c_int64),
        ("depth", c_uint32),
        ("rules", c_uint32),
    ]


class heard_wanted(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("required", c_int32),
        ("folder", c_int32),
    ]


class heard_question(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("text", heard_text),
        ("label", heard_text),
        ("chapter", c_uint32),
        ("kind", c_int32),
        ("aspect", c_int32),
        ("about_you", c_int32),
        ("declared", c_int32),
        ("options", c_uint32),
        ("first_option", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_named(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("name", heard_text),
        ("note", heard_text),
        ("question", c_uint32),
        ("kind", c_int32),
    ]


class heard_response(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("received", c_char * 24),
        ("channel", c_uint32),
        ("item", c_uint32),
        ("respondent", c_uint32),
        ("organisations", c_uint32),
        ("disposition", c_int32),
        ("late", c_int32),
        ("capacity", c_int32),
        ("publication", c_int32),
        ("included", c_int32),
        ("repeats", c_int32),
        ("first_answer", c_uint32),
        ("answers", c_uint32),
    ]


class heard_answer(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("text", heard_text),
        ("other", heard_text),
        ("language", heard_text),
        ("file", c_char_p),
        ("first", c_uint64),
        ("last", c_uint64),
        ("row", c_uint32),
        ("column", c_uint32),
        ("response", c_uint32),
        ("question", c_uint32),
        ("state", c_int32),
        ("origin", c_int32),
        ("options", c_uint32),
        ("reserved", c_uint32),
        ("text_hash", c_char * 40),
    ]


class heard_file(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("encoding", c_char_p),
        ("hash", c_char * 40),
        ("size", c_uint64),
        ("rows", c_uint64),
    ]


class heard_item(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("note", heard_text),
        ("received", c_char * 24),
        ("channel", c_uint32),
        ("responses", c_uint32),
        ("merged", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_event(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("title", heard_text),
        ("place", heard_text),
        ("notes", heard_text),
        ("date", c_char * 24),
        ("attendance", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_stale_decision(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("file", heard_text),
        ("response", heard_text),
        ("question", heard_text),
        ("why", heard_text),
        ("row", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_states(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("by_state", c_uint64 * 10),
    ]


class heard_ledger(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("items", c_uint64),
        ("not_a_response", c_uint64),
        ("split", c_uint64),
        ("merged_items", c_uint64),
        ("received", c_uint64),
        ("by_disposition", c_uint64 * 13),
        ("by_capacity", c_uint64 * 4),
        ("late_let_in", c_uint64),
        ("late_left_out", c_uint64),
        ("included", c_uint64),
        ("repeats", c_uint64),
        ("responses_of_bodies", c_uint64),
        ("body_entries", c_uint64),
        ("bodies", c_uint64),
        ("stale", c_uint64),
        ("unread_answers", c_uint64),
    ]


class heard_coding(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("answer", c_uint32),
        ("theme", c_uint32),
        ("coder", c_uint32),
        ("kind", c_int32),
        ("stance", c_int32),
        ("counts", c_int32),
        ("evidence", c_uint32),
        ("inherited_from", c_uint32),
        ("when", c_char * 24),
    ]


class heard_evidence(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("first", c_uint32),
        ("last", c_uint32),
        ("rule", c_int32),
        ("reserved", c_uint32),
    ]


class heard_event_coding(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("event", c_uint32),
        ("theme", c_uint32),
        ("evidence", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_axis(Structure):
    _fields_ = [
        ("kind", c_int32),
        ("question", c_uint32),
    ]


class heard_table_spec(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("rows", heard_axis),
        ("columns", heard_axis),
        ("question", c_char_p),
        ("chapter", c_char_p),
        ("coder", c_char_p),
        ("unit", c_int32),
        ("base", c_int32),
        ("no_all", c_int32),
        ("small_numbers", c_int32),
        ("view", c_int32),
        ("reserved", c_int32),
    ]


class heard_heading(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("id", heard_text),
        ("label", heard_text),
        ("note", heard_text),
        ("depth", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_cell(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("count", c_uint64),
        ("base", c_uint64),
        ("by_rule_only", c_uint64),
        ("applies", c_int32),
        ("hidden", c_int32),
    ]


class heard_cell_source(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("response", c_uint32),
        ("answer", c_uint32),
        ("coding", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_quote(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("text", heard_text),
        ("attribution", heard_text),
        ("response", c_uint32),
        ("answer", c_uint32),
        ("cleared", c_int32),
        ("pinned", c_int32),
        ("may_be_published", c_int32),
        ("pieces", c_uint32),
        ("first", c_uint32),
        ("last", c_uint32),
        ("translation", heard_text),
        ("translation_language", heard_text),
        ("translator", heard_text),
        ("translation_is_longer", c_int32),
        ("attribution_form", c_int32),
        ("why_held", c_int32),
        ("reserved", c_uint32),
    ]


class heard_personal(Structure):
    """What may tell who somebody is."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("kind", c_char_p),
        ("why", c_char_p),
        ("replacement", c_char_p),
        ("answer", c_uint32),
        ("first", c_uint32),
        ("last", c_uint32),
        ("settled", c_int32),
    ]


class heard_quote_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("question", c_char_p),
        ("seed", c_uint64),
        ("limit", c_uint32),
        ("published_only", c_int32),
    ]


class heard_token(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("folded", heard_text),
        ("first", c_uint64),
        ("last", c_uint64),
        ("sentence", c_uint32),
        ("kind", c_int32),
    ]


class heard_match_step(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("part", heard_text),
        ("why", heard_text),
        ("depth", c_uint32),
        ("matched", c_int32),
        ("hits", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_kwic_line(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("left", heard_text),
        ("hit", heard_text),
        ("right", heard_text),
        ("response", c_uint32),
        ("answer", c_uint32),
        ("first", c_uint64),
        ("last", c_uint64),
    ]


class heard_kwic_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("question", c_char_p),
        ("words", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_stream_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("piece", c_size_t),
        ("total", c_uint64),
        ("codings", c_uint32),
        ("reserved", c_uint32),
    ]


class heard_stream_file(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("pass", c_uint32),
        ("passes", c_uint32),
    ]


class heard_report_file(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("bytes", heard_text),
    ]


class heard_disclose_options(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("k", c_uint32),
        ("ids", c_int32),
    ]


class heard_purge_file(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("bytes", heard_text),
    ]


class heard_purge_place(Structure):
    _fields_ = [
        ("struct_size", c_size_t),
        ("path", c_char_p),
        ("offset", c_uint64),
        ("row", c_uint32),
        ("reserved", c_uint32),
    ]


# Handles. Distinct types, so that ctypes refuses one in the place of another.


class heard_error(Structure):
    """Opaque."""


class heard_diagnostics(Structure):
    """Opaque."""


class heard_buffer(Structure):
    """Opaque."""


class heard_manifest(Structure):
    """Opaque."""


class heard_codebook(Structure):
    """Opaque."""


class heard_builder(Structure):
    """Opaque."""


class heard_consultation(Structure):
    """Opaque."""


class heard_codings(Structure):
    """Opaque."""


class heard_table(Structure):
    """Opaque."""


class heard_cell_sources(Structure):
    """Opaque."""


class heard_privacy(Structure):
    """Opaque."""


class heard_quotes(Structure):
    """Opaque."""


class heard_tokens(Structure):
    """Opaque."""


class heard_match(Structure):
    """Opaque."""


class heard_kwic(Structure):
    """Opaque."""


class heard_report(Structure):
    """Opaque."""


class heard_stream(Structure):
    """Opaque."""


class heard_purge(Structure):
    """Opaque."""


# At the end, because they have texts in them.
from ._campaign_structs import (  # noqa: E402  pylint: disable=wrong-import-position
    heard_campaign as heard_campaign,
    heard_campaign_member as heard_campaign_member,
    heard_campaign_options as heard_campaign_options,
    heard_campaigns as heard_campaigns,
    heard_difference as heard_difference,
    heard_differences as heard_differences,
    heard_sensitivity as heard_sensitivity,
    heard_sensitivity_row as heard_sensitivity_row,
    heard_short_answer as heard_short_answer,
)
from ._kept_structs import (  # noqa: E402  pylint: disable=wrong-import-position
    heard_changed_theme as heard_changed_theme,
    heard_kept_words as heard_kept_words,
    heard_recoding as heard_recoding,
)
from ._organisation_structs import (  # noqa: E402  pylint: disable=wrong-import-position
    heard_body as heard_body,
    heard_body_proposal as heard_body_proposal,
    heard_name_parts as heard_name_parts,
    heard_resemblance as heard_resemblance,
    heard_organisations as heard_organisations,
    heard_resemblances as heard_resemblances,
)
from ._decision_structs import (  # noqa: E402  pylint: disable=wrong-import-position
    heard_quote_decision as heard_quote_decision,
    heard_translation as heard_translation,
    heard_redaction as heard_redaction,
    heard_campaign_decision as heard_campaign_decision,
    heard_name_decision as heard_name_decision,
    heard_signoff as heard_signoff,
)

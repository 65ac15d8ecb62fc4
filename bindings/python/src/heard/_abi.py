"""The functions of heard.h: result and arguments of each, in the header's order.

tests/test_abi.py holds them against the header.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char, c_char_p, c_int32, c_size_t, c_uint32, c_uint64, c_void_p
from typing import Any

from . import _structs as s

p = ctypes.POINTER


def out(handle: Any) -> Any:
    """The type of an out-parameter for a handle."""
    return p(p(handle))


ERR = out(s.heard_error)


def status(*arguments: Any) -> tuple[Any, list[Any]]:
    """A function that can fail."""
    return c_int32, [*arguments, ERR]


def at(handle: Any, row: Any) -> tuple[Any, list[Any]]:
    """A function that fills in the row at an index."""
    return status(p(handle), c_size_t, p(row))


def count(handle: Any) -> tuple[Any, list[Any]]:
    """How many there are."""
    return c_size_t, [p(handle)]


def free(handle: Any) -> tuple[Any, list[Any]]:
    """A function that frees a handle."""
    return None, [p(handle)]


FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "heard_abi_version": (c_uint32, []),
    "heard_version": (c_char_p, []),
    "heard_unicode_version": (c_char_p, []),
    "heard_status_name": (c_char_p, [c_int32]),
    "heard_error_status": (c_int32, [p(s.heard_error)]),
    "heard_error_message": (c_char_p, [p(s.heard_error)]),
    "heard_error_location": (p(s.heard_location), [p(s.heard_error)]),
    "heard_error_free": free(s.heard_error),
    "heard_diagnostics_count": count(s.heard_diagnostics),
    "heard_diagnostics_errors": count(s.heard_diagnostics),
    "heard_diagnostics_at": at(s.heard_diagnostics, s.heard_diagnostic),
    "heard_diagnostics_free": free(s.heard_diagnostics),
    "heard_buffer_data": (p(c_char), [p(s.heard_buffer), p(c_size_t)]),
    "heard_buffer_free": free(s.heard_buffer),
    "heard_words_count": (c_size_t, [c_int32]),
    "heard_words_at": (c_char_p, [c_int32, c_int32]),
    "heard_words_find": (c_int32, [c_int32, c_char_p]),
    "heard_manifest_parse": status(
        c_char_p, c_size_t, c_char_p, out(s.heard_manifest), out(s.heard_diagnostics),
    ),
    "heard_manifest_codebook": (c_char_p, [p(s.heard_manifest)]),
    "heard_manifest_free": free(s.heard_manifest),
    "heard_codebook_parse": status(
        c_char_p, c_size_t, c_char_p, out(s.heard_codebook), out(s.heard_diagnostics),
    ),
    "heard_codebook_language": (c_char_p, [p(s.heard_codebook)]),
    "heard_codebook_count": count(s.heard_codebook),
    "heard_codebook_theme": at(s.heard_codebook, s.heard_theme),
    "heard_codebook_find": status(p(s.heard_codebook), c_char_p, p(c_size_t)),
    "heard_codebook_free": free(s.heard_codebook),
    "heard_builder_new": status(p(s.heard_manifest), out(s.heard_builder)),
    "heard_builder_wanted_count": count(s.heard_builder),
    "heard_builder_wanted": at(s.heard_builder, s.heard_wanted),
    "heard_builder_supply": status(p(s.heard_builder), c_char_p, c_char_p, c_size_t),
    "heard_builder_lend": status(
        p(s.heard_builder), c_char_p, c_char_p, c_size_t, s.heard_release_fn, c_void_p
    ),
    "heard_builder_close": status(p(s.heard_builder), c_char_p),
    "heard_builder_finish": status(
        p(s.heard_builder), p(s.heard_codebook), p(s.heard_run_options), out(s.heard_consultation),
        out(s.heard_diagnostics),
    ),
    "heard_builder_free": free(s.heard_builder),
    "heard_consultation_id": (c_char_p, [p(s.heard_consultation)]),
    "heard_consultation_title": (c_char_p, [p(s.heard_consultation)]),
    "heard_consultation_count": (c_size_t, [p(s.heard_consultation), c_int32]),
    "heard_consultation_file": at(s.heard_consultation, s.heard_file),
    "heard_consultation_named": status(
        p(s.heard_consultation), c_int32, c_size_t, p(s.heard_named),
    ),
    "heard_consultation_question": at(s.heard_consultation, s.heard_question),
    "heard_consultation_find_question": status(p(s.heard_consultation), c_char_p, p(c_size_t)),
    "heard_consultation_item": at(s.heard_consultation, s.heard_item),
    "heard_consultation_response": at(s.heard_consultation, s.heard_response),
    "heard_consultation_response_organisation": status(
        p(s.heard_consultation), c_size_t, c_size_t, p(c_size_t),
    ),
    "heard_consultation_answer": at(s.heard_consultation, s.heard_answer),
    "heard_consultation_answer_option": status(
        p(s.heard_consultation), c_size_t, c_size_t, p(c_size_t),
    ),
    "heard_consultation_state": (c_int32, [p(s.heard_consultation), c_size_t, c_size_t]),
    "heard_consultation_event": at(s.heard_consultation, s.heard_event),
    "heard_consultation_stale": at(s.heard_consultation, s.heard_stale_decision),
    "heard_consultation_ledger": status(p(s.heard_consultation), p(s.heard_ledger)),
    "heard_consultation_states": at(s.heard_consultation, s.heard_states),
    "heard_consultation_received_by": (c_uint64, [p(s.heard_consultation), c_size_t]),
    "heard_consultation_by": (c_uint64, [p(s.heard_consultation), c_int32, c_int32]),
    "heard_consultation_in_state": (c_uint64, [p(s.heard_consultation), c_size_t, c_int32]),
    "heard_consultation_free": free(s.heard_consultation),
    "heard_consultation_quote_decision": at(s.heard_consultation, s.heard_quote_decision),
    "heard_consultation_redaction": at(s.heard_consultation, s.heard_redaction),
    "heard_consultation_translation": at(s.heard_consultation, s.heard_translation),
    "heard_consultation_campaign_decision": at(s.heard_consultation, s.heard_campaign_decision),
    "heard_consultation_name_decision": at(s.heard_consultation, s.heard_name_decision),
    "heard_consultation_signoff": at(s.heard_consultation, s.heard_signoff),
    "heard_organisations_new": status(p(s.heard_consultation), out(s.heard_organisations)),
    "heard_organisations_count": count(s.heard_organisations),
    "heard_organisations_at": at(s.heard_organisations, s.heard_body),
    "heard_organisations_spelling": status(
        p(s.heard_organisations), c_size_t, c_size_t, p(s.heard_named),
    ),
    "heard_organisations_nobody_count": count(s.heard_organisations),
    "heard_organisations_nobody": at(s.heard_organisations, s.heard_named),
    "heard_organisations_proposal_count": count(s.heard_organisations),
    "heard_organisations_proposal": at(s.heard_organisations, s.heard_body_proposal),
    "heard_organisations_rows": status(p(s.heard_organisations), c_int32, out(s.heard_buffer)),
    "heard_organisations_explain": status(
        p(s.heard_organisations), c_char_p, c_size_t, out(s.heard_resemblances),
    ),
    "heard_organisations_free": free(s.heard_organisations),
    "heard_resemblances_asked": status(p(s.heard_resemblances), p(s.heard_name_parts)),
    "heard_resemblances_count": count(s.heard_resemblances),
    "heard_resemblances_at": at(s.heard_resemblances, s.heard_resemblance),
    "heard_resemblances_free": free(s.heard_resemblances),
    "heard_campaigns_find": status(
        p(s.heard_consultation), p(s.heard_campaign_options), p(s.heard_run_options),
        out(s.heard_campaigns), out(s.heard_diagnostics),
    ),
    "heard_campaigns_count": count(s.heard_campaigns),
    "heard_campaigns_at": at(s.heard_campaigns, s.heard_campaign),
    "heard_campaigns_index": status(p(s.heard_campaigns), c_char_p, p(c_size_t)),
    "heard_campaigns_of_response": (c_uint32, [p(s.heard_campaigns), c_uint32]),
    "heard_campaigns_member": status(
        p(s.heard_campaigns), c_size_t, c_size_t, p(s.heard_campaign_member),
    ),
    "heard_campaigns_organisation": status(p(s.heard_campaigns), c_size_t, c_size_t, p(c_uint32)),
    "heard_campaigns_letter": status(p(s.heard_campaigns), c_size_t, c_size_t, p(c_uint32)),
    "heard_campaigns_compare": status(
        p(s.heard_campaigns), c_size_t, c_size_t, out(s.heard_differences),
    ),
    "heard_differences_count": count(s.heard_differences),
    "heard_differences_at": at(s.heard_differences, s.heard_difference),
    "heard_differences_free": free(s.heard_differences),
    "heard_campaigns_short_answers": count(s.heard_campaigns),
    "heard_campaigns_short_answer": at(s.heard_campaigns, s.heard_short_answer),
    "heard_campaigns_free": free(s.heard_campaigns),
    "heard_privacy_find": status(p(s.heard_consultation), out(s.heard_privacy)),
    "heard_privacy_of_text": status(c_char_p, c_size_t, out(s.heard_privacy)),
    "heard_privacy_count": count(s.heard_privacy),
    "heard_privacy_at": at(s.heard_privacy, s.heard_personal),
    "heard_privacy_free": free(s.heard_privacy),
    "heard_codings_run": status(
        p(s.heard_consultation), p(s.heard_codebook), p(s.heard_run_options), out(s.heard_codings),
    ),
    "heard_codings_count": count(s.heard_codings),
    "heard_codings_at": at(s.heard_codings, s.heard_coding),
    "heard_codings_evidence": status(p(s.heard_codings), c_size_t, c_size_t, p(s.heard_evidence)),
    "heard_codings_event_count": count(s.heard_codings),
    "heard_codings_event_at": at(s.heard_codings, s.heard_event_coding),
    "heard_codings_event_evidence": status(
        p(s.heard_codings), c_size_t, c_size_t, p(s.heard_evidence),
    ),
    "heard_codings_remarks": status(p(s.heard_codings), out(s.heard_diagnostics)),
    "heard_codings_csv": status(p(s.heard_codings), out(s.heard_buffer)),
    "heard_codings_campaigns": status(p(s.heard_codings), out(s.heard_campaigns)),
    "heard_codings_free": free(s.heard_codings),
    "heard_kept_words_new": status(
        p(s.heard_consultation), p(s.heard_run_options), out(s.heard_kept_words),
    ),
    "heard_kept_words_open": status(
        p(s.heard_consultation), c_char_p, c_size_t, p(s.heard_run_options), out(s.heard_kept_words),
    ),
    "heard_kept_words_save": status(p(s.heard_kept_words), out(s.heard_buffer)),
    "heard_kept_words_code": status(
        p(s.heard_kept_words), p(s.heard_codebook), p(s.heard_run_options), out(s.heard_codings),
    ),
    "heard_kept_words_free": free(s.heard_kept_words),
    "heard_recoding_new": status(
        p(s.heard_codings), p(s.heard_codebook), p(s.heard_kept_words), p(s.heard_run_options),
        out(s.heard_recoding),
    ),
    "heard_recoding_count": count(s.heard_recoding),
    "heard_recoding_at": at(s.heard_recoding, s.heard_changed_theme),
    "heard_recoding_codings": status(p(s.heard_recoding), out(s.heard_codings)),
    "heard_recoding_free": free(s.heard_recoding),
    "heard_tokens_new": status(c_char_p, c_size_t, out(s.heard_tokens)),
    "heard_tokens_count": count(s.heard_tokens),
    "heard_tokens_at": at(s.heard_tokens, s.heard_token),
    "heard_tokens_free": free(s.heard_tokens),
    "heard_match_run": status(
        c_char_p, c_char_p, c_size_t, c_char_p, p(s.heard_codebook), out(s.heard_match),
    ),
    "heard_match_matched": (c_int32, [p(s.heard_match)]),
    "heard_match_count": count(s.heard_match),
    "heard_match_at": at(s.heard_match, s.heard_evidence),
    "heard_match_steps": count(s.heard_match),
    "heard_match_step_at": at(s.heard_match, s.heard_match_step),
    "heard_match_free": free(s.heard_match),
    "heard_kwic_run": status(
        p(s.heard_consultation), c_char_p, p(s.heard_codebook), p(s.heard_kwic_options),
        p(s.heard_run_options), out(s.heard_kwic),
    ),
    "heard_kwic_count": count(s.heard_kwic),
    "heard_kwic_at": at(s.heard_kwic, s.heard_kwic_line),
    "heard_kwic_free": free(s.heard_kwic),
    "heard_axis_parse": status(p(s.heard_consultation), c_char_p, p(s.heard_axis)),
    "heard_table_new": status(
        p(s.heard_codings), p(s.heard_table_spec), p(s.heard_run_options), out(s.heard_table),
    ),
    "heard_table_shape": (None, [p(s.heard_table), p(c_size_t), p(c_size_t)]),
    "heard_table_overlap": (c_int32, [p(s.heard_table), c_int32]),
    "heard_table_heading": status(p(s.heard_table), c_int32, c_size_t, p(s.heard_heading)),
    "heard_table_cell": status(p(s.heard_table), c_size_t, c_size_t, p(s.heard_cell)),
    "heard_table_notes": count(s.heard_table),
    "heard_table_note": (c_char_p, [p(s.heard_table), c_size_t]),
    "heard_table_render": status(p(s.heard_table), c_int32, out(s.heard_buffer)),
    "heard_table_explain": status(p(s.heard_table), c_size_t, c_size_t, out(s.heard_cell_sources)),
    "heard_cell_sources_count": count(s.heard_cell_sources),
    "heard_cell_sources_at": at(s.heard_cell_sources, s.heard_cell_source),
    "heard_cell_sources_free": free(s.heard_cell_sources),
    "heard_table_free": free(s.heard_table),
    "heard_sensitivity_new": status(
        p(s.heard_codings), p(s.heard_table_spec), p(s.heard_run_options), out(s.heard_sensitivity),
    ),
    "heard_sensitivity_count": count(s.heard_sensitivity),
    "heard_sensitivity_at": at(s.heard_sensitivity, s.heard_sensitivity_row),
    "heard_sensitivity_render": status(p(s.heard_sensitivity), c_int32, out(s.heard_buffer)),
    "heard_sensitivity_free": free(s.heard_sensitivity),
    "heard_quotes_select": status(
        p(s.heard_codings), c_size_t, p(s.heard_quote_options), out(s.heard_quotes),
    ),
    "heard_quotes_count": count(s.heard_quotes),
    "heard_quotes_at": at(s.heard_quotes, s.heard_quote),
    "heard_quotes_free": free(s.heard_quotes),
    "heard_report_render": status(p(s.heard_codings), p(s.heard_run_options), out(s.heard_report)),
    "heard_report_count": count(s.heard_report),
    "heard_report_at": at(s.heard_report, s.heard_report_file),
    "heard_report_free": free(s.heard_report),
    "heard_stream_new": status(
        p(s.heard_manifest), p(s.heard_codebook), p(s.heard_stream_options), p(s.heard_run_options),
        out(s.heard_stream),
    ),
    "heard_stream_wanted_count": count(s.heard_stream),
    "heard_stream_wanted": at(s.heard_stream, s.heard_wanted),
    "heard_stream_supply": status(p(s.heard_stream), c_char_p, c_char_p, c_size_t),
    "heard_stream_close": status(p(s.heard_stream), c_char_p),
    "heard_stream_next": status(p(s.heard_stream), p(s.heard_stream_file)),
    "heard_stream_take": status(p(s.heard_stream), c_char_p, c_size_t),
    "heard_stream_end": status(p(s.heard_stream), c_int32),
    "heard_stream_codings": status(p(s.heard_stream), out(s.heard_buffer)),
    "heard_stream_finish": status(
        p(s.heard_stream), out(s.heard_report), out(s.heard_diagnostics)
    ),
    "heard_stream_free": free(s.heard_stream),
    "heard_disclose_render": status(
        p(s.heard_consultation), p(s.heard_disclose_options), out(s.heard_report),
    ),
    "heard_purge_new": status(
        p(s.heard_manifest), p(s.heard_consultation), c_char_p, c_char_p, c_char_p, c_char_p,
        out(s.heard_purge),
    ),
    "heard_purge_supply": status(p(s.heard_purge), c_char_p, c_char_p, c_size_t),
    "heard_purge_count": count(s.heard_purge),
    "heard_purge_at": at(s.heard_purge, s.heard_purge_file),
    "heard_purge_places": count(s.heard_purge),
    "heard_purge_place_at": at(s.heard_purge, s.heard_purge_place),
    "heard_purge_find": status(p(s.heard_purge), c_char_p, c_size_t, p(c_size_t)),
    "heard_purge_free": free(s.heard_purge),
}


def declare(library: ctypes.CDLL) -> None:
    """Gives every function its types; a function that the library lacks is an AttributeError."""
    for name, (result, arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments

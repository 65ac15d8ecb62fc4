"""The functions of heard.h: result and arguments of each, in the header's order.

tests/test_abi.py holds them against the header.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char, c_char_p, c_int32, c_size_t, c_uint32, c_uint64
from typing import Any

from . import _structs as s

p = ctypes.POINTER


def out(handle: Any) -> Any:
    """The type of an out-parameter for a handle."""
    return p(p(handle))


ERR = out(s.heard_error)

FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "heard_abi_version": (c_uint32, []),
    "heard_version": (c_char_p, []),
    "heard_unicode_version": (c_char_p, []),
    "heard_status_name": (c_char_p, [c_int32]),
    "heard_error_status": (c_int32, [p(s.heard_error)]),
    "heard_error_message": (c_char_p, [p(s.heard_error)]),
    "heard_error_location": (p(s.heard_location), [p(s.heard_error)]),
    "heard_error_free": (None, [p(s.heard_error)]),
    "heard_diagnostics_count": (c_size_t, [p(s.heard_diagnostics)]),
    "heard_diagnostics_errors": (c_size_t, [p(s.heard_diagnostics)]),
    "heard_diagnostics_at": (
        c_int32,
        [p(s.heard_diagnostics), c_size_t, p(s.heard_diagnostic), ERR],
    ),
    "heard_diagnostics_free": (None, [p(s.heard_diagnostics)]),
    "heard_buffer_data": (p(c_char), [p(s.heard_buffer), p(c_size_t)]),
    "heard_buffer_free": (None, [p(s.heard_buffer)]),
    "heard_words_count": (c_size_t, [c_int32]),
    "heard_words_at": (c_char_p, [c_int32, c_int32]),
    "heard_words_find": (c_int32, [c_int32, c_char_p]),
    "heard_manifest_parse": (
        c_int32,
        [c_char_p, c_size_t, c_char_p, out(s.heard_manifest), out(s.heard_diagnostics), ERR],
    ),
    "heard_manifest_codebook": (c_char_p, [p(s.heard_manifest)]),
    "heard_manifest_free": (None, [p(s.heard_manifest)]),
    "heard_codebook_parse": (
        c_int32,
        [c_char_p, c_size_t, c_char_p, out(s.heard_codebook), out(s.heard_diagnostics), ERR],
    ),
    "heard_codebook_count": (c_size_t, [p(s.heard_codebook)]),
    "heard_codebook_theme": (c_int32, [p(s.heard_codebook), c_size_t, p(s.heard_theme), ERR]),
    "heard_codebook_find": (c_int32, [p(s.heard_codebook), c_char_p, p(c_size_t), ERR]),
    "heard_codebook_free": (None, [p(s.heard_codebook)]),
    "heard_builder_new": (c_int32, [p(s.heard_manifest), out(s.heard_builder), ERR]),
    "heard_builder_wanted_count": (c_size_t, [p(s.heard_builder)]),
    "heard_builder_wanted": (c_int32, [p(s.heard_builder), c_size_t, p(s.heard_wanted), ERR]),
    "heard_builder_supply": (c_int32, [p(s.heard_builder), c_char_p, c_char_p, c_size_t, ERR]),
    "heard_builder_close": (c_int32, [p(s.heard_builder), c_char_p, ERR]),
    "heard_builder_finish": (
        c_int32,
        [
            p(s.heard_builder), p(s.heard_codebook), p(s.heard_run_options),
            out(s.heard_consultation), out(s.heard_diagnostics), ERR,
        ],
    ),
    "heard_builder_free": (None, [p(s.heard_builder)]),
    "heard_consultation_count": (c_size_t, [p(s.heard_consultation), c_int32]),
    "heard_consultation_id": (c_char_p, [p(s.heard_consultation)]),
    "heard_consultation_title": (c_char_p, [p(s.heard_consultation)]),
    "heard_consultation_question": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_question), ERR],
    ),
    "heard_consultation_find_question": (
        c_int32,
        [p(s.heard_consultation), c_char_p, p(c_size_t), ERR],
    ),
    "heard_consultation_named": (
        c_int32,
        [p(s.heard_consultation), c_int32, c_size_t, p(s.heard_named), ERR],
    ),
    "heard_consultation_response": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_response), ERR],
    ),
    "heard_consultation_response_organisation": (
        c_int32,
        [p(s.heard_consultation), c_size_t, c_size_t, p(c_size_t), ERR],
    ),
    "heard_consultation_answer": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_answer), ERR],
    ),
    "heard_consultation_answer_option": (
        c_int32,
        [p(s.heard_consultation), c_size_t, c_size_t, p(c_size_t), ERR],
    ),
    "heard_consultation_state": (c_int32, [p(s.heard_consultation), c_size_t, c_size_t]),
    "heard_consultation_ledger": (c_int32, [p(s.heard_consultation), p(s.heard_ledger), ERR]),
    "heard_consultation_states": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_states), ERR],
    ),
    "heard_consultation_received_by": (c_uint64, [p(s.heard_consultation), c_size_t]),
    "heard_consultation_by": (c_uint64, [p(s.heard_consultation), c_int32, c_int32]),
    "heard_consultation_in_state": (c_uint64, [p(s.heard_consultation), c_size_t, c_int32]),
    "heard_consultation_file": (c_int32, [p(s.heard_consultation), c_size_t, p(s.heard_file), ERR]),
    "heard_consultation_item": (c_int32, [p(s.heard_consultation), c_size_t, p(s.heard_item), ERR]),
    "heard_consultation_event": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_event), ERR],
    ),
    "heard_consultation_stale": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_stale_decision), ERR],
    ),
    "heard_consultation_free": (None, [p(s.heard_consultation)]),
    "heard_consultation_quote_decision": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_quote_decision), ERR],
    ),
    "heard_consultation_redaction": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_redaction), ERR],
    ),
    "heard_consultation_translation": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_translation), ERR],
    ),
    "heard_consultation_campaign_decision": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_campaign_decision), ERR],
    ),
    "heard_consultation_name_decision": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_name_decision), ERR],
    ),
    "heard_consultation_signoff": (
        c_int32,
        [p(s.heard_consultation), c_size_t, p(s.heard_signoff), ERR],
    ),
    "heard_codings_run": (
        c_int32,
        [
            p(s.heard_consultation), p(s.heard_codebook), p(s.heard_run_options),
            out(s.heard_codings), ERR,
        ],
    ),
    "heard_codings_count": (c_size_t, [p(s.heard_codings)]),
    "heard_codings_at": (c_int32, [p(s.heard_codings), c_size_t, p(s.heard_coding), ERR]),
    "heard_codings_evidence": (
        c_int32,
        [p(s.heard_codings), c_size_t, c_size_t, p(s.heard_evidence), ERR],
    ),
    "heard_codings_event_count": (c_size_t, [p(s.heard_codings)]),
    "heard_codings_event_at": (
        c_int32,
        [p(s.heard_codings), c_size_t, p(s.heard_event_coding), ERR],
    ),
    "heard_codings_event_evidence": (
        c_int32,
        [p(s.heard_codings), c_size_t, c_size_t, p(s.heard_evidence), ERR],
    ),
    "heard_codings_remarks": (c_int32, [p(s.heard_codings), out(s.heard_diagnostics), ERR]),
    "heard_codings_csv": (c_int32, [p(s.heard_codings), out(s.heard_buffer), ERR]),
    "heard_codings_free": (None, [p(s.heard_codings)]),
    "heard_campaigns_find": (
        c_int32,
        [
            p(s.heard_consultation), p(s.heard_campaign_options), p(s.heard_run_options),
            out(s.heard_campaigns), out(s.heard_diagnostics), ERR,
        ],
    ),
    "heard_campaigns_count": (c_size_t, [p(s.heard_campaigns)]),
    "heard_campaigns_at": (c_int32, [p(s.heard_campaigns), c_size_t, p(s.heard_campaign), ERR]),
    "heard_campaigns_index": (c_int32, [p(s.heard_campaigns), c_char_p, p(c_size_t), ERR]),
    "heard_campaigns_of_response": (c_uint32, [p(s.heard_campaigns), c_uint32]),
    "heard_campaigns_member": (
        c_int32,
        [p(s.heard_campaigns), c_size_t, c_size_t, p(s.heard_campaign_member), ERR],
    ),
    "heard_campaigns_organisation": (
        c_int32,
        [p(s.heard_campaigns), c_size_t, c_size_t, p(c_uint32), ERR],
    ),
    "heard_campaigns_compare": (
        c_int32,
        [p(s.heard_campaigns), c_size_t, c_size_t, out(s.heard_differences), ERR],
    ),
    "heard_differences_count": (c_size_t, [p(s.heard_differences)]),
    "heard_differences_at": (
        c_int32,
        [p(s.heard_differences), c_size_t, p(s.heard_difference), ERR],
    ),
    "heard_differences_free": (None, [p(s.heard_differences)]),
    "heard_campaigns_short_answers": (c_size_t, [p(s.heard_campaigns)]),
    "heard_campaigns_short_answer": (
        c_int32,
        [p(s.heard_campaigns), c_size_t, p(s.heard_short_answer), ERR],
    ),
    "heard_campaigns_free": (None, [p(s.heard_campaigns)]),
    "heard_axis_parse": (c_int32, [p(s.heard_consultation), c_char_p, p(s.heard_axis), ERR]),
    "heard_table_new": (
        c_int32,
        [
            p(s.heard_codings), p(s.heard_table_spec), p(s.heard_run_options),
            out(s.heard_table), ERR,
        ],
    ),
    "heard_table_shape": (None, [p(s.heard_table), p(c_size_t), p(c_size_t)]),
    "heard_table_overlap": (c_int32, [p(s.heard_table), c_int32]),
    "heard_table_heading": (
        c_int32,
        [p(s.heard_table), c_int32, c_size_t, p(s.heard_heading), ERR],
    ),
    "heard_table_cell": (c_int32, [p(s.heard_table), c_size_t, c_size_t, p(s.heard_cell), ERR]),
    "heard_table_notes": (c_size_t, [p(s.heard_table)]),
    "heard_table_note": (c_char_p, [p(s.heard_table), c_size_t]),
    "heard_table_render": (c_int32, [p(s.heard_table), c_int32, out(s.heard_buffer), ERR]),
    "heard_table_explain": (
        c_int32,
        [p(s.heard_table), c_size_t, c_size_t, out(s.heard_cell_sources), ERR],
    ),
    "heard_cell_sources_count": (c_size_t, [p(s.heard_cell_sources)]),
    "heard_cell_sources_at": (
        c_int32,
        [p(s.heard_cell_sources), c_size_t, p(s.heard_cell_source), ERR],
    ),
    "heard_cell_sources_free": (None, [p(s.heard_cell_sources)]),
    "heard_table_free": (None, [p(s.heard_table)]),
    "heard_sensitivity_new": (
        c_int32,
        [
            p(s.heard_codings), p(s.heard_table_spec), p(s.heard_run_options),
            out(s.heard_sensitivity), ERR,
        ],
    ),
    "heard_sensitivity_count": (c_size_t, [p(s.heard_sensitivity)]),
    "heard_sensitivity_at": (
        c_int32,
        [p(s.heard_sensitivity), c_size_t, p(s.heard_sensitivity_row), ERR],
    ),
    "heard_sensitivity_render": (
        c_int32,
        [p(s.heard_sensitivity), c_int32, out(s.heard_buffer), ERR],
    ),
    "heard_sensitivity_free": (None, [p(s.heard_sensitivity)]),
    "heard_quotes_select": (
        c_int32,
        [p(s.heard_codings), c_size_t, p(s.heard_quote_options), out(s.heard_quotes), ERR],
    ),
    "heard_quotes_count": (c_size_t, [p(s.heard_quotes)]),
    "heard_quotes_at": (c_int32, [p(s.heard_quotes), c_size_t, p(s.heard_quote), ERR]),
    "heard_quotes_free": (None, [p(s.heard_quotes)]),
    "heard_organisations_new": (
        c_int32,
        [p(s.heard_consultation), out(s.heard_organisations), ERR],
    ),
    "heard_organisations_count": (c_size_t, [p(s.heard_organisations)]),
    "heard_organisations_at": (
        c_int32,
        [p(s.heard_organisations), c_size_t, p(s.heard_body), ERR],
    ),
    "heard_organisations_spelling": (
        c_int32,
        [p(s.heard_organisations), c_size_t, c_size_t, p(s.heard_named), ERR],
    ),
    "heard_organisations_nobody_count": (c_size_t, [p(s.heard_organisations)]),
    "heard_organisations_nobody": (
        c_int32,
        [p(s.heard_organisations), c_size_t, p(s.heard_named), ERR],
    ),
    "heard_organisations_proposal_count": (c_size_t, [p(s.heard_organisations)]),
    "heard_organisations_proposal": (
        c_int32,
        [p(s.heard_organisations), c_size_t, p(s.heard_body_proposal), ERR],
    ),
    "heard_organisations_rows": (
        c_int32,
        [p(s.heard_organisations), c_int32, out(s.heard_buffer), ERR],
    ),
    "heard_organisations_explain": (
        c_int32,
        [p(s.heard_organisations), c_char_p, c_size_t, out(s.heard_resemblances), ERR],
    ),
    "heard_organisations_free": (None, [p(s.heard_organisations)]),
    "heard_resemblances_asked": (
        c_int32,
        [p(s.heard_resemblances), p(s.heard_name_parts), ERR],
    ),
    "heard_resemblances_count": (c_size_t, [p(s.heard_resemblances)]),
    "heard_resemblances_at": (
        c_int32,
        [p(s.heard_resemblances), c_size_t, p(s.heard_resemblance), ERR],
    ),
    "heard_resemblances_free": (None, [p(s.heard_resemblances)]),
    "heard_privacy_find": (
        c_int32,
        [p(s.heard_consultation), out(s.heard_privacy), ERR],
    ),
    "heard_privacy_of_text": (c_int32, [c_char_p, c_size_t, out(s.heard_privacy), ERR]),
    "heard_privacy_count": (c_size_t, [p(s.heard_privacy)]),
    "heard_privacy_at": (c_int32, [p(s.heard_privacy), c_size_t, p(s.heard_personal), ERR]),
    "heard_privacy_free": (None, [p(s.heard_privacy)]),
    "heard_tokens_new": (c_int32, [c_char_p, c_size_t, out(s.heard_tokens), ERR]),
    "heard_tokens_count": (c_size_t, [p(s.heard_tokens)]),
    "heard_tokens_at": (c_int32, [p(s.heard_tokens), c_size_t, p(s.heard_token), ERR]),
    "heard_tokens_free": (None, [p(s.heard_tokens)]),
    "heard_match_run": (
        c_int32,
        [c_char_p, c_char_p, c_size_t, c_char_p, p(s.heard_codebook), out(s.heard_match), ERR],
    ),
    "heard_match_matched": (c_int32, [p(s.heard_match)]),
    "heard_match_count": (c_size_t, [p(s.heard_match)]),
    "heard_match_at": (c_int32, [p(s.heard_match), c_size_t, p(s.heard_evidence), ERR]),
    "heard_match_steps": (c_size_t, [p(s.heard_match)]),
    "heard_match_step_at": (c_int32, [p(s.heard_match), c_size_t, p(s.heard_match_step), ERR]),
    "heard_match_free": (None, [p(s.heard_match)]),
    "heard_kwic_run": (
        c_int32,
        [
            p(s.heard_consultation), c_char_p, p(s.heard_codebook), p(s.heard_kwic_options),
            p(s.heard_run_options), out(s.heard_kwic), ERR,
        ],
    ),
    "heard_kwic_count": (c_size_t, [p(s.heard_kwic)]),
    "heard_kwic_at": (c_int32, [p(s.heard_kwic), c_size_t, p(s.heard_kwic_line), ERR]),
    "heard_kwic_free": (None, [p(s.heard_kwic)]),
    "heard_report_render": (
        c_int32,
        [p(s.heard_codings), p(s.heard_run_options), out(s.heard_report), ERR],
    ),
    "heard_report_count": (c_size_t, [p(s.heard_report)]),
    "heard_report_at": (c_int32, [p(s.heard_report), c_size_t, p(s.heard_report_file), ERR]),
    "heard_report_free": (None, [p(s.heard_report)]),
    "heard_disclose_render": (
        c_int32,
        [p(s.heard_consultation), p(s.heard_disclose_options), out(s.heard_report), ERR],
    ),
    "heard_purge_new": (
        c_int32,
        [
            p(s.heard_manifest), p(s.heard_consultation), c_char_p, c_char_p, c_char_p, c_char_p,
            out(s.heard_purge), ERR,
        ],
    ),
    "heard_purge_supply": (c_int32, [p(s.heard_purge), c_char_p, c_char_p, c_size_t, ERR]),
    "heard_purge_count": (c_size_t, [p(s.heard_purge)]),
    "heard_purge_at": (c_int32, [p(s.heard_purge), c_size_t, p(s.heard_purge_file), ERR]),
    "heard_purge_places": (c_size_t, [p(s.heard_purge)]),
    "heard_purge_place_at": (c_int32, [p(s.heard_purge), c_size_t, p(s.heard_purge_place), ERR]),
    "heard_purge_find": (c_int32, [p(s.heard_purge), c_char_p, c_size_t, p(c_size_t), ERR]),
    "heard_purge_free": (None, [p(s.heard_purge)]),
}


def declare(library: ctypes.CDLL) -> None:
    """Gives every function its types; a function that the library lacks is an AttributeError."""
    for name, (result, arguments) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments

"""The closed sets of the model, whose words stand in files, tables and objects."""

from __future__ import annotations

from . import _entities as e
from ._calls import words

#: The words of each set, in the order of their values in heard.h: `vocabularies["dispositions"]`.
#: Units and bases are what :meth:`heard.Codings.table` takes.
vocabularies: dict[str, tuple[str, ...]] = {
    name: words(value)
    for name, value in {
        "dispositions": e.DISPOSITIONS,
        "lateness": e.LATENESS,
        "capacities": e.CAPACITIES,
        "publications": e.PUBLICATIONS,
        "organisation_roles": e.ORGANISATION_ROLES,
        "question_kinds": e.QUESTION_KINDS,
        "question_aspects": e.QUESTION_ASPECTS,
        "answer_states": e.ANSWER_STATES,
        "answer_origins": e.ANSWER_ORIGINS,
        "coder_kinds": e.CODER_KINDS,
        "stances": e.STANCES,
        "units": e.UNITS,
        "bases": e.BASES,
        "token_kinds": e.TOKEN_KINDS,
        "quote_actions": e.QUOTE_ACTIONS,
        "campaign_policies": e.CAMPAIGN_POLICIES,
        "name_actions": e.NAME_ACTIONS,
        "small_numbers": e.SMALL_NUMBERS,
        "memberships": e.MEMBERSHIPS,
        "difference_kinds": e.DIFFERENCE_KINDS,
        "campaign_views": e.CAMPAIGN_VIEWS,
        "attribution_forms": e.ATTRIBUTION_FORMS,
        "ways_held": e.WAYS_HELD,
    }.items()
}

"""Makes examples/data/case-for-change, an invented consultation. See make_case_for_change.py."""

/// @file
/// Manifests without a fault.
#pragma once

namespace heard::test {

/// A small consultation with most of what a manifest needs.
inline constexpr const char* library_hours = R"toml(
[consultation]
id = "library-hours"
title = "Library opening hours"
opens = 2026-03-02
closes = 2026-04-27
language = "en"

[[chapter]]
id = "c1"
title = "When we open"

[[question]]
id = "c1q1"
chapter = "c1"
kind = "open"
text = "When would you use the library if you could?"

[[question]]
id = "you"
kind = "multiple"
role = "about_you"
text = "Which of these describe you?"
options = [
  { id = "parent", label = "Parent, carer or guardian" },
  { id = "student", label = "Student" },
]

[[source]]
file = "data/form.csv"
channel = "form"
response_id = "Response ID"
received = { column = "Submitted", format = "%d/%m/%Y %H:%M" }
organisation = "Name of organisation"
publication = { column = "May we publish your answer?", named = "Yes, with my name", anonymous = "Yes, without my name", counted_only = "No" }
contact = ["Email"]
answers = { c1q1 = "Q1 - When would you use the library?", you = { column = "About you", separator = ";" } }

[counting]
precedence = ["adjudicated", "human", "rule"]
repeats = "keep_all_flagged"

[words]
scale = "none"          # until a scale is declared, counts only
)toml";

/// Every key of docs/manifest.md.
inline constexpr const char* everything = R"toml(
[consultation]
id = "x"
title = "X"
publisher = "The council"
opens = 2026-03-02
closes = 2026-03-02
language = "EN-gb"
about = """
What was asked."""
note = "Invented"
codebook = "themes/codebook.toml"
decisions = "people/"

[[channel]]
id = "letter"
title = "Letters"
note = "No boxes"

[[chapter]]
id = "c1"
title = "One"
note = "Chapter note"
reply = "Chapter reply"

[[chapter]]
id = "c2"
title = "Two"

[[question]]
id = "why"
chapter = "c2"
kind = "open"
aspect = "missed"
text = "Why?"
label = "Reasons"
channels = ["form", "letter"]
note = "Question note"
reply = "Question reply"

[[question]]
id = "what"
chapter = "c1"
kind = "open"
text = "What?"

[[question]]
id = "agree"
chapter = "c1"
kind = "scale"
text = "Do you agree?"
options = [{ id = "no", label = "No" }, { id = "yes", label = "Yes", aliases = ["Yes!", "Aye"], note = "Many" }]

[[question]]
id = "area"
kind = "single"
role = "about_you"
text = "Where?"
options = [{ id = "north", label = "North" }]

[[question]]
id = "who"
kind = "multiple"
role = "about_you"
text = "Who?"
other = "Other (please say)"
options = [{ id = "carer", label = "Carer", attribution = "carer" }]

[[question]]
id = "body"
kind = "single"
role = "about_you"
text = "What are you?"
other = "Other:"
options = [{ id = "other", label = "Something else", attribution_label = "somebody" }]

[[source]]
file = "data/a.TSV"
channel = "form"
encoding = "utf-16le"
delimiter = "\t"
header_rows = 2
response_id = "ID"
respondent = "User"
received = { column = "When", format = "%F" }
organisation = { column = "Body", role = "signatory", separator = ";" }
capacity = { column = "For", self = ["Me", "Myself"], organisation = "Body", both = "Both", unknown = "Rather not say" }
publication = { all = "anonymous" }
disposition = { column = "Status", included = "Done", out_of_scope = "Spam" }
language = { column = "Language", cy = "Welsh", EN = "English" }
contact = ["Email", "Name"]

[source.answers]
why = { columns = ["Why, part one", "Why, part two"], wording = "Why is that?" }
agree = { column = "Agree", assigned = true }
who = { columns = { carer = "Who: carer", other = "Who: other" }, ticked = ["x", "X"] }

[[source.coding]]
coder = "AB"
kind = "human"
question = "why"
columns = { hours = "Theme: hours" }
ticked = ["1"]
when = 2026-05-01

[[source.coding]]
coder = "big"
kind = "model"
question = "why"
column = "Themes"
values = { hours = ["Hours", "hours"], cost = "Cost" }
separator = "|"
ignore = ["none"]
model = "big-model"
version = "3"
when = "in May"
review = false

[[source]]
file = "data/b.csv"
channel = "panel"
response_id = "id"
language = { column = "lang" }
long = { question = "Question", answer = "Answer", values = { why = "Why?", what = ["What?", "And what?"] } }

[[source.coding]]
coder = "AB"
kind = "human"
column = "Theme"
values = { hours = "H" }

[[event]]
id = "hall"
title = "At the hall"
date = 2026-03-05
place = "The hall"
attendance = 12
notes = "data/hall.txt"

[register]
file = "letters.csv"
received_format = "%d %B %Y"

[states]
no_comment = ["nothing"]
refers = ["see there"]

[counting]
precedence = ["model"]
repeats = "keep_first"
late = "leave_out"
late_except = ["r7"]

[report]
attribution = "body"
attribution_order = ["other"]
attribution_categories = 2
k = 10
quotes = 0

[privacy]
small_numbers = "k10_round5"

[words]
scale = "none"

[final]
disclose = { unreadable = "Two rows.", stale = "One." }
)toml";

}  // namespace heard::test

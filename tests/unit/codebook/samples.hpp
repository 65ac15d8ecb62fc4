/// @file
/// A codebook without a fault.
#pragma once

namespace heard::test {

inline constexpr const char* library_codebook = R"toml(
[codebook]
language = "en"

[[list]]
id = "carers"
words = ["carer*", "guardian*", "parent*"]

[[theme]]
id = "hours"
name = "Opening hours"

[[theme]]                       # an array, so that the order written is the order kept
id = "evening-hours"
name = "Evening opening"
description = "Asks for opening after six"
parent = "hours"
questions = ["c1q1"]
match = ['(open* OR close*) NEAR/4 (evening* OR late*)', '#carers AND "after work"']
unless = ['"opening ceremony"']
stance_of = "The library should open in the evening"
for = ['should NEAR/5 open']
against = ['(no OR not) BEFORE/3 need*']

[[theme]]
id = "staff"
match = ["""
librarian* OR \
  "front desk" """, "@hours AND NOT staff"]
)toml";

}  // namespace heard::test

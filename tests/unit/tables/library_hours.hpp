/// @file
/// Ten responses that the tables of these tests are worked out from by hand.
#pragma once

#include "support/small_consultation.hpp"

namespace heard::test {

/// r1 and r2 have one sender; r7 is left out; a person overrides the rules at r4's q1 and r8's q1.
inline small_consultation library_hours() {
  small_consultation out;
  out.channels[1].note = "letters ticked no boxes";
  out.option_notes = {{"student", "this category holds several similar responses"}};
  out.chapters = {"c1", "c2"};
  out.asked = {{"q1", question_kind::open, "c1", ""},
               {"agree", question_kind::scale, "c1", "no yes", "form"},
               {"q2", question_kind::open, "c2", "", "form"},
               {"you", question_kind::multiple, "", "parent student carer", "form"}};
  out.responses = {
      {"r1",
       "form",
       {{"q1", "Evening opening please."},
        {"q2", "Parking."},
        {"agree", "yes"},
        {"you", "parent student"}},
       "sender 1"},
      {"r2", "form", {{"q1", "Sunday, Sunday!"}, {"agree", "no"}, {"you", "parent"}}, "sender 1"},
      {"r3",
       "form",
       {{"q1", no_comment},
        {"q2", "More parking, evening parking."},
        {"agree", "yes"},
        {"you", "student"}}},
      {"r4", "form", {{"q1", "I like the evening."}, {"agree", "yes"}}},
      {"r5",
       "letter",
       {{"q1", "Opening on Sunday."}},
       "",
       capacity::organisation,
       {"Alpha Trust", "Beta Trust"}},
      {"r6", "letter", {{"general", "An evening."}}, "", capacity::both, {"Alpha Trust"}},
      {"r7",
       "form",
       {{"q1", "Evening."}, {"you", "student"}},
       "",
       capacity::self,
       {},
       disposition::duplicate},
      {"r8",
       "form",
       {{"q1", "Sunday is fine as it is."}, {"q2", "Parking!"}, {"you", "student"}},
       "",
       capacity::self,
       {"Gamma Club"}},
      {"r9", "form", {{"q1", refers}, {"you", "parent"}}},
      {"r10", "letter", {{"q1", unread}}},
  };
  out.codings = {{"r4", "q1", "alice", "sunday", ""}};
  out.reviews = {{"r8", "q1", "alice"}};
  out.themes = {{"hours", {"opening"}, "", {}, "Hours"},
                {"parking", {"parking"}, "", {"q2"}, "Parking"},
                {"evening", {"evening"}, "hours", {}, "Evenings"},
                {"sunday", {"sunday"}, "hours", {}, "Sundays"}};
  return out;
}

}  // namespace heard::test

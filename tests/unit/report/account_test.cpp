#include "unit/report/benches.hpp"

#include <doctest/doctest.h>

using namespace heard;
using heard::test::benches;
using heard::test::bytes_of;
using heard::test::contains;

// Every number here was counted by hand from the comment on top of benches.hpp.
TEST_CASE("the arithmetic of a small consultation") {
  const std::string text = bytes_of(render_report(benches::coded(), {}), "publish/report.md");
  for (const std::string sum : {
           "16 received = 14 by form + 2 by post\n",
           "16 received = 17 items that arrived − 1 not a response + 1 more from items that "
           "held more than one − 1 joined to another response\n",
           "16 received = 12 included + 1 blank + 1 test + 1 unreadable + 1 pending\n",
           "11 counted in this account = 12 included − 1 late and left out\n",
           "11 counted = 2 on behalf of an organisation + 9 on their own behalf\n",
           "11 counted = 1 that may be quoted and, where they are bodies, named + 7 that may be "
           "quoted without a name + 1 that asked to be counted only + 2 that did not say\n",
           "\n2 responses were made on behalf of 2 organisations.\n",
           "\n1 response was let in after the closing day.\n",
           "1 counted response gave the same answers as an earlier one of the same sender.",
           "**1 decision was made on words that have changed since; it was set aside.**",
           "**The words of 1 letter or attachment are not yet turned into text",
           "**1 response is unreadable",
           "**1 response is pending",
           "**On responses that are pending**: One response waits for a signature.",
           // The question "where".
           "10 of the 11 counted responses answered (91%).",
           "11 counted = 8 with words + 1 in a language without rules + 1 with no comment + 1 not "
           "asked\n",
           "In 1 of the 8 responses with words here (13%) no theme of the codebook was found.",
           "| Places | 6 of 10 | 60% | 5 |\n",
           "| &emsp;The pond | 4 of 10 | 40% | 3 |\n",
           "| &emsp;The school | 2 of 10 | 20% | 2 |\n",
           "**The shop**: 1 of 10 (10%)\n",
           "Found in at least 4 of 10 responses (40%), in 3 of them by rule alone.",
           "Found by rule in at least 2 of 10 responses (20%).",
           // R01 for, by a person; R05 against; no side is found in R03 and R06.
           "4 that raised it = 1 for + 1 against + 2 without a stance",
           // The closed question: R01 daily; R02, R03, R13 weekly; R04 never.
           "| Sits out weekly | 3 of 5 | 60% |\n",
           // About the respondents: nine were asked, by form.
           "| A neighbour | 4 of 9 | 44% |\n",
           "| A visitor | 1 of 9 | 11% |\n",
           "- A visitor: The fair was on.\n",
           "Each raised in one response; all were found by rule",
           "first of these that coded or read it: people, rules.\n",
           "\n5 themes, with what was found over all open questions.\n",
           "### 2.1 Categories\n",
           "- Base: responses that answered the question \"Where\"; in each column those with its "
           "choice at \"Who responded\"\n- Groups of fewer than 2 are left out: A trader; A "
           "visitor\n\n",
           "There will be ten benches.",
           "Bins will come next year.",
           "| At the fair | 1 April 2026 | The green | 30 |",
           "- **At the fair** – Themes found by rule in the notes: The school; The pond\n",
       }) {
    CAPTURE(sum);
    CHECK(contains(text, sum));
  }
}

TEST_CASE("a group of fewer than k is not shown in publish/, and named") {
  const auto files = render_report(benches::coded(), {});
  // At "where" one trader and one visitor answered; k is 2.
  const std::string& published = bytes_of(files, "publish/tables/where-by-you.csv");
  CHECK(contains(published, "neighbour"));
  CHECK_FALSE(contains(published, "trader"));
  CHECK(contains(bytes_of(files, "publish/report.md"),
                 "- Groups of fewer than 2 are left out: A trader; A visitor\n"));
  CHECK(contains(bytes_of(files, "internal/tables/where-by-you.csv"), "trader"));
}

TEST_CASE("what holds for one table only, and what is no sum, is left out") {
  const std::string text = bytes_of(render_report(benches::coded(), {}), "publish/report.md");
  for (const char* part : {"stale", "figures for organisations differ", "0 lists", "adjudicat",
                           "11 counted = 11", "so columns overlap", "&#32;", "0\\."}) {
    CAPTURE(part);
    CHECK_FALSE(contains(text, part));
  }
  // The note of a group that is shown once, where the question itself is, not where it is left out.
  CHECK(text.find("The fair was on.") == text.rfind("The fair was on."));
}

TEST_CASE("the order of the report") {
  const std::string text = bytes_of(render_report(benches::coded(), {}), "publish/report.md");
  std::size_t at = 0;
  for (const std::string heading : {"# Benches and lamps",
                                    "## 1 Introduction",
                                    "## 2 Who responded",
                                    "## 3 Chapter 1: Benches",
                                    "### 3.1 Where",
                                    "#### The pond",
                                    "#### The school",
                                    "#### Other points",
                                    "#### Differences between groups",
                                    "### 3.2 How often",
                                    "### 3.3 Words on the chapter",
                                    "## 4 Chapter 2: Lamps",
                                    "## 5 What was missed",
                                    "### 5.1 What the codebook does not cover",
                                    "### 5.2 Missed",
                                    "## 6 Annex",
                                    "### 6.1 The organisations",
                                    "### 6.2 What became",
                                    "### 6.3 How it was counted",
                                    "### 6.4 The codebook",
                                    "### 6.5 The run"}) {
    CAPTURE(heading);
    const std::size_t found = text.find(heading, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  CHECK_FALSE(contains(text, "For those who work on it"));
}

TEST_CASE("no word of a scale, which none declares") {
  const std::string text = bytes_of(render_report(benches::coded(), {}), "publish/report.md");
  for (const char* word :
       {" many ", " most ", " few ", "majority", "minority", " some respondents"}) {
    CAPTURE(word);
    CHECK_FALSE(contains(text, word));
  }
}

TEST_CASE("what people work on, in internal/ only") {
  const auto files = render_report(benches::coded(), {});
  const auto list = [&](const char* name) {
    return bytes_of(files, std::string("internal/tables/list-") + name + ".csv");
  };
  CHECK(list("unreadable") ==
        "Response,Where,Reason\r\nR09,\"data/CANARYFILE.csv, row 10\",CANARYREASON\r\n");
  CHECK(contains(list("pending"), "R10,"));
  CHECK(contains(list("unread"), "R15,general,data/CANARYFILE.csv"));
  CHECK(contains(list("stale"), "decisions/CANARYSTALE.csv,2,R02,where,the words have changed"));
  CHECK(contains(list("repeats"), "R13,"));
  CHECK_FALSE(contains(list("repeats"), "R02,"));
  CHECK(contains(list("no-rules"), "R14,where,cy,no"));
  CHECK(contains(list("uncovered"), "where,R16,no,CANARYUNCOVERED & <b>bins</b>"));
  CHECK(contains(list("disagreements"), "R01,where,pond,human,CANARYCODER,CANARYREADER"));
  CHECK(contains(list("not-included"), "R11,included,left_out,"));
  // Tried on the eight answers with words at "where", one at "lamps", one on the chapter: ten.
  CHECK(contains(list("rules"), "pond,1,pond*,4,10,4,"));
}

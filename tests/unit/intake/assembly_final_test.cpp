#include "unit/intake/assemble.hpp"

#include <doctest/doctest.h>

using namespace heard;
using namespace heard::testing;

namespace {

const std::string written = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
disposition = { column = "Status", pending = "Open" }
answers = { why = "Why", how = "How", you = "You" }
)");

const std::string head = "ID,Status,Why,How,You\n1,,a,,\n";

struct unsettled {
  const char* kind;
  files supplied;
  const char* remark;
};

std::vector<unsettled> cases() {
  return {
      {"unreadable", {{"f.csv", head + "2,,b,,,too many\n"}}, "could not be read"},
      {"pending", {{"f.csv", head + "2,Open,b,,\n"}}, "f.csv:3: "},
      {"unread",
       {{"f.csv", head}, {"register.csv", "id,received,channel,file,note\nL,,inbox,l.pdf,\n"}},
       "register.csv:2: "},
      {"stale",
       {{"f.csv", head},
        {"decisions/reviews/ann.csv",
         "response,question,text_hash,when\n1,why," + hash_of("b") + ",\n"}},
       "decisions/reviews/ann.csv:2: "},
  };
}

}  // namespace

TEST_CASE("a draft goes on with a warning, a final run only with what is disclosed by name") {
  for (const unsettled& one : cases()) {
    CAPTURE(one.kind);
    const assembled draft = assemble(written, one.supplied);
    REQUIRE(draft.made);
    REQUIRE(draft.remarks.size() == 1);
    CHECK(draft.remarks[0].find("warning: ") != std::string::npos);
    CHECK(draft.remarks[0].find(one.remark) != std::string::npos);

    assembly_options final_run;
    final_run.final = true;
    const assembled refused = assemble(written, one.supplied, final_run);
    CHECK(refused.made == nullptr);
    REQUIRE(refused.remarks.size() == 1);
    CHECK(refused.remarks[0].find("error: ") != std::string::npos);

    const std::string told = written + "\n[final]\ndisclose = { " + one.kind + " = \"Known.\" }\n";
    CHECK(assemble(told, one.supplied, final_run).made);
    const char* other = std::string(one.kind) == "stale" ? "pending" : "stale";
    const std::string other_told =
        written + "\n[final]\ndisclose = { " + other + " = \"Known.\" }\n";
    CHECK(assemble(other_told, one.supplied, final_run).made == nullptr);
  }
}

TEST_CASE("a decision settles what was unreadable or pending, a disposition what was unread") {
  assembly_options final_run;
  final_run.final = true;
  const std::string decisions = "response,disposition,reason,who,when,why\n";
  CHECK(assemble(written,
                 {{"f.csv", head + "2,Open,b,,\n"},
                  {"decisions/dispositions.csv", decisions + "2,included,,ann,,\n"}},
                 final_run)
            .made);
  const std::string bad = "2,,b,,,too many";
  CHECK(assemble(written,
                 {{"f.csv", head + bad + "\n"},
                  {"decisions/dispositions.csv",
                   decisions + "unreadable-" + hash_of(bad) + ",test,,ann,,\n"}},
                 final_run)
            .made);
  CHECK(assemble(written,
                 {{"f.csv", head},
                  {"register.csv", "id,received,channel,file,note\nL,,inbox,l.pdf,\n"},
                  {"decisions/dispositions.csv", decisions + "L,withdrawn,,ann,,\n"}},
                 final_run)
            .made);
}

TEST_CASE("languages without rules are told by the codebook") {
  const std::string languages = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
language = { column = "L" }
answers = { why = "Why", how = "How", you = "You" }
)");
  assembly_options options;
  options.rule_languages = {"en"};
  const assembled out =
      assemble(languages, {{"f.csv", "ID,Why,How,You,L\n1,Achos,,,cy\n2,Because,,,\n"}}, options);
  REQUIRE(out.made);
  CHECK(out.state("1", "why") == answer_state::not_coded);
  CHECK(out.state("2", "why") == answer_state::text);
}

TEST_CASE("repeats and lateness follow the manifest") {
  const std::string counting = manifest_with(R"([[source]]
file = "f.csv"
channel = "form"
response_id = "ID"
contact = ["Mail"]
received = { column = "At", format = "%Y-%m-%d" }
answers = { why = "Why", how = "How", you = "You" }

[counting]
repeats = "keep_first"
late = "leave_out"
late_except = ["5"]
)");
  const assembled out = assemble(counting, {{"f.csv",
                                             "ID,Why,How,You,Mail,At\n"
                                             "1,a,,,x@example.org,2026-03-09\n"
                                             "2,a,,,x@example.org,2026-03-08\n"
                                             "3,a,,,y@example.org,2026-03-08\n"
                                             "4,b,,,,2026-05-01\n"
                                             "5,c,,,,2026-05-01\n"}});
  REQUIRE(out.made);
  CHECK(out.disposition_of("1") == disposition::duplicate);
  CHECK(out.disposition_of("2") == disposition::included);
  CHECK(out.disposition_of("3") == disposition::included);
  CHECK_FALSE(out.made->included(out.response("4")));
  CHECK(out.made->included(out.response("5")));

  std::string unknown = counting;
  unknown.replace(unknown.find("[\"5\"]"), 5, "[\"9\"]");
  const assembled bad = assemble(unknown, {{"f.csv", "ID,Why,How,You,Mail,At\n1,a,,,,\n"}});
  CHECK(bad.made == nullptr);
  CHECK(bad.remarks == std::vector<std::string>{
                           "error: \"late_except\" names response \"9\", which is not there"});
}

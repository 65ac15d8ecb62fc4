// A consultation from files in memory, for tests of the assembly.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/intake/assembly.hpp>

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heard::testing {

using files = std::map<std::string, std::string>;

struct assembled {
  std::shared_ptr<const consultation> made;
  std::vector<std::string> remarks;  // Without excerpts.

  [[nodiscard]] response_id response(std::string_view id) const;
  [[nodiscard]] question_id question(std::string_view id) const;
  [[nodiscard]] answer_state state(std::string_view response, std::string_view question) const;
  // The words of a response at a question, in order; for a closed one the ids of the options.
  [[nodiscard]] std::vector<std::string> said(std::string_view response,
                                              std::string_view question) const;
  [[nodiscard]] disposition disposition_of(std::string_view response) const;
};

// Two open questions, `why` and `how`, in chapter `c1`, and `you`: parent, student or other. What
// follows are sources and the rest.
[[nodiscard]] std::string manifest_with(std::string_view rest);

// Hands over every file that is wanted and there, and closes the others.
[[nodiscard]] assembled assemble(const std::string& manifest, const files& supplied,
                                 const assembly_options& options = {});

// The text_hash of some words.
[[nodiscard]] std::string hash_of(std::string_view words);

// All that a consultation says but for places, one line each.
[[nodiscard]] std::string everything(const consultation& of);

}  // namespace heard::testing

// One line each, so that a failed comparison can be read.
template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += "\n    " + line;
    return out.c_str();
  }
};

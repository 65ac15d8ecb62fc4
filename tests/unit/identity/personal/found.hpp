/// @file
/// What the detectors say of a text, in words that a test reads.
#pragma once

#include <heard/identity/personal_data.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace heard::test {

/// "kind: words" of each candidate.
inline std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const identity::personal_candidate& each : identity::find_personal_data(text)) {
    out.push_back(std::string(identity::name_of(each.kind)) + ": " +
                  std::string(each.bytes.of(text)));
  }
  return out;
}

/// The words of each candidate of one kind.
inline std::vector<std::string> found(std::string_view text, identity::personal_kind kind) {
  std::vector<std::string> out;
  for (const identity::personal_candidate& each : identity::find_personal_data(text)) {
    if (each.kind == kind) out.emplace_back(each.bytes.of(text));
  }
  return out;
}

/// Whether every byte of a part of the text is in some candidate.
inline bool covered(const std::vector<identity::personal_candidate>& by, text::span part) {
  std::uint32_t at = part.first;
  for (const identity::personal_candidate& each : by) {
    if (each.bytes.first <= at && at < each.bytes.last) at = each.bytes.last;
  }
  return at >= part.last;
}

}  // namespace heard::test

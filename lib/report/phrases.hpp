/// @file
/// Numbers and dates in words. None of these says how much is much.
#pragma once

#include <heard/base/date.hpp>
#include <heard/model/ledger.hpp>
#include <heard/tables/table.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard::reporting {

/// "1,360".
[[nodiscard]] std::string number(std::uint64_t value);
/// "1 response", "2 responses".
[[nodiscard]] std::string counted(std::uint64_t value, std::string_view one, std::string_view more);
/// "81 of 263 (31%)".
[[nodiscard]] std::string of_base(std::uint64_t count, std::uint64_t base);
/// "9 May 2023"; empty if there is no date.
[[nodiscard]] std::string day(const timestamp& when);

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);

/// "324 received = 238 by form + 86 by inbox"; terms of 0 are left out.
class sum {
 public:
  explicit sum(std::string whole) : text_(std::move(whole)) {}
  sum& plus(std::uint64_t value, std::string_view what);
  sum& minus(std::uint64_t value, std::string_view what);
  [[nodiscard]] std::string text() const;
  /// Those that are not 0. A sum of one says a number twice.
  [[nodiscard]] unsigned terms() const { return terms_; }

 private:
  void add(std::string_view sign, std::uint64_t value, std::string_view what);
  std::string text_;
  unsigned terms_ = 0;
};

/// "81 of 263 responses (31%)", led by "found by rule in at least" where nobody reviewed any of
/// them, and followed by how many rest on rules alone where that is a part of them.
[[nodiscard]] std::string finding(const cell& of);

/// Of a response, after its number: "included", "out of scope".
[[nodiscard]] std::string phrase(disposition value);
/// Of responses, after their number: "left it blank".
[[nodiscard]] std::string_view phrase(answer_state value);
[[nodiscard]] std::string_view phrase(capacity value);
[[nodiscard]] std::string_view phrase(publication value);
[[nodiscard]] std::string_view phrase(coder_kind value);

}  // namespace heard::reporting

/// @file
/// Dates as people declare them: a strptime-like format, never a guess.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heard {

/// A civil date and time as the data says it; no time zone is known or assumed.
struct timestamp {
  std::int32_t year = 0;
  std::uint8_t month = 0;  ///< 1 to 12; 0 when there is no date.
  std::uint8_t day = 0;
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  bool has_time = false;

  [[nodiscard]] bool known() const { return month != 0; }
  auto operator<=>(const timestamp&) const = default;
};

/// Reads `text` by `format`: %Y %m %d %e %y %H %M %S %I %p %b %B %Z %z %T %F and literal
/// characters. %b and %B are English names; %z and %Z are read and dropped. White space in the
/// format matches any amount. Nothing if the text does not fit to its end or the date does not
/// exist.
[[nodiscard]] std::optional<timestamp> parse_timestamp(std::string_view text,
                                                       std::string_view format);

/// The unknown directive in a format, or nothing if it can be used.
[[nodiscard]] std::optional<std::string> bad_format(std::string_view format);

/// `2026-03-02`, or `2026-03-02T14:05:00` where a time is known; empty if there is no date.
[[nodiscard]] std::string to_string(const timestamp& when);

}  // namespace heard

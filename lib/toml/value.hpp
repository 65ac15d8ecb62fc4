/// @file
/// A TOML document as values that know their bytes. Private to the layers that read what people
/// write.
#pragma once

#include <heard/base/date.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heard::toml {

/// Bytes [first, last) of the file.
struct extent {
  std::size_t first = 0;
  std::size_t last = 0;
};

enum class kind : std::uint8_t { text, integer, real, boolean, date, time, date_time, list, table };

struct entry;

/// One value and where it is written: a text with its quotation marks, a table made by a header
/// with that header's bytes, one made by a dotted key with the key's.
struct value {
  toml::kind kind = toml::kind::table;
  extent where;
  std::string text;  ///< Decoded.
  std::int64_t integer = 0;
  bool boolean = false;
  timestamp when;              ///< Of a date or a date and time.
  std::vector<value> items;    ///< Of a list.
  std::vector<entry> entries;  ///< Of a table, in the order written.
};

struct entry {
  std::string key;
  extent where;  ///< Of the key, with its quotation marks if it has some.
  toml::value value;
};

/// How remarks call a kind: `text`, `an integer`, `a list`.
[[nodiscard]] std::string_view name(kind what);

}  // namespace heard::toml

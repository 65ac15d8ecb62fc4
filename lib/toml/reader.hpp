/// @file
/// Takes a table apart key by key, with a remark for what is missing, of the wrong kind or unknown.
#pragma once

#include "toml/faults.hpp"
#include "toml/value.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::toml {

/// Most tables in one list. What is declared is looked up from the front in more than one place.
inline constexpr std::size_t max_tables = 10'000;

/// One table being read. Every key that is asked for is a known key; done() reports the others.
/// Getters give nothing, or something empty, for a key that is absent and for one with a fault,
/// which is then reported. The keys and values last as long as the document.
class table_reader {
 public:
  table_reader(const value& table, faults& out) : table_(table), out_(out) {}

  [[nodiscard]] const value& table() const { return table_; }
  [[nodiscard]] faults& out() { return out_; }

  /// Whatever stands there.
  [[nodiscard]] const value* find(std::string_view key);
  /// Null, with a remark, for one of another kind.
  [[nodiscard]] const value* find(std::string_view key, kind wanted);
  /// The same, and absence is a fault, told at the table.
  [[nodiscard]] const value* need(std::string_view key, kind wanted);
  /// Reports a key that is not there as missing.
  void missing(std::string_view key);

  /// A text, possibly empty.
  [[nodiscard]] std::string text(std::string_view key);
  /// A text that may not be blank.
  [[nodiscard]] const value* filled(std::string_view key);
  [[nodiscard]] const value* need_filled(std::string_view key);
  /// The texts of a list, none of them blank.
  [[nodiscard]] std::vector<const value*> texts(std::string_view key);
  /// The tables of a list: `[[key]]`, or tables in brackets. No more than max_tables of them.
  [[nodiscard]] std::vector<const value*> tables(std::string_view key);
  /// A text or a list of texts, none of them blank.
  [[nodiscard]] static std::vector<const value*> one_or_more(const entry& from, faults& out);

  [[nodiscard]] std::optional<bool> boolean(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least,
                                                    std::int64_t most);
  /// A day, without a time.
  [[nodiscard]] timestamp date(std::string_view key);
  /// The place of a text among `words`.
  [[nodiscard]] std::optional<std::size_t> word(std::string_view key,
                                                std::span<const std::string_view> words);
  /// A path that stays in the folder (checks.hpp).
  [[nodiscard]] const value* path(std::string_view key);
  /// The same for a folder, which may end in `/`; given without it.
  [[nodiscard]] std::optional<std::string> folder(std::string_view key);

  /// The entries that nobody asked for, for tables whose other keys are ids.
  [[nodiscard]] std::vector<const entry*> rest();
  /// Reports the keys that nobody asked for, with the nearest that was.
  void done();

 private:
  [[nodiscard]] bool is(std::string_view key, const value& found, kind wanted);
  [[nodiscard]] bool asked(std::string_view key) const;

  const value& table_;
  faults& out_;
  std::vector<std::string> asked_;
};

/// The place of a text among `words`, or nothing and a remark that lists them.
[[nodiscard]] std::optional<std::size_t> one_of(const value& text, std::string_view key,
                                                std::span<const std::string_view> words,
                                                faults& out);

/// Whether a value is a text and not blank; else a remark. `subject` is how it is called there.
[[nodiscard]] bool filled_text(const value& found, const std::string& subject, faults& out);

/// Names that an id must differ from, and what they are: `{"chapter", chapters}`.
using other_names = std::initializer_list<std::pair<std::string_view, const names*>>;

/// The `id` of a table. Nothing, with a remark, if it is missing or taken; one that breaks the
/// grammar is reported and taken all the same, so that references to it are no further faults.
[[nodiscard]] std::optional<std::string> read_id(table_reader& in, std::string_view noun,
                                                 names& taken, other_names others = {});

/// What is to be pointed at when a whole entry is meant: the key and its value where they stand
/// side by side, else the key.
[[nodiscard]] extent whole(const entry& of);

}  // namespace heard::toml

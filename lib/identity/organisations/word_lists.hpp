// What words of names mean. All of them plain, in the order of their bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace heard::identity {

// The legal form that the last of these words spell, and how many they are; 0: none. A form that
// also is an ordinary word of names ("company") is weak: a name without it may be another body.
struct legal_form {
  std::string_view form;
  std::size_t words = 0;
};
[[nodiscard]] legal_form legal_form_at_end(std::span<const std::string> words);
// The same for forms that stand before the name ("OOO", "JSC").
[[nodiscard]] legal_form legal_form_at_start(std::span<const std::string> words);
[[nodiscard]] bool weak_form(std::string_view form);

// How many of the first words say only on whose behalf it is written; 0: none.
[[nodiscard]] std::size_t on_behalf_of(std::span<const std::string> words);

// Whether the whole of a name, its words joined by spaces, names no body.
[[nodiscard]] bool names_nobody(std::string_view joined);

// Whether a name that ends in this word is a body's: "council", "ltd", "ccg".
[[nodiscard]] bool head_word(std::string_view plain);

}  // namespace heard::identity

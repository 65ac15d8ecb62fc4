#include "toml/string_scan.hpp"

#include <heard/codebook/codebook.hpp>

#include <algorithm>

namespace heard {

std::optional<theme_id> codebook::find(std::string_view id) const {
  const auto at =
      std::find_if(themes.begin(), themes.end(), [&](const theme& t) { return t.id == id; });
  if (at == themes.end()) return std::nullopt;
  return theme_id(static_cast<std::size_t>(at - themes.begin()));
}

const word_list* codebook::find_list(std::string_view id) const {
  const auto at =
      std::find_if(lists.begin(), lists.end(), [&](const word_list& l) { return l.id == id; });
  return at == lists.end() ? nullptr : &*at;
}

unsigned codebook::depth(theme_id id) const {
  unsigned depth = 0;
  for (theme_id up = (*this)[id].parent; up.valid(); up = (*this)[up].parent) ++depth;
  return depth;
}

diagnostic codebook::remark(severity level, std::string message, const rule& on,
                            std::optional<query::place> part) const {
  // A codebook that was put together without a file has no text to point into.
  const std::string_view text = source == nullptr ? std::string_view() : source->text();
  const auto string = static_cast<std::size_t>(on.where.offset);
  if (string >= text.size() || (text[string] != '"' && text[string] != '\'')) {
    return {level, std::move(message), on.where, 0, {}};
  }
  const toml::extent where = part ? toml::place_in_string(text, string, part->first, part->last)
                                  : toml::extent{string, toml::string_end(text, string)};
  return source->remark(level, std::move(message), where.first, where.last - where.first);
}

}  // namespace heard

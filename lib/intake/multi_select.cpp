#include "intake/white_space.hpp"

#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>
#include <heard/intake/multi_select.hpp>
#include <heard/text/fold.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace heard {

namespace {

constexpr std::uint32_t unknown_word = std::numeric_limits<std::uint32_t>::max();

// "Other" is no label of "Otherwise". Beyond ASCII only punctuation that is likely after a label
// counts as an end.
bool word_character(std::string_view text, std::size_t at) {
  const char32_t c = utf8::decode(text, at).code_point;
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F);
}

// A separator may stand there too, where white space was declared after it and is not.
std::string_view without_mark(std::string_view text, std::string_view separator) {
  text = trim(text);
  if (!separator.empty() && text.starts_with(separator)) {
    return trim(text.substr(separator.size()));
  }
  for (const std::string_view mark : {":", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xEF\xBC\x9A"}) {
    if (text.starts_with(mark)) return trim(text.substr(mark.size()));
  }
  return text;
}

// What follows `label`, folded and with white space normalised, at the start of `text`.
std::optional<std::string_view> after_prefix(std::string_view text, std::string_view label) {
  const text::folded_text folded = text::fold_with_offsets(text);
  const std::string_view bytes = folded.text;
  std::size_t at = 0;
  const auto skip_space = [&] {
    const std::size_t before = at;
    while (at < bytes.size()) {
      const std::size_t size = white_space_at(bytes, at);
      if (size == 0) break;
      at += size;
    }
    return at > before;
  };
  skip_space();
  for (const char c : label) {
    if (c == ' ' ? !skip_space() : at >= bytes.size() || bytes[at++] != c) return std::nullopt;
  }
  if (at < bytes.size() && word_character(bytes, at) &&
      word_character(label, label.size() - utf8::decode_before(label, label.size()).size)) {
    return std::nullopt;
  }
  return text.substr(folded.origin[at]);
}

}  // namespace

multi_select_reader::multi_select_reader(std::string_view separator,
                                         std::span<const option_spelling> spellings,
                                         std::string_view other_label) {
  const std::string_view core = trim(separator);
  if (core.empty()) {
    separator_ = separator;
  } else {
    separator_ = core;
    space_before_ = white_space_at(separator, 0) > 0;
    space_after_ = white_space_before(separator, separator.size()) > 0;
  }
  label_ = parts_of(other_label);
  for (const option_spelling& spelling : spellings) {
    const std::vector<part> parts = parts_of(spelling.text);
    const bool is_label =
        std::equal(parts.begin(), parts.end(), label_.begin(), label_.end(),
                   [](const part& a, const part& b) { return a.folded == b.folded; });
    if (parts.empty() || is_label) continue;
    std::uint32_t node = 0;
    for (const part& p : parts) {
      const auto word = words_.try_emplace(p.folded, static_cast<std::uint32_t>(words_.size()));
      const auto step =
          steps_.try_emplace({node, word.first->second}, static_cast<std::uint32_t>(ends_.size()));
      if (step.second) ends_.emplace_back();
      node = step.first->second;
    }
    if (!ends_[node]) ends_[node] = spelling.option;
  }
}

std::vector<std::string_view> multi_select_reader::cut(std::string_view text) const {
  std::vector<std::string_view> out;
  std::size_t first = 0;
  if (!separator_.empty()) {
    for (std::size_t at = 0; (at = text.find(separator_, at)) != text.npos;) {
      const std::size_t last = at + separator_.size();
      if ((space_before_ && at > 0 && white_space_before(text, at) == 0) ||
          (space_after_ && last < text.size() && white_space_at(text, last) == 0)) {
        ++at;
        continue;
      }
      out.push_back(text.substr(first, at - first));
      first = at = last;
    }
  }
  out.push_back(text.substr(first));
  return out;
}

// Parts in which nothing can be seen are left out, so that doubled and trailing separators do not
// matter.
std::vector<multi_select_reader::part> multi_select_reader::parts_of(std::string_view text) const {
  std::vector<part> out;
  for (std::string_view piece : cut(text)) {
    piece = trim(piece);
    std::string folded = normalised_space(text::fold(piece));
    if (folded.empty()) continue;
    const auto word = words_.find(folded);
    out.push_back({piece, std::move(folded), word == words_.end() ? unknown_word : word->second});
  }
  return out;
}

multi_select_reader::match multi_select_reader::longest(std::span<const part> parts) const {
  match out;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto step = steps_.find({node, parts[i].word});
    if (step == steps_.end()) break;
    node = step->second;
    if (ends_[node]) out = {i + 1, *ends_[node]};
  }
  return out;
}

// What follows the label within its last part, if `parts` begin with the label.
std::optional<std::string_view> multi_select_reader::after_label(
    std::span<const part> parts) const {
  if (label_.empty() || parts.size() < label_.size()) return std::nullopt;
  for (std::size_t i = 0; i + 1 < label_.size(); ++i) {
    if (parts[i].folded != label_[i].folded) return std::nullopt;
  }
  const part& last = parts[label_.size() - 1];
  if (!last.folded.starts_with(label_.back().folded)) return std::nullopt;
  return after_prefix(last.text, label_.back().folded);
}

multi_select multi_select_reader::split(std::string_view cell) const {
  multi_select out;
  const std::vector<part> all = parts_of(cell);
  const std::span<const part> parts(all);
  for (std::size_t i = 0; i < parts.size();) {
    if (const match found = longest(parts.subspan(i)); found.parts > 0) {
      if (std::find(out.options.begin(), out.options.end(), found.option) == out.options.end()) {
        out.options.push_back(found.option);
      }
      i += found.parts;
      continue;
    }
    const std::optional<std::string_view> rest = after_label(parts.subspan(i));
    if (!rest) {
      out.unexplained.push_back(parts[i++].text);
      continue;
    }
    i += label_.size();
    std::string_view text = without_mark(*rest, separator_);
    const char* first = text.empty() && i < parts.size() ? parts[i].text.data() : text.data();
    const char* last = text.data() + text.size();
    while (i < parts.size() && longest(parts.subspan(i)).parts == 0) {
      last = parts[i].text.data() + parts[i].text.size();
      ++i;
    }
    text = first < last ? std::string_view(first, static_cast<std::size_t>(last - first))
                        : std::string_view();
    if (out.other.empty()) {
      out.other = text;
    } else if (!text.empty()) {
      out.unexplained.push_back(text);
    }
    out.other_chosen = true;
  }
  return out;
}

multi_select split_multi_select(std::string_view cell, std::string_view separator,
                                std::span<const option_spelling> spellings,
                                std::string_view other_label) {
  return multi_select_reader(separator, spellings, other_label).split(cell);
}

}  // namespace heard

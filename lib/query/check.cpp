#include "query/check.hpp"

#include "query/bytes.hpp"

#include <heard/base/utf8.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace heard::query {
namespace {

/// A stretch of a word or phrase without hyphen or space: what the tokeniser will make one token
/// of, as far as that can be told without Unicode tables.
struct part {
  std::string_view text;
  std::size_t letters = 0;  ///< Code points that are neither wildcards nor apostrophes.
  std::size_t others = 0;   ///< Code points that are not wildcards.
  std::size_t wildcards = 0;
};

part measure(std::string_view text) {
  part p{text};
  for (std::size_t i = 0; i < text.size();) {
    const utf8::decoded d = utf8::decode(text, i);
    i += d.size;
    if (d.code_point == U'*' || d.code_point == U'?') {
      ++p.wildcards;
      continue;
    }
    ++p.others;
    if (d.code_point != U'\'' && d.code_point != 0x2019) ++p.letters;
  }
  return p;
}

template <typename InPart>
std::vector<part> parts_of(std::string_view text, InPart in_part) {
  std::vector<part> parts;
  for (std::size_t first = 0; first < text.size();) {
    std::size_t last = first;
    while (last < text.size() && in_part(text[last])) ++last;
    if (last > first) parts.push_back(measure(text.substr(first, last - first)));
    first = last + 1;
  }
  return parts;
}

bool in_word_part(char byte) {
  return is_plain(byte) && byte != '-';
}
bool in_address_part(char) {
  return true;
}

// In a word without quotes the grammar has let only addresses hold other bytes.
bool is_address_word(std::string_view text) {
  return !std::all_of(text.begin(), text.end(), is_plain);
}

// As text between quotes may be one. The tokeniser decides; here a wildcard in it is not a part.
bool is_quoted_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.") ||
         text.find('@', 1) != std::string_view::npos;
}

bool has_sign(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char b) { return is_letter(b) || is_digit(b) || is_high(b); });
}

constexpr std::string_view wildcards_need =
    "a word with wildcards needs at least two other characters";

class checker {
 public:
  std::vector<fault> run(const node& rule) {
    visit(rule, false);
    return std::move(faults_);
  }

 private:
  void add(place where, std::string message) { faults_.push_back({std::move(message), where}); }

  // Recursion is as deep as the tree, which max_rule_size and max_depth bound.
  void visit(const node& n, bool in_sentence) {
    switch (n.kind) {
      case node_kind::word:
        word(n);
        break;
      case node_kind::phrase:
        phrase(n);
        break;
      case node_kind::near:
        for (const node& child : n.children) operand(child, "NEAR");
        break;
      case node_kind::before:
        for (const node& child : n.children) operand(child, "BEFORE");
        break;
      case node_kind::sentence:
        if (in_sentence) add(n.where, "SENTENCE cannot stand inside SENTENCE");
        in_sentence = true;
        break;
      default:
        break;
    }
    for (const node& child : n.children) visit(child, in_sentence);
  }

  void word(const node& n) {
    const bool address = is_address_word(n.text);
    if (!has_sign(n.text)) {
      const bool star = n.text == "*";
      const bool wild = std::any_of(n.text.begin(), n.text.end(), is_wildcard);
      return add(n.where, star   ? "* alone stands for any one word, and only inside a phrase"
                          : wild ? std::string(wildcards_need)
                                 : "a word needs a letter or a digit");
    }
    if (n.text.front() == '-') {
      return add(n.where, "a word cannot begin with a hyphen; to leave answers out write AND NOT");
    }
    const auto parts = parts_of(n.text, address ? in_address_part : in_word_part);
    wildcards(n, parts);
    if (n.distance != 0) spelling(n, parts, address);
    if (address && n.prefix == word_prefix::stem) {
      add(n.where, "% stands before a plain word, not before an address");
    }
  }

  void wildcards(const node& n, const std::vector<part>& parts) {
    const bool wild =
        std::any_of(parts.begin(), parts.end(), [](auto& p) { return p.wildcards > 0; });
    if (!wild) return;
    if (n.prefix == word_prefix::stem) add(n.where, "% and wildcards cannot stand in one word");
    if (n.distance != 0) add(n.where, "~ and wildcards cannot stand in one word");
    for (const part& p : parts) {
      if (p.wildcards == 0 || p.others >= 2) continue;
      return add(n.where, p.text == "*" ? "* for a whole word stands only inside a phrase"
                                        : std::string(wildcards_need));
    }
  }

  void spelling(const node& n, const std::vector<part>& parts, bool address) {
    if (n.distance > 2) return add(n.where, "a word may differ by ~1 or ~2, no other number");
    if (n.prefix == word_prefix::exact) add(n.where, "= and ~ cannot stand in one word");
    if (n.prefix == word_prefix::stem) add(n.where, "% and ~ cannot stand in one word");
    if (address) return add(n.where, "~ follows a plain word, not an address");
    const std::size_t least = n.distance == 1 ? 4 : 8;
    for (const part& p : parts) {
      if (p.letters >= least || p.wildcards != 0) continue;
      return add(n.where, fmt::format("~{} needs a word of at least {} letters, and \"{}\" has {}",
                                      n.distance, least, p.text, p.letters));
    }
  }

  void phrase(const node& n) {
    if (!has_sign(n.text)) return add(n.where, "a phrase needs a word between its quotation marks");
    for (std::size_t first = 0; first < n.text.size();) {
      std::size_t last = first;
      while (last < n.text.size() && !is_space(n.text[last])) ++last;
      if (last > first) {
        const auto base = static_cast<std::uint32_t>(n.where.first + 1);
        const auto from = static_cast<std::uint32_t>(first);
        const auto to = static_cast<std::uint32_t>(last);
        phrase_word(std::string_view(n.text).substr(first, last - first), {base + from, base + to});
      }
      first = last + 1;
    }
  }

  // Punctuation in a phrase is allowed and means nothing, so what looks like the marks of a word
  // must not be taken for punctuation.
  void phrase_word(std::string_view text, place where) {
    if (text == "*") return;
    if (text.size() > 1 && (text[0] == '=' || text[0] == '%') && is_plain(text[1])) {
      return add(where, fmt::format("{} cannot stand in a phrase", text[0]));
    }
    if (text.size() > 2 && (text.ends_with("~1") || text.ends_with("~2")) &&
        is_plain(text[text.size() - 3])) {
      return add(where, "~ cannot stand in a phrase");
    }
    for (const part& p : parts_of(text, is_quoted_address(text) ? in_address_part : in_word_part)) {
      if (p.wildcards == 0 || p.others >= 2) continue;
      return add(where, p.text == "*" ? "* for a whole word stands between spaces"
                                      : std::string(wildcards_need));
    }
  }

  void operand(const node& n, std::string_view name) {
    const char* what = nullptr;
    switch (n.kind) {
      case node_kind::both:
        what = "AND";
        break;
      case node_kind::both_not:
        what = "AND NOT";
        break;
      case node_kind::sentence:
        what = "SENTENCE";
        break;
      case node_kind::theme:
        what = "a theme";
        break;
      case node_kind::either:
        for (const node& child : n.children) operand(child, name);
        return;
      default:
        return;
    }
    add(n.where,
        fmt::format("{} joins words, phrases, lists and OR, NEAR or BEFORE of these, not {}", name,
                    what));
  }

  std::vector<fault> faults_;
};

}  // namespace

std::vector<fault> check(const node& rule) {
  return checker().run(rule);
}

}  // namespace heard::query

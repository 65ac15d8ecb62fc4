#include "report/read_back.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace heard::reporting {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool punctuation(char c) {
  return std::ispunct(static_cast<unsigned char>(c)) != 0;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

// The entities that the renderers write.
std::string decoded(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known = {{{"&lt;", "<"},
                                                                                   {"&gt;", ">"},
                                                                                   {"&quot;", "\""},
                                                                                   {"&#39;", "'"},
                                                                                   {"&#x27;", "'"},
                                                                                   {"&emsp;", " "},
                                                                                   {"&#160;", " "},
                                                                                   {"&amp;", "&"}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& each) {
      return text.substr(at).starts_with(each.first);
    });
    if (found == known.end()) {
      out += text[at++];
    } else {
      out += found->second;
      at += found->first.size();
    }
  }
  return out;
}

// "3.2 Name" as "Name".
std::string without_number(std::string text) {
  std::size_t at = 0;
  while (at < text.size() && (digit(text[at]) || text[at] == '.')) ++at;
  return at > 0 && at < text.size() && text[at] == ' ' ? text.substr(at + 1) : text;
}

std::string from_markdown(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && punctuation(text[at + 1])) {
      plain += text[++at];
    } else if (text.substr(at).starts_with("<br>")) {
      plain += ' ';
      at += 3;
    } else if (text[at] != '*') {  // Stars of the text have a backslash.
      plain += text[at];
    }
  }
  return decoded(trimmed(plain));
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  std::size_t first = 1;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '|') {
      out.push_back(from_markdown(line.substr(first, at - first)));
      first = at + 1;
    }
  }
  return out;
}

bool rule_of_table(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& each) {
    return each.find_first_not_of("-: ") == each.npos && !each.empty();
  });
}

// The page in one walk over its tags.
class html_reader {
 public:
  explicit html_reader(std::string_view bytes) : bytes_(bytes) {}

  std::vector<page_part> read() {
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t tag = std::min(bytes_.find('<', at), bytes_.size());
      text_ += bytes_.substr(at, tag - at);
      if (tag == bytes_.size()) break;
      const std::size_t end = std::min(bytes_.find('>', tag), bytes_.size() - 1);
      at = end + 1;
      visit(bytes_.substr(tag + 1, end - tag - 1), at);
    }
    return std::move(out_);
  }

 private:
  using kind = page_part::kind;

  static std::string_view name_of(std::string_view tag) {
    return tag.substr(0, std::min(tag.find_first_of(" \n"), tag.size()));
  }

  static bool heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && digit(name[1]);
  }

  void visit(std::string_view tag, std::size_t& at) {
    const std::string_view name = name_of(tag);
    for (const std::string_view skipped : {"style", "nav", "blockquote", "desc"}) {
      if (name != skipped) continue;
      const std::string close = "</" + std::string(name) + ">";
      at = std::min(bytes_.find(close, at), bytes_.size() - close.size()) + close.size();
      return;
    }
    if (tag.starts_with('/')) {
      close(name.substr(1));
    } else if (name == "tr") {
      row_.clear();
    } else if (heading(name) || name == "caption" || name == "th" || name == "td" || name == "li" ||
               name == "p" || name == "title") {
      text_.clear();
    } else if (name == "text") {
      text_.clear();
      name_text_ = tag.find("class=\"name") != tag.npos;
      value_text_ = tag.find("class=\"value\"") != tag.npos;
    } else if (name == "svg") {
      chart_ = true;
    } else if (name == "br") {
      text_ += ' ';
    }
  }

  std::string take() {
    std::string out = decoded(trimmed(text_));
    text_.clear();
    return out;
  }

  void add(kind is, std::vector<std::string> cells, unsigned level = 0) {
    out_.push_back({is, level, std::move(cells)});
  }

  void close(std::string_view name) {
    if (heading(name)) {
      const auto level = static_cast<unsigned>(name[1] - '0');
      add(kind::heading, {level < 4 ? without_number(take()) : take()}, level);
    } else if (name == "caption") {
      add(kind::caption, {take()});
    } else if (name == "th" || name == "td") {
      row_.push_back(take());
    } else if (name == "tr") {
      add(kind::row, std::move(row_));
      row_.clear();
    } else if (name == "li") {
      add(kind::item, {take()});
    } else if (name == "p") {
      add(kind::words, {take()});
    } else if (name == "title" && chart_) {
      add(kind::caption, {take()});
      add(kind::row, {"", "Responses"});
    } else if (name == "text" && name_text_) {
      bar_ += (bar_.empty() ? "" : " ") + take();
    } else if (name == "text" && value_text_) {
      add(kind::row, {std::move(bar_), take()});
      bar_.clear();
    } else if (name == "svg") {
      chart_ = false;
    }
  }

  std::string_view bytes_;
  std::string text_, bar_;
  std::vector<std::string> row_;
  bool chart_ = false, name_text_ = false, value_text_ = false;
  std::vector<page_part> out_;
};

}  // namespace

std::vector<std::vector<std::string>> read_csv(std::string_view bytes) {
  std::vector<std::vector<std::string>> out;
  bool quoted = false, fresh = true;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (fresh) {
      out.emplace_back(1);
      fresh = false;
    }
    if (quoted && c == '"' && at + 1 < bytes.size() && bytes[at + 1] == '"') {
      out.back().back() += bytes[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      out.back().emplace_back();
    } else if (!quoted && c == '\n') {
      fresh = true;
    } else if (quoted || c != '\r') {
      out.back().back() += c;
    }
  }
  return out;
}

std::vector<page_part> read_markdown(std::string_view bytes) {
  using kind = page_part::kind;
  std::vector<page_part> out;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (trimmed(line).empty() || line[0] == '>') continue;
    if (line[0] == '#') {
      const auto level = static_cast<unsigned>(std::min(line.find_first_not_of('#'), line.size()));
      std::string text = from_markdown(line.substr(level));
      out.push_back({kind::heading, level, {level < 4 ? without_number(text) : text}});
    } else if (line[0] == '|') {
      std::vector<std::string> cells = cells_of(line);
      if (!rule_of_table(cells)) out.push_back({kind::row, 0, std::move(cells)});
    } else if (line.starts_with("- ")) {
      out.push_back({kind::item, 0, {from_markdown(line.substr(2))}});
    } else {
      // The caption of a table is the strong line above it.
      const bool above = line.starts_with("**") && bytes.starts_with("\n|");
      out.push_back({above ? kind::caption : kind::words, 0, {from_markdown(line)}});
    }
  }
  return out;
}

std::vector<page_part> read_html(std::string_view bytes) {
  return html_reader(bytes).read();
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

std::optional<std::uint64_t> leading_number(std::string_view text) {
  if (text.empty() || !digit(text[0])) return std::nullopt;
  std::uint64_t out = 0;
  for (const char c : text) {
    if (c == ',') continue;
    if (!digit(c)) break;
    out = out * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return out;
}

}  // namespace heard::reporting

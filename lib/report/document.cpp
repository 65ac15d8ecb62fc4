#include "report/document.hpp"

#include <set>
#include <utility>

namespace heard::reporting {

void document::heading(unsigned level, std::string id, std::string text) {
  add(heading_block{level, std::move(id), {{std::move(text)}}, {}});
}

void document::say(std::string text, manner as) {
  add(paragraph_block{{{std::move(text)}}, as});
}

void number_headings(document& of) {
  std::set<std::string> taken;
  unsigned section = 0;
  unsigned below = 0;
  for (block& each : of.blocks) {
    auto* heading = std::get_if<heading_block>(&each);
    if (heading == nullptr) continue;
    if (heading->level == 2) {
      ++section;
      below = 0;
      heading->number = std::to_string(section);
    } else if (heading->level == 3) {
      ++below;
      heading->number = std::to_string(section) + "." + std::to_string(below);
    }
    if (heading->id.empty()) continue;
    std::string plain;
    for (const char c : heading->id) {
      const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      plain += fits ? c : '-';
    }
    heading->id = plain;
    for (unsigned i = 2; !taken.insert(heading->id).second; ++i) {
      heading->id = plain + "-" + std::to_string(i);
    }
  }
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> out;
  std::string at;
  const auto close = [&] {
    while (!at.empty() && at.back() == ' ') at.pop_back();
    if (!at.empty()) out.push_back(std::exchange(at, {}));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      if (text[i] != '\r') at += text[i];
    } else if (i + 1 < text.size() && (text[i + 1] == '\n' || text[i + 1] == '\r')) {
      close();
    } else if (!at.empty()) {
      at += ' ';
    }
  }
  close();
  return out;
}

}  // namespace heard::reporting

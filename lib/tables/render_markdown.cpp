#include "tables/render_parts.hpp"

#include <heard/base/utf8.hpp>

#include <algorithm>
#include <string_view>

namespace heard::counting {

namespace {

// Text as text: nothing in it is taken for markup, HTML or the end of a cell (GFM 0.29), and little
// enough is escaped for it to be read as it stands.
std::string plain(std::string_view text) {
  constexpr std::string_view anywhere = "\\`*_[]<>|~&$";
  constexpr std::string_view at_the_start = "#+-";
  const std::string whole = utf8::repair(text);
  const std::size_t digits = std::min(whole.find_first_not_of("0123456789"), whole.size());
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const char c = whole[i];
    if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
      out += ' ';
      continue;
    }
    const bool numbers_a_list = i > 0 && i == digits && (c == '.' || c == ')');
    const bool starts_a_block = i == 0 && at_the_start.find(c) != std::string_view::npos;
    if (numbers_a_list || starts_a_block || anywhere.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string cell_text(const table& of, const cell& each) {
  if (!each.applies) return "n/a";
  if (of.spec().unit == unit::mentions) {
    return std::to_string(each.count) + " in " + std::to_string(each.base) + " answers";
  }
  return std::to_string(each.count) + " of " + std::to_string(each.base) + " (" +
         share_of(of, each) + ")";
}

}  // namespace

std::string render_markdown(const table& of) {
  std::string out = "| " + plain(axis_title(of, of.spec().rows)) + " |";
  std::string rule = "\n| --- |";
  for (const heading& column : of.columns()) {
    out += " " + plain(column.label) + " |";
    rule += " ---: |";
  }
  out += rule + "\n";
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    out += "| ";
    for (unsigned i = 0; i < of.rows()[row].depth; ++i) out += "&emsp;";
    out += plain(of.rows()[row].label) + " |";
    for (std::size_t column = 0; column < of.columns().size(); ++column) {
      out += " " + cell_text(of, of.cell(row, column)) + " |";
    }
    out += "\n";
  }
  out += "\n";
  for (const std::string& note : of.notes()) out += "- " + plain(note) + "\n";
  return out;
}

}  // namespace heard::counting

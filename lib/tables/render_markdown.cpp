#include "tables/render_parts.hpp"

#include <heard/base/escape.hpp>
#include <heard/tables/small_numbers.hpp>

#include <string_view>

namespace heard::counting {

namespace {

// In a cell no block can begin.
std::string plain(std::string_view text) {
  return markdown_text(text, " ", false);
}

std::string cell_text(const table& of, const cell& each) {
  if (!each.applies) return "n/a";
  if (each.hidden) {
    return plain(hidden_mark) + " of " + std::to_string(each.base);
  }
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
  for (const std::string& note : of.notes()) out += "- " + markdown_text(note, " ") + "\n";
  return out;
}

}  // namespace heard::counting

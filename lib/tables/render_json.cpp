#include "tables/render_parts.hpp"

#include <heard/base/escape.hpp>

namespace heard::counting {

namespace {

std::string_view truth(bool value) {
  return value ? "true" : "false";
}

// `"rows": {"title": ..., "overlap": ..., "headings": [...]}`
std::string axis_json(const table& of, const char* name, const axis& what, bool overlap,
                      const std::vector<heading>& heads) {
  std::string out = "  \"" + std::string(name) +
                    "\": {\n    \"title\": " + json_text(axis_title(of, what)) +
                    ",\n    \"overlap\": ";
  out += truth(overlap);
  out += ",\n    \"headings\": [";
  for (std::size_t i = 0; i < heads.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    out += "      {\"id\": " + json_text(heads[i].id) +
           ", \"label\": " + json_text(heads[i].label) + ", \"note\": " + json_text(heads[i].note) +
           ", \"depth\": " + std::to_string(heads[i].depth) + "}";
  }
  return out + (heads.empty() ? "]\n  },\n" : "\n    ]\n  },\n");
}

std::string cell_json(const table& of, const cell& each) {
  if (each.hidden) {
    return "{\"count\": null, \"base\": " + std::to_string(each.base) +
           ", \"share\": null, \"by_rule_only\": null, \"applies\": true, \"suppressed\": true}";
  }
  const std::string share = share_of(of, each);
  std::string out = "{\"count\": " + std::to_string(each.count) +
                    ", \"base\": " + std::to_string(each.base) +
                    ", \"share\": " + (share.empty() ? "null" : json_text(share)) +
                    ", \"by_rule_only\": " + std::to_string(each.by_rule_only) + ", \"applies\": ";
  out += truth(each.applies);
  return out + "}";
}

}  // namespace

std::string render_json(const table& of) {
  std::string out = "{\n  \"unit\": " + json_text(word(of.spec().unit)) +
                    ",\n  \"base\": " + json_text(word(of.spec().base)) + ",\n";
  out += axis_json(of, "rows", of.spec().rows, of.rows_overlap(), of.rows());
  out += axis_json(of, "columns", of.spec().columns, of.columns_overlap(), of.columns());
  out += "  \"cells\": [";
  for (std::size_t row = 0; row < of.rows().size(); ++row) {
    out += row == 0 ? "\n    [" : ",\n    [";
    for (std::size_t column = 0; column < of.columns().size(); ++column) {
      out += column == 0 ? "\n      " : ",\n      ";
      out += cell_json(of, of.cell(row, column));
    }
    out += "\n    ]";
  }
  out += of.rows().empty() ? "],\n  \"notes\": [" : "\n  ],\n  \"notes\": [";
  for (std::size_t i = 0; i < of.notes().size(); ++i) {
    out += i == 0 ? "\n    " : ",\n    ";
    out += json_text(of.notes()[i]);
  }
  return out + "\n  ]\n}\n";
}

}  // namespace heard::counting

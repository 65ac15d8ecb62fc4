#include "report/html.hpp"
#include "report/phrases.hpp"

#include <heard/base/escape.hpp>
#include <heard/base/utf8.hpp>
#include <heard/tables/share.hpp>

#include <algorithm>
#include <array>

namespace heard::reporting {

namespace {

// Pixels, at the size of letters that style.cpp sets for charts.
constexpr unsigned line_height = 18;
constexpr unsigned bar_height = 14;
constexpr unsigned gap = 12;
constexpr unsigned axis_height = 24;
constexpr unsigned indent = 14;
// Characters of a label line that fit 300 pixels, the width of a phone.
constexpr std::size_t line_length = 38;
// Per cent of the width for the longest bar; its figure stands to the right.
constexpr std::uint64_t bar_space = 72;

// Cut at spaces; a word longer than a line is cut anywhere.
std::vector<std::string> wrap(const std::string& label) {
  std::vector<std::string> out(1);
  std::size_t used = 0;
  std::size_t space = std::string::npos;  // In the last line.
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t size = utf8::decode(label, at).size;
    if (used == line_length) {
      std::string rest;
      if (space != std::string::npos) {
        rest = out.back().substr(space + 1);
        out.back().resize(space);
      }
      used = utf8::count(rest);
      space = std::string::npos;
      out.push_back(std::move(rest));
    }
    if (label[at] == ' ') space = out.back().size();
    out.back() += label.substr(at, size);
    ++used;
    at += size;
  }
  return out;
}

// The end of the axis, in per cent: the least of these that holds every bar.
std::uint64_t axis_end(const chart_block& of) {
  for (const std::uint64_t end : {10u, 20u, 40u, 60u, 80u}) {
    if (std::all_of(of.bars.begin(), of.bars.end(), [&](const chart_block::bar& each) {
          return 100 * each.count <= end * each.base;
        })) {
      return end;
    }
  }
  return 100;
}

// Hundredths of a per cent of the width, as "12.34%".
std::string percent(std::uint64_t hundredths) {
  const std::string part = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (part.size() < 2 ? "0" : "") + part + "%";
}

std::string width_of(std::uint64_t count, std::uint64_t base, std::uint64_t end) {
  return percent(base == 0 ? 0 : bar_space * 100 * 100 * count / (end * base));
}

std::string rect(const char* kind, const std::string& x, unsigned y, const std::string& width) {
  return std::string("<rect class=\"") + kind + "\" x=\"" + x + "\" y=\"" + std::to_string(y) +
         "\" width=\"" + width + "\" height=\"" + std::to_string(bar_height) + "\"/>";
}

std::string text(const char* kind, const std::string& x, unsigned y, const std::string& words,
                 const char* more = "") {
  return std::string("<text class=\"") + kind + "\" x=\"" + x + "\" y=\"" + std::to_string(y) +
         "\"" + more + ">" + html_text(words) + "</text>";
}

}  // namespace

std::string to_svg(const chart_block& of, std::string_view id) {
  const std::uint64_t end = axis_end(of);
  std::string bars;
  unsigned y = 0;
  for (const chart_block::bar& each : of.bars) {
    const std::string left = std::to_string(each.depth * indent);
    for (const std::string& part : wrap(each.label)) {
      y += line_height;
      bars += text(each.depth == 0 ? "name" : "name below", left, y - 5, part);
    }
    const std::uint64_t firm = each.count - each.by_rule_only;
    if (firm > 0) bars += rect("bar", "0", y, width_of(firm, each.base, end));
    if (each.by_rule_only > 0) {
      bars += rect("bar rule", width_of(firm, each.base, end), y,
                   width_of(each.by_rule_only, each.base, end));
    }
    bars += text("value", width_of(each.count, each.base, end), y + bar_height - 2,
                 number(each.count) + " (" + share(each.count, each.base) + ")", " dx=\"6\"");
    bars += '\n';
    y += bar_height + gap;
  }
  const std::string bottom = std::to_string(y);
  std::string grid;
  for (const std::uint64_t part : {0u, 1u, 2u}) {
    const std::string x = percent(bar_space * 100 * part / 2);
    grid += "<line class=\"" + std::string(part == 0 ? "axis" : "grid") + "\" x1=\"" + x +
            "\" x2=\"" + x + "\" y1=\"0\" y2=\"" + bottom + "\"/>";
    grid += text("tick", x, y + 16, std::to_string(end * part / 2) + "%",
                 part == 0 ? "" : " text-anchor=\"middle\"");
  }
  const std::string name(id);
  return "<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"" +
         std::to_string(y + axis_height) + "\" aria-describedby=\"" + name + "\"><title>" +
         html_text(of.title) + "</title><desc id=\"" + name + "\">" + html_text(of.description) +
         "</desc>\n" + grid + '\n' + bars + "</svg>\n";
}

}  // namespace heard::reporting

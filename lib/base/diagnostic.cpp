#include <heard/base/diagnostic.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace heard {

namespace {

// Longer lines are cut around the fault, so that a minified file costs one screen line.
constexpr std::size_t excerpt_limit = 100;

const char* level_name(severity level) {
  switch (level) {
    case severity::error:
      return "error";
    case severity::warning:
      return "warning";
    case severity::note:
      return "note";
  }
  return "note";
}

// Places in longer lines are found from marks: a file may be one line of megabytes, and every value
// in it may be located.
constexpr std::size_t long_line = 4096;

std::size_t code_point_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && utf8::continuation(text[at])) --at;
  return at;
}

}  // namespace

void diagnostics::append(diagnostics other) {
  std::move(other.remarks_.begin(), other.remarks_.end(), std::back_inserter(remarks_));
}

void diagnostics::sort_by_place() {
  std::stable_sort(remarks_.begin(), remarks_.end(), [](const diagnostic& a, const diagnostic& b) {
    return std::tie(a.where.name, a.where.offset, a.where.line, a.message) <
           std::tie(b.where.name, b.where.offset, b.where.line, b.message);
  });
}

bool diagnostics::has_errors() const {
  return std::any_of(remarks_.begin(), remarks_.end(),
                     [](const diagnostic& d) { return d.level == severity::error; });
}

source_text::source_text(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  // A byte order mark is no character of the first line: no editor shows it or counts it.
  line_starts_.push_back(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  bool long_lines = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
    long_lines = long_lines || i - line_starts_.back() == long_line;
  }
  if (!long_lines) return;
  std::size_t code_points = 0;
  for (std::size_t at = 0; at < text_.size(); ++code_points) {
    if (at >= marks_.size() * long_line) marks_.push_back({at, code_points});
    at += utf8::decode(text_, at).size;
  }
}

std::size_t source_text::code_points_before(std::size_t offset) const {
  std::size_t m = std::min(offset / long_line, marks_.size() - 1);
  if (marks_[m].offset > offset) --m;  // the mark stands after a code point that straddles it
  const mark& near = marks_[m];
  return near.code_points +
         utf8::count(std::string_view(text_).substr(near.offset, offset - near.offset));
}

location source_text::locate(std::size_t offset) const {
  offset = code_point_start(text_, std::clamp(offset, line_starts_.front(), text_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  const std::size_t start = line_starts_[line - 1];
  const std::size_t column =
      offset - start <= long_line
          ? utf8::count(std::string_view(text_).substr(start, offset - start))
          : code_points_before(offset) - code_points_before(start);
  return {name_, offset, line, static_cast<std::uint32_t>(column + 1)};
}

std::size_t source_text::line_start(std::uint32_t line) const {
  if (line == 0) return 0;
  return line <= line_starts_.size() ? line_starts_[line - 1] : text_.size();
}

std::size_t source_text::offset_of(std::uint32_t line, std::uint32_t column) const {
  std::size_t at = line_start(line);
  for (std::uint32_t i = 1; i < column && at < text_.size() && text_[at] != '\n'; ++i) {
    at += utf8::decode(text_, at).size;
  }
  return at;
}

diagnostic source_text::remark(severity level, std::string message, std::size_t offset,
                               std::size_t length) const {
  diagnostic out{level, std::move(message), locate(offset), 0, {}};
  offset = out.where.offset;
  out.length = static_cast<std::uint32_t>(std::min(length, text_.size() - offset));

  std::size_t first = line_start(out.where.line);
  std::size_t last = std::min(text_.find('\n', first), text_.size());
  if (last > first && text_[last - 1] == '\r') --last;
  bool cut_left = false;
  bool cut_right = false;
  if (last - first > excerpt_limit) {
    const std::size_t from =
        offset > first + excerpt_limit / 2 ? offset - excerpt_limit / 2 : first;
    const std::size_t to = std::min(from + excerpt_limit, last);
    cut_left = from > first;
    cut_right = to < last;
    first = code_point_start(text_, from);
    last = to == last ? last : code_point_start(text_, to);
  }
  const std::string_view line(text_.data() + first, last - first);
  std::string shown;
  std::string caret;
  if (cut_left) {
    shown += "... ";
    caret += "    ";
  }
  for (std::size_t at = 0; at < line.size();) {
    const utf8::decoded d = utf8::decode(line, at);
    // A control character, or a tab that a terminal widens, would move the caret.
    const bool plain = d.well_formed && d.code_point >= 0x20 && d.code_point != 0x7F;
    if (plain) {
      shown.append(line.substr(at, d.size));
    } else {
      shown += d.code_point == '\t' ? " " : "\xEF\xBF\xBD";
    }
    if (first + at < offset) caret += ' ';
    at += d.size;
  }
  if (cut_right) shown += " ...";
  caret += '^';
  const std::size_t marked_end = std::min(offset + out.length, last);
  if (marked_end > offset) {
    const std::size_t width =
        utf8::count(std::string_view(text_).substr(offset, marked_end - offset));
    if (width > 1) caret.append(width - 1, '~');
  }
  out.excerpt = shown + "\n" + caret;
  return out;
}

std::string to_string(const diagnostic& remark) {
  std::string out = remark.where.name;
  if (remark.where.line != 0) {
    out += ':' + std::to_string(remark.where.line);
    if (remark.where.column != 0) out += ':' + std::to_string(remark.where.column);
  }
  if (!out.empty()) out += ": ";
  out += level_name(remark.level);
  out += ": " + remark.message;
  if (!remark.excerpt.empty()) out += "\n" + remark.excerpt;
  return out;
}

}  // namespace heard

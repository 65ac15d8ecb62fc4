#include "toml/parse.hpp"

#include "toml/screen.hpp"
#include "toml/string_scan.hpp"

#include <heard/base/utf8.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace heard::toml {

namespace {

namespace tomlpp = ::toml;

// Offsets of places that toml++ gives by line and code point. A file may be one long line, so
// counting from its start for each value would be quadratic: every 64th code point is remembered.
class places {
 public:
  explicit places(std::string_view text) : text_(text) {
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::size_t in_line = 0;
    lines_.push_back(0);
    for (;; ++in_line) {
      if (in_line % step == 0) marks_.push_back(at);
      if (at >= text.size()) break;
      const bool newline = text[at] == '\n';
      at += utf8::decode(text, at).size;
      if (newline) {
        lines_.push_back(marks_.size());
        in_line = static_cast<std::size_t>(-1);
      }
    }
  }

  [[nodiscard]] std::size_t offset(const tomlpp::source_position& where) const {
    if (where.line == 0 || where.line > lines_.size()) return text_.size();
    const std::size_t column = where.column == 0 ? 0 : where.column - 1;
    const std::size_t mark = lines_[where.line - 1] + column / step;
    if (mark >= marks_.size()) return text_.size();
    std::size_t at = marks_[mark];
    for (std::size_t i = column % step; i > 0 && at < text_.size(); --i) {
      at += utf8::decode(text_, at).size;
    }
    return at;
  }

 private:
  static constexpr std::size_t step = 64;
  std::string_view text_;
  std::vector<std::size_t> marks_;
  std::vector<std::size_t> lines_;  // the first mark of each line
};

std::string decoded(std::string_view text, std::size_t string) {
  std::string out;
  string_scan scan(text, string);
  while (const auto c = scan.next()) utf8::append(out, c->code_point);
  return out;
}

class converter {
 public:
  explicit converter(std::string_view text) : text_(text), places_(text) {}

  [[nodiscard]] extent where(const tomlpp::source_region& region) const {
    const std::size_t first = places_.offset(region.begin);
    return {first, std::max(first, places_.offset(region.end))};
  }

  [[nodiscard]] value convert(const tomlpp::node& node) const {
    value out;
    out.where = where(node.source());
    switch (node.type()) {
      case tomlpp::node_type::string:
        out.kind = kind::text;
        out.text = decoded(text_, out.where.first);
        out.where.last = string_end(text_, out.where.first);
        break;
      case tomlpp::node_type::integer:
        out.kind = kind::integer;
        out.integer = node.as_integer()->get();
        break;
      case tomlpp::node_type::floating_point:
        out.kind = kind::real;
        break;
      case tomlpp::node_type::boolean:
        out.kind = kind::boolean;
        out.boolean = node.as_boolean()->get();
        break;
      case tomlpp::node_type::date:
        out.kind = kind::date;
        set(out.when, node.as_date()->get());
        break;
      case tomlpp::node_type::time:
        out.kind = kind::time;
        break;
      case tomlpp::node_type::date_time:
        out.kind = kind::date_time;
        set(out.when, node.as_date_time()->get().date);
        set(out.when, node.as_date_time()->get().time);
        break;
      case tomlpp::node_type::array:
        out.kind = kind::list;
        for (const tomlpp::node& item : *node.as_array()) out.items.push_back(convert(item));
        // To toml++ a list made of [[headers]] reaches from the first to the last of them.
        if (!out.items.empty() && out.items[0].where.first == out.where.first) {
          out.where = out.items[0].where;
        }
        break;
      case tomlpp::node_type::table:
        out.kind = kind::table;
        add_entries(out, *node.as_table());
        break;
      case tomlpp::node_type::none:  // no node of a document has it
        break;
    }
    return out;
  }

 private:
  static void set(timestamp& when, const tomlpp::date& date) {
    when.year = date.year;
    when.month = date.month;
    when.day = date.day;
  }
  static void set(timestamp& when, const tomlpp::time& time) {
    when.hour = time.hour;
    when.minute = time.minute;
    when.second = time.second;
    when.has_time = true;
  }

  void add_entries(value& out, const tomlpp::table& table) const {
    for (const auto& [key, node] : table) {
      out.entries.push_back({std::string(key.str()), where(key.source()), convert(node)});
    }
    std::stable_sort(out.entries.begin(), out.entries.end(),
                     [](const entry& a, const entry& b) { return a.where.first < b.where.first; });
  }

  std::string_view text_;
  places places_;
};

// "Error while parsing table header: cannot redefine existing table 'a'" says twice that it is an
// error, and its values may hold what a terminal must not get.
std::string syntax_message(std::string_view description) {
  constexpr std::string_view opening = "Error while parsing ";
  std::string message = "not valid TOML: ";
  const std::size_t colon = description.find(": ");
  if (description.starts_with(opening) && colon != std::string_view::npos) {
    message += description.substr(colon + 2);
    message += " (";
    message += description.substr(opening.size(), colon - opening.size());
    message += ')';
  } else {
    message += description;
  }
  for (char& c : message) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return utf8::repair(message);
}

// Whoever names the data where a manifest is meant must not get a respondent's words for it.
bool may_be_data(std::string_view name) {
  const std::string_view file = name.substr(name.rfind('/') + 1);
  return file.find('.') != std::string_view::npos && !file.ends_with(".toml");
}

}  // namespace

std::optional<value> parse(const source_text& source, faults& out) {
  const std::string_view text = source.text();
  const bool hidden = may_be_data(source.name());
  if (hidden) out.hide_lines(true);
  if (!readable(text, out)) return std::nullopt;
  const std::optional<stop> end = first_stop(text);
  const converter values(text);
  try {
    const tomlpp::table document =
        tomlpp::parse(masked(text.substr(0, end ? end->at : text.size())));
    if (!end) {
      out.hide_lines(false);
      return values.convert(document);
    }
  } catch (const tomlpp::parse_error& e) {
    // What comes of the text ending where it is cut is no fault of its own.
    const extent where = values.where(e.source());
    if (!end || where.first + 1 < end->at) {
      out.error({where.first, where.first + 1},
                hidden ? "not valid TOML; a manifest and a codebook end in .toml"
                       : syntax_message(e.description()));
      return std::nullopt;
    }
  }
  out.error({end->at, end->at + utf8::decode(text, end->at).size}, end->why);
  return std::nullopt;
}

}  // namespace heard::toml

#include "toml/screen.hpp"

#include "toml/parse.hpp"
#include "toml/string_scan.hpp"

#include <heard/base/utf8.hpp>

#include <algorithm>

namespace heard::toml {

namespace {

// What is not ASCII stands in strings and comments only. toml++ 3.3 says so too, but after asking
// whether it is white space, and that question is undefined for U+00A1 to U+0499 and others (an
// unreachable default in is_non_ascii_horizontal_whitespace).
stop outside_strings(std::string_view text, std::size_t at) {
  const std::size_t size = utf8::decode(text, at).size;
  const std::string_view what = text.substr(at, size);
  if (what == "\xE2\x80\x9C" || what == "\xE2\x80\x9D" || what == "\xE2\x80\x98" ||
      what == "\xE2\x80\x99") {
    return {at, "this curly mark is no quotation mark of TOML: write \" or '"};
  }
  return {at, "this character stands only between quotation marks or in a comment"};
}

// toml++ 3.3 takes it for granted that the name of a table begins with a character that may begin
// one, and is undefined where it does not.
std::optional<stop> bad_table_name(std::string_view text, std::size_t at) {
  const bool listed = text.substr(at, 2) == "[[";
  at += listed ? 2 : 1;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at == text.size()) return std::nullopt;
  const char c = text[at];
  const bool begins_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '"' || c == '\'';
  // It says itself what is wrong with [], [[]] and [ [.
  const bool known = c == ']' || (c == '[' && !listed);
  if (begins_name || known || static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
  return stop{at, "not valid TOML: this is no beginning of a table's name"};
}

}  // namespace

bool readable(std::string_view text, faults& out) {
  if (text.size() > max_file_size) {
    out.error({0, 0}, "the file is larger than 8 MiB");
    return false;
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    out.error({0, 2}, "the file is UTF-16; save it as UTF-8");
    return false;
  }
  if (const auto bad = utf8::first_fault(text)) {
    out.error({*bad, *bad + 1}, "this byte is not UTF-8; save the file as UTF-8");
    return false;
  }
  return true;
}

std::optional<stop> first_stop(std::string_view text) {
  std::size_t brackets = 0;
  std::size_t dots = 0;
  bool in_line = false;  // Something but white space stood before on this line.
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
    const char c = text[at];
    if (c == '[' && brackets == 0 && !in_line) {
      if (auto bad = bad_table_name(text, at)) return bad;
    }
    if (c != ' ' && c != '\t') in_line = c != '\n';
    if (c == '"' || c == '\'') {
      at = string_end(text, at);
      continue;
    }
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80) return outside_strings(text, at);
    if (c == '.') {
      if (++dots > max_dotted_keys) {
        return stop{
            at, "at most " + std::to_string(max_dotted_keys) + " dots may join keys in one place"};
      }
    } else if (c == '[' || c == '{') {
      if (++brackets > max_brackets) {
        return stop{at, "brackets may be nested at most " + std::to_string(max_brackets) + " deep"};
      }
      dots = 0;
    } else if (c == ']' || c == '}') {
      if (brackets > 0) --brackets;
      dots = 0;
    } else if (c == '\n' || c == '=' || c == ',') {
      dots = 0;
    }
    ++at;
  }
  return std::nullopt;
}

std::string masked(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    std::size_t next = at + 1;
    if (rest[0] == '#') {
      next = std::min(text.find('\n', at), text.size());
    } else if (rest[0] == '"' || rest[0] == '\'') {
      next = string_end(text, at);
      if (rest.starts_with("\"\"\"")) {
        for (; at < next; at += utf8::decode(text, at).size) {
          out += static_cast<unsigned char>(text[at]) < 0x80 ? text[at] : '_';
        }
        continue;
      }
    }
    out += text.substr(at, next - at);
    at = next;
  }
  return out;
}

}  // namespace heard::toml

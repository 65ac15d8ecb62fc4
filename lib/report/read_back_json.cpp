#include "report/read_back.hpp"

#include <heard/base/error.hpp>

#include <algorithm>

namespace heard::reporting {

namespace {

class json_reader {
 public:
  explicit json_reader(std::string_view bytes) : rest_(bytes) {}

  json_node read_all() {
    json_node out = read(0);
    blanks();
    if (!rest_.empty()) refuse();
    return out;
  }

 private:
  using kind = json_node::kind;

  // More than a report has, and few enough for any stack.
  static constexpr unsigned deepest = 64;

  [[noreturn]] static void refuse() {
    throw error(status::internal, "report.json is not read as it was written");
  }

  void blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool take(std::string_view what) {
    blanks();
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  std::string text() {
    std::string out;
    for (;;) {
      if (rest_.empty()) refuse();
      const char c = rest_[0];
      rest_.remove_prefix(1);
      if (c == '"') return out;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (rest_.empty()) refuse();
      const char escaped = rest_[0];
      rest_.remove_prefix(1);
      if (escaped != 'u') {
        constexpr std::string_view letters = "bfnrt", bytes = "\b\f\n\r\t";
        const std::size_t at = letters.find(escaped);
        out += at == letters.npos ? escaped : bytes[at];
        continue;
      }
      if (rest_.size() < 4) refuse();
      // ASCII alone is written so, as are controls, which no name is told by.
      unsigned code = 0;
      for (const char hex : rest_.substr(0, 4)) {
        code = code * 16 + static_cast<unsigned>(hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10);
      }
      rest_.remove_prefix(4);
      out += code < 0x80 ? static_cast<char>(code) : '?';
    }
  }

  json_node read(unsigned depth) {
    if (depth == deepest) refuse();
    json_node out;
    if (take("{")) {
      out.is = kind::object;
      if (take("}")) return out;
      do {
        if (!take("\"")) refuse();
        std::string key = text();
        if (!take(":")) refuse();
        json_node value = read(depth + 1);
        out.members.emplace_back(std::move(key), std::move(value));
      } while (take(","));
      if (!take("}")) refuse();
    } else if (take("[")) {
      out.is = kind::array;
      if (take("]")) return out;
      do {
        out.members.emplace_back(std::string(), read(depth + 1));
      } while (take(","));
      if (!take("]")) refuse();
    } else if (take("\"")) {
      out.is = kind::text;
      out.text = text();
    } else if (take("true") || take("false")) {
      out.is = kind::truth;
    } else if (!take("null")) {
      out.is = kind::number;
      const std::size_t end = std::min(rest_.find_first_not_of("+-.0123456789eE"), rest_.size());
      if (end == 0) refuse();
      out.text = std::string(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    return out;
  }

  std::string_view rest_;
};

}  // namespace

const json_node* json_node::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

std::string_view json_node::text_of(std::string_view key) const {
  const json_node* value = find(key);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

json_node read_json(std::string_view bytes) {
  return json_reader(bytes).read_all();
}

}  // namespace heard::reporting

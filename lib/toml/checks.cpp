#include "toml/checks.hpp"

#include <heard/base/space.hpp>

#include <algorithm>

namespace heard::toml {

namespace {

bool small(char c) {
  return c >= 'a' && c <= 'z';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return small(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool valid_id(std::string_view text) {
  if (text.empty() || text.size() > 64 || text[0] == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return small(c) || digit(c) || c == '-'; });
}

std::optional<std::string> path_fault(std::string_view path) {
  if (invisible(path)) return "a path cannot be empty";
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      return "a path cannot hold control characters";
    }
  }
  if (path.find('\\') != std::string_view::npos) return "a path is written with /, not \\";
  const bool drive = path.size() > 1 && path[1] == ':' && small(lower(path[0]));
  if (path[0] == '/' || drive) return "a path is relative to the folder of this file";
  for (std::size_t first = 0; first <= path.size();) {
    const std::size_t last = std::min(path.find('/', first), path.size());
    const std::string_view part = path.substr(first, last - first);
    if (part == "..") return "a path cannot leave the folder of this file";
    if (part == "." || part.empty()) return "a path has no empty and no \".\" parts";
    first = last + 1;
  }
  return std::nullopt;
}

std::optional<std::string> language_tag(std::string_view text) {
  std::string out;
  bool private_use = false;  // after a subtag of one character
  for (std::size_t first = 0; first <= text.size();) {
    const std::size_t last = std::min(text.find('-', first), text.size());
    std::string part(text.substr(first, last - first));
    if (part.empty() || part.size() > 8) return std::nullopt;
    std::transform(part.begin(), part.end(), part.begin(), lower);
    const bool letters = std::all_of(part.begin(), part.end(), small);
    if (!std::all_of(part.begin(), part.end(), [](char c) { return small(c) || digit(c); })) {
      return std::nullopt;
    }
    if (out.empty()) {
      if (!letters || part.size() < 2) return std::nullopt;
    } else {
      if (letters && !private_use && part.size() == 2) {
        std::transform(part.begin(), part.end(), part.begin(), upper);
      } else if (letters && !private_use && part.size() == 4) {
        part[0] = upper(part[0]);
      }
      private_use = private_use || part.size() == 1;
      out += '-';
    }
    out += part;
    first = last + 1;
  }
  return out;
}

}  // namespace heard::toml

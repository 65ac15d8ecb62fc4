#include "intake/paths.hpp"

#include <algorithm>
#include <string>

namespace heard {

bool text_file(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(path.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending == ".txt" || ending == ".md";
}

std::string_view stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return path.substr(0, std::min(path.rfind('.'), path.size()));
}

}  // namespace heard

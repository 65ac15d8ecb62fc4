/// @file
/// Files with their faults marked by hand: «this» is wrong, and what is to be said of it.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard::test {

struct marked {
  std::string text;  ///< Without the marks.
  std::vector<std::pair<std::size_t, std::size_t>> places;
};

/// Marks may be nested. Places come in the order in which their marks open.
inline marked read_marks(std::string_view with_marks) {
  constexpr std::string_view open = "\xC2\xAB";   // «
  constexpr std::string_view close = "\xC2\xBB";  // »
  marked out;
  std::vector<std::size_t> opened;
  for (std::size_t at = 0; at < with_marks.size();) {
    if (with_marks.substr(at).starts_with(open)) {
      opened.push_back(out.places.size());
      out.places.emplace_back(out.text.size(), out.text.size());
      at += open.size();
    } else if (with_marks.substr(at).starts_with(close)) {
      out.places[opened.back()].second = out.text.size();
      opened.pop_back();
      at += close.size();
    } else {
      out.text += with_marks[at++];
    }
  }
  return out;
}

/// The remarks that should be made, one message a place, in the form of to_string().
inline std::string expected(const std::string& name, const marked& of,
                            const std::vector<std::string>& messages) {
  std::string out;
  for (std::size_t i = 0; i < of.places.size() && i < messages.size(); ++i) {
    const auto [first, last] = of.places[i];
    const std::string& t = of.text;
    const auto lines = std::count(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(first), '\n');
    const std::size_t newline = first == 0 ? std::string::npos : t.rfind('\n', first - 1);
    const std::size_t start = newline == std::string::npos ? 0 : newline + 1;
    const std::size_t end = std::min(t.find('\n', start), t.size());
    const std::size_t column = utf8::count(std::string_view(t).substr(start, first - start));
    const std::size_t shown = std::min(last, end);
    const std::size_t width =
        std::max<std::size_t>(1, utf8::count(std::string_view(t).substr(first, shown - first)));
    out += name + ':' + std::to_string(lines + 1) + ':' + std::to_string(column + 1) +
           ": error: " + messages[i] + '\n' + t.substr(start, end - start) + '\n' +
           std::string(column, ' ') + '^' + std::string(width - 1, '~') + '\n';
  }
  return out;
}

inline std::string all(const diagnostics& remarks) {
  std::string out;
  for (const diagnostic& d : remarks.all()) out += to_string(d) + '\n';
  return out;
}

}  // namespace heard::test

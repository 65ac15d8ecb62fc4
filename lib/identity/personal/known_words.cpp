#include "identity/personal/tables/word_lists.hpp"
#include "identity/personal/words.hpp"

namespace heard::identity {

namespace {

// A line of a sorted list.
bool listed(std::string_view list, std::string_view key) {
  if (key.empty()) return false;
  std::size_t low = 0, high = list.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    std::size_t first = middle;
    while (first > low && list[first - 1] != '\n') --first;
    const std::size_t last = list.find('\n', first);
    const int order = list.substr(first, last - first).compare(key);
    if (order == 0) return true;
    if (order < 0) {
      low = last + 1;
    } else {
      high = first;
    }
  }
  return false;
}

}  // namespace

bool given_name(std::string_view key) {
  return listed(tables::given_names, key);
}

bool surname(std::string_view key) {
  return listed(tables::surnames, key);
}

bool ordinary(std::string_view key) {
  if (listed(tables::ordinary_words, key)) return true;
  // Forms that a small dictionary leaves out.
  for (const std::string_view ending : {"s", "es", "ed", "d", "ing", "ly", "er", "ness"}) {
    if (key.size() <= ending.size() + 3 || key.substr(key.size() - ending.size()) != ending)
      continue;
    if (listed(tables::ordinary_words, key.substr(0, key.size() - ending.size()))) return true;
  }
  for (const std::string_view start : {"un", "non", "re", "pre", "over", "under", "co", "anti"}) {
    if (key.size() <= start.size() + 3 || key.substr(0, start.size()) != start) continue;
    if (listed(tables::ordinary_words, key.substr(start.size()))) return true;
  }
  return false;
}

bool name_though_word(std::string_view key) {
  return listed(tables::names_though_words, key);
}

bool grammar_word(std::string_view key) {
  return listed(tables::grammar_words, key);
}

bool known_proper(std::string_view key) {
  if (listed(tables::known_propers, key)) return true;
  // "On Sundays".
  return key.size() > 5 && key.substr(key.size() - 4) == "days" &&
         listed(tables::known_propers, key.substr(0, key.size() - 1));
}

}  // namespace heard::identity

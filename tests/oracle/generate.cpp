#include "generate.hpp"

#include <array>

namespace heard::oracle {
namespace {

const std::array<family, 9> all_families = {{
    {{"care", "Care", "cares", "carer", "caring", "CARE", "care's", "acre", "cabre"},
     {"care", "car*", "%care", "=Care", "c*e", "care~1", "=CA*", "care's", "*a*e", "=care"},
     {"care", "car*", "c?re", "care's"}},
    {{"child", "children", "child's", "children’s", "Child", "chlid", "childs"},
     {"child", "child*", "child's", "child~1", "%child", "ch*d", "children~2", "child’s", "=Child"},
     {"child", "child*", "child’s", "chil?"}},
    {{"late", "Late", "LATE", "later", "latest", "lat", "plate"},
     {"late", "late*", "=LATE", "late~1", "*late", "l?te", "%late"},
     {"late", "*late", "lat*"}},
    {{"decision-making", "decision making", "decision", "making", "Decision-Making", "makin"},
     {"decision-making", "decision", "making~1", "decision-mak*", "decision-making~1", "=making"},
     {"decision-making", "making", "decision*"}},
    {{"open", "Open", "opening", "opened", "reopen", "open's"},
     {"open", "open*", "*open*", "%open", "o*n", "=Open"},
     {"open", "open*", "?pen"}},
    {{"no", "not", "No", "the", "The", "a"},
     {"no", "not", "the", "no*t"},
     {"no", "not", "the", "a"}},
    {{"café", "Café", "cafe", "CAFÉ", "naïve", "кот", "Кот", "коты"},
     {"café", "caf?", "café~1", "cafe", "кот", "ко*ы", "=Кот"},
     {"café", "caf?", "кот*"}},
    {{"👍", "16", "10:16", "3.5", "👍🏽", "❤️", "x1"},
     {"👍", "16", "❤", "x1"},
     {"👍", "16", "3.5"}},
    {{"help@example.org", "https://example.org/plan", "#plan", "@council", "plan", "example"},
     {"help@example.org", "*@example.org", "https://example.org/plan", "plan", "pla*", "council"},
     {"#plan", "@council", "plan"}},
}};

const std::array<const char*, 14> between = {" ",  " ",   " ",  " ",  " ", " ",  ", ",
                                             ". ", ".  ", "! ", "? ", ":", " (", " - "};

}  // namespace

generator::generator(std::uint64_t seed) : dice_(seed) {
  const std::size_t count = 1 + dice_.below(3);
  for (std::size_t i = 0; i < count; ++i) families_.push_back(dice_.below(all_families.size()));
}

const family& generator::some_family() {
  return all_families[families_[dice_.below(families_.size())]];
}

std::string generator::text() {
  std::string out;
  const std::size_t words = dice_.one_in(20) ? 30 + dice_.below(30) : dice_.below(14);
  for (std::size_t i = 0; i < words; ++i) {
    const family& from =
        dice_.one_in(6) ? all_families[dice_.below(all_families.size())] : some_family();
    out += from.in_texts[dice_.below(from.in_texts.size())];
    out += dice_.one_in(60) ? "\n" : between[dice_.below(between.size())];
  }
  if (dice_.one_in(200)) out += "\xFF";
  return out;
}

std::string generator::word() {
  const std::vector<std::string>& words = some_family().in_rules;
  return words[dice_.below(words.size())];
}

std::string generator::phrase() {
  std::string out;
  const std::size_t length = 1 + dice_.below(3);
  for (std::size_t i = 0; i < length; ++i) {
    const std::vector<std::string>& words = some_family().in_phrases;
    out += i > 0 && dice_.one_in(5) ? "*" : words[dice_.below(words.size())];
    out += ' ';
  }
  out.pop_back();
  return '"' + out + '"';
}

std::string generator::list_word() {
  return dice_.one_in(3) ? phrase() : word();
}

std::string generator::rule(int depth, bool positional, bool in_sentence) {
  const auto both = [&](const std::string& op, bool place) {
    std::string left = rule(depth - 1, place, in_sentence);
    return '(' + left + ' ' + op + ' ' + rule(depth - 1, place, in_sentence) + ')';
  };
  const auto near = [&] {
    const std::string name = dice_.one_in(3) ? "BEFORE/" : "NEAR/";
    return name + std::to_string(1 + dice_.below(6));
  };
  if (depth > 0) {
    switch (dice_.below(positional ? 5 : 9)) {
      case 0:
      case 1:
        return both(near(), true);
      case 2:
        return both("OR", positional);
      case 3: {  // A chain.
        const std::string first = word() + ' ' + near() + ' ' + word();
        return '(' + first + ' ' + near() + ' ' + list_word() + ')';
      }
      case 5:
        return both("AND", false);
      case 6:
        return both("AND NOT", false);
      case 7:
        return in_sentence ? both("AND", false) : "SENTENCE(" + rule(depth - 1, false, true) + ')';
      default:
        break;
    }
  }
  if (!lists.empty() && dice_.one_in(6)) return '#' + lists[dice_.below(lists.size())];
  if (!positional && !themes.empty() && dice_.one_in(5)) {
    return '@' + themes[dice_.below(themes.size())];
  }
  return list_word();
}

}  // namespace heard::oracle

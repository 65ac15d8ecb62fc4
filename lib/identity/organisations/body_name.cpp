#include "identity/organisations/word_lists.hpp"

#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>
#include <heard/identity/body_name.hpp>
#include <heard/identity/similarity.hpp>
#include <heard/text/plain.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace heard::identity {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::size_t letters_in(std::string_view word) {
  return utf8::count(word);
}

// Words of plain text: "&" and "+" are "and", an apostrophe joins, full stops join single letters
// ("U.N.I.S.O.N."), anything else parts.
std::vector<std::string> words_of(std::string_view plain) {
  std::vector<std::string> out;
  std::string word;
  bool dotted = false;  // The word so far is single letters with full stops between.
  const auto end = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
    dotted = false;
  };
  for (std::size_t at = 0; at < plain.size();) {
    const utf8::decoded d = utf8::decode(plain, at);
    const std::size_t next = at + d.size;
    if (text::in_word(d.code_point)) {
      const bool alone = next < plain.size() && plain[next] == '.';
      if (dotted && !alone && next < plain.size() &&
          text::in_word(utf8::decode(plain, next).code_point)) {
        end();
      }
      word.append(plain, at, d.size);
    } else if (d.code_point == U'&' || d.code_point == U'+') {
      end();
      out.emplace_back("and");
    } else if (d.code_point == U'.' && (dotted || letters_in(word) == 1)) {
      dotted = true;
    } else if (d.code_point != U'\'' && d.code_point != U'`') {
      end();
    }
    at = next;
  }
  end();
  return out;
}

std::string first_letters(const std::vector<std::string>& words, bool all) {
  std::string out;
  for (const std::string& word : words) {
    if (!all && stop_word(word)) continue;
    out.append(word, 0, utf8::decode(word, 0).size);
  }
  return out;
}

// Whether the letters of `acronym` stand in `initials` in this order, the first one first.
bool drawn_from(std::string_view acronym, std::string_view initials) {
  if (acronym.empty() || initials.empty() || acronym.front() != initials.front()) return false;
  for (const char c : initials) {
    if (!acronym.empty() && acronym.front() == c) acronym.remove_prefix(1);
  }
  return acronym.empty();
}

// Mostly capitals, as an acronym is printed.
bool in_capitals(std::string_view printed) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : printed) {
    upper += c >= 'A' && c <= 'Z';
    lower += c >= 'a' && c <= 'z';
  }
  return upper >= 2 && upper > lower;
}

// Whether what stands beside a name is its acronym. A place in brackets ("UK", "Wales") is not.
bool acronym_of(std::string_view printed, const std::vector<std::string>& name) {
  const std::vector<std::string> words = words_of(text::plain(printed));
  if (words.empty() || words.size() > 2 || name.size() < 2) return false;
  const std::string& letters = words.front();
  const std::string all = first_letters(name, true);
  const std::string main = first_letters(name, false);
  if (letters.size() < 2 || letters.size() > all.size()) return false;
  if (words.size() == 1 && (letters == all || letters == main)) return true;
  return letters.size() >= 3 && 2 * letters.size() >= main.size() && in_capitals(printed) &&
         drawn_from(letters, all);
}

struct bracketed {
  std::string outside;
  std::vector<std::string> inside;
};

bracketed part_brackets(std::string_view typed) {
  bracketed out;
  while (!typed.empty()) {
    const std::size_t open = std::min(typed.find_first_of("(["), typed.size());
    const std::size_t close =
        open < typed.size() ? typed.find(typed[open] == '(' ? ')' : ']', open) : open;
    out.outside += typed.substr(0, open);
    if (open == typed.size()) break;
    const std::size_t end = close == std::string_view::npos ? typed.size() : close;
    out.inside.emplace_back(trim(typed.substr(open + 1, end - open - 1)));
    out.outside += ' ';
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return out;
}

bool all_digits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Takes "registered charity no. 1012345" from the end of the words, and gives the number.
std::string take_number(std::vector<std::string>& words) {
  static constexpr std::string_view said[] = {"charity", "company",    "no",  "number",
                                              "reg",     "registered", "ref", "registration"};
  if (words.empty()) return {};
  const std::string& last = words.back();
  const std::string_view digits =
      last.starts_with("sc") ? std::string_view(last).substr(2) : std::string_view(last);
  if (!all_digits(digits) || digits.size() < 6 || digits.size() > 8) return {};
  std::size_t first = words.size() - 1;
  bool tells = false;
  while (first > 0 &&
         std::find(std::begin(said), std::end(said), words[first - 1]) != std::end(said)) {
    --first;
    tells = true;
  }
  if (!tells || first == 0) return {};
  std::string number = last;
  words.resize(first);
  return number;
}

void take_legal_forms(body_name& name) {
  std::vector<std::string> forms;
  for (;;) {
    legal_form found = legal_form_at_end(name.words);
    // Without brackets "uk" is part of the name: ACP-UK, Cancer Research UK.
    if (found.words == 0 || found.form == "uk") break;
    forms.insert(forms.begin(), std::string(found.form));
    name.words.resize(name.words.size() - found.words);
  }
  if (const legal_form found = legal_form_at_start(name.words); found.words > 0) {
    forms.insert(forms.begin(), std::string(found.form));
    name.words.erase(name.words.begin(),
                     name.words.begin() + static_cast<std::ptrdiff_t>(found.words));
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  // "Company Ltd" is a "Ltd".
  if (forms.size() > 1) std::erase_if(forms, [](const std::string& f) { return weak_form(f); });
  name.legal_form = joined(forms);
}

void take_articles(std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool article = words[i] == "the" || (i == 0 && (words[i] == "a" || words[i] == "an"));
    if (!article || words.size() == 1) kept.push_back(words[i]);
  }
  if (!kept.empty()) words = std::move(kept);
}

// Where two names are joined: "/", ";", "&", "and", a comma before a name.
std::vector<std::string> part_entry(std::string_view typed) {
  static constexpr std::string_view joints[] = {" and ", " And ", " AND ", " & ",
                                                " + ",   "/",     ";",     ", "};
  for (std::size_t at = 1; at + 1 < typed.size(); ++at) {
    for (const std::string_view joint : joints) {
      if (typed.substr(at, joint.size()) != joint) continue;
      const std::string_view left = trim(typed.substr(0, at));
      const std::string_view right = trim(typed.substr(at + joint.size()));
      const std::vector<std::string> a = words_of(text::plain(left));
      const std::vector<std::string> b = words_of(text::plain(right));
      if (a.empty() || b.empty()) continue;
      // "Health and Care Partnership" is one body: both sides must end as bodies do.
      const bool sure = joint == "/" || joint == ";";
      if (sure ? a.size() > 1 || b.size() > 1 : head_word(a.back()) && head_word(b.back())) {
        return {std::string(left), std::string(right)};
      }
    }
  }
  return {};
}

// What stands in brackets: a country, a number or an acronym goes where it belongs; the rest, which
// belongs to the name, is given back.
std::vector<std::string> take_brackets(body_name& out, const bracketed& cut) {
  std::vector<std::string> aside;
  for (const std::string& inside : cut.inside) {
    std::vector<std::string> words = words_of(text::plain(inside));
    std::vector<std::string> numbered = words;  // As it would stand after the name.
    numbered.insert(numbered.begin(), {"-", "charity"});
    const std::vector<std::string> name = out.words;
    if (words.empty()) continue;
    if (words.size() == 1 && words.front() == "uk") {
      out.legal_form = "uk";
    } else if (std::string number = take_number(numbered); !number.empty()) {
      out.number = std::move(number);
    } else if (out.words.empty()) {
      out.words = std::move(words);
    } else if (acronym_of(inside, name)) {
      out.acronym = joined(words);
    } else if (name.size() == 1 && acronym_of(part_brackets(cut.outside).outside, words)) {
      out.acronym = name.front();  // "ADCS (Association of Directors of ...)"
      out.words = std::move(words);
    } else {
      aside.insert(aside.end(), words.begin(), words.end());
    }
  }
  return aside;
}

// "ADCS - Association of Directors of ...", and the other way round.
void take_acronym(body_name& out, const std::string& outside) {
  for (const std::string_view dash : {" - ", " \u2013 ", ": ", ", "}) {
    const std::size_t at = outside.find(dash);
    if (at == std::string::npos) continue;
    const std::string left = outside.substr(0, at);
    const std::string right = outside.substr(at + dash.size());
    std::vector<std::string> a = words_of(text::plain(left));
    std::vector<std::string> b = words_of(text::plain(right));
    if (a.size() == 1 && acronym_of(left, b)) {
      out.acronym = a.front();
      out.words = std::move(b);
      return;
    }
    if (b.size() == 1 && acronym_of(right, a)) {
      out.acronym = b.front();
      out.words = std::move(a);
      return;
    }
  }
}

}  // namespace

body_name read_name(std::string_view typed) {
  body_name out;
  out.original = std::string(typed);
  typed = trim(typed);
  if (typed.size() > longest_name) {
    out.ordered_key = out.words_key = out.letters_key = out.original;
    return out;
  }
  const std::vector<std::string> as_typed = words_of(text::plain(typed));
  const bool lettered = std::any_of(as_typed.begin(), as_typed.end(),
                                    [](const std::string& word) { return !all_digits(word); });
  out.nobody = !lettered || names_nobody(joined(as_typed)) ||
               (as_typed.size() == 1 && letters_in(as_typed.front()) == 1);
  if (!out.nobody) {
    const std::size_t behalf = on_behalf_of(as_typed);
    out.nobody =
        behalf > 0 && names_nobody(joined({as_typed.begin() + static_cast<std::ptrdiff_t>(behalf),
                                           as_typed.end()}));
  }

  bracketed cut = part_brackets(typed);
  out.words = words_of(text::plain(cut.outside));
  if (const std::size_t behalf = on_behalf_of(out.words); behalf > 0) {
    out.words.erase(out.words.begin(), out.words.begin() + static_cast<std::ptrdiff_t>(behalf));
  }
  out.number = take_number(out.words);
  const std::vector<std::string> aside = take_brackets(out, cut);
  if (cut.inside.empty()) take_acronym(out, cut.outside);
  const std::string region = out.legal_form;
  out.words.insert(out.words.end(), aside.begin(), aside.end());
  take_legal_forms(out);
  if (!region.empty()) out.legal_form += out.legal_form.empty() ? region : ' ' + region;
  take_articles(out.words);
  if (out.words.empty()) out.words = as_typed;

  out.ordered_key = joined(out.words);
  std::vector<std::string> sorted = out.words;
  std::sort(sorted.begin(), sorted.end());
  out.words_key = joined(sorted);
  out.letters_key = ngram_fingerprint(out.ordered_key);
  out.initials = first_letters(out.words, true);
  out.main_initials = first_letters(out.words, false);
  if (!out.nobody) out.parts = part_entry(typed);
  return out;
}

}  // namespace heard::identity

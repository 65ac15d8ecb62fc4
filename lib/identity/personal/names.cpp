// Long because each way of naming somebody asks the ones before it whether they have spoken.

#include "identity/personal/names.hpp"

#include "identity/personal/name_words.hpp"

#include <algorithm>

namespace heard::identity {

namespace {

constexpr std::size_t longest = 5;  // words of a name: "Maria de la Cruz Obi"

class finder {
 public:
  finder(const view& of, const words& in, std::string_view language, const not_names& nobody)
      : of_(of),
        in_(in),
        known_(look_up(in)),
        english_(language.empty() || language.starts_with("en")),
        welsh_(language.starts_with("cy")),
        nobody_(nobody) {}

  std::vector<mention> run() {
    for (std::size_t i = 0; i < in_.size(); ++i) {
      if (after_title(i) || after_kin(i) || introduced(i) || signed_here(i)) continue;
      if (initials(i) || no_name(i)) continue;
      if (listed(i) || before_kin(i)) continue;
      unlisted(i);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool close(std::size_t i) const {
    return i < in_.size() && (in_[i].before == gap::space || in_[i].before == gap::hyphen ||
                              in_[i].before == gap::dot);
  }
  // Or a quotation, or what follows a colon: a capital says little there.
  [[nodiscard]] bool starts_sentence(std::size_t i) const {
    if (in_[i].before == gap::end || in_[i].before == gap::other) return true;
    // "So be it. Young people": a short word with a dot need not be shortened.
    return in_[i].before == gap::dot && i > 0 && in_[i - 1].as == letters::small &&
           at(i - 1).grammar && !title(in_.key(i - 1));
  }
  // Among capitals it is a word of a title: "Early Years Forum".
  [[nodiscard]] bool in_title(std::size_t i) const {
    const bool before =
        i > 0 && in_[i].before == gap::space && at(i - 1).capital && !starts_sentence(i - 1);
    const bool after = i + 1 < in_.size() && in_[i + 1].before == gap::space && at(i + 1).capital;
    return before || after;
  }
  [[nodiscard]] const name_word& at(std::size_t i) const { return known_[i]; }

  // What is known to be no name where nothing says that it is one.
  [[nodiscard]] bool no_name(std::size_t i) const {
    const std::string_view key = in_.key(i);
    if (nobody_.has(key)) return true;
    if (english_ || i < seen_) return false;
    // The lists know which English words are names, and none of another language.
    return in_[i].as == letters::small || (welsh_ && welsh_word(key));
  }

  // An acronym in a sentence of small letters: ASD, EHCP.
  [[nodiscard]] bool acronym(std::size_t i) const {
    return in_[i].as == letters::all && !in_[i].quiet && in_.key(i).size() <= 6 && !at(i).given &&
           !(at(i).last && in_.key(i).size() > 3);
  }

  // What may follow once somebody is spoken of: nearly anything with a capital, else names and
  // words that no dictionary has.
  [[nodiscard]] bool names_after(std::size_t i, bool sure) const {
    if (i >= in_.size()) return false;
    const name_word& w = at(i);
    if (w.initial) return true;
    if (in_[i].has_digits || in_.key(i).size() < 2 || w.proper || acronym(i)) {
      return w.proper && w.capital && w.given && !in_[i].has_digits;
    }
    if (w.capital && !starts_sentence(i)) {
      if (w.grammar) return w.given && sure;
      return !w.plain || w.given || w.last;
    }
    if (w.grammar) return false;
    if (w.surely_given() || w.unknown()) return in_.key(i).size() >= 3 || in_[i].quiet;
    if (!sure) return w.last && !w.plain && in_.key(i).size() >= 4;
    return w.given || w.last || !w.plain;
  }

  // What may follow a given name as a surname.
  [[nodiscard]] bool follows(std::size_t i, bool small) const {
    if (!close(i) || in_[i].has_digits) return false;
    const name_word& w = at(i);
    const bool joined = in_[i].before == gap::hyphen;
    if (w.initial) return !in_[i].owns;
    if (acronym(i) || in_.key(i).size() < 2) return false;
    if (w.capital) {
      if (w.proper) return joined || w.last;
      if (w.plain) return w.last || w.given || (joined && !w.grammar);
      return true;
    }
    if (!small || w.grammar || w.proper || role(in_.key(i)) || kinship(in_.key(i))) return false;
    return w.last || w.surely_given() || (w.unknown() && in_.key(i).size() >= 4);
  }

  [[nodiscard]] std::size_t extended(std::size_t first) const {
    std::size_t last = first + 1;
    const bool small = !at(first).capital;
    while (last < in_.size() && last - first < longest && !in_[last - 1].owns) {
      if (follows(last, small)) {
        // "John A. said": the full stop ends no sentence, the next word no name.
        ++last;
        continue;
      }
      std::size_t over = last;
      while (over < in_.size() && over - last < 2 && close(over) && particle(in_.key(over))) ++over;
      if (over == last || over >= in_.size() || !follows(over, small)) break;
      last = over + 1;
    }
    return last;
  }

  void add(std::size_t first, std::size_t last, grounds why) {
    out_.push_back({first, last, why});
    seen_ = std::max(seen_, last);
  }

  bool after_title(std::size_t i) {
    const std::string_view key = in_.key(i);
    const bool weak = weak_title(key);
    if (!title(key) && !weak) return false;
    const std::size_t next = i + 1;
    if (next >= in_.size() || !close(next) || in_[i].owns) return false;
    const name_word& w = at(next);
    bool good = names_after(next, !weak);
    if (!weak && !w.grammar && w.capital && !w.proper && !acronym(next)) good = true;
    if (weak && !w.capital && !w.surely_given()) good = false;
    if (weak && w.capital && w.plain && !w.given && !at(i).capital) good = false;
    if (!good) return false;
    std::size_t last = extended(next);
    add(next, last, grounds::context);
    listing(last, grounds::context);
    return true;
  }

  // "my son Tom", "social worker, Jane Obi", "two boys called Tom and Ali", "Child X".
  bool after_kin(std::size_t i) {
    const bool family = kinship(in_.key(i));
    if (!family && !role(in_.key(i))) return false;
    std::size_t next = i + 1;
    bool said = false;
    while (next < in_.size() && next <= i + 3) {
      const std::string_view key = in_.key(next);
      const bool link = key == "called" || key == "named" || key == "aka";
      const bool name_is = key == "name" || key == "names" ||
                           ((key == "is" || key == "are" || key == "was") && said);
      if (!link && !name_is) break;
      said = true;
      ++next;
    }
    if (next >= in_.size() || (in_[i].owns && !said)) return false;
    const gap between = in_[next].before;
    if (between == gap::end || between == gap::dot || between == gap::hyphen) return false;
    const name_word& w = at(next);
    bool good = names_after(next, said);
    if (between != gap::space && !said && !w.capital) good = good && w.surely_given();
    if (w.capital && w.plain && !w.given && !said) good = good && family && w.last;
    // "the carers in ...", "my child wich": after a role a small word must be a name.
    if (!w.capital && !said && !family) good = good && w.surely_given();
    // "support worker grace young": two words that may be names are one.
    if (!w.capital && w.given && !w.grammar && close(next + 1) && at(next + 1).last &&
        !at(next + 1).grammar) {
      good = true;
    }
    if (w.initial && in_.key(next) == "a" && !family && !said) good = good && last_in_phrase(next);
    if (!good) return false;
    const std::size_t last = extended(next);
    add(next, last, grounds::context);
    listing(last, grounds::context);
    return true;
  }

  [[nodiscard]] bool last_in_phrase(std::size_t i) const {
    return i + 1 >= in_.size() || in_[i + 1].before != gap::space || at(i + 1).grammar;
  }

  // ", Ali and Mia" after a name.
  void listing(std::size_t i, grounds why) {
    while (i < in_.size()) {
      std::size_t next = i;
      const std::string_view key = in_.key(i);
      const bool joined = key == "and" || key == "or";
      const bool sign = in_[i].before == gap::other &&
                        of_.c.substr(in_[i - 1].last, in_[i].first - in_[i - 1].last) == " & ";
      if (joined) ++next;
      if (!joined && !sign && in_[i].before != gap::comma) return;
      if (next >= in_.size() || in_[next].before == gap::end) return;
      const name_word& w = at(next);
      const bool good =
          w.capital ? names_after(next, false) && (!w.plain || w.given) : w.surely_given();
      if (!good || no_name(next)) return;
      const std::size_t last = extended(next);
      add(next, last, why);
      i = last;
    }
  }

  // "my name is", "I'm", "called", "known as".
  bool introduced(std::size_t i) {
    const std::string_view key = in_.key(i), before = i > 0 ? in_.key(i - 1) : "";
    const bool name_is = key == "is" && before == "name";
    const bool said =
        name_is || key == "named" || key == "nicknamed" || (key == "as" && before == "known");
    const bool perhaps = key == "im" || (key == "am" && before == "i") || key == "called" ||
                         key == "dear" || key == "hi" || key == "hello";
    if (!said && !perhaps) return false;
    const std::size_t next = i + 1;
    if (next >= in_.size() || (in_[next].before != gap::space && in_[next].before != gap::comma)) {
      return false;
    }
    const name_word& w = at(next);
    if (w.grammar || !names_after(next, name_is)) return false;
    if (!name_is && !w.capital && !w.surely_given()) return false;
    if (!name_is && w.plain && !w.given) return false;
    const std::size_t last = extended(next);
    add(next, last, grounds::context);
    listing(last, grounds::context);
    return true;
  }

  // The line after "Regards,".
  bool signed_here(std::size_t i) {
    const std::string_view key = in_.key(i);
    if (key != "regards" && key != "sincerely" && key != "faithfully" && key != "wishes")
      return false;
    const std::size_t next = i + 1;
    if (next >= in_.size() || in_[next].before == gap::space || at(next).grammar) return false;
    if (in_[next].as == letters::small && !at(next).surely_given()) return false;
    if (in_[next].has_digits || at(next).proper) return false;
    if (office(next)) return false;
    add(next, extended(next), grounds::context);
    return true;
  }

  // "A social worker", "Director", "Chief Executive": who signs by what they are.
  [[nodiscard]] bool office(std::size_t i) const {
    const name_word& w = at(i);
    if (w.initial) return !follows(i + 1, false);
    if (!w.plain || w.given) return false;
    return !w.last || role(in_.key(i)) || (close(i + 1) && at(i + 1).plain && !at(i + 1).last);
  }

  // "Dunmarrow County Council": a body in the same run of capitals.
  [[nodiscard]] bool of_a_body(std::size_t i) const {
    for (std::size_t next = i + 1; next < in_.size() && next <= i + 3; ++next) {
      if (in_[next].before != gap::space || !at(next).capital || in_[next - 1].owns) return false;
      if (body(in_.key(next))) return true;
    }
    return false;
  }

  // A given name, or a surname that is nothing else, and what follows it.
  bool listed(std::size_t i) {
    if (i < seen_) return true;
    const name_word& w = at(i);
    const std::size_t last = extended(i);
    // "Kent Obi": a place as a given name needs a surname that is none.
    if (w.grammar || in_[i].has_digits || w.initial) return false;
    if (w.surely_given() && (w.capital || in_.key(i).size() >= 3)) {
      // In small letters two or three letters may be anything.
      if (!w.capital && in_.key(i).size() == 3 && !in_[i].quiet && !common_short(i)) return false;
      if (acronym(i)) return false;
      add(i, last, grounds::listed);
      listing(last, grounds::listed);
      return true;
    }
    if (!w.capital || starts_sentence(i)) {
      // "Grace Obi said", "Will Smith".
      const bool pair =
          w.capital && w.given && last > i + 1 && !at(i + 1).plain && !at(i + 1).initial;
      if (!pair) return false;
      add(i, last, grounds::listed);
      return true;
    }
    const bool alone = (w.given && !w.proper && (!w.plain || !in_title(i))) ||
                       (w.last && !w.plain && !w.proper) ||
                       (w.given && last > i + 1 && at(i + 1).last);
    if (!alone || acronym(i)) return false;
    add(i, last, grounds::listed);
    listing(last, grounds::listed);
    return true;
  }

  [[nodiscard]] bool common_short(std::size_t i) const {
    constexpr std::string_view names =
        " abi ada ali amy ana ann ari asa ava ben dan dee deb eli ema eva eve fay gus guy ian ida "
        "ike "
        "ina isa ivy jan jed jen jim joe jon joy kai kay ken kim kit leo les liz lou luc luz mae "
        "max "
        "may meg mia ned nia pam pat rae ray rob ron roy sal sam seb sid sue ted tia tim tom val "
        "vic "
        "viv wes zac zak zia zoe osa ola obi eze ade uma ama efe yaa esi kwo ayo ire raj jai dev "
        "ziv "
        "noa avi uri gal ela ece ali can efe ege ruy ion ana leo rex ";
    const std::string key = " " + std::string(in_.key(i)) + " ";
    return names.find(key) != std::string_view::npos;
  }

  // "J. Obi", "J Obi", "A. B. Khan".
  bool initials(std::size_t i) {
    if (i < seen_ || !at(i).initial) return false;
    std::size_t last = i + 1;
    while (last < in_.size() && last < i + 3 && at(last).initial && close(last)) ++last;
    if (last >= in_.size() || !close(last) || in_[last].before == gap::hyphen) return false;
    const name_word& w = at(last);
    if (in_[last].as != letters::first && in_[last].as != letters::mixed && !in_[last].quiet) {
      return false;
    }
    if (w.plain && !(w.last && in_[last].before == gap::dot)) return false;
    if (w.proper || w.grammar || in_.key(last).size() < 2) return false;
    if (!w.last && !w.given && !w.unknown()) return false;
    add(i, extended(last), grounds::shape);
    return true;
  }

  // "Tom, my son", "Amina (his mum)", "Ifeanyi said".
  bool before_kin(std::size_t i) {
    const name_word& w = at(i);
    if (i < seen_ || !w.capital || w.grammar || w.proper || acronym(i) || in_[i].has_digits) {
      return false;
    }
    if (w.plain && !w.given) return false;
    const std::size_t last = extended(i);
    if (last + 1 >= in_.size() || in_[last].before == gap::end) return false;
    const std::string_view whose = in_.key(last);
    const bool owned = whose == "my" || whose == "our" || whose == "his" || whose == "her" ||
                       whose == "their" || whose == "the" || whose == "a";
    const std::size_t kin = last + 1;
    bool good = owned && in_[last].before != gap::space &&
                (kinship(in_.key(kin)) || (kin + 1 < in_.size() && role(in_.key(kin + 1))) ||
                 role(in_.key(kin)));
    const bool acts = whose == "said" || whose == "told" || whose == "asked" || whose == "says" ||
                      whose == "loves" || whose == "loved" || whose == "died" || whose == "was" ||
                      whose == "is" || whose == "has" || whose == "had" || whose == "went" ||
                      whose == "and" || whose == "attends" || whose == "needs" || whose == "goes" ||
                      whose == "lives" || whose == "who" || whose == "came" || whose == "got";
    good = good || (acts && !w.plain) || (in_[last - 1].owns && !w.plain);
    if (!good || !(w.unknown() || w.given || w.last)) return false;
    add(i, last, grounds::context);
    return true;
  }

  // A capital inside a sentence on a word that no list has, alone or with others.
  void unlisted(std::size_t i) {
    if (i < seen_ || starts_sentence(i)) return;
    const name_word& w = at(i);
    if (!w.capital || !w.unknown() || acronym(i) || in_.key(i).size() < 3) return;
    if (in_[i].as == letters::all && in_.key(i).size() <= 6) return;
    if (of_a_body(i)) return;
    if (in_[i].as == letters::mixed && in_[i].first + 1 < of_.size() &&
        !of_.is_upper(in_[i].first)) {
      return;  // "iPlayer"
    }
    add(i, extended(i), grounds::shape);
  }

  const view& of_;
  const words& in_;
  std::vector<name_word> known_;
  bool english_, welsh_;
  const not_names& nobody_;
  std::vector<mention> out_;
  std::size_t seen_ = 0;
};

std::string_view without_plural(std::string_view key) {
  return key.size() > 3 && key.back() == 's' ? key.substr(0, key.size() - 1) : std::string_view();
}

}  // namespace

std::vector<mention> find_names(const view& of, const words& in, std::string_view language,
                                const not_names& nobody) {
  return finder(of, in, language, nobody).run();
}

void learn(const words& in, const std::vector<mention>& from, known_people& into) {
  for (const mention& each : from) {
    for (std::size_t i = each.first; i < each.last; ++i) {
      const std::string_view key = in.key(i);
      if (in[i].has_digits || particle(key) || key == "i" || key == "a") continue;
      if (key.size() == 1) {
        // "Child X" is X from then on; the J of "J. Obi" is not.
        if (each.last - each.first == 1) into.capitals.emplace(key);
        continue;
      }
      if (grammar_word(key) || known_proper(key) || (ordinary(key) && !name_though_word(key))) {
        if (!grammar_word(key)) into.capitals.emplace(key);
        continue;
      }
      into.names.emplace(key);
    }
  }
}

std::vector<mention> find_mentions(const words& in, const known_people& known) {
  std::vector<mention> out;
  const auto has = [](const auto& names, std::string_view key) {
    return names.find(key) != names.end();
  };
  for (std::size_t i = 0; i < in.size(); ++i) {
    const std::string_view key = in.key(i);
    const bool capital = in[i].as != letters::small && (!in[i].quiet || key.size() > 1);
    bool named = has(known.names, key) || (capital && has(known.capitals, key));
    // "Toms school".
    if (!named && !ordinary(key)) named = has(known.names, without_plural(key));
    if (named) out.push_back({i, i + 1, grounds::repeated});
  }
  return out;
}

}  // namespace heard::identity

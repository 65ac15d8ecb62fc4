#include "identity/organisations/judge.hpp"

#include "identity/organisations/word_lists.hpp"

#include <heard/base/nearest.hpp>
#include <heard/identity/similarity.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace heard::identity {

namespace {

constexpr std::uint32_t bit(likeness reason) {
  return static_cast<std::uint32_t>(reason);
}

// 16 * log2(of), rounded down. @pre 0 < of < 2^32
std::uint32_t log2_sixteenths(std::uint64_t numerator, std::uint64_t denominator) {
  // numerator / denominator as a number with 32 binary places, then its logarithm bit by bit.
  std::uint64_t x = (numerator << 32) / denominator;
  const auto whole = static_cast<std::uint32_t>(std::bit_width(x)) - 1 - 32;
  x <<= 63 - (whole + 32);  // The highest bit is the last.
  x >>= 32;                 // 1.0 is 2^31.
  std::uint32_t out = whole;
  for (int i = 0; i < 4; ++i) {
    x = (x * x) >> 31;
    out *= 2;
    if (x >> 32 != 0) {
      ++out;
      x >>= 1;
    }
  }
  return out;
}

bool weak_legal_form(const std::string& forms) {
  if (forms.empty()) return false;
  for (std::size_t at = 0; at < forms.size();) {
    const std::size_t end = std::min(forms.find(' ', at), forms.size());
    if (weak_form(std::string_view(forms).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

// A slip of the pen in a word long enough that no other word is as near.
bool misspelled(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < 6) return false;
  const std::size_t most = std::min(a.size(), b.size()) < 9 ? 1 : 2;
  const std::size_t differ = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  return differ <= most && jaro_winkler(a, b) >= 0.9 && edit_distance(a, b) <= most;
}

std::uint32_t initials_score(const body_name& acronym, const body_name& full) {
  if (acronym.words.size() != 1 || full.words.size() < 2) return 0;
  const std::string& letters = acronym.words.front();
  if (letters != full.initials && letters != full.main_initials) return 0;
  return letters.size() < 2 ? 0 : letters.size() == 2 ? 500 : letters.size() == 3 ? 750 : 850;
}

// What two names share and do not.
struct overlap {
  std::uint64_t shared = 0;
  std::uint64_t total_a = 0;
  std::uint64_t total_b = 0;
  std::uint32_t rest_a = 0;  // Words of a that b lacks, but for stop words.
  std::uint32_t rest_b = 0;
  bool told_apart = false;  // One of those tells parts apart.
  bool by_spelling = false;
  bool tells_which = false;  // Something shared is more than a kind of body.
};

overlap share(const prepared_name& a, const prepared_name& b) {
  overlap out;
  std::vector<const term*> only_a;
  std::vector<const term*> only_b;
  auto x = a.terms.begin();
  auto y = b.terms.begin();
  const auto tells = [](const term& word) { return !word.generic && !word.stop; };
  while (x != a.terms.end() || y != b.terms.end()) {
    if (y == b.terms.end() || (x != a.terms.end() && x->id < y->id)) {
      out.total_a += x->weight;
      only_a.push_back(&*x++);
    } else if (x == a.terms.end() || y->id < x->id) {
      out.total_b += y->weight;
      only_b.push_back(&*y++);
    } else {
      out.shared += x->weight;
      out.total_a += x->weight;
      out.total_b += y->weight;
      out.tells_which = out.tells_which || tells(*x);
      ++x;
      ++y;
    }
  }
  for (const term*& mine : only_a) {
    const std::string& word = a.name.words[mine->word];
    const auto found = std::find_if(only_b.begin(), only_b.end(), [&](const term* theirs) {
      return theirs != nullptr && !theirs->telling && misspelled(word, b.name.words[theirs->word]);
    });
    if (mine->telling || found == only_b.end()) continue;
    out.shared += std::uint64_t{std::min(mine->weight, (*found)->weight)} * 4 / 5;
    out.by_spelling = true;
    out.tells_which = out.tells_which || tells(*mine);
    mine = *found = nullptr;
  }
  const auto count = [&](const std::vector<const term*>& rest, std::uint32_t& to) {
    for (const term* each : rest) {
      if (each == nullptr || each->stop) continue;
      ++to;
      out.told_apart = out.told_apart || each->telling;
    }
  };
  count(only_a, out.rest_a);
  count(only_b, out.rest_b);
  return out;
}

}  // namespace

std::uint32_t weight_of(std::string_view word, std::uint64_t holders, std::uint64_t names) {
  const std::uint64_t held = std::max<std::uint64_t>(1, std::min(holders, names));
  const std::uint32_t weight = 32 + log2_sixteenths(names + 1, held);
  return stop_word(word) ? weight / 8 : generic_word(word) ? weight / 3 : weight;
}

std::string order_key(const body_name& name) {
  if (std::none_of(name.words.begin(), name.words.end(),
                   [](const std::string& word) { return telling_word(word); })) {
    return {};
  }
  std::string best;
  for (std::size_t first = 0; first < name.words.size(); ++first) {
    std::string turned;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      turned += name.words[(first + i) % name.words.size()] + ' ';
    }
    if (best.empty() || turned < best) best = std::move(turned);
  }
  return best;
}

bool same_beyond_doubt(const body_name& a, const body_name& b) {
  if (a.words_key != b.words_key || a.words_key.empty()) return false;
  if (!a.number.empty() && !b.number.empty() && a.number != b.number) return false;
  if (a.legal_form != b.legal_form) {
    if (!a.legal_form.empty() && !b.legal_form.empty()) return false;
    if (weak_legal_form(a.legal_form) || weak_legal_form(b.legal_form)) return false;
  }
  return order_key(a) == order_key(b);
}

resemblance judge(const prepared_name& a, const prepared_name& b) {
  resemblance out;
  const auto add = [&](likeness reason, std::uint32_t score) {
    out.reasons |= bit(reason);
    out.score = std::max(out.score, score);
  };
  const body_name& x = a.name;
  const body_name& y = b.name;
  if (x.original == y.original) {
    add(likeness::same_words, 1000);
    out.certain = true;
    return out;
  }
  if (x.nobody || y.nobody || x.words.empty() || y.words.empty()) return out;
  if (x.words_key == y.words_key) {
    if (same_beyond_doubt(x, y)) {
      add(likeness::same_words, 1000);
      out.certain = true;
    } else if (order_key(x) != order_key(y)) {
      add(likeness::other_order, 650);
    } else if (!x.number.empty() && !y.number.empty() && x.number != y.number) {
      add(likeness::other_legal_form, 500);
    } else {
      add(likeness::other_legal_form, 900);
    }
    return out;
  }
  const auto beside = [](const body_name& acronym, const body_name& full) {
    return !full.acronym.empty() && acronym.words_key == full.acronym && acronym.legal_form.empty();
  };
  if (beside(x, y) || beside(y, x)) {
    add(likeness::printed_acronym, 1000);
    out.certain = true;
    return out;
  }
  if (x.letters_key == y.letters_key) add(likeness::same_letters, 950);
  if (const std::uint32_t score = std::max(initials_score(x, y), initials_score(y, x))) {
    add(likeness::initials, score);
  }
  const overlap both = share(a, b);
  if (both.shared == 0) return out;
  const std::uint64_t larger = std::max(both.total_a, both.total_b);
  const auto alike = static_cast<std::uint32_t>(2000 * both.shared / (both.total_a + both.total_b));
  if (both.by_spelling) out.reasons |= bit(likeness::spelling);
  if (both.told_apart) {
    add(likeness::telling_word, std::min<std::uint32_t>(alike / 2, 450));
  } else if ((both.rest_a == 0 || both.rest_b == 0) && both.tells_which) {
    const bool within = both.rest_a != both.rest_b;
    if (within) out.reasons |= bit(likeness::words_within);
    add(likeness::shared_words,
        within ? 550 + static_cast<std::uint32_t>(400 * both.shared / larger) : alike);
  } else {
    add(likeness::shared_words, alike * 9 / 10);
  }
  if (!x.acronym.empty() && x.acronym == y.acronym) add(likeness::printed_acronym, 800);
  return out;
}

std::string_view phrase(likeness reason) {
  switch (reason) {
    case likeness::same_words:
      return "the same words";
    case likeness::printed_acronym:
      return "the acronym is printed beside the name";
    case likeness::other_legal_form:
      return "the same but for the legal form or number";
    case likeness::other_order:
      return "the same words in another order";
    case likeness::same_letters:
      return "the same letters";
    case likeness::initials:
      return "the initials of the other";
    case likeness::words_within:
      return "all its words stand in the other";
    case likeness::shared_words:
      return "rare words in common";
    case likeness::spelling:
      return "a word spelled nearly alike";
    case likeness::telling_word:
      return "may be a branch or one of several: a place or a number differs";
  }
  return {};
}

std::string phrases(std::uint32_t reasons) {
  std::string out;
  for (std::uint32_t bits = 1; bits <= bit(likeness::telling_word); bits *= 2) {
    if ((reasons & bits) == 0) continue;
    if (!out.empty()) out += "; ";
    out += phrase(static_cast<likeness>(bits));
  }
  return out;
}

}  // namespace heard::identity

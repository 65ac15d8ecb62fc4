#include "obvious.hpp"

#include <heard/base/utf8.hpp>
#include <heard/text/fold.hpp>
#include <heard/text/stem.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace heard::oracle {
namespace {

using query::node;
using query::node_kind;
using query::word_prefix;
using word = taken_apart::word;

std::u32string points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    out += d.code_point;
    i += d.size;
  }
  return out;
}

bool fits(std::u32string_view pattern, std::u32string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == U'*') {
    return fits(pattern.substr(1), text) || (!text.empty() && fits(pattern, text.substr(1)));
  }
  return !text.empty() && (pattern[0] == U'?' || pattern[0] == text[0]) &&
         fits(pattern.substr(1), text.substr(1));
}

// The whole matrix of the optimal string alignment distance.
std::size_t edits(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

bool has_apostrophe(const std::string& text) {
  return text.find('\'') != std::string::npos;
}

bool wild(std::string_view text) {
  return text.find_first_of("*?") != text.npos;
}

/// One token that a rule asks for; `*` alone is any word.
struct asked {
  std::string text;
  text::token_kind kind = text::token_kind::word;
  std::string folded = {};
  std::string stem = {};
};

// Words of a rule, cut like any text; those with wildcards hold letters, or are e-mail
// addresses, in these tests, so they are one token each.
const std::vector<asked>& cut(const std::string& rule_text) {
  static std::map<std::string, std::vector<asked>> known;
  const auto [place, fresh] = known.try_emplace(rule_text);
  std::vector<asked>& out = place->second;
  if (!fresh) return out;
  text::tokeniser tokenise;
  for (std::size_t first = 0; first < rule_text.size();) {
    const std::size_t last = std::min(rule_text.find_first_of(" -", first), rule_text.size());
    const std::string part = rule_text.substr(first, last - first);
    first = last + 1;
    if (part == "*" || wild(part)) {
      const bool mail = part.find('@') != std::string::npos;
      out.push_back({part, mail ? text::token_kind::email : text::token_kind::word});
      continue;
    }
    std::vector<text::token> tokens;
    tokenise.tokens(part, tokens);
    for (const text::token& t : tokens) out.push_back({std::string(t.bytes.of(part)), t.kind});
  }
  text::stemmer stem("en");
  for (asked& a : out) {
    a.folded = text::fold(a.text);
    a.stem = stem.stem(a.folded);
  }
  return out;
}

bool satisfies(const word& w, const asked& a, const node& rule) {
  if (w.kind != a.kind) return false;
  if (a.text == "*") return true;
  if (rule.prefix == word_prefix::exact) return fits(points(a.text), points(w.spelling));
  const bool whole = has_apostrophe(a.folded) || w.kind != text::token_kind::word;
  if (rule.prefix == word_prefix::stem) {
    return (whole ? w.whole_stem : w.stem) == a.stem;
  }
  const std::u32string asks = points(a.folded);
  const std::u32string has = points(whole ? w.folded : w.base);
  if (rule.distance != 0) return asks[0] == has[0] && edits(asks, has) <= rule.distance;
  return fits(asks, has);
}

struct evaluation {
  const codebook& book;
  const taken_apart& text;
  const places* gone = nullptr;  // What `unless` rules hit.

  int sentence(int token) const { return text.words[static_cast<std::size_t>(token)].sentence; }
  int size() const { return static_cast<int>(text.words.size()); }

  // The hits of a rule in tokens [first, last), as if there were no others.
  places in(const node& n, int first, int last) const {
    switch (n.kind) {
      case node_kind::word:
      case node_kind::phrase:
        return in_a_row(n, first, last);
      case node_kind::list: {
        places all;
        for (const rule& r : book.find_list(n.text)->words) all.merge(in(r.tree, first, last));
        return all;
      }
      case node_kind::theme: {
        places inside;
        for (const place& p : net_hits(*book.find(n.text))) {
          if (p.first >= first && p.second < last) inside.insert(p);
        }
        return inside;
      }
      case node_kind::either: {
        places all;
        for (const node& child : n.children) all.merge(in(child, first, last));
        return all;
      }
      case node_kind::both: {
        places left = in(n.children[0], first, last);
        places right = in(n.children[1], first, last);
        if (left.empty() || right.empty()) return {};
        left.merge(right);
        return left;
      }
      case node_kind::both_not:
        return in(n.children[1], first, last).empty() ? in(n.children[0], first, last) : places();
      case node_kind::sentence: {
        places all;
        for (int from = first; from < last;) {
          int to = from;
          while (to < last && sentence(to) == sentence(from)) ++to;
          all.merge(in(n.children[0], from, to));
          from = to;
        }
        return all;
      }
      case node_kind::near:
      case node_kind::before:
        return near(n, first, last);
    }
    std::abort();
  }

  places in_a_row(const node& n, int first, int last) const {
    const std::vector<asked>& row = cut(n.text);
    const int length = static_cast<int>(row.size());
    places found;
    for (int at = first; at + length <= last; ++at) {
      bool good = sentence(at) == sentence(at + length - 1);
      for (int i = 0; good && i < length; ++i) {
        good = satisfies(text.words[static_cast<std::size_t>(at + i)],
                         row[static_cast<std::size_t>(i)], n);
      }
      if (good && !is_gone({at, at + length - 1})) found.insert({at, at + length - 1});
    }
    return found;
  }

  bool is_gone(place p) const {
    return gone != nullptr && std::any_of(gone->begin(), gone->end(), [&](const place& g) {
             return g.first <= p.first && p.second <= g.second;
           });
  }

  places near(const node& n, int first, int last) const {
    places found;
    for (const place& l : in(n.children[0], first, last)) {
      int best_gap = -1;
      place best;
      for (const place& r : in(n.children[1], first, last)) {  // The earlier ones first.
        int gap = -1;
        if (r.first > l.second) gap = r.first - l.second - 1;
        if (r.second < l.first && n.kind == node_kind::near) gap = l.first - r.second - 1;
        if (gap >= 0 && (best_gap < 0 || gap < best_gap)) {
          best_gap = gap;
          best = r;
        }
      }
      if (best_gap >= 0 && best_gap <= n.distance) {
        found.insert({std::min(l.first, best.first), std::max(l.second, best.second)});
      }
    }
    return found;
  }

  places net_hits(theme_id id) const {
    places all;
    for (const rule& r : book[id].match) all.merge(match_hits(book[id], r.tree, book, text));
    for (const theme_id child : book[id].children) all.merge(net_hits(child));
    return all;
  }
};

}  // namespace

taken_apart::taken_apart(std::string_view source) {
  text::tokeniser tokenise;
  text::stemmer stem("en");
  std::vector<text::token> tokens;
  tokenise.tokens(source, tokens);
  for (const text::token& t : tokens) {
    word w{
        t.kind, static_cast<int>(t.sentence), t.bytes, std::string(t.bytes.of(source)), {}, {}, {},
        {}};
    w.folded = text::fold(w.spelling);
    w.base = w.folded;
    if (w.base.size() > 2 && w.base.ends_with("'s")) w.base.resize(w.base.size() - 2);
    w.stem = stem.stem(w.base);
    w.whole_stem = stem.stem(w.folded);
    words.push_back(w);
  }
}

std::vector<text::span> taken_apart::bytes(const places& hits) const {
  std::vector<text::span> out;
  for (const place& p : hits) {
    out.push_back({words[static_cast<std::size_t>(p.first)].bytes.first,
                   words[static_cast<std::size_t>(p.second)].bytes.last});
  }
  std::sort(out.begin(), out.end());
  return out;
}

places hits(const node& rule, const codebook& book, const taken_apart& text) {
  const evaluation all{book, text};
  return all.in(rule, 0, all.size());
}

places match_hits(const theme& of, const node& match, const codebook& book,
                  const taken_apart& text) {
  places gone;
  for (const rule& r : of.unless) gone.merge(hits(r.tree, book, text));
  const evaluation rest{book, text, &gone};
  return rest.in(match, 0, rest.size());
}

stance side_taken(const theme& of, const places& evidence, const codebook& book,
                  const taken_apart& text) {
  if (of.stance_of.empty() || of.in_favour.size() + of.against.size() == 0) return stance::none;
  const evaluation all{book, text};
  const auto found = [&](const std::vector<rule>& rules) {
    for (int from = 0; from < all.size();) {
      int to = from;
      while (to < all.size() && all.sentence(to) == all.sentence(from)) ++to;
      const bool holds_evidence =
          std::any_of(evidence.begin(), evidence.end(),
                      [&](const place& p) { return p.first < to && p.second >= from; });
      for (const rule& r : rules) {
        if (holds_evidence && !all.in(r.tree, from, to).empty()) return true;
      }
      from = to;
    }
    return false;
  };
  const bool in_favour = found(of.in_favour);
  const bool against = found(of.against);
  if (in_favour && against) return stance::mixed;
  return in_favour ? stance::in_favour : against ? stance::against : stance::none;
}

}  // namespace heard::oracle

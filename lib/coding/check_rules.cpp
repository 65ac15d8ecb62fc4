#include "coding/lexicon.hpp"
#include "coding/pattern.hpp"

#include <heard/base/error.hpp>
#include <heard/coding/codings.hpp>

namespace heard {
namespace {

class checker {
 public:
  checker(const codebook& book, diagnostics& remarks)
      : book_(book), remarks_(remarks), words_(book.language) {}

  void check(const std::vector<rule>& rules) {
    for (const rule& r : rules) check(r, r.tree);
  }

 private:
  void check(const rule& in, const query::node& n) {
    if (n.kind == query::node_kind::word || n.kind == query::node_kind::phrase) {
      try {
        for (const matching::word_pattern& pattern : matching::patterns_of(n)) {
          if (!pattern.any_word) words_.add(pattern);
        }
      } catch (const error& e) {
        remarks_.add(book_.remark(severity::error, e.what(), in, n.where));
      }
    }
    for (const query::node& child : n.children) check(in, child);
  }

  const codebook& book_;
  diagnostics& remarks_;
  matching::lexicon words_;
};

}  // namespace

void check_rules(const codebook& book, diagnostics& remarks) {
  checker check(book, remarks);
  for (const word_list& list : book.lists) check.check(list.words);
  for (const theme& t : book.themes) {
    check.check(t.match);
    check.check(t.unless);
    check.check(t.in_favour);
    check.check(t.against);
  }
}

}  // namespace heard

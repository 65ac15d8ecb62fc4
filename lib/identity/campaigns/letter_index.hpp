/// @file
/// Letters by what stands in them, to find those that a text has something of.
#pragma once

#include "identity/campaigns/documents.hpp"
#include "identity/campaigns/related.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heard::letters {

/// What bounds the work for a text, however many letters there are. Where a bound cuts, that is
/// told (letter_search::cut).
struct search_limits {
  /// Letters that a run of words leads to: of those it stands in, so many that came first.
  std::size_t holders = 64;
  /// Letters that are looked at: of those that a text is led to, so many that share most runs.
  std::size_t sorted = 64;
  /// Letters that a text is compared with: of those, so many that may be nearer than what was found
  /// by then. Letters are compared with all that are looked at: each that is not seen to be a
  /// version of another makes work for all texts.
  std::size_t tried = 12;
};

/// One search after another; belongs to one thread.
struct letter_search {
  /// @param most  letters that a text is compared with (search_limits::tried)
  letter_search(const relation_limits& limits, std::size_t most) : tried(most), compare(limits) {}
  letter_search(const letter_search&) = delete;  // `compare` holds `text`.
  letter_search& operator=(const letter_search&) = delete;

  std::size_t tried;
  std::uint32_t found = no_text;  ///< The letter that is nearest; no_text: none.
  relation is = relation::none;
  bool cut = false;  ///< Another letter, with which it was not compared, may be nearer.

  // Buffers.
  shingled text;
  shingle_table runs;
  comparison compare;
  std::vector<std::uint32_t> shared;   // By letter: runs that the text has of it.
  std::vector<std::uint32_t> touched;  // Letters that share runs, most first.
  std::size_t unseen = 0;  // Runs shared with a letter that is not among these, at most.
  std::size_t more = 0;    // Runs that stand in letters that they do not lead to.
  std::vector<shingle> hits;
};

/// Letters in the order in which they were added, the most important first.
class letter_index {
 public:
  letter_index(const documents& of, const left_out_runs& left_out, const relation_limits& limits,
               const search_limits& search);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// The next letter. @pre its text holds a run that is not left out, or it is declared
  void add(text_row text);

  /// Looks for the letter that `text` is nearest to, no farther than `farthest`, among those that
  /// are not `passed_over`: the closest relation, then the most words of the letter.
  /// @param passed_over  by letter; empty: none is
  void search(text_row text, relation farthest, const std::vector<bool>& passed_over,
              letter_search& out) const;

 private:
  void find_sharing(const std::vector<bool>& passed_over, letter_search& out) const;
  void compare_all(relation farthest, letter_search& out) const;

  [[nodiscard]] bool may_hold(shingle run) const {
    return (bits_[(run >> 6) % bits_.size()] >> (run & 63) & 1) != 0;
  }

  const documents& of_;
  const left_out_runs& left_out_;
  // Letters that a run stands in, the first ones.
  struct holders {
    std::vector<std::uint32_t> letters;
    bool more = false;
  };

  const relation_limits& limits_;
  search_limits search_;
  std::vector<shingled> letters_;
  std::vector<text_row> rows_;
  boost::unordered_flat_map<shingle, holders> holders_;
  std::vector<std::uint64_t> bits_;  // Of most runs that no letter holds, this tells.
};

}  // namespace heard::letters

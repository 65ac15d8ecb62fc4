/// @file
/// How find_campaigns() goes: read, cluster, name, measure each member, pass codings on.
#pragma once

#include "identity/campaigns/clusters.hpp"
#include "identity/campaigns/documents.hpp"

#include <heard/identity/campaigns.hpp>

#include <memory>
#include <vector>

namespace heard {

class campaign_finder {
 public:
  campaign_finder(std::shared_ptr<const consultation> of, const campaign_options& options,
                  const run_options& run);

  /// @pre called once
  [[nodiscard]] std::shared_ptr<const campaigns> find();

 private:
  [[nodiscard]] std::vector<letters::shingle> words_of_the_consultation();
  [[nodiscard]] letters::left_out_runs runs_of_nobody();
  [[nodiscard]] std::vector<letters::text_row> declared_letters();
  void gather(const letters::clusters& found);
  void apply_declarations();
  void apply_decisions();
  void sort_campaigns();
  void measure_members();
  void list_short_answers();
  void tell_what_was_cut(std::uint64_t responses);

  std::shared_ptr<campaigns> made_;
  campaign_options options_;
  stages run_;
  letters::word_readers readers_;
  letters::relation_limits limits_;
  letters::documents documents_;
};

}  // namespace heard

// What people decided, file by file. A file that was not supplied says nothing.
#pragma once

#include "intake/draft.hpp"
#include "intake/register.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace heard {

// The files and folders of decisions, beneath the folder that the manifest names.
struct decision_paths {
  explicit decision_paths(const std::string& folder);
  // Those that stand in the folder itself.
  [[nodiscard]] std::vector<std::string> files() const;
  std::string dispositions, passages, organisations, quotes, redactions, campaigns, signoff,
      translations, purged;
  std::string all;               // The folder, with `/`.
  std::string codings, reviews;  // Folders, with `/`.
};

void read_dispositions(draft& to, const std::string& path);
void read_organisations(draft& to, const std::string& path);
// One coder's codings or reviews; the file's name is the coder's.
void read_codings(draft& to, const std::string& path);
void read_reviews(draft& to, const std::string& path);
void read_quotes(draft& to, const std::string& path);
void read_translations(draft& to, const std::string& path);
void read_redactions(draft& to, const std::string& path);
void read_campaigns(draft& to, const std::string& path);
void read_signoff(draft& to, const std::string& path);

// A file in the folder that none of these reads. @param named  files that others read
void remark_on_unknown_files(draft& to, const decision_paths& paths,
                             const std::set<std::string>& named);

// Places the words of letters by passages.csv, moves answers that stand under the wrong question,
// and gives what no passage covers to `general`.
void place_words(draft& to, std::span<const letter_use> letters, const std::string& passages_path);

}  // namespace heard

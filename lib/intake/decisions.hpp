// What people decided, file by file. A file that was not supplied says nothing.
#pragma once

#include "intake/draft.hpp"
#include "intake/register.hpp"

#include <span>
#include <string>

namespace heard {

// The files and folders of decisions, beneath the folder that the manifest names.
struct decision_paths {
  explicit decision_paths(const std::string& folder);
  std::string dispositions, passages, organisations, quotes;
  std::string codings, reviews;  // Folders, with `/`.
};

void read_dispositions(draft& to, const std::string& path);
void read_organisations(draft& to, const std::string& path);
// One coder's codings or reviews; the file's name is the coder's.
void read_codings(draft& to, const std::string& path);
void read_reviews(draft& to, const std::string& path);
void read_quotes(draft& to, const std::string& path);

// Places the words of letters by passages.csv, moves answers that stand under the wrong question,
// and gives what no passage covers to `general`.
void place_words(draft& to, std::span<const letter_use> letters, const std::string& passages_path);

}  // namespace heard

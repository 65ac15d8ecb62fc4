/// @file
/// What a codebook's rules are tried on.
#pragma once

#include <heard/codebook/codebook.hpp>
#include <heard/model/consultation.hpp>

#include <string_view>
#include <vector>

namespace heard::matching {

/// Themes of a question by row of the codebook; empty where none is looked for.
using themes_by_question = std::vector<std::vector<bool>>;

/// Which themes rules look for at which question.
/// @throw error(status::bad_codebook) for a question that was not asked
[[nodiscard]] themes_by_question themes_looked_for(const consultation& of, const codebook& book);

/// Which themes rules look for in the notes of events, by row.
[[nodiscard]] std::vector<bool> themes_at_events(const codebook& book);

/// Whether a codebook's rules are for texts in a language, as far as the primary subtag goes.
[[nodiscard]] bool is_in_language(std::string_view tag, const codebook& book);
/// The same for each of consultation::languages().
[[nodiscard]] std::vector<bool> languages_with_rules(const consultation& of, const codebook& book);

}  // namespace heard::matching

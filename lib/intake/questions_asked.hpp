// What the sources say of the questions: where they were asked, in which words.
#pragma once

#include "intake/draft.hpp"

namespace heard {

// Adds each question's channels where none are declared, and its words in other channels; then
// finishes the questionnaire. A question that no source answers is an error; a warning where
// letters may answer it.
void settle_questions(draft& to, bool letters);

}  // namespace heard

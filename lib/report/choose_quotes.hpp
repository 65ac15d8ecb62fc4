/// @file
/// The quotes of one question, theme by theme.
#pragma once

#include "report/account.hpp"
#include "report/counts.hpp"

namespace heard::reporting {

/// Fills `quotes` of every theme found at a question. A theme that is but the union of its children
/// leaves them the quotes; the same words are printed once a question, but for pinned ones, and
/// other points are quoted only where somebody pinned it.
void choose_quotes(const counts& all, audience reader, question_account& into);

}  // namespace heard::reporting

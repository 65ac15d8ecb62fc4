/// @file
/// The detectors, one for each family of kinds. Each appends what it finds, in any order.
#pragma once

#include "identity/personal/view.hpp"
#include "identity/personal/words.hpp"

#include <heard/identity/personal_data.hpp>

#include <vector>

namespace heard::identity {

using candidates = std::vector<personal_candidate>;

/// E-mail and web addresses, social handles; "jim at example dot com" too.
void find_web(const view& of, const words& in, candidates& out);
/// Telephone, NHS and card numbers: digits in groups.
void find_numbers(const view& of, const words& in, candidates& out);
/// National Insurance, passport, driving licence and vehicle marks: letters and digits.
void find_marks(const view& of, const words& in, candidates& out);
void find_postcodes(const view& of, const words& in, candidates& out);
void find_births(const view& of, const words& in, candidates& out);
/// Addresses, and named schools, surgeries and homes.
void find_places(const view& of, const words& in, candidates& out);

}  // namespace heard::identity

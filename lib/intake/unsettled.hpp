// What a final run may not go on with unless the manifest discloses it by name.
#pragma once

#include "intake/draft.hpp"

namespace heard {

// Remarks on responses that are unreadable or pending and on words that nobody has turned into
// text: warnings, and errors in a final run. Stale decisions were remarked on when they were read.
void remark_on_unsettled(draft& to, const consultation& made);

}  // namespace heard

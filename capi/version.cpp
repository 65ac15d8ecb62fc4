#include "heard.h"

#include <heard/text/segment.hpp>

uint32_t heard_abi_version(void) {
  return HEARD_ABI_VERSION;
}

const char* heard_version(void) {
  return HEARD_VERSION;
}

// The view is of a literal, so it ends with NUL.
const char* heard_unicode_version(void) {
  return heard::text::unicode_version().data();
}

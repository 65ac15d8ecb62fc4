#include "support/edits.hpp"
#include "unit/intake/manifest_samples.hpp"

#include <heard/intake/manifest.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heard;

TEST_CASE("no edit of a manifest crashes it, and what is wrong is said") {
  constexpr std::string_view pieces[] = {"[",
                                         "]",
                                         "{",
                                         "}",
                                         "=",
                                         "\"",
                                         "'",
                                         "\"\"\"",
                                         ".",
                                         ",",
                                         "\n",
                                         "1",
                                         "true",
                                         "#",
                                         "\\",
                                         "\xC3",
                                         "\xE2\x80\xA8",
                                         "[[question]]",
                                         "[source.answers]\n",
                                         "id = \"c1\"\n",
                                         "-",
                                         "2026-03-02",
                                         "all",
                                         std::string_view("\0", 1)};
  const std::string samples[] = {test::everything, test::library_hours};
  test::survives_edits(samples, pieces, [](const std::string& text, diagnostics& remarks) {
    return parse_manifest(text, "m", remarks);
  });
}

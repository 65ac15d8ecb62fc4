#include "support/edits.hpp"
#include "unit/codebook/samples.hpp"

#include <heard/codebook/codebook.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace heard;

TEST_CASE("no edit of a codebook crashes it, and what is wrong is said") {
  constexpr std::string_view pieces[] = {"[",
                                         "]",
                                         "(",
                                         ")",
                                         "\"",
                                         "'",
                                         "\"\"\"",
                                         "'''",
                                         " AND ",
                                         " OR ",
                                         " NEAR/3",
                                         "SENTENCE(",
                                         "@",
                                         "@hours",
                                         "#carers",
                                         "*",
                                         "~1",
                                         "\\",
                                         "\\u00e9",
                                         "\\\n",
                                         ",",
                                         "\n",
                                         "[[theme]]\n",
                                         "id = 'hours'\n",
                                         "parent = 'staff'\n",
                                         "\xC3",
                                         "\xE2\x80\x9C",
                                         std::string_view("\0", 1)};
  const std::string samples[] = {test::library_codebook};
  test::survives_edits(samples, pieces, [](const std::string& text, diagnostics& remarks) {
    return parse_codebook(text, "m", remarks);
  });
}

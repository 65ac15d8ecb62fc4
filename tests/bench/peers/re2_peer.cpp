// RE2::Set: which of a few hundred regular expressions an answer matches, not where nor how often.
//
//   peer_re2 words CORPUS RULES
#include "rules.hpp"

#include <re2/re2.h>
#include <re2/set.h>

using namespace heard::peers;

int main(int argc, char** argv) {
  return run("peer_re2", [&] {
    if (argc < 4) throw std::runtime_error("usage: words CORPUS RULES");
    if (std::string(argv[1]) != "words") unknown(argv[1]);
    const corpus texts(argv[2]);
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    // The default of 8 MiB is thrown away and built anew all the time with so many patterns.
    options.set_max_mem(std::int64_t{1} << 30);
    RE2::Set set(options, RE2::UNANCHORED);
    for (const plain_rule& each : read_rules(argv[3])) {
      std::string why;
      if (set.Add(regex_of(each), &why) < 0) throw std::runtime_error("RE2: " + why);
    }
    if (!set.Compile()) throw std::runtime_error("RE2: the set does not compile");
    measure_pass("words", texts, [&](answers over) {
      std::uint64_t count = 0;
      std::vector<int> matched;
      RE2::Set::ErrorInfo error{};
      for (const std::string_view answer : over) {
        set.Match(re2::StringPiece(answer.data(), answer.size()), &matched, &error);
        if (error.kind != RE2::Set::kNoError) throw std::runtime_error("RE2: out of memory");
        count += matched.size();
      }
      return count;
    });
  });
}

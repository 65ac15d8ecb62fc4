// vectorscan: every occurrence of a few hundred patterns, as bare literals and as regular
// expressions that respect words. It reports where a match ends; where it starts costs more.
//
//   peer_vectorscan literals|words CORPUS RULES
#include "rules.hpp"

#include <hs.h>
#include <memory>

using namespace heard::peers;

namespace {

struct frees {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using database = std::unique_ptr<hs_database_t, frees>;
using scratch = std::unique_ptr<hs_scratch_t, frees>;

database compiled(const std::vector<std::string>& patterns, bool literal) {
  std::vector<const char*> texts;
  std::vector<std::size_t> sizes;
  std::vector<unsigned> flags(patterns.size(), HS_FLAG_CASELESS);
  std::vector<unsigned> ids;
  for (const std::string& pattern : patterns) {
    ids.push_back(static_cast<unsigned>(texts.size()));
    texts.push_back(pattern.c_str());
    sizes.push_back(pattern.size());
  }
  const auto count = static_cast<unsigned>(texts.size());
  hs_database_t* made = nullptr;
  hs_compile_error_t* fault = nullptr;
  const hs_error_t status =
      literal ? hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), count,
                                     HS_MODE_BLOCK, nullptr, &made, &fault)
              : hs_compile_multi(texts.data(), flags.data(), ids.data(), count, HS_MODE_BLOCK,
                                 nullptr, &made, &fault);
  if (status != HS_SUCCESS) {
    const std::string why = fault != nullptr ? fault->message : "no reason given";
    hs_free_compile_error(fault);
    throw std::runtime_error("vectorscan: " + why);
  }
  return database(made);
}

int count_one(unsigned, unsigned long long, unsigned long long, unsigned, void* to) {
  ++*static_cast<std::uint64_t*>(to);
  return 0;
}

void scan(const char* part, const corpus& texts, const database& patterns) {
  hs_scratch_t* made = nullptr;
  if (hs_alloc_scratch(patterns.get(), &made) != HS_SUCCESS) throw std::bad_alloc();
  const scratch space(made);
  measure_pass(part, texts, [&](answers over) {
    std::uint64_t count = 0;
    for (const std::string_view answer : over) {
      hs_scan(patterns.get(), answer.data(), static_cast<unsigned>(answer.size()), 0, space.get(),
              count_one, &count);
    }
    return count;
  });
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_vectorscan", [&] {
    if (argc < 4) throw std::runtime_error("usage: literals|words CORPUS RULES");
    const std::string wanted = argv[1];
    if (wanted != "literals" && wanted != "words") unknown(wanted);
    const bool literal = wanted == "literals";
    const corpus texts(argv[2]);
    std::vector<std::string> patterns;
    for (const plain_rule& each : read_rules(argv[3])) {
      patterns.push_back(literal ? literal_of(each) : regex_of(each));
    }
    scan(argv[1], texts, compiled(patterns, literal));
  });
}

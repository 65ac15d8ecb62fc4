// One million short responses, a tenth of them of campaigns: how long find_campaigns() takes, and
// how much memory it adds to that of the consultation.
//
//   campaigns_bench [RESPONSES] [THREADS]
#include "unit/identity/letters.hpp"

#include <heard/identity/campaigns.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace heard;
using namespace heard::testing;

namespace {

// Kilobytes by /proc/self/status: "VmRSS:" now, "VmHWM:" at most.
long memory(const std::string& line) {
  std::ifstream in("/proc/self/status");
  for (std::string each; std::getline(in, each);) {
    if (each.rfind(line, 0) == 0) return std::atol(each.c_str() + line.size());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long responses = argc > 1 ? std::atol(argv[1]) : 1'000'000;
  const unsigned threads = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2;
  letter_maker make(1);
  std::vector<words> letters;
  for (int i = 0; i < 50; ++i) letters.push_back(make.text(60));
  simple_consultation s;
  for (long i = 0; i < responses; ++i) {
    const bool sent = make.below(10) == 0;
    const words text = sent ? make.edited(letters[make.below(50)], static_cast<edit>(make.below(5)))
                            : make.text(5 + make.below(40));
    s.add("r" + std::to_string(10'000'000 + i), letter_maker::joined(text));
  }
  const auto of = s.finish();
  const long before = memory("VmRSS:");
  const auto start = std::chrono::steady_clock::now();
  const auto found = find_campaigns(of, {}, {threads, {}});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%ld responses, %zu campaigns, %u threads: %.1f s, at most %ld bytes a response\n",
              responses, found->all().size(), threads, took.count(),
              (memory("VmHWM:") - before) * 1024 / responses);
  return 0;
}

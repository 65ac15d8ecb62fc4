#include <heard/tables/share.hpp>

namespace heard {

std::string share(std::uint64_t count, std::uint64_t base) {
  if (base == 0) return "-";
  if (count == 0) return "0%";
  if (count == base) return "100%";
  const bool part = count < base;
  // So that 200 * count fits; what is cut off is below 2^-47 of the whole.
  while ((count | base) >> 55 != 0) {
    count >>= 1;
    base >>= 1;
  }
  if (200 * count < base) return "<1%";
  const std::uint64_t percent = (200 * count + base) / (2 * base);
  if (percent == 100 && part) return ">99%";
  return std::to_string(percent) + "%";
}

}  // namespace heard

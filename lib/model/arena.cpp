#include <heard/base/error.hpp>
#include <heard/model/arena.hpp>

#include <algorithm>
#include <limits>

namespace heard {

namespace {
constexpr std::size_t block_size = std::size_t{1} << 20;
}

text_ref arena::add(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw error(status::bad_input, "a text of 4 GiB or more cannot be kept");
  }
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
    std::vector<char> block;
    block.reserve(std::max(block_size, text.size()));
    blocks_.push_back(std::move(block));
  }
  std::vector<char>& block = blocks_.back();
  const text_ref ref{static_cast<std::uint32_t>(blocks_.size() - 1),
                     static_cast<std::uint32_t>(block.size()),
                     static_cast<std::uint32_t>(text.size())};
  block.insert(block.end(), text.begin(), text.end());
  size_ += text.size();
  return ref;
}

}  // namespace heard

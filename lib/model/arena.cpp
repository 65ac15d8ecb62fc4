#include <heard/base/error.hpp>
#include <heard/model/arena.hpp>

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>

namespace heard {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;

// What is shorter is copied: ids and choices are compared again and again, and then stand together.
constexpr std::size_t least_slice = 32;

// A reference has 32 bits for where a text begins in its block, so that a block begins at every
// 2 GiB of bytes that are kept.
constexpr unsigned block_bits = 31;

void check_size(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw error(status::bad_input, "a text of 4 GiB or more cannot be kept");
  }
}

}  // namespace

text_ref arena::add(std::string_view text) {
  if (text.empty()) return {};
  check_size(text);
  if (room_ - filled_ < text.size()) {
    const std::size_t room = std::max(block_size, text.size());
    // Not cleared: what is never filled is never touched.
    own_.push_back(std::unique_ptr<char[]>(new char[room]));
    blocks_.push_back(own_.back().get());
    open_ = static_cast<std::uint32_t>(blocks_.size() - 1);
    room_ = room;
    filled_ = 0;
  }
  const text_ref ref{open_, static_cast<std::uint32_t>(filled_),
                     static_cast<std::uint32_t>(text.size())};
  std::memcpy(own_.back().get() + filled_, text.data(), text.size());
  filled_ += text.size();
  size_ += text.size();
  return ref;
}

void arena::keep(const kept_bytes& bytes) {
  const std::string_view view = bytes;
  if (view.size() < least_slice) return;
  const auto [place, inserted] = kept_.try_emplace(view.data());
  last_ = &place->second;
  // The same bytes once more, or more of them: slices so far hold of both.
  if (!inserted && place->second.bytes.size() >= view.size()) return;
  place->second.bytes = bytes;
  place->second.first_block = static_cast<std::uint32_t>(blocks_.size());
  for (std::size_t first = 0; first < view.size(); first += std::size_t{1} << block_bits) {
    blocks_.push_back(view.data() + first);
  }
}

arena::kept* arena::keeper_of(std::string_view text) {
  const auto holds = [&](const kept& each) {
    const std::string_view all = each.bytes;
    return !std::less<>()(text.data(), all.data()) &&
           !std::less<>()(all.data() + all.size(), text.data() + text.size());
  };
  if (last_ != nullptr && holds(*last_)) return last_;
  const auto after = kept_.upper_bound(text.data());
  if (after == kept_.begin() || !holds(std::prev(after)->second)) return nullptr;
  return last_ = &std::prev(after)->second;
}

text_ref arena::add_slice(std::string_view text) {
  if (text.size() < least_slice) return add(text);
  check_size(text);
  kept* const in = keeper_of(text);
  if (in == nullptr) return add(text);
  const auto offset = static_cast<std::size_t>(text.data() - in->bytes.view().data());
  in->used += text.size();
  size_ += text.size();
  return {in->first_block + static_cast<std::uint32_t>(offset >> block_bits),
          static_cast<std::uint32_t>(offset & ((std::size_t{1} << block_bits) - 1)),
          static_cast<std::uint32_t>(text.size())};
}

bool arena::wasteful() const {
  return std::any_of(kept_.begin(), kept_.end(),
                     [](const auto& each) { return wasteful(each.second); });
}

void arena::settle_one(text_ref& slice) {
  const std::string_view text = (*this)[slice];
  if (text.size() < least_slice) return;
  const kept* const in = keeper_of(text);
  if (in == nullptr || !wasteful(*in)) return;
  slice = add(text);
  size_ -= text.size();  // Counted when it was a slice.
}

void arena::let_go() {
  last_ = nullptr;
  std::erase_if(kept_, [](const auto& each) { return wasteful(each.second); });
}

}  // namespace heard

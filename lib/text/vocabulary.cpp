#include <heard/text/fold.hpp>
#include <heard/text/vocabulary.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace heard::text {

namespace {

/// Bytes that stay where they are until the end.
class arena {
 public:
  std::string_view keep(std::string_view bytes) {
    if (bytes.size() > left_) {
      left_ = std::max(block_size, bytes.size());
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
      next_ = blocks_.back().get();
    }
    if (!bytes.empty()) std::memcpy(next_, bytes.data(), bytes.size());
    const std::string_view kept(next_, bytes.size());
    next_ += bytes.size();
    left_ -= bytes.size();
    return kept;
  }

 private:
  static constexpr std::size_t block_size = 1 << 16;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

struct type_key {
  std::string_view spelling;
  token_kind kind;

  bool operator==(const type_key&) const = default;
};

struct type_key_hash {
  using is_avalanching = void;  // so that Boost does not mix it once more

  std::size_t operator()(const type_key& key) const noexcept {
    return XXH3_64bits_withSeed(key.spelling.data(), key.spelling.size(),
                                static_cast<XXH64_hash_t>(key.kind));
  }
};

struct type {
  std::string_view spelling;
  std::string_view folded;
  token_kind kind;
};

bool folds_to_itself(std::string_view spelling) {
  return std::all_of(spelling.begin(), spelling.end(), [](char b) {
    return static_cast<unsigned char>(b) < 0x80 && !(b >= 'A' && b <= 'Z');
  });
}

}  // namespace

struct vocabulary::state {
  arena bytes;
  std::vector<type> types;
  boost::unordered_flat_map<type_key, type_id, type_key_hash> numbers;
};

vocabulary::vocabulary() : state_(std::make_unique<state>()) {}
vocabulary::~vocabulary() = default;
vocabulary::vocabulary(vocabulary&&) noexcept = default;
vocabulary& vocabulary::operator=(vocabulary&&) noexcept = default;

type_id vocabulary::intern(std::string_view spelling, token_kind kind) {
  state& s = *state_;
  if (const auto found = s.numbers.find({spelling, kind}); found != s.numbers.end()) {
    return found->second;
  }
  type added{s.bytes.keep(spelling), {}, kind};
  added.folded = folds_to_itself(spelling) ? added.spelling : s.bytes.keep(fold(spelling));
  const auto number = static_cast<type_id>(s.types.size());
  s.types.push_back(added);
  try {
    s.numbers.emplace(type_key{added.spelling, kind}, number);
  } catch (...) {
    s.types.pop_back();  // else a type would have two numbers
    throw;
  }
  return number;
}

std::size_t vocabulary::size() const {
  return state_->types.size();
}
std::string_view vocabulary::spelling(type_id type) const {
  return state_->types[type].spelling;
}
std::string_view vocabulary::folded(type_id type) const {
  return state_->types[type].folded;
}
token_kind vocabulary::kind(type_id type) const {
  return state_->types[type].kind;
}

}  // namespace heard::text

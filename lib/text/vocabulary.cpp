#include "text/type_table.hpp"

#include <heard/text/fold.hpp>
#include <heard/text/vocabulary.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
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
  struct hashed {
    type_key key;
    std::uint64_t hash = 0;
  };
  static constexpr std::size_t at_once = 16;

  arena bytes;
  std::deque<type> types;  // Does not hold itself twice as it grows, as a vector does.
  type_table numbers;
  std::array<hashed, at_once> made;  // Here, so that it is not zeroed for every text.

  // Apart, as few tokens come here.
  [[gnu::noinline]] type_id search(const type_key& key, std::string_view spelling,
                                   token_kind kind) {
    const type_id found = numbers.find(key, numbers.hash(key), [&](type_id n) {
      return types[n].spelling == spelling && types[n].kind == kind;
    });
    return found != type_table::none ? found : add(key, spelling, kind);
  }

 private:
  type_id add(const type_key& key, std::string_view spelling, token_kind kind) {
    type added{bytes.keep(spelling), {}, kind};
    added.folded = folds_to_itself(spelling) ? added.spelling : bytes.keep(fold(spelling));
    const auto number = static_cast<type_id>(types.size());
    numbers.reserve_one();
    types.push_back(added);
    numbers.insert(key);
    return number;
  }
};

vocabulary::vocabulary() : state_(std::make_unique<state>()) {}
vocabulary::~vocabulary() = default;
vocabulary::vocabulary(vocabulary&&) noexcept = default;
vocabulary& vocabulary::operator=(vocabulary&&) noexcept = default;

type_id vocabulary::intern(std::string_view spelling, token_kind kind) {
  const auto size = static_cast<std::uint32_t>(spelling.size());
  return state_->search(key_of(spelling.data(), size, kind, spelling.size()), spelling, kind);
}

void vocabulary::intern(std::string_view text, std::span<const token> tokens,
                        std::vector<type_id>& out) {
  // The table is larger than the nearest cache: places are fetched while other keys are made.
  state& s = *state_;
  out.resize(tokens.size());
  for (std::size_t first = 0; first < tokens.size(); first += state::at_once) {
    const std::span<const token> some =
        tokens.subspan(first, std::min(state::at_once, tokens.size() - first));
    type_table::glance table(s.numbers);
    const std::uint64_t seed = s.numbers.seed();
    for (std::size_t i = 0; i < some.size(); ++i) {
      const span at = some[i].bytes;
      const type_key key =
          key_of(text.data() + at.first, at.size(), some[i].kind, text.size() - at.first);
      const std::uint64_t hash = type_table::hash(key, seed);
      table.prefetch(hash);
      s.made[i] = {key, hash};
    }
    for (std::size_t i = 0; i < some.size(); ++i) {
      type_id number = table.find(s.made[i].key, s.made[i].hash);
      if (number == type_table::none) {
        number = s.search(s.made[i].key, some[i].bytes.of(text), some[i].kind);
        table = type_table::glance(s.numbers);
      }
      out[first + i] = number;
    }
  }
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

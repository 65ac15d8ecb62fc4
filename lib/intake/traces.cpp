#include "intake/traces.hpp"

#include <heard/base/hash.hpp>

#include <algorithm>

namespace heard {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes from `at` that stand for something that is no letter in one of the formats; 0: none.
std::size_t escape_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest[0] == '&') {
    for (std::size_t i = 1; i < rest.size() && i < 10; ++i) {
      if (rest[i] == ';') return i + 1;
      if (!letter(rest[i]) && !digit(rest[i]) && rest[i] != '#') return 0;
    }
  } else if (rest[0] == '\\' && rest.size() > 1) {
    if (rest[1] == 'u' && rest.size() > 5) return 6;
    if (std::string_view("nrtbf").find(rest[1]) != std::string_view::npos) return 2;
  } else if (rest[0] == '<' && rest.size() > 1 && (letter(rest[1]) || rest[1] == '/')) {
    const std::size_t end = rest.substr(0, 200).find('>');
    if (end != std::string_view::npos) return end + 1;
  }
  return 0;
}

// Calls `visit` with each byte that is compared and its offset.
template <class Visit>
void each_compared(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t skip = escape_at(text, at); skip != 0) {
      at += skip;
      continue;
    }
    const char c = text[at];
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (!ascii || letter(c) || digit(c)) {
      visit(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c, at);
    }
    ++at;
  }
}

std::string compared(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_compared(text, [&](char c, std::size_t) { out += c; });
  return out;
}

}  // namespace

std::size_t traces::hash::operator()(std::string_view text) const {
  return static_cast<std::size_t>(hash_bytes(text).low);
}

void traces::add(std::string_view words, std::size_t least) {
  std::string own = compared(words);
  if (own.size() >= slice) {
    for (std::size_t at = 0; at + slice <= own.size(); ++at) slices_.insert(own.substr(at, slice));
  } else if (own.size() >= least && !own.empty()) {
    if (std::find(short_.begin(), short_.end(), own) == short_.end()) {
      short_.push_back(std::move(own));
    }
  }
}

void traces::forgive(std::string_view text) {
  if (empty()) return;
  const std::string other = compared(text);
  if (!slices_.empty()) {
    for (std::size_t at = 0; at + slice <= other.size(); ++at) {
      const auto found = slices_.find(std::string_view(other).substr(at, slice));
      if (found != slices_.end()) slices_.erase(found);
    }
  }
  std::erase_if(short_, [&](const std::string& own) { return other.find(own) != other.npos; });
}

std::optional<std::uint64_t> traces::find(std::string_view bytes) const {
  if (empty()) return std::nullopt;
  const std::string there = compared(bytes);
  std::size_t first = there.npos;
  if (!slices_.empty()) {
    for (std::size_t at = 0; at + slice <= there.size(); ++at) {
      if (!slices_.contains(std::string_view(there).substr(at, slice))) continue;
      first = at;
      break;
    }
  }
  for (const std::string& own : short_) first = std::min(first, there.find(own));
  if (first == there.npos) return std::nullopt;
  std::size_t seen = 0;
  std::uint64_t offset = 0;
  each_compared(bytes, [&](char, std::size_t at) {
    if (seen++ == first) offset = at;
  });
  return offset;
}

}  // namespace heard

#include "intake/response_ids.hpp"

#include <algorithm>

namespace heard {

namespace {

// With its length before it, so that no two lists of texts give the same bytes.
void append(std::string& out, std::string_view text) {
  const std::uint64_t size = text.size();
  for (int i = 0; i < 8; ++i) out += static_cast<char>(size >> (8 * i));
  out += text;
}

}  // namespace

row_hasher::row_hasher(const std::vector<std::string>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) columns_.emplace_back(columns[i], i);
  std::sort(columns_.begin(), columns_.end());
}

hash128 row_hasher::operator()(const sheet_row& row) {
  bytes_.clear();
  for (const auto& [name, index] : columns_) {
    const std::string_view value = row.cells[index].value;
    if (value.empty()) continue;
    append(bytes_, name);
    append(bytes_, value);
  }
  return hash_bytes(bytes_);
}

std::string response_ids::next(std::string_view prefix, hash128 hash) {
  const std::uint32_t ordinal = ++seen_[hash];
  std::string id = std::string(prefix) + to_hex(hash);
  if (ordinal > 1) id += '-' + std::to_string(ordinal);
  return id;
}

}  // namespace heard

// Responses whose senders withdrew them, and whose words are gone or have to go.
#pragma once

#include <heard/base/hash.hpp>
#include <heard/model/tables.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace heard {

struct draft;

struct purged_response {
  std::string channel;
  std::string item;
  hash128 words;  // hash_of_words() of its open answers.
  std::uint32_t row = 0;
  source_place place;
};

// By the response's id.
using purged_responses = std::map<std::string, purged_response, std::less<>>;

// Reads purged.csv. To be called before anything else is read, so that no word of such a response
// is ever taken in.
void read_purged(draft& to, const std::string& path);

// A response that was purged and still stands in a file: withdrawn, and known by its id and channel
// alone.
void add_purged(draft& to, std::string_view id, channel_id channel, std::string_view item,
                const source_place& place);

// Those that stand in no file any more: the ledger counts them all the same.
void add_missing_purged(draft& to);

}  // namespace heard

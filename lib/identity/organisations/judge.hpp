// How alike two names are, given what their words weigh.
#pragma once

#include <heard/identity/organisations.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heard::identity {

// A word of a name.
struct term {
  std::uint32_t id = 0;      // Equal words have equal ids within one index.
  std::uint32_t weight = 0;  // In sixteenths of a bit: rarer words weigh more.
  std::uint32_t word = 0;    // Row of body_name::words.
  bool stop = false;         // What the lists say of the word, looked up once.
  bool generic = false;
  bool telling = false;
};

struct prepared_name {
  body_name name;
  std::vector<term> terms;  // Sorted by id.
};

// What a word weighs that stands in `holders` of `names` names. Whole numbers, so that every
// machine finds the same. A word of every name still weighs something: it is shared.
[[nodiscard]] std::uint32_t weight_of(std::string_view word, std::uint64_t holders,
                                      std::uint64_t names);

// `row` of the result is not set. Certainty of printed acronyms holds if nobody else prints it.
[[nodiscard]] resemblance judge(const prepared_name& a, const prepared_name& b);

// Whether names with equal words are one body beyond doubt.
[[nodiscard]] bool same_beyond_doubt(const body_name& a, const body_name& b);

// The words from the rotation that comes first: "Kent, East" and "East Kent" have one. Only
// where a word tells parts from each other; else the order does not matter and it is empty.
[[nodiscard]] std::string order_key(const body_name& name);

}  // namespace heard::identity

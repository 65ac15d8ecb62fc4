#include <heard/base/hash.hpp>

#include <doctest/doctest.h>

using namespace heard;

TEST_CASE("XXH3-128 gives the published values") {
  // From xxHash's own documentation and `xxhsum -H2`.
  CHECK(to_hex(hash_bytes("")) == "99aa06d3014798d86001c324468d497f");
  CHECK(to_hex(hash_bytes("a")) == "a96faf705af16834e6c632b61e964e1f");
  CHECK(to_hex(hash_bytes("abc")) == "06b05ab6733a618578af5f94892f3950");
}

TEST_CASE("a hash is read back in either case, and nothing else is read") {
  const hash128 h = hash_bytes("an answer");
  CHECK(parse_hash(to_hex(h)) == h);
  CHECK(parse_hash("06B05AB6733A618578AF5F94892F3950") == hash_bytes("abc"));
  CHECK(parse_hash("") == std::nullopt);
  CHECK(parse_hash("06b05ab6733a618578af5f94892f395") == std::nullopt);
  CHECK(parse_hash("06b05ab6733a618578af5f94892f395g") == std::nullopt);
}

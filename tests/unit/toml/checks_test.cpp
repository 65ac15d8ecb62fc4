#include "toml/checks.hpp"

#include <doctest/doctest.h>

using namespace heard;

TEST_CASE("ids are lower-case letters, digits and hyphens") {
  for (const char* ok : {"a", "0", "c1q1", "evening-hours", "a-", "9--9"}) {
    CAPTURE(ok);
    CHECK(toml::valid_id(ok));
  }
  for (const char* bad : {"", "-a", "A", "c1_q1", "c 1", "caf\xC3\xA9", "a.b", "a/b"}) {
    CAPTURE(bad);
    CHECK_FALSE(toml::valid_id(bad));
  }
  CHECK(toml::valid_id(std::string(64, 'x')));
  CHECK_FALSE(toml::valid_id(std::string(65, 'x')));
}

TEST_CASE("paths stay in their folder") {
  for (const char* ok :
       {"a.csv", "data/form.csv", "data/a b.csv", "..a/b..", "d\xC3\xA9p/x", "~x"}) {
    CAPTURE(ok);
    CHECK_FALSE(toml::path_fault(ok));
  }
  const std::pair<const char*, const char*> bad[] = {
      {"", "a path cannot be empty"},
      {"  ", "a path cannot be empty"},
      {"/etc/passwd", "a path is relative to the folder of this file"},
      {"C:/data/form.csv", "a path is relative to the folder of this file"},
      {"../form.csv", "a path cannot leave the folder of this file"},
      {"data/../../form.csv", "a path cannot leave the folder of this file"},
      {"data/..", "a path cannot leave the folder of this file"},
      {"data\\form.csv", "a path is written with /, not \\"},
      {"data//form.csv", "a path has no empty and no \".\" parts"},
      {"./form.csv", "a path has no empty and no \".\" parts"},
      {"data/", "a path has no empty and no \".\" parts"},
      {"a\nb", "a path cannot hold control characters"},
      {"a\x7F", "a path cannot hold control characters"},
  };
  for (const auto& [path, message] : bad) {
    CAPTURE(path);
    CHECK(toml::path_fault(path) == message);
  }
  CHECK(toml::path_fault(std::string_view("a\0b", 3)) == "a path cannot hold control characters");
}

// The spellings are the examples of RFC 5646, section 2.1.1 and appendix A.
TEST_CASE("language tags are spelt as the standard spells them") {
  const std::pair<const char*, const char*> ok[] = {
      {"en", "en"},
      {"EN", "en"},
      {"mn-cyrl-mn", "mn-Cyrl-MN"},
      {"MN-Cyrl-MN", "mn-Cyrl-MN"},
      {"en-ca-x-ca", "en-CA-x-ca"},
      {"az-latn-x-latn", "az-Latn-x-latn"},
      {"sl-ROZAJ-biske", "sl-rozaj-biske"},
      {"es-419", "es-419"},
      {"cy", "cy"},
  };
  for (const auto& [text, tag] : ok) {
    CAPTURE(text);
    CHECK(toml::language_tag(text) == tag);
  }
  for (const char* bad : {"", "e", "english language", "en_GB", "en-", "-en", "en--GB", "a-DE",
                          "12", "en-toolongsubtag", "caf\xC3\xA9"}) {
    CAPTURE(bad);
    CHECK_FALSE(toml::language_tag(bad));
  }
}

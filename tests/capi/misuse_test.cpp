// Every function of heard.h, misused as misuse.py finds it can be.
#include "small.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <fstream>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace {

// What out-parameters hold before a call, so that it shows whether a failed call cleared them.
template <class Handle>
Handle* poisoned_handle() {
  static long long nowhere;
  return std::is_same_v<Handle, heard_error> ? nullptr : reinterpret_cast<Handle*>(&nowhere);
}

template <class Struct>
Struct poisoned_struct() {
  Struct out;
  std::memset(static_cast<void*>(&out), 0xAB, sizeof out);
  out.struct_size = sizeof out;
  return out;
}

template <class Value>
Value poisoned_value() {
  Value out;
  std::memset(&out, 0xAB, sizeof out);
  return out;
}

template <class Handle>
bool left_nothing(Handle* const& handle) {
  return handle == nullptr;
}

// Zero throughout, but for its size if it has one.
template <class Value>
bool left_nothing(const Value& value) {
  Value zero{};
  if constexpr (requires { zero.struct_size; }) zero.struct_size = sizeof zero;
  return std::memcmp(&value, &zero, sizeof zero) == 0;
}

bool refused_with(const heard_error* error) {
  return heard_error_status(error) == HEARD_BAD_ARGUMENT &&
         std::strlen(heard_error_message(error)) > 0;
}

template <class Number>
bool is_harmless(Number number, int expected) {
  return number == static_cast<Number>(expected);
}
bool is_harmless(const char* text, int) {
  return text == nullptr || *text == '\0';
}
bool is_harmless(const heard_location* where, int) {
  return where == nullptr;
}

cli::builder empty_builder(const small::world& w) {
  return cli::make<cli::builder>(
      [&](auto out, auto err) { return heard_builder_new(w.manifest.get(), out, err); });
}

std::size_t expected = 0;
std::vector<std::string> unexpected;

// A function, because a thousand assertions of doctest take minutes to compile.
void expect(bool holds, const char* what) {
  ++expected;
  if (!holds) unexpected.emplace_back(what);
}

#include "misuse_cases.inc"

TEST_CASE("NULL for each pointer, and no size for each struct, of every function") {
  const small::world w;
  for (const auto& each : misuses) each.run(w);
  CHECK(expected > 500);
  for (const std::string& what : unexpected) FAIL_CHECK(what);
}

TEST_CASE("no function is left out") {
  std::ifstream symbols(HEARD_SOURCE_DIR "/capi/heard.symbols");
  std::set<std::string> listed;
  for (std::string line; std::getline(symbols, line);) {
    const std::size_t at = line.find("heard_");
    if (at != std::string::npos) listed.insert(line.substr(at, line.find(';') - at));
  }
  std::set<std::string> tried;
  for (const auto& each : misuses) tried.insert(each.name);
  CHECK(tried.size() > 90);
  CHECK(tried == listed);
}

}  // namespace

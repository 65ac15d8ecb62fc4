/// @file
/// What stands between C and C++: no exception, no hidden struct layout crosses here.
#pragma once

#include "heard.h"

#include <heard/base/error.hpp>
#include <heard/base/nearest.hpp>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace heard::capi {

/// Hands out an owned error, or the static one where memory ran out on the way.
void report(heard_error** err, status code, const char* message, const location* where) noexcept;

/// Runs the body of an ABI function, argument checks included, and turns what it throws into a
/// status. Every function that can fail is one call of this.
template <class Body>
heard_status guarded(heard_error** err, Body&& body) noexcept {
  if (err != nullptr) *err = nullptr;
  try {
    std::forward<Body>(body)();
    return HEARD_OK;
  } catch (const error& e) {
    report(err, e.code(), e.what(), &e.where());
    return static_cast<heard_status>(e.code());
  } catch (const std::bad_alloc&) {
    report(err, status::no_memory, "memory ran out", nullptr);
    return HEARD_NO_MEMORY;
  } catch (const std::exception& e) {
    report(err, status::internal, e.what(), nullptr);
    return HEARD_INTERNAL;
  } catch (...) {
    report(err, status::internal, "an unknown exception", nullptr);
    return HEARD_INTERNAL;
  }
}

[[noreturn]] inline void bad_argument(std::string message) {
  throw error(status::bad_argument, std::move(message));
}

/// A pointer that may not be NULL; `name` is the argument's name in heard.h.
template <class T>
T& required(T* argument, const char* name) {
  if (argument == nullptr) bad_argument(std::string("\"") + name + "\" is NULL");
  return *argument;
}

/// Bytes that may be absent only if there are none.
inline std::string_view bytes(const char* data, std::size_t size, const char* name) {
  if (data == nullptr && size != 0) bad_argument(std::string("\"") + name + "\" is NULL");
  return {data == nullptr ? "" : data, size};
}

/// An out-parameter for a handle: set to NULL at once, so that failure leaves it so.
template <class T>
T*& out_handle(T** out) {
  required(out, "out");
  *out = nullptr;
  return *out;
}

inline void in_range(std::size_t index, std::size_t count, const char* name) {
  if (index >= count) {
    bad_argument(std::string("\"") + name + "\" is " + std::to_string(index) + " of " +
                 std::to_string(count));
  }
}

/// That nothing has a name, and what may have been meant. `id` is the rows' own name.
template <class Row>
[[nodiscard]] error not_found(const char* noun, std::string_view name, const std::vector<Row>& rows,
                              std::string Row::*id) {
  std::vector<std::string> known;
  for (const Row& row : rows) known.push_back(row.*id);
  return error(status::not_found, std::string("there is no ") + noun + " \"" + std::string(name) +
                                      "\"" + did_you_mean(name, known));
}

inline heard_text as_text(std::string_view text) {
  return {text.data() == nullptr ? "" : text.data(), text.size()};
}

/// A struct that a caller fills. A shorter one is of an older caller: what it lacks is zero. A
/// longer one is of a newer caller and may only ask for what this library knows.
template <class T>
T read_struct(const T* in, const char* name) {
  static_assert(std::is_trivially_copyable_v<T>);
  T out{};
  out.struct_size = sizeof(T);
  if (in == nullptr) return out;
  const std::size_t size = in->struct_size;
  if (size < sizeof(std::size_t)) {
    bad_argument(std::string("struct_size of ") + name + " is not set");
  }
  std::memcpy(&out, in, std::min(size, sizeof(T)));
  const auto* raw = reinterpret_cast<const unsigned char*>(in);
  for (std::size_t i = sizeof(T); i < size; ++i) {
    if (raw[i] != 0)
      bad_argument(std::string(name) + " sets a field that this library does not know");
  }
  out.struct_size = sizeof(T);
  return out;
}

/// A struct that the library fills, as far as the caller's version of it goes. Zeroed at once.
template <class T>
class filled {
 public:
  static_assert(std::is_trivially_copyable_v<T>);

  filled(T* out, const char* name) : out_(&required(out, name)), size_(out->struct_size) {
    if (size_ < sizeof(std::size_t)) {
      bad_argument(std::string("struct_size of ") + name + " is not set");
    }
    std::memset(static_cast<void*>(out_), 0, size_);
    out_->struct_size = size_;
  }

  /// Copies what the caller has room for.
  void set(T value) {
    value.struct_size = size_;
    std::memcpy(static_cast<void*>(out_), &value, std::min(size_, sizeof(T)));
  }

 private:
  T* out_;
  std::size_t size_;
};

}  // namespace heard::capi

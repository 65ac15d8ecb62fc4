#include "guard.hpp"
#include "handles.hpp"

#include <cstdint>

namespace heard::capi {

namespace {

// Given out when there is no memory for an error; never freed.
heard_error& out_of_memory() noexcept {
  static heard_error instance{HEARD_NO_MEMORY, {}, {}, {}, false};
  return instance;
}

}  // namespace

void report(heard_error** err, status code, const char* message, const location* where) noexcept {
  if (err == nullptr) return;
  try {
    auto made = std::make_unique<heard_error>();
    made->status = static_cast<heard_status>(code);
    made->message = message;
    if (where != nullptr && (!where->name.empty() || where->line != 0)) {
      made->where = *where;
      made->location = {made->where.name.c_str(), where->offset, where->line, where->column};
      made->has_location = true;
    }
    *err = made.release();
  } catch (...) {
    *err = &out_of_memory();
  }
}

}  // namespace heard::capi

using namespace heard;

const char* heard_status_name(heard_status status) {
  return heard::status_name(static_cast<heard::status>(status));
}

heard_status heard_error_status(const heard_error* error) {
  return error == nullptr ? static_cast<heard_status>(HEARD_OK) : error->status;
}

const char* heard_error_message(const heard_error* error) {
  if (error == nullptr) return "";
  return error == &capi::out_of_memory() ? "memory ran out" : error->message.c_str();
}

const heard_location* heard_error_location(const heard_error* error) {
  return error != nullptr && error->has_location ? &error->location : nullptr;
}

void heard_error_free(heard_error* error) {
  if (error != &capi::out_of_memory()) delete error;
}

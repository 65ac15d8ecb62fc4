#include <heard/base/error.hpp>

namespace heard {

const char* status_name(status value) noexcept {
  switch (value) {
    case status::ok:
      return "ok";
    case status::bad_argument:
      return "bad argument";
    case status::no_memory:
      return "no memory";
    case status::bad_encoding:
      return "bad encoding";
    case status::bad_input:
      return "bad input";
    case status::bad_manifest:
      return "bad manifest";
    case status::bad_codebook:
      return "bad codebook";
    case status::cancelled:
      return "cancelled";
    case status::refused:
      return "refused";
    case status::not_found:
      return "not found";
    case status::internal:
      return "internal";
  }
  return "unknown status";
}

error::error(status code, std::string message, location where)
    : code_(code), message_(std::move(message)), where_(std::move(where)) {}

}  // namespace heard

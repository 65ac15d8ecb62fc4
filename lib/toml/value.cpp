#include "toml/value.hpp"

namespace heard::toml {

std::string_view name(kind what) {
  switch (what) {
    case kind::text:
      return "text";
    case kind::integer:
      return "an integer";
    case kind::real:
      return "a number with a fraction";
    case kind::boolean:
      return "true or false";
    case kind::date:
      return "a date";
    case kind::time:
      return "a time";
    case kind::date_time:
      return "a date and time";
    case kind::list:
      return "a list";
    case kind::table:
      return "a table";
  }
  return "a value";
}

}  // namespace heard::toml

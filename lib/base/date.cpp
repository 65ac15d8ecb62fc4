#include <heard/base/date.hpp>

#include <array>
#include <cctype>
#include <chrono>
#include <cstdio>

namespace heard {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

constexpr std::string_view directives = "YmdeyHMSIpbBZzTF%";

bool space(char c) {
  return c == ' ' || c == '\t';
}
bool digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Reads a timestamp's fields one directive at a time; any misfit ends it.
class reader {
 public:
  reader(std::string_view text, std::string_view format) : text_(text), format_(format) {}

  std::optional<timestamp> run() {
    if (!fields(format_)) return std::nullopt;
    skip_space();
    if (at_ != text_.size()) return std::nullopt;
    if (twelve_hour_) {
      if (out_.hour < 1 || out_.hour > 12) return std::nullopt;
      out_.hour = static_cast<std::uint8_t>(out_.hour % 12 + (afternoon_ ? 12 : 0));
    }
    using namespace std::chrono;
    const year_month_day date{year{out_.year}, month{out_.month}, day{out_.day}};
    if (!date.ok() || out_.hour > 23 || out_.minute > 59 || out_.second > 60) return std::nullopt;
    return out_;
  }

 private:
  bool fields(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
      const char f = format[i];
      if (space(f)) {
        skip_space();
      } else if (f != '%') {
        if (at_ >= text_.size() || text_[at_] != f) return false;
        ++at_;
      } else if (++i == format.size() || !field(format[i])) {
        return false;
      }
    }
    return true;
  }

  bool field(char directive) {
    switch (directive) {
      case 'Y':
        return number(4, 4, [&](int v) { out_.year = v; });
      case 'y':
        return number(2, 2, [&](int v) { out_.year = v < 69 ? 2000 + v : 1900 + v; });
      case 'm':
        return number(1, 2, [&](int v) { out_.month = static_cast<std::uint8_t>(v); });
      case 'd':
      case 'e':
        skip_space();
        return number(1, 2, [&](int v) { out_.day = static_cast<std::uint8_t>(v); });
      case 'I':
        twelve_hour_ = true;
        [[fallthrough]];
      case 'H':
        out_.has_time = true;
        return number(1, 2, [&](int v) { out_.hour = static_cast<std::uint8_t>(v); });
      case 'M':
        return number(1, 2, [&](int v) { out_.minute = static_cast<std::uint8_t>(v); });
      case 'S':
        return seconds();
      case 'p':
        return half_day();
      case 'b':
      case 'B':
        return month_name();
      case 'T':
        return fields("%H:%M:%S");
      case 'F':
        return fields("%Y-%m-%d");
      case 'z':
      case 'Z':
        return zone();
      case '%':
        if (at_ >= text_.size() || text_[at_] != '%') return false;
        ++at_;
        return true;
      default:
        return false;
    }
  }

  template <class Store>
  bool number(std::size_t least, std::size_t most, Store store) {
    int value = 0;
    std::size_t n = 0;
    while (n < most && at_ < text_.size() && digit(text_[at_])) {
      value = value * 10 + (text_[at_++] - '0');
      ++n;
    }
    if (n < least) return false;
    store(value);
    return true;
  }

  bool seconds() {
    if (!number(1, 2, [&](int v) { out_.second = static_cast<std::uint8_t>(v); })) return false;
    // Exports print fractions that no format declares.
    if (at_ + 1 < text_.size() && text_[at_] == '.' && digit(text_[at_ + 1])) {
      ++at_;
      while (at_ < text_.size() && digit(text_[at_])) ++at_;
    }
    return true;
  }

  bool half_day() {
    if (at_ + 2 > text_.size() || lower(text_[at_ + 1]) != 'm') return false;
    const char c = lower(text_[at_]);
    if (c != 'a' && c != 'p') return false;
    afternoon_ = c == 'p';
    at_ += 2;
    return true;
  }

  bool month_name() {
    std::string word;
    std::size_t i = at_;
    while (i < text_.size() && std::isalpha(static_cast<unsigned char>(text_[i]))) {
      word += lower(text_[i++]);
    }
    for (std::size_t m = 0; m < months.size(); ++m) {
      const bool abbreviated = word == months[m].substr(0, 3) || (m == 8 && word == "sept");
      if (word == months[m] || abbreviated) {
        out_.month = static_cast<std::uint8_t>(m + 1);
        at_ = i;
        return true;
      }
    }
    return false;
  }

  bool zone() {
    const std::size_t start = at_;
    while (at_ < text_.size() && !space(text_[at_])) ++at_;
    return at_ > start;
  }

  void skip_space() {
    while (at_ < text_.size() && space(text_[at_])) ++at_;
  }

  std::string_view text_;
  std::string_view format_;
  std::size_t at_ = 0;
  timestamp out_;
  bool twelve_hour_ = false;
  bool afternoon_ = false;
};

}  // namespace

std::optional<timestamp> parse_timestamp(std::string_view text, std::string_view format) {
  return reader(text, format).run();
}

std::optional<std::string> bad_format(std::string_view format) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    if (++i == format.size()) return "%";
    if (directives.find(format[i]) == std::string_view::npos) return std::string("%") + format[i];
  }
  return std::nullopt;
}

std::string to_string(const timestamp& when) {
  if (!when.known()) return {};
  char buffer[48];
  if (when.has_time) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02u:%02u:%02u", when.year, when.month,
                  when.day, when.hour, when.minute, when.second);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", when.year, when.month, when.day);
  }
  return buffer;
}

}  // namespace heard

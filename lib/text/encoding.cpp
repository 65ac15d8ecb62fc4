#include <heard/base/error.hpp>
#include <heard/base/utf8.hpp>
#include <heard/text/encoding.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace heard::text {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. Elsewhere it is Latin-1.
/// Source: the Unicode Consortium's mapping table CP1252.TXT.
constexpr std::array<char16_t, 0x20> windows_1252_high = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The code point of a byte; nothing where Windows-1252 has none.
std::optional<char32_t> windows_1252_at(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  if (b < 0x80 || b >= 0xA0) return b;
  const char16_t c = windows_1252_high[b - 0x80u];
  if (c == 0) return std::nullopt;
  return c;
}

struct mark {
  std::string_view bytes;
  encoding tells;
};

// UTF-32 first: its little-endian mark starts with that of UTF-16.
constexpr std::string_view utf32_marks[] = {{"\xFF\xFE\0\0", 4}, {"\0\0\xFE\xFF", 4}};
constexpr mark marks[] = {{"\xEF\xBB\xBF", encoding::utf8_bom},
                          {"\xFF\xFE", encoding::utf16_le},
                          {"\xFE\xFF", encoding::utf16_be}};

std::optional<mark> mark_of(std::string_view bytes) {
  for (const mark& m : marks) {
    if (bytes.starts_with(m.bytes)) return m;
  }
  return std::nullopt;
}

/// @param offset  of the bad byte in the file
/// @param before  the text before it
[[noreturn]] void fail(const std::string& name, const std::string& rule, std::size_t offset,
                       std::string_view before) {
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  location where;
  where.name = name;
  where.offset = offset;
  where.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
  where.column = static_cast<std::uint32_t>(utf8::count(before.substr(line_start)) + 1);
  throw error(status::bad_encoding, "\"" + name + "\" " + rule, where);
}

// Whether bad bytes end the reading or are noted.
enum class strictness : bool { strict, lenient };

// Notes a fault where the text ends now, once a line.
void note_fault(decoded_file& file, std::string& text, std::string_view rule) {
  file.fault_rule = rule;
  const bool same_line =
      !file.faults.empty() && text.find('\n', file.faults.back()) == std::string::npos;
  if (!same_line) file.faults.push_back(text.size());
  utf8::append(text, 0xFFFD);
}

// UTF-8 is left as it is, so that offsets stay those of the file.
void note_utf8_faults(decoded_file& file) {
  file.fault_rule = "bytes that are not valid UTF-8";
  const std::string_view text = file.text;
  for (std::size_t at = 0; at < text.size();) {
    const auto fault = utf8::first_fault(text.substr(at));
    if (!fault) return;
    file.faults.push_back(at + *fault);
    const std::size_t line_end = text.find('\n', at + *fault);
    if (line_end == text.npos) return;
    at = line_end + 1;
  }
}

decoded_file from_utf8(const kept_bytes& bytes, std::uint8_t mark_size, const std::string& name,
                       strictness how) {
  decoded_file file;
  file.text = bytes.from(mark_size);
  file.from = mark_size ? encoding::utf8_bom : encoding::utf8;
  file.mark_size = mark_size;
  if (how == strictness::lenient) {
    note_utf8_faults(file);
  } else if (const auto fault = utf8::first_fault(file.text)) {
    fail(name, "is not valid UTF-8", *fault + mark_size, file.text.view().substr(0, *fault));
  }
  return file;
}

decoded_file from_utf16(std::string_view bytes, encoding order, std::uint8_t mark_size,
                        const std::string& name, strictness how) {
  decoded_file file{{}, order, false, mark_size, {}, {}, false};
  std::string text;
  text.reserve(bytes.size() / 2);
  const std::size_t high = order == encoding::utf16_be ? 0 : 1;
  const auto unit = [&](std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return static_cast<char32_t>((byte(at + high) << 8) | byte(at + 1 - high));
  };
  for (std::size_t at = mark_size; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) {
      if (how == strictness::strict) fail(name, "ends within a UTF-16 code unit", at, text);
      note_fault(file, text, "half a UTF-16 code unit");
      file.odd_end = true;
      break;
    }
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = c < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (low < 0xDC00 || low > 0xDFFF) {
        if (how == strictness::strict) {
          fail(name, "has an unpaired UTF-16 surrogate", at, text);
        }
        note_fault(file, text, "an unpaired UTF-16 surrogate");
        continue;
      }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    utf8::append(text, c);
  }
  file.text = std::move(text);
  return file;
}

decoded_file from_windows_1252(std::string_view bytes, const std::string& name, strictness how) {
  decoded_file file{{}, encoding::windows_1252, false, 0, {}, {}, false};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto c = windows_1252_at(bytes[at]);
    if (c) {
      utf8::append(text, *c);
    } else if (how == strictness::strict) {
      fail(name, "has a byte that Windows-1252 does not define", at, text);
    } else {
      note_fault(file, text, "a byte that Windows-1252 does not define");
    }
  }
  file.text = std::move(text);
  return file;
}

bool has_multibyte_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const utf8::decoded d = utf8::decode(bytes, at);
    if (d.well_formed && d.size > 1) return true;
    at += d.size;
  }
  return false;
}

}  // namespace

std::string_view name(encoding value) {
  switch (value) {
    case encoding::utf8:
    case encoding::utf8_bom:
      return "utf-8";
    case encoding::utf16_le:
      return "utf-16le";
    case encoding::utf16_be:
      return "utf-16be";
    case encoding::windows_1252:
      return "windows-1252";
  }
  return "utf-8";
}

std::uint64_t decoded_file::original_offset(std::size_t offset) const {
  const std::string_view words = text;
  offset = std::min(offset, words.size());
  if (from == encoding::utf8 || from == encoding::utf8_bom) {
    while (offset > 0 && offset < words.size() && utf8::continuation(words[offset])) --offset;
    return mark_size + offset;
  }
  const bool wide = from != encoding::windows_1252;
  std::uint64_t original = mark_size;
  for (std::size_t at = 0; at < offset;) {
    const std::uint8_t size = utf8::decode(words, at).size;
    if (at + size > offset) break;  // within a character
    original += !wide ? 1 : size == 4 ? 4 : 2;
    at += size;
  }
  return original - (odd_end && offset == words.size() ? 1 : 0);
}

namespace {

decoded_file decode(const kept_bytes& given, std::optional<encoding> declared,
                    const std::string& name, strictness how) {
  const std::string_view bytes = given;
  for (const std::string_view m : utf32_marks) {
    if (!declared && bytes.starts_with(m)) fail(name, "is UTF-32, which is not read", 0, {});
  }
  const auto m = mark_of(bytes);
  if (m && !declared) declared = m->tells;
  if (declared) {
    const encoding wanted = *declared == encoding::utf8 ? encoding::utf8_bom : *declared;
    if (m && m->tells != wanted) {
      fail(name,
           "is declared " + std::string(text::name(*declared)) +
               " but has the byte order mark of " + std::string(text::name(m->tells)),
           0, {});
    }
    const auto mark_size = static_cast<std::uint8_t>(m ? m->bytes.size() : 0);
    if (wanted == encoding::utf8_bom) return from_utf8(given, mark_size, name, how);
    if (wanted == encoding::windows_1252) return from_windows_1252(bytes, name, how);
    return from_utf16(bytes, *declared, mark_size, name, how);
  }

  const auto fault = utf8::first_fault(bytes);
  if (!fault) return {given, encoding::utf8, false, 0, {}, {}, false};
  const std::string_view before = bytes.substr(0, *fault);
  if (has_multibyte_utf8(bytes)) fail(name, "is UTF-8 only in part", *fault, before);
  const bool defined = std::all_of(bytes.begin(), bytes.end(),
                                   [](char b) { return windows_1252_at(b).has_value(); });
  if (!defined) fail(name, "is neither UTF-8 nor Windows-1252", *fault, before);
  decoded_file file = from_windows_1252(bytes, name, strictness::strict);
  file.guessed = true;
  return file;
}

}  // namespace

decoded_file decode_file(const kept_bytes& bytes, const std::string& name) {
  return decode(bytes, std::nullopt, name, strictness::strict);
}

decoded_file decode_file_as(const kept_bytes& bytes, encoding declared, const std::string& name) {
  return decode(bytes, declared, name, strictness::strict);
}

decoded_file decode_rows(const kept_bytes& bytes, std::optional<encoding> declared,
                         const std::string& name) {
  return decode(bytes, declared, name, strictness::lenient);
}

}  // namespace heard::text

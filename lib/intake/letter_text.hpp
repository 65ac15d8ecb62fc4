// A letter: its words, and the way from the bytes of its file to them.
#pragma once

#include <heard/text/encoding.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heard {

class letter_text {
 public:
  // @throw error(status::bad_encoding)
  letter_text(const kept_bytes& bytes, const std::string& path);

  [[nodiscard]] std::string_view words() const { return decoded_.text; }
  [[nodiscard]] const text::decoded_file& decoded() const { return decoded_; }
  // Where in words() a byte of the file is; nothing past the end and inside a character.
  [[nodiscard]] std::optional<std::size_t> offset_of(std::uint64_t byte) const;
  [[nodiscard]] std::uint64_t byte_of(std::size_t offset) const {
    return decoded_.original_offset(offset);
  }

 private:
  text::decoded_file decoded_;
};

}  // namespace heard

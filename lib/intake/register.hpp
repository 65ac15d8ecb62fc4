// The register: items that came without a form.
#pragma once

#include "intake/draft.hpp"

#include <heard/model/kinds.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace heard {

struct register_row {
  std::string id;
  std::string item;  // Empty: the id.
  std::string channel;
  std::string file;
  std::string note;
  std::string merged_into;
  std::string organisation;
  std::string organisation_type;
  std::string respondent;
  std::string name;  // Of an individual.
  std::string language;
  timestamp received;
  bool is_response = true;
  heard::capacity capacity = capacity::unknown;
  bool capacity_by_name = false;
  heard::publication publication = publication::unknown;
  std::uint32_t number = 0;
  std::uint64_t first = 0;  // Bytes of the file.
  std::uint64_t last = 0;

  // Whether its words are wanted: a response's, or such as belong to one, in a file of text.
  [[nodiscard]] bool has_letter() const;
};

struct register_table {
  std::vector<register_row> rows;
  diagnostics remarks;
  input_file about;
};

[[nodiscard]] register_table read_register(const kept_bytes& bytes, const std::string& path,
                                           const std::string& received_format);

// The words of one entry: whose they are and where.
struct letter_use {
  std::string file;      // A text file.
  std::string response;  // Id.
  std::string language;
  source_place row;
};

// Adds its responses and items, and marks as unread what is no text.
// @return  the letters, sorted by file and response
[[nodiscard]] std::vector<letter_use> add_register(draft& to, const register_table& table);

// The response that a row is. @pre it is one, and not merged into another
[[nodiscard]] new_response register_response(const register_row& row, channel_id channel,
                                             const source_place& place);

}  // namespace heard

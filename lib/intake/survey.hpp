// Who sent what, found out before a consultation is made in parts: which responses cannot be told
// apart from others of theirs, or counted, without them, and which bodies are named.
#pragma once

#include <heard/model/builder.hpp>

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace heard {

class survey {
 public:
  void add(const new_response& response);
  // A response of which nothing but the id is looked at.
  void add(std::string_view id);
  // One that must be with others whatever is found.
  void keep_together(std::string_view id);

  // The names as typed, sorted, for consultation_builder::know_names().
  [[nodiscard]] std::vector<known_name> names() const;

  // Hashes of the ids that are not alone: several rows claim one id, or one known sender, or one
  // body in whose name nobody else is known, sent several.
  // @param bodies  the bodies of the whole
  [[nodiscard]] std::unordered_set<std::uint64_t> together(
      const std::vector<organisation>& bodies) const;

 private:
  struct typed {
    std::uint32_t responses = 0;
    std::uint64_t last = 0;  // Response that typed it last, counted.
    std::vector<std::pair<std::string, source_place>> types;
  };
  struct sent {
    std::uint64_t sender = 0;  // A hash.
    std::uint64_t response = 0;
  };
  struct authored {
    std::uint32_t name = 0;
    std::uint64_t response = 0;
  };

  std::uint64_t responses_ = 0;
  std::vector<std::uint64_t> ids_;  // Hashes, one for each row.
  std::vector<sent> sent_;
  std::vector<authored> authored_;
  std::vector<std::string> names_;
  std::vector<typed> typed_;
  boost::unordered_flat_map<std::string, std::uint32_t> name_rows_;
  std::unordered_set<std::uint64_t> together_;
};

}  // namespace heard

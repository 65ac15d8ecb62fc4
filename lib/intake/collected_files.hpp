// What is collected for a consultation, and the steps that make one of it: in memory all at once,
// or part by part.
#pragma once

#include "intake/decisions.hpp"
#include "intake/draft.hpp"
#include "intake/register.hpp"

#include <heard/intake/assembly.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace heard {

struct collected_files {
  explicit collected_files(std::shared_ptr<const manifest> manifest)
      : from(std::move(manifest)), decisions(from->decisions_path) {}

  void want(const std::string& path, bool required, bool folder = false);
  void want_all();
  void want_letters();
  void supply(const std::string& path, kept_bytes bytes);

  // Channels and questions, the same whatever rows there are.
  void begin(draft& to) const;
  void add_events(draft& to) const;
  void remark_on_absent(draft& to) const;
  void read_decisions(draft& to, const std::vector<letter_use>& letters);

  std::shared_ptr<const manifest> from;
  decision_paths decisions;
  std::map<std::string, wanted_file> wanted;  // Neither supplied nor closed.
  std::set<std::string> named;                // Wanted by their own name, then or now.
  supplied_files files;
  register_table items;
};

}  // namespace heard

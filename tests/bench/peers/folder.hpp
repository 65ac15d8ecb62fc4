/// @file
/// A folder with consultation.toml, form.csv and codebook.toml, read as the command reads it.
#pragma once

#include "peer.hpp"

#include <heard/codebook/codebook.hpp>
#include <heard/intake/assembly.hpp>
#include <heard/intake/manifest.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace heard::peers {

template <class Made>
Made required(Made made, const char* what) {
  if (!made) throw std::runtime_error(std::string(what) + " has faults");
  return made;
}

struct project {
  std::shared_ptr<const manifest> from;
  std::shared_ptr<const codebook> book;
  std::string form;
};

inline project open(const std::string& folder) {
  diagnostics remarks;
  project out;
  out.from = required(
      parse_manifest(read_file(folder + "/consultation.toml"), "consultation.toml", remarks),
      "consultation.toml");
  out.book =
      required(parse_codebook(read_file(folder + "/codebook.toml"), "codebook.toml", remarks),
               "codebook.toml");
  out.form = read_file(folder + "/form.csv");
  return out;
}

inline std::shared_ptr<const consultation> assembled(project& of, unsigned threads) {
  diagnostics remarks;
  assembly work(of.from);
  for (auto wanted = work.wanted(); !wanted.empty(); wanted = work.wanted()) {
    if (wanted.front().path == "form.csv")
      work.supply("form.csv", std::move(of.form));
    else
      work.close(wanted.front().path);
  }
  assembly_options options;
  options.run.threads = threads;
  return required(work.finish(options, remarks), "form.csv");
}

}  // namespace heard::peers

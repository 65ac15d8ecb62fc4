#include "streamed.hpp"

#include <heard/base/error.hpp>
#include <heard/codebook/codebook.hpp>
#include <heard/coding/codings.hpp>
#include <heard/identity/organisations.hpp>
#include <heard/intake/assembly.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/intake/stream.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace streaming {

namespace {

namespace fs = std::filesystem;
using namespace heard;

struct declared {
  std::shared_ptr<const manifest> what;
  std::shared_ptr<const codebook> by;
};

declared declare(const files& from, diagnostics& remarks) {
  declared out;
  out.what = parse_manifest(from.at("consultation.toml"), "consultation.toml", remarks);
  if (!out.what) return out;
  const std::string& path = out.what->codebook_path;
  out.by = parse_codebook(from.at(path), path, remarks);
  return out;
}

// Hands in what is wanted whole.
template <class Assembly>
void supply_all(Assembly& to, const files& from) {
  while (!to.wanted().empty()) {
    const wanted_file wanted = to.wanted().front();
    if (wanted.folder) {
      for (const auto& [path, bytes] : from) {
        const std::string_view name =
            std::string_view(path).substr(std::min(path.size(), wanted.path.size()));
        if (path.starts_with(wanted.path) && name.find('/') == name.npos &&
            path.ends_with(".csv")) {
          to.supply(path, bytes);
        }
      }
    } else if (const auto there = from.find(wanted.path); there != from.end()) {
      to.supply(wanted.path, there->second);
      continue;
    }
    to.close(wanted.path);
  }
}

assembly_options options_of(const codebook& by) {
  assembly_options out;
  out.rule_languages = {by.language};
  out.names = identity::match_names;
  return out;
}

void take(std::vector<report_file> made, outcome& out) {
  for (report_file& each : made) out.report.emplace(std::move(each.path), std::move(each.bytes));
}

}  // namespace

files read_folder(const fs::path& folder) {
  files out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    out.emplace(fs::relative(entry.path(), folder).generic_string(), bytes.str());
  }
  return out;
}

outcome in_memory(const files& from) {
  outcome out;
  try {
    const declared by = declare(from, out.remarks);
    if (!by.what || !by.by) return out;
    assembly collecting(by.what);
    supply_all(collecting, from);
    const auto of = collecting.finish(options_of(*by.by), out.remarks);
    if (!of) return out;
    report_options options;
    options.run.threads = 1;
    take(render_report(run_codings(of, by.by, options.run), options), out);
  } catch (const error& what) {
    out.error = what.what();
  }
  return out;
}

outcome in_pieces(const files& from, const how_to_read& how) {
  outcome out;
  try {
    const declared by = declare(from, out.remarks);
    if (!by.what || !by.by) return out;
    report_options options;
    options.run.threads = how.threads;
    report_writer writer(options);
    std::string rows(codings_csv_header());
    const auto code = [&](std::shared_ptr<const consultation> part) {
      ++out.parts;
      auto codings = run_codings(std::move(part), by.by, options.run);
      rows += codings_csv_rows(*codings);
      return codings;
    };
    stream_options reading;
    reading.piece = how.piece;
    reading.how = options_of(*by.by);
    streamed_assembly stream(by.what, reading, [&](std::shared_ptr<const consultation> part) {
      writer.add(code(std::move(part)));
    });
    supply_all(stream, from);
    for (std::string path = stream.next(); !path.empty(); path = stream.next()) {
      const auto there = from.find(path);
      if (there == from.end()) {
        stream.end(false);
        continue;
      }
      for (std::string_view rest = there->second; !rest.empty();) {
        const std::string_view chunk = rest.substr(0, how.chunk);
        // Bytes that are handed over may go at once.
        stream.take(std::string(chunk));
        rest.remove_prefix(chunk.size());
      }
      stream.end();
    }
    const auto last = stream.finish(out.remarks);
    if (!last) return out;
    take(writer.finish(code(last)), out);
    out.report.emplace("internal/codings.csv", std::move(rows));
  } catch (const error& what) {
    out.error = what.what();
  }
  return out;
}

std::string sorted_lines(const std::string& csv) {
  std::vector<std::string> lines;
  std::istringstream in(csv);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& each : lines) out += each + '\n';
  return out;
}

}  // namespace streaming

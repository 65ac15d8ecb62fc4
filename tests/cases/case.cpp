#include "case.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace cases {

namespace {

// Words as a shell splits them, as far as the cases go: blanks, '...' and "...".
std::vector<std::string> shell_words(const std::string& line) {
  std::vector<std::string> out;
  char quote = '\0';
  bool inside = false;
  for (const char c : line) {
    if (quote != '\0') {
      if (c == quote) {
        quote = '\0';
      } else {
        out.back() += c;
      }
    } else if (c == ' ') {
      inside = false;
    } else {
      if (!inside) out.emplace_back();
      inside = true;
      if (c == '\'' || c == '"') {
        quote = c;
      } else {
        out.back() += c;
      }
    }
  }
  return out;
}

step parse_step(const std::string& line) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string::npos) throw std::runtime_error("no step: " + line);
  step out;
  out.expected = line.substr(0, line.find_first_of(" :"));
  if (line[colon - 1] == ')') out.status = line[colon - 2] - '0';
  out.words = shell_words(line.substr(colon + 2));
  return out;
}

void append_remarks(const heard_diagnostics* from, std::string& out) {
  for (std::size_t i = 0; i < heard_diagnostics_count(from); ++i) {
    const auto d = cli::fill<heard_diagnostic>(
        [&](auto to, auto err) { return heard_diagnostics_at(from, i, to, err); });
    constexpr const char* levels[] = {"error", "warning", "note"};
    out += d.where.name;
    if (d.where.line != 0) out += ":" + std::to_string(d.where.line);
    if (d.where.column != 0) out += ":" + std::to_string(d.where.column);
    out += std::string(": ") + levels[d.severity] + ": " + d.message + '\n';
    if (*d.excerpt != '\0') out += std::string(d.excerpt) + '\n';
  }
}

// A call that gives remarks whatever becomes of it; nothing where they hold errors.
template <class Owned, class Call>
Owned remarked(std::string& remarks, Call&& call) {
  typename Owned::pointer made = nullptr;
  heard_diagnostics* raw = nullptr;
  heard_error* failed = nullptr;
  const heard_status status = call(&made, &raw, &failed);
  const cli::diagnostics owned_remarks(raw);
  const cli::owned<heard_error, heard_error_free> error(failed);
  append_remarks(raw, remarks);
  if (status != HEARD_OK && heard_diagnostics_errors(raw) == 0) {
    throw cli::failure(status, heard_error_message(failed));
  }
  return Owned(made);
}

void supply_all(heard_builder* to, const fs::path& folder) {
  while (heard_builder_wanted_count(to) != 0) {
    const auto wanted = cli::fill<heard_wanted>(
        [&](auto out, auto err) { return heard_builder_wanted(to, 0, out, err); });
    const std::string path = wanted.path;
    const auto supply = [&](const std::string& name) {
      const std::string bytes = read_file(folder / name);
      cli::error e;
      e.check(heard_builder_supply(to, name.c_str(), bytes.data(), bytes.size(), e.out()));
    };
    const bool there = fs::exists(folder / path);
    if (wanted.folder == 0 && there) {
      supply(path);
      continue;
    }
    if (there) {
      for (const auto& entry : fs::directory_iterator(folder / path)) {
        if (entry.is_regular_file()) supply(path + entry.path().filename().string());
      }
    }
    cli::error e;
    e.check(heard_builder_close(to, path.c_str(), e.out()));
  }
}

}  // namespace

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<test_case> all_cases() {
  std::vector<test_case> out;
  for (const auto& entry : fs::directory_iterator(HEARD_TEST_DATA)) {
    if (!fs::exists(entry.path() / "case.txt")) continue;
    test_case one{entry.path().filename().string(), entry.path(), {}};
    std::istringstream lines(read_file(entry.path() / "case.txt"));
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line.front() != '#') one.steps.push_back(parse_step(line));
    }
    out.push_back(std::move(one));
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

project load(const fs::path& folder, std::uint32_t threads) {
  project out;
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  options.threads = threads;
  const std::string text = read_file(folder / "consultation.toml");
  const auto manifest = remarked<cli::manifest>(out.remarks, [&](auto to, auto remarks, auto err) {
    return heard_manifest_parse(text.data(), text.size(), "consultation.toml", to, remarks, err);
  });
  if (!manifest) return out;
  const std::string path = heard_manifest_codebook(manifest.get());
  const std::string rules = read_file(folder / path);
  out.codebook = remarked<cli::codebook>(out.remarks, [&](auto to, auto remarks, auto err) {
    return heard_codebook_parse(rules.data(), rules.size(), path.c_str(), to, remarks, err);
  });
  if (!out.codebook) return out;
  const auto builder = cli::make<cli::builder>(
      [&](auto to, auto err) { return heard_builder_new(manifest.get(), to, err); });
  supply_all(builder.get(), folder);
  out.consultation = remarked<cli::consultation>(out.remarks, [&](auto to, auto remarks, auto err) {
    return heard_builder_finish(builder.get(), out.codebook.get(), &options, to, remarks, err);
  });
  if (!out.consultation) return out;
  out.codings = cli::make<cli::codings>([&](auto to, auto err) {
    return heard_codings_run(out.consultation.get(), out.codebook.get(), &options, to, err);
  });
  const auto remarks = cli::make<cli::diagnostics>(
      [&](auto to, auto err) { return heard_codings_remarks(out.codings.get(), to, err); });
  append_remarks(remarks.get(), out.remarks);
  return out;
}

}  // namespace cases

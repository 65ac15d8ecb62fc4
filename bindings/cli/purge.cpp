#include "cache.hpp"
#include "commands.hpp"
#include "replace.hpp"
#include "report.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>

namespace fs = std::filesystem;

namespace cli {

namespace {

struct purge_arguments {
  std::string manifest, response, who, when, why;
  std::vector<std::string> also;
};

// Every regular file below the folders, and what among them this command wrote and can write again.
struct written_files {
  std::set<std::string> files;
  std::set<std::string> reports;      // Folders.
  std::set<std::string> disclosures;  // Folders.
  std::set<std::string> codings;      // Of `heard code`.
  std::set<std::string> caches;
};

// The first line of a file.
std::string header_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string out;
  std::getline(in, out);
  return out;
}

// As heard_codings_csv() begins.
constexpr const char* codings_header =
    "response,question,theme,coder,kind,counts,stance,rule,first,last,when\r";

written_files look_through(const std::vector<std::string>& folders) {
  written_files out;
  for (const std::string& folder : folders) {
    if (!fs::is_directory(folder)) {
      if (!fs::exists(folder)) throw file_error(folder + ": there is no such file or folder");
      out.files.insert(folder);
      if (is_cache(folder)) out.caches.insert(folder);
      continue;
    }
    for (fs::recursive_directory_iterator it(folder), end; it != end; ++it) {
      const fs::path path = it->path().lexically_normal();
      if (it->is_directory() && path.filename() == ".git") it.disable_recursion_pending();
      if (!it->is_regular_file() || it->is_symlink()) continue;
      out.files.insert(path.string());
      if (is_cache(path.string())) out.caches.insert(path.string());
      if (path.parent_path().filename() == "publish") {
        const fs::path above = path.parent_path().parent_path();
        const std::string made = above.empty() ? "." : above.string();
        if (path.filename() == "report.json") out.reports.insert(made);
        if (path.filename() == "about.csv" && header_of(path.string()) == "what,value\r") {
          out.disclosures.insert(made);
        }
      }
      // That of a report goes with the report.
      if (path.extension() == ".csv" && path.parent_path().filename() != "internal" &&
          header_of(path.string()) == codings_header) {
        out.codings.insert(path.string());
      }
    }
  }
  return out;
}

purge prepare(const project& p, const purge_arguments& arguments) {
  auto out = make<purge>([&](auto made, auto err) {
    return heard_purge_new(p.manifest.get(), p.consultation.get(), arguments.response.c_str(),
                           arguments.who.c_str(), arguments.when.c_str(), arguments.why.c_str(),
                           made, err);
  });
  const auto supply = [&](const std::string& path, const std::string& bytes) {
    error e;
    e.check(heard_purge_supply(out.get(), path.c_str(), bytes.data(), bytes.size(), e.out()));
  };
  for (std::size_t i = 0; i < heard_consultation_count(p.consultation.get(), HEARD_FILE); ++i) {
    const auto file = fill<heard_file>([&](auto into, auto err) {
      return heard_consultation_file(p.consultation.get(), i, into, err);
    });
    supply(file.path, p.folder.read_all(file.path));
  }
  const std::string rules = heard_manifest_codebook(p.manifest.get());
  supply(rules, p.folder.read_all(rules));
  supply(p.manifest_path, read_all(p.manifest_path));
  return out;
}

// The files where its words stand as received, by the path as the caller reaches them.
std::set<std::string> print_places(const project& p, const purge& from) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < heard_purge_places(from.get()); ++i) {
    const auto place = fill<heard_purge_place>(
        [&](auto into, auto err) { return heard_purge_place_at(from.get(), i, into, err); });
    const std::string path = p.folder.named(place.path);
    out.insert(fs::path(path).lexically_normal().string());
    std::cout << "to be blanked by you, as received: " << visible(path);
    if (place.row != 0) std::cout << " row " << place.row;
    std::cout << '\n';
  }
  return out;
}

bool was_final(const std::string& report) {
  return read_all(report + "/publish/report.json").find("\"draft\": false") != std::string::npos;
}

// How a disclosure was made, as it says itself.
void write_disclosure_again(const std::string& folder, const project& from) {
  const std::string about = read_all(folder + "/publish/about.csv");
  const std::size_t k = about.find("\nk,");
  const auto number = k == about.npos ? 0 : std::strtoul(about.c_str() + k + 3, nullptr, 10);
  write_disclosure(from, folder, static_cast<uint32_t>(number),
                   about.find("\nids,yes") != about.npos);
}

int run_purge(const purge_arguments& arguments, const manner& how) {
  std::vector<std::string> folders = arguments.also;
  const std::string own = fs::path(arguments.manifest).parent_path().string();
  folders.push_back(own.empty() ? "." : own);
  const written_files before = look_through(folders);
  purge from;
  std::set<std::string> received;
  {
    const project p = load(arguments.manifest, how);
    from = prepare(p, arguments);
    for (std::size_t i = 0; i < heard_purge_count(from.get()); ++i) {
      const auto file = fill<heard_purge_file>(
          [&](auto into, auto err) { return heard_purge_at(from.get(), i, into, err); });
      const std::string path = p.folder.named(file.path);
      fs::create_directories(fs::path(path).parent_path());
      write_file(path, {file.bytes.data, file.bytes.size}, "");
      if (!how.quiet) std::cout << "wrote " << visible(path) << '\n';
    }
    received = print_places(p, from);
  }

  manner silent = how;
  silent.quiet = true;
  // They tell how long its words were; the next command that wants one makes it without them.
  for (const std::string& path : before.caches) {
    fs::remove(path);
    std::erase(folders, path);
    if (!how.quiet) std::cout << "removed " << visible(path) << '\n';
  }
  for (const std::string& report : before.reports) {
    const bool final = was_final(report);
    write_report(load(arguments.manifest, silent, final), report, final, how);
    if (!how.quiet) std::cout << "wrote " << visible(report) << " without it\n";
  }
  for (const std::string& folder : before.disclosures) {
    write_disclosure_again(folder, load(arguments.manifest, silent));
    if (!how.quiet) std::cout << "wrote " << visible(folder) << " without it\n";
  }
  for (const std::string& path : before.codings) {
    write_codings(load(arguments.manifest, silent), path, silent);
    if (!how.quiet) std::cout << "wrote " << visible(path) << " without it\n";
  }

  // The proof: what was written is read again.
  int status = 0;
  for (const std::string& path : look_through(folders).files) {
    if (received.contains(path)) continue;
    const std::string bytes = read_all(path);
    std::size_t at = 0;
    error e;
    e.check(heard_purge_find(from.get(), bytes.data(), bytes.size(), &at, e.out()));
    if (at == bytes.size()) continue;
    print_error(path + ": words of the response are left, from byte " + std::to_string(at), how);
    status = 1;
  }
  return status;
}

}  // namespace

void add_purge(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<purge_arguments>();
  CLI::App* command = app.add_subcommand(
      "purge", "Remove the words of a withdrawn response from all that was written");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--response", arguments->response, "Id of the response")->required();
  command->add_option("--who", arguments->who, "Who decided so")->required();
  command->add_option("--when", arguments->when, "Date, YYYY-MM-DD")->required();
  command->add_option("--why", arguments->why, "The reason, without the respondent's words")
      ->required();
  command->add_option("--in", arguments->also,
                      "Folder or file that holds what was written, beside the manifest's folder");
  command->footer(
      "Example:\n  heard purge consultation.toml --response r1 --who ann --when 2026-05-01 "
      "--why 'asked to be forgotten'");
  command->callback([=] { run([=](const manner& how) { return run_purge(*arguments, how); }); });
}

}  // namespace cli

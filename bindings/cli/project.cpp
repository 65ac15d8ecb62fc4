#include "project.hpp"

#include "cache.hpp"
#include "files.hpp"
#include "memory.hpp"
#include "tried.hpp"

#include <optional>
#include <string>

namespace cli {

namespace {

// Where a manifest does not say otherwise; one with faults cannot be asked.
constexpr const char* usual_codebook = "codebook.toml";

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// Hands in all that is wanted until nothing more is.
void supply_all(heard_builder* to, const input_folder& folder, stamps& read) {
  while (heard_builder_wanted_count(to) != 0) {
    const auto wanted = fill<heard_wanted>(
        [&](auto out, auto err) { return heard_builder_wanted(to, 0, out, err); });
    const std::string path = wanted.path;
    const auto stamp = [&](const std::string& name) {
      read.emplace(folder.named(name), stamp_of(folder.named(name)));
    };
    stamp(path);
    const auto lend = [&](const std::string& name, file_bytes bytes) {
      const std::string_view view = bytes.view();
      error e;
      e.check(heard_builder_lend(to, name.c_str(), view.data(), view.size(), file_bytes::give_back,
                                 bytes.lend(), e.out()));
    };
    if (wanted.folder != 0) {
      for (const std::string& name : folder.csv_files_in(path)) {
        stamp(path + name);
        lend(path + name, folder.load(path + name));
      }
    } else if (auto bytes = folder.load_if_there(path)) {
      lend(path, std::move(*bytes));
      continue;
    }
    error e;
    e.check(heard_builder_close(to, path.c_str(), e.out()));
  }
}

}  // namespace

project declare(const std::string& manifest_path, const manner& how) {
  project out;
  out.folder = input_folder(folder_of(manifest_path));
  out.manifest_path = manifest_path;
  const std::string name = manifest_path.substr(manifest_path.rfind('/') + 1);

  out.read.emplace(manifest_path, stamp_of(manifest_path));
  const std::string text = read_all(manifest_path);
  auto declared = tried<manifest>(how, out.folder, [&](auto made, auto remarks, auto err) {
    return heard_manifest_parse(text.data(), text.size(), name.c_str(), made, remarks, err);
  });
  // Faults are told of in all files at once, as far as they can be read without one another.
  const std::string codebook_name =
      declared ? heard_manifest_codebook(declared.get()) : usual_codebook;
  const std::string codebook_path = out.folder.named(codebook_name);
  out.read.emplace(codebook_path, stamp_of(codebook_path));
  std::optional<std::string> rules;
  if (declared) {
    rules = out.folder.read_all(codebook_name);
  } else {
    rules = out.folder.read_if_there(codebook_name);
  }
  if (rules) {
    out.codebook = tried<codebook>(how, out.folder, [&](auto made, auto remarks, auto err) {
      return heard_codebook_parse(rules->data(), rules->size(), codebook_name.c_str(), made,
                                  remarks, err);
    });
  }
  if (!declared) throw faults_printed();
  out.manifest = std::move(declared);
  return out;
}

project load(const std::string& manifest_path, const manner& how, bool final) {
  project out = declare(manifest_path, how);

  const auto collecting = make<builder>(
      [&](auto made, auto err) { return heard_builder_new(out.manifest.get(), made, err); });
  supply_all(collecting.get(), out.folder, out.read);
  progress_bar bar(how, "reading");
  const heard_run_options options = bar.options(final);
  out.consultation = tried<consultation>(how, out.folder, [&](auto made, auto remarks, auto err) {
    return heard_builder_finish(collecting.get(), out.codebook.get(), &options, made, remarks, err);
  });
  if (!out.codebook || !out.consultation) throw faults_printed();
  give_memory_back();
  return out;
}

codebook read_codebook(const input_folder& folder, const std::string& name, const manner& how) {
  const std::string rules = folder.read_all(name);
  return tried<codebook>(how, folder, [&](auto made, auto remarks, auto err) {
    return heard_codebook_parse(rules.data(), rules.size(), name.c_str(), made, remarks, err);
  });
}

codings code_words(const heard_kept_words* words, const heard_codebook* by, const manner& how) {
  progress_bar bar(how, "coding");
  const heard_run_options options = bar.options();
  return make<codings>(
      [&](auto made, auto err) { return heard_kept_words_code(words, by, &options, made, err); });
}

codings run_codings(const project& from, const manner& how) {
  if (from.cache) {
    codings out = code_words(cached_words(from, how).get(), from.codebook.get(), how);
    give_memory_back();
    return out;
  }
  progress_bar bar(how, "coding");
  const heard_run_options options = bar.options();
  auto out = make<codings>([&](auto made, auto err) {
    return heard_codings_run(from.consultation.get(), from.codebook.get(), &options, made, err);
  });
  give_memory_back();
  return out;
}

}  // namespace cli

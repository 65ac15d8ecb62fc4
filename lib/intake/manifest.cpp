#include "intake/manifest_reader.hpp"
#include "intake/white_space.hpp"
#include "toml/checks.hpp"
#include "toml/parse.hpp"
#include "toml/string_scan.hpp"

#include <heard/intake/manifest.hpp>

namespace heard {

const question_shape* manifest_reading::question(const std::string& id, toml::extent where) {
  const auto at = shapes.find(id);
  if (at != shapes.end()) return &at->second;
  if (chapters.has(id)) {
    out.error(where, toml::quoted(id) + " is a chapter; answers are to questions");
  } else {
    out.unknown(where, "question", id, questions.all());
  }
  return nullptr;
}

manifest_text text_of(const toml::value& from) {
  return {from.text, from.where.first, from.where.last - from.where.first};
}

std::optional<manifest_text> read_column(toml::table_reader& in, std::string_view key) {
  const toml::value* found = in.filled(key);
  return found == nullptr ? std::nullopt : std::optional(text_of(*found));
}

std::vector<std::string> read_texts(toml::table_reader& in, std::string_view key) {
  std::vector<std::string> out;
  for (const toml::value* text : in.texts(key)) out.push_back(text->text);
  return out;
}

std::string read_separator(toml::table_reader& in) {
  const toml::value* found = in.find("separator", toml::kind::text);
  if (found == nullptr) return {};
  if (found->text.empty()) in.out().error(found->where, "\"separator\" is empty");
  return found->text;
}

std::string read_date_format(toml::table_reader& in, std::string_view key) {
  const toml::value* found = in.filled(key);
  if (found == nullptr) return {};
  const std::string& format = found->text;
  if (const auto bad = bad_format(format)) {
    std::size_t at = 0;
    for (; at < format.size(); ++at) {
      if (format[at] != '%') continue;
      if (format.compare(at, 2, *bad) == 0) break;
      ++at;  // past the directive, so that the second half of %% is not taken for a first
    }
    in.out().error(
        toml::place_in_string(in.out().source().text(), found->where.first, at, at + bad->size()),
        toml::quoted(*bad) +
            " is no part of a date format; these are %Y %m %d %e %y %H "
            "%M %S %I %p %b %B %Z %z %T %F %%");
    return format;
  }
  const auto has = [&](std::string_view letters) {
    for (std::size_t i = 0; i + 1 < format.size(); ++i) {
      if (format[i] == '%' && letters.find(format[++i]) != std::string_view::npos) return true;
    }
    return false;
  };
  const std::pair<std::string_view, std::string_view> parts[] = {
      {"YyF", "year"}, {"mbBF", "month"}, {"deF", "day"}};
  for (const auto& [letters, what] : parts) {
    if (has(letters)) continue;
    in.out().error(found->where,
                   "a date format needs year, month and day, and this has no " + std::string(what));
    break;
  }
  return format;
}

std::optional<std::string> read_language(toml::table_reader& in, std::string_view key) {
  const toml::value* found = in.filled(key);
  if (found == nullptr) return std::nullopt;
  std::optional<std::string> tag = toml::language_tag(found->text);
  if (!tag) {
    in.out().error(found->where, toml::quoted(found->text) + " is no language tag such as \"en\"");
  }
  return tag;
}

void cell_meanings::add(const toml::entry& from, const std::string& meaning,
                        std::vector<std::pair<std::string, std::string>>& into) {
  for (const toml::value* text : toml::table_reader::one_or_more(from, out_)) {
    add(*text, meaning);
    into.emplace_back(text->text, meaning);
  }
}

void cell_meanings::add(const toml::value& text, const std::string& meaning) {
  const auto [at, fresh] =
      seen_.emplace(normalised_space(text.text), known_meaning{meaning, text.where});
  if (fresh || at->second.meaning == meaning) return;
  out_.error(text.where, "cell " + toml::quoted(text.text) + " has another meaning already, on " +
                             out_.line_of(at->second.where));
}

std::shared_ptr<const manifest> parse_manifest(std::string text, std::string name,
                                               diagnostics& remarks) {
  auto out = std::make_shared<manifest>();
  const auto source = std::make_shared<const source_text>(std::move(name), std::move(text));
  out->source = source;
  toml::faults faults(*source);
  if (const auto document = toml::parse(*source, faults)) {
    manifest_reading reading{*out, faults, {}, {}, {}, {}, {}};
    toml::table_reader root(*document, faults);
    read_consultation(reading, root);
    read_questions(reading, root);
    read_sources(reading, root);
    read_events(reading, root);
    read_campaigns(reading, root);
    read_counting(reading, root);
    read_privacy(reading, root);
    read_report(reading, root);
    root.done();
  }
  diagnostics found;
  faults.hand_over(found);
  const bool failed = found.has_errors();
  remarks.append(std::move(found));
  return failed ? nullptr : out;
}

}  // namespace heard

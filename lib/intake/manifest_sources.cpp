#include "intake/manifest_reader.hpp"
#include "toml/checks.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace heard {

namespace {

constexpr std::string_view formats[] = {"csv", "tsv", "jsonl"};
constexpr std::string_view encodings[] = {"utf-8", "utf-16le", "utf-16be", "windows-1252"};
constexpr text::encoding encoding_values[] = {text::encoding::utf8, text::encoding::utf16_le,
                                              text::encoding::utf16_be,
                                              text::encoding::windows_1252};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

using meaning_words = std::span<const std::string_view>;

class source_reading {
 public:
  source_reading(manifest_reading& reading, const toml::value& table)
      : reading_(reading), in_(table, reading.out), out_(reading.out) {}

  void run(toml::names& files) {
    read_file(files);
    read_channel();
    read_sheet();
    source_.response_id = read_column(in_, "response_id");
    source_.respondent = read_column(in_, "respondent");
    read_received();
    read_organisation();
    source_.capacity = read_value_map("capacity", words_of<capacity>());
    source_.publication = read_value_map("publication", words_of<publication>());
    source_.disposition = read_value_map("disposition", words_of<disposition>());
    source_.language = read_value_map("language", {});
    for (const toml::value* column : in_.texts("contact")) {
      source_.contact.push_back(text_of(*column));
    }
    read_name();
    toml::names answered;
    read_answers(reading_, in_, source_, answered);
    read_long(reading_, in_, source_, answered);
    if (in_.find("answers") == nullptr && in_.find("long") == nullptr) {
      out_.error(in_.table().where, "a source needs \"answers\" or \"long\"");
    }
    read_codings(reading_, in_, source_, answered);
    in_.done();
    reading_.into.sources.push_back(std::move(source_));
  }

 private:
  void read_file(toml::names& files) {
    const toml::value* file = in_.path("file");
    if (file == nullptr) {
      if (in_.find("file") == nullptr) in_.missing("file");
      return;
    }
    source_.file = text_of(*file);
    // Rows without an id of their own would otherwise be taken for two responses each.
    if (!files.add(file->text, file->where)) {
      out_.error(file->where, "file " + toml::quoted(file->text) + " is a source already");
    }
  }

  void read_channel() {
    const toml::value* channel = in_.need_filled("channel");
    if (channel == nullptr) return;
    source_.channel = channel->text;
    const toml::extent* first = reading_.channels.find(channel->text);
    const bool named_here = first != nullptr && first->first == channel->where.first;
    if (named_here && channel->text == "all") {
      out_.error(channel->where, std::string(toml::all_is_taken));
    } else if (named_here && !toml::valid_id(channel->text)) {
      out_.error(channel->where,
                 toml::quoted(channel->text) + " is no id: " + std::string(toml::id_rule));
    }
  }

  void read_sheet() {
    bool known_format = false;
    if (in_.find("format") != nullptr) {
      if (const auto format = in_.word("format", formats)) {
        source_.sheet.format = static_cast<sheet_format>(*format);
        known_format = true;
      }
    } else if (!source_.file.empty()) {
      const std::string name = lower(source_.file.value);
      for (std::size_t i = 0; i < std::size(formats) && !known_format; ++i) {
        if (!name.ends_with('.' + std::string(formats[i]))) continue;
        source_.sheet.format = static_cast<sheet_format>(i);
        known_format = true;
      }
      if (!known_format) {
        out_.error(in_.find("file")->where,
                   "the ending of this file tells no format; say \"format\": csv, tsv or jsonl");
      }
    }
    if (const auto encoding = in_.word("encoding", encodings)) {
      source_.sheet.encoding = encoding_values[*encoding];
    }
    const bool lines = known_format && source_.sheet.format == sheet_format::jsonl;
    if (const toml::value* delimiter = in_.find("delimiter", toml::kind::text)) {
      read_delimiter(*delimiter, lines);
    }
    if (const auto rows = in_.integer("header_rows", 1, 3)) {
      source_.sheet.header_rows = static_cast<unsigned>(*rows);
      if (lines) out_.error(in_.find("header_rows")->where, "JSON Lines have no header rows");
    }
  }

  void read_delimiter(const toml::value& delimiter, bool lines) {
    const std::string& text = delimiter.text;
    const bool visible =
        text.size() == 1 && (text[0] == '\t' || (text[0] >= ' ' && text[0] < 0x7F));
    if (!visible || text == "\"") {
      out_.error(delimiter.where,
                 "\"delimiter\" is one character of ASCII and no quotation mark, such as \";\"");
    } else if (lines) {
      out_.error(delimiter.where, "JSON Lines have no delimiter");
    } else {
      source_.sheet.delimiter = text[0];
    }
  }

  void read_received() {
    const toml::value* table = in_.find("received");
    if (table == nullptr) return;
    if (table->kind == toml::kind::text) {
      out_.error(table->where, "\"received\" must say the format: { column = " +
                                   toml::quoted(table->text) + ", format = \"%d/%m/%Y\" }");
      return;
    }
    table = in_.find("received", toml::kind::table);
    if (table == nullptr) return;
    toml::table_reader in(*table, out_);
    source_.received = read_column(in, "column");
    source_.received_format = read_date_format(in, "format");
    for (const std::string_view key : {"column", "format"}) {
      if (in.find(key) == nullptr) in.missing(key);
    }
    in.done();
  }

  void read_organisation() {
    const toml::value* found = in_.find("organisation");
    if (found == nullptr) return;
    if (found->kind == toml::kind::text) {
      source_.organisation = read_column(in_, "organisation");
      return;
    }
    const toml::value* table = in_.find("organisation", toml::kind::table);
    if (table == nullptr) return;
    toml::table_reader in(*table, out_);
    source_.organisation = read_column(in, "column");
    if (in.find("column") == nullptr) in.missing("column");
    if (const auto role = in.word("role", words_of<organisation_role>())) {
      source_.role = static_cast<organisation_role>(*role);
    }
    source_.organisation_separator = read_separator(in);
    source_.organisation_type = read_column(in, "type");
    in.done();
  }

  // To be named is for each respondent to say, in a cell of theirs.
  void read_name() {
    source_.name = read_column(in_, "name");
    if (!source_.name) return;
    const auto& meanings = source_.publication.meanings;
    if (std::none_of(meanings.begin(), meanings.end(), [](const auto& meaning) {
          return meaning.second == word(publication::named);
        })) {
      out_.error(in_.find("name")->where,
                 "\"name\" needs a \"publication\" with a cell that means \"named\"");
    }
  }

  // `{ column, <meaning> = "cell" or [cells] }` or `{ all = <meaning> }`. Without words to choose
  // from, the meanings are language tags.
  value_map read_value_map(std::string_view key, meaning_words meanings) {
    value_map out;
    const toml::value* table = in_.find(key, toml::kind::table);
    if (table == nullptr) return out;
    toml::table_reader in(*table, out_);
    const std::optional<manifest_text> column = read_column(in, "column");
    const toml::value* all = in.filled("all");
    if (all != nullptr) {
      if (const auto meaning = meaning_of(all->text, all->where, meanings, false)) {
        out.all = *meaning;
      }
      if (in.find("column") != nullptr) {
        out_.error(all->where, "\"all\" and \"column\" cannot both be given");
      }
    } else if (in.find("column") == nullptr && in.find("all") == nullptr) {
      in.missing("column");
    }
    if (column) out.column = *column;

    cell_meanings cells(out_);
    const std::vector<const toml::entry*> rest = in.rest();
    for (const toml::entry* e : rest) {
      const auto meaning = meaning_of(e->key, e->where, meanings, true);
      if (!meaning) continue;
      if (all != nullptr) {
        out_.error(e->where, "\"all\" gives every row its meaning; this has no use");
      }
      cells.add(*e, *meaning, out.meanings);
    }
    // A language may stand in its column as the tag it is; other words must be declared.
    if (column && rest.empty() && !meanings.empty()) {
      out_.error(table->where, toml::quoted(key) + " gives no cell a meaning; the keys are " +
                                   toml::listed(meanings));
    }
    return out;
  }

  // A meaning by its word, or nothing and a remark.
  std::optional<std::string> meaning_of(const std::string& word, toml::extent where,
                                        meaning_words meanings, bool as_key) {
    if (meanings.empty()) {
      std::optional<std::string> tag = toml::language_tag(word);
      if (!tag) out_.error(where, toml::quoted(word) + " is no language tag such as \"en\"");
      return tag;
    }
    if (std::find(meanings.begin(), meanings.end(), word) != meanings.end()) {
      return word;
    }
    std::vector<std::string> known(meanings.begin(), meanings.end());
    if (as_key) known.insert(known.end(), {"column", "all"});
    out_.unknown(where, as_key ? "key" : "value", word, known,
                 (as_key ? "; the keys here are " : "; the values are ") + toml::listed(known));
    return std::nullopt;
  }

  manifest_reading& reading_;
  toml::table_reader in_;
  toml::faults& out_;
  data_source source_;
};

}  // namespace

void read_sources(manifest_reading& reading, toml::table_reader& root) {
  toml::names files;
  for (const toml::value* table : root.tables("source")) source_reading(reading, *table).run(files);
}

}  // namespace heard

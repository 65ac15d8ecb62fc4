#include "toml/parse.hpp"

#include "codebook/references.hpp"
#include "toml/checks.hpp"
#include "toml/reader.hpp"
#include "toml/string_scan.hpp"

#include <heard/codebook/codebook.hpp>
#include <heard/query/parse.hpp>

#include <utility>

namespace heard {

namespace {

const char* operator_name(query::node_kind kind) {
  switch (kind) {
    case query::node_kind::both:
      return "AND";
    case query::node_kind::both_not:
      return "AND NOT";
    case query::node_kind::sentence:
      return "SENTENCE";
    case query::node_kind::theme:
      return "a theme";
    default:
      return nullptr;
  }
}

class codebook_reading {
 public:
  codebook_reading(codebook& book, toml::faults& out) : book_(book), out_(out) {}

  void run(const toml::value& document) {
    toml::table_reader root(document, out_);
    read_head(root);
    for (const toml::value* table : root.tables("list")) read_list(*table);
    for (const toml::value* table : root.tables("theme")) read_theme(*table);
    root.done();
    join_parents(book_, parents_, themes_, out_);
    check_references(book_, lists_, themes_, out_);
  }

 private:
  void read_head(toml::table_reader& root) {
    const toml::value* table = root.find("codebook", toml::kind::table);
    if (table == nullptr) return;
    toml::table_reader in(*table, out_);
    if (const toml::value* language = in.filled("language")) {
      if (const auto tag = toml::language_tag(language->text)) {
        book_.language = *tag;
      } else {
        out_.error(language->where,
                   toml::quoted(language->text) + " is no language tag such as \"en\"");
      }
    }
    in.done();
  }

  void read_list(const toml::value& table) {
    toml::table_reader in(table, out_);
    const std::optional<std::string> id = toml::read_id(in, "list", lists_);
    word_list out;
    for (const toml::value* word : in.texts("words")) {
      if (auto r = read_rule(*word, query::parse_list_word)) out.words.push_back(std::move(*r));
    }
    if (const toml::value* words = in.find("words"); words == nullptr) {
      in.missing("words");
    } else if (words->kind == toml::kind::list && words->items.empty()) {
      out_.error(words->where, "\"words\" is empty");
    }
    in.done();
    if (!id) return;
    out.id = *id;
    book_.lists.push_back(std::move(out));
  }

  void read_theme(const toml::value& table) {
    toml::table_reader in(table, out_);
    theme out;
    // One with a faulty id is kept too, so that its rules and references are checked.
    out.id = toml::read_id(in, "theme", themes_).value_or("");
    out.name = in.text("name");
    if (out.name.empty()) out.name = out.id;
    out.description = in.text("description");
    parent_reference parent;
    if (const toml::value* id = in.filled("parent")) parent = {id->text, id->where};
    read_questions(in, out);
    out.match = read_rules(in, "match");
    out.unless = read_rules(in, "unless");
    for (const rule& r : out.unless) check_positional(r, r.tree);
    if (const toml::value* unless = in.find("unless"); unless != nullptr && !in.find("match")) {
      out_.error(unless->where, "\"unless\" takes hits from \"match\", and there is none");
    }
    if (const toml::value* proposition = in.filled("stance_of")) out.stance_of = proposition->text;
    out.in_favour = read_rules(in, "for");
    out.against = read_rules(in, "against");
    for (const std::string_view key : {"for", "against"}) {
      const toml::value* rules = in.find(key);
      if (rules == nullptr || in.find("stance_of") != nullptr) continue;
      out_.error(rules->where,
                 toml::quoted(key) + " needs \"stance_of\", the proposition it is about");
    }
    in.done();
    out.where = out_.source().locate(table.where.first);
    book_.themes.push_back(std::move(out));
    parents_.push_back(std::move(parent));
  }

  void read_questions(toml::table_reader& in, theme& into) {
    toml::names seen;
    for (const toml::value* question : in.texts("questions")) {
      if (!toml::valid_id(question->text)) {
        out_.error(question->where,
                   toml::quoted(question->text) + " is no id: " + std::string(toml::id_rule));
      } else if (!seen.add(question->text, question->where)) {
        out_.error(question->where,
                   "question " + toml::quoted(question->text) + " stands here twice");
      }
      into.questions.push_back(question->text);
      into.question_places.push_back(out_.source().locate(question->where.first));
    }
    // To a reader it would say "nowhere", to the program it says "everywhere".
    const toml::value* list = in.find("questions");
    if (list != nullptr && list->kind == toml::kind::list && list->items.empty()) {
      out_.error(list->where, "\"questions\" is empty; leave it out for every open question");
    }
  }

  std::vector<rule> read_rules(toml::table_reader& in, std::string_view key) {
    std::vector<rule> out;
    for (const toml::value* text : in.texts(key)) {
      if (auto r = read_rule(*text, query::parse_rule)) out.push_back(std::move(*r));
    }
    return out;
  }

  template <class Parse>
  std::optional<rule> read_rule(const toml::value& from, Parse parse) {
    query::parsed parsed = parse(from.text);
    for (query::fault& f : parsed.faults) {
      out_.error(place(from.where.first, f.where), std::move(f.message));
    }
    if (!parsed.rule) return std::nullopt;
    return rule{from.text, std::move(*parsed.rule), out_.source().locate(from.where.first)};
  }

  toml::extent place(std::size_t string, query::place in_rule) const {
    return toml::place_in_string(out_.source().text(), string, in_rule.first, in_rule.last);
  }

  // An `unless` takes away places where words stand, so it must say which words.
  void check_positional(const rule& in, const query::node& node) {
    if (const char* name = operator_name(node.kind)) {
      out_.error(
          place(static_cast<std::size_t>(in.where.offset), node.where),
          std::string("\"unless\" takes words, phrases, lists, NEAR, BEFORE and OR, not ") + name);
      return;
    }
    for (const query::node& child : node.children) check_positional(in, child);
  }

  codebook& book_;
  toml::faults& out_;
  toml::names lists_;
  toml::names themes_;
  std::vector<parent_reference> parents_;  // by theme
};

}  // namespace

std::shared_ptr<const codebook> parse_codebook(std::string text, std::string name,
                                               diagnostics& remarks) {
  auto out = std::make_shared<codebook>();
  out->hash = hash_bytes(text);
  const auto source = std::make_shared<const source_text>(std::move(name), std::move(text));
  out->source = source;
  toml::faults faults(*source);
  if (const auto document = toml::parse(*source, faults)) {
    codebook_reading(*out, faults).run(*document);
  }
  diagnostics found;
  faults.hand_over(found);
  const bool failed = found.has_errors();
  remarks.append(std::move(found));
  return failed ? nullptr : out;
}

}  // namespace heard

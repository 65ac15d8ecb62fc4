// SQLite FTS5: an index of all answers in memory, then every rule as a query, counted by category.
// CORPUS.cat holds the category of each answer.
//
//   peer_sqlite tables CORPUS RULES
#include "rules.hpp"

#include <map>
#include <memory>
#include <sqlite3.h>

using namespace heard::peers;

namespace {

struct closes {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using database = std::unique_ptr<sqlite3, closes>;
using statement = std::unique_ptr<sqlite3_stmt, closes>;

void must(sqlite3* db, int status) {
  if (status != SQLITE_OK && status != SQLITE_ROW && status != SQLITE_DONE) {
    throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db));
  }
}

void execute(const database& db, const char* sql) {
  must(db.get(), sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr));
}

statement prepared(const database& db, const char* sql) {
  sqlite3_stmt* made = nullptr;
  must(db.get(), sqlite3_prepare_v2(db.get(), sql, -1, &made, nullptr));
  return statement(made);
}

void bind(const database& db, const statement& to, int at, std::string_view text) {
  must(db.get(),
       sqlite3_bind_text(to.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
}

// The fastest that FTS5 has: nothing on disk, no copy of the words beside the index.
database indexed(answers texts) {
  sqlite3* made = nullptr;
  must(made, sqlite3_open(":memory:", &made));
  database db(made);
  execute(db,
          "create virtual table a using fts5(w, content='', "
          "tokenize=\"unicode61 remove_diacritics 0\");"
          "create virtual table v using fts5vocab(a, 'row'); begin");
  const statement insert = prepared(db, "insert into a(rowid, w) values (?, ?)");
  sqlite3_int64 row = 0;
  for (const std::string_view answer : texts) {
    must(db.get(), sqlite3_bind_int64(insert.get(), 1, ++row));
    bind(db, insert, 2, answer);
    must(db.get(), sqlite3_step(insert.get()));
    must(db.get(), sqlite3_reset(insert.get()));
  }
  execute(db, "commit");
  return db;
}

std::string quoted(const std::string& word) {
  return word.back() == '*' ? '"' + word.substr(0, word.size() - 1) + "\"*" : '"' + word + '"';
}

// FTS5 knows no wildcard at the start of a word: the words that end so are asked for by name.
std::string words_ending(const database& db, const std::string& suffix) {
  const statement ask = prepared(db, "select term from v where term like ?");
  const std::string pattern = '%' + suffix.substr(1);
  bind(db, ask, 1, pattern);
  std::string out;
  while (sqlite3_step(ask.get()) == SQLITE_ROW) {
    const auto* term = reinterpret_cast<const char*>(sqlite3_column_text(ask.get(), 0));
    out += (out.empty() ? "" : " OR ") + quoted(term);
  }
  return out.empty() ? "\"\"" : out;
}

std::string query_of(const database& db, const plain_rule& from) {
  const auto& w = from.words;
  switch (from.kind) {
    case rule_kind::suffix:
      return words_ending(db, w.at(0));
    case rule_kind::phrase: {
      std::string out;
      for (const std::string& word : w) out += (out.empty() ? "" : " + ") + quoted(word);
      return out;
    }
    case rule_kind::near:
      return "NEAR(" + quoted(w.at(0)) + ' ' + quoted(w.at(1)) + ", " +
             std::to_string(from.distance) + ')';
    case rule_kind::boolean:
      return '(' + quoted(w.at(0)) + " AND " + quoted(w.at(1)) + ") NOT " + quoted(w.at(2));
    default:
      return quoted(w.at(0));
  }
}

// Each rule by category: the table that this library makes of a theme a rule.
std::uint64_t counted(const database& db, const std::vector<plain_rule>& rules,
                      const std::vector<std::size_t>& category, std::size_t categories) {
  std::vector<std::uint64_t> cells(rules.size() * categories);
  const statement ask = prepared(db, "select rowid from a where w match ?");
  std::uint64_t hits = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string query = query_of(db, rules[i]);
    bind(db, ask, 1, query);
    int status = sqlite3_step(ask.get());
    for (; status == SQLITE_ROW; status = sqlite3_step(ask.get())) {
      const auto row = static_cast<std::size_t>(sqlite3_column_int64(ask.get(), 0));
      ++cells[i * categories + category[row - 1]];
      ++hits;
    }
    must(db.get(), status);
    must(db.get(), sqlite3_reset(ask.get()));
  }
  return hits;
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_sqlite", [&] {
    if (argc < 4) throw std::runtime_error("usage: tables CORPUS RULES");
    if (std::string(argv[1]) != "tables") unknown(argv[1]);
    const corpus texts(argv[2]);
    const std::vector<plain_rule> rules = read_rules(argv[3]);
    const std::string names = read_file(std::string(argv[2]) + ".cat");
    std::map<std::string_view, std::size_t> number;
    std::vector<std::size_t> category;
    for (const std::string_view name : lines_of(names)) {
      category.push_back(number.emplace(name, number.size()).first->second);
    }
    if (category.size() != texts.all().size()) throw std::runtime_error("a category is missing");
    database db;
    measure("build", [&] {
      db = indexed(texts.all());
      return texts.all().size();
    });
    measure("queries", [&] { return counted(db, rules, category, number.size()); });
  });
}

#include "intake/decision_file.hpp"
#include "intake/decisions.hpp"
#include "intake/letter_text.hpp"
#include "toml/checks.hpp"

#include <heard/base/hash.hpp>
#include <heard/base/space.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace heard {

namespace {

class word_placer {
 public:
  word_placer(draft& to, std::span<const letter_use> letters) : to_(to) {
    for (const letter_use& letter : letters) letters_[letter.file].uses.push_back(&letter);
    for (const data_source& source : to.from.sources) sources_.insert(source.file.value);
    general_ = *to.builder.asked().find_question("general");
  }

  void read(const std::string& path) {
    open_letters();
    if (to_.files.has(path)) {
      decision_file in(to_, path);
      in.read({"response", "file", "first", "last", "question", "text_hash", "who", "when", "why"},
              [&](const person_row& row) { this->row(in, row); });
    }
    for (auto& [path_of, letter] : letters_) rest(letter);
  }

 private:
  static constexpr response_handle nobody = 0xFFFFFFFFu;

  struct placed {
    std::size_t first = 0;
    std::size_t last = 0;
    response_handle response = 0;
    question_id question;
    std::uint32_t row = 0;
  };
  struct letter_file {
    std::vector<const letter_use*> uses;
    std::optional<letter_text> text;
    file_id file;
    std::vector<placed> passages;
  };

  void open_letters() {
    for (auto& [path, letter] : letters_) {
      if (toml::path_fault(path)) continue;
      if (!to_.files.has(path)) {
        to_.remark(severity::error, "file \"" + path + "\" is not there", letter.uses[0]->row);
        continue;
      }
      try {
        letter.file = to_.file(path);
        const std::uint64_t size = to_.files.about(path).size;
        letter.text.emplace(to_.files.take(path), path);
        to_.builder.keep(letter.text->decoded().text);
        to_.builder.file(letter.file).encoding =
            std::string(text::name(letter.text->decoded().from));
        if (letter.text->decoded().guessed) {
          to_.remark(severity::warning, "the bytes are not UTF-8; read as windows-1252",
                     {letter.file, 0, 0, 0, 0});
        }
        to_.progress.file_done(size);
      } catch (const error& what) {
        if (what.code() == status::cancelled) throw;
        to_.remark(what);
      }
    }
  }

  void row(decision_file& in, const person_row& row) {
    if (to_.is_purged(row["response"])) {
      cover(row);
      return;
    }
    const auto response = in.response(row);
    const auto question = in.question(row);
    const auto hash = in.text_hash(row);
    const auto range = in.range(row);
    if (!response || !question || !hash || !range) return;
    if (to_.builder.asked()[*question].kind != question_kind::open) {
      in.fault(row, "question", "words can be placed at open questions only");
      return;
    }
    const std::string file = row.text("file");
    if (const auto letter = letters_.find(file); letter != letters_.end()) {
      place(in, row, letter->second, *response, *question, *hash, *range);
    } else if (sources_.contains(file)) {
      move(in, row, file, *response, *question, *hash, *range);
    } else {
      in.fault(row, "file", "this is no file of a source and no letter of the register");
    }
  }

  // Words of a response that was purged are nobody else's, in a letter that several sent.
  void cover(const person_row& row) {
    const auto letter = letters_.find(row.text("file"));
    if (letter == letters_.end() || !letter->second.text) return;
    const auto first = parse_number(row["first"]);
    const auto last = parse_number(row["last"]);
    if (!first || !last || *first >= *last) return;
    const auto from = letter->second.text->offset_of(*first);
    const auto to = letter->second.text->offset_of(*last);
    if (from && to) letter->second.passages.push_back({*from, *to, nobody, general_, row.number()});
  }

  void place(decision_file& in, const person_row& row, letter_file& letter,
             response_handle response, question_id question, hash128 hash,
             decision_file::byte_range range) {
    const auto use = std::find_if(letter.uses.begin(), letter.uses.end(), [&](const auto* one) {
      return one->response == to_.builder.id_of(response);
    });
    if (use == letter.uses.end()) {
      in.fault(row, "file", "this letter is not one of this response");
      return;
    }
    if (!letter.text) return;
    const auto first = letter.text->offset_of(range.first);
    const auto last = letter.text->offset_of(range.last);
    const std::string_view words =
        first && last ? letter.text->words().substr(*first, *last - *first) : std::string_view();
    if (!first || !last || hash_bytes(words) != hash) {
      in.stale(row, "the words have changed");
      return;
    }
    if (invisible(words)) {
      in.fault(row, "first", "there are no words between \"first\" and \"last\"");
      return;
    }
    for (const placed& other : letter.passages) {
      if (other.response == response && other.question == question && other.first < *last &&
          *first < other.last) {
        in.fault(row, "first",
                 "row " + std::to_string(other.row) + " places some of these words there already");
        return;
      }
    }
    letter.passages.push_back({*first, *last, response, question, row.number()});
    to_.add_words(response, question, words, answer_origin::assigned,
                  {letter.file, 0, 0, range.first, range.last}, (*use)->language);
  }

  // Rows move when a file is exported again, so a cell is known by its words, and by its bytes only
  // where the response has the same words twice.
  void move(decision_file& in, const person_row& row, const std::string& path,
            response_handle response, question_id question, hash128 hash,
            decision_file::byte_range range) {
    const file_id file = to_.file(path);
    std::vector<std::pair<consultation_builder::answer_words, question_id>> same;
    bool in_part = false;
    bool there_already = false;
    for (std::size_t i = 0; i < to_.builder.asked().questions().size(); ++i) {
      const question_id at(i);
      if (to_.builder.asked()[at].kind != question_kind::open) continue;
      for (const auto& answer : to_.builder.answers_at(response, at)) {
        if (answer.place.file != file) continue;
        if (hash_bytes(answer.text) == hash) {
          there_already = there_already || at == question;
          if (at != question) same.emplace_back(answer, at);
        }
        in_part = in_part || part_of(answer, range, hash);
      }
    }
    if (same.size() > 1) {
      const auto exact = std::find_if(same.begin(), same.end(), [&](const auto& one) {
        return one.first.place.first <= range.first && range.last <= one.first.place.last;
      });
      if (exact == same.end()) {
        in.fault(row, "first", "this response has these words under several questions");
        return;
      }
      same = {*exact};
    }
    if (same.size() == 1) {
      to_.builder.move_answer(same[0].first.handle, question);
    } else if (there_already) {
      in.fault(row, "question", "these words stand under this question already");
    } else if (in_part) {
      in.fault(row, "first", "only all words of a cell can be moved to another question");
    } else {
      in.stale(row, "the words have changed");
    }
  }

  // Whether a row speaks of some of a cell's words. A quote may stand before them in the file.
  static bool part_of(const consultation_builder::answer_words& answer,
                      decision_file::byte_range range, hash128 hash) {
    const std::uint64_t size = range.last - range.first;
    for (const std::uint64_t before : {answer.place.first, answer.place.first + 1}) {
      if (range.first < before || range.first - before >= answer.text.size()) continue;
      if (hash_bytes(answer.text.substr(range.first - before, size)) == hash) return true;
    }
    return false;
  }

  // What no passage covers, so that nothing is lost.
  void rest(letter_file& letter) {
    if (!letter.text) return;
    std::vector<placed>& passages = letter.passages;
    std::sort(passages.begin(), passages.end(), [](const placed& a, const placed& b) {
      return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
    std::size_t covered = 0;
    for (const placed& passage : passages) {
      if (passage.first > covered) stretch(letter, covered, passage.first);
      covered = std::max(covered, passage.last);
    }
    stretch(letter, covered, letter.text->words().size());
  }

  void stretch(letter_file& letter, std::size_t first, std::size_t last) {
    const std::string_view all = letter.text->words();
    const std::string_view words = trim(all.substr(first, last - first));
    // What is left between passages may be a full stop or a line of dashes.
    if (comparable_words(words).empty()) return;
    const auto begin = static_cast<std::size_t>(words.data() - all.data());
    const source_place place{letter.file, 0, 0, letter.text->byte_of(begin),
                             letter.text->byte_of(begin + words.size())};
    for (const letter_use* use : letter.uses) {
      const auto response = to_.builder.find_response(use->response);
      if (!response || to_.is_purged(use->response)) continue;
      if (letter.uses.size() == 1) {
        to_.add_words(*response, general_, words, answer_origin::field, place, use->language);
      } else {
        // Nobody has said which of the responses these words are of.
        to_.builder.add_unread(*response, general_, place);
      }
    }
  }

  draft& to_;
  question_id general_;
  std::map<std::string, letter_file> letters_;
  std::set<std::string> sources_;
};

}  // namespace

void place_words(draft& to, std::span<const letter_use> letters, const std::string& passages_path) {
  word_placer(to, letters).read(passages_path);
}

}  // namespace heard

// Consultations whose campaigns are known: letters that were never written by anybody, and what
// seven kinds of senders make of them. Seeded; the same on every machine.
#pragma once

#include <heard/model/builder.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace heard::testing {

// The six of Yang, Callan and Shulman's DURIAN, and mail merge with slots of synonyms.
enum class edit { exact, block_added, minor_change, both, reordered, key_block, mail_merge };
inline constexpr std::array<std::string_view, 7> edit_names = {
    "exact", "block added", "minor change", "both", "blocks reordered", "key block", "mail merge"};

using words = std::vector<std::string>;

class letter_maker {
 public:
  /// @param stock  percent of the words of a text that stand in turns of phrase, about
  explicit letter_maker(std::uint32_t seed, std::uint32_t stock = 0)
      : random_(seed), stock_(stock) {}

  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

  // Words as people use them: a few very often, most rarely, and turns of phrase that all share.
  words text(std::size_t size) {
    static const std::array<std::string_view, 8> phrases = {
        "i am writing to object to the proposals",
        "in my opinion this is a very bad idea",
        "please think again before it is too late",
        "as a resident of the area for many years",
        "i would like to see more detail",
        "for children and older people",
        "at the end of the day",
        "thank you for the opportunity to respond"};
    words out;
    while (out.size() < size) {
      // A turn of phrase has eight words.
      if (stock_ > 0 ? below(800 - 7 * stock_) < stock_ : below(60) == 0) {
        append(out, phrases[below(phrases.size())]);
      } else {
        const std::uint64_t u = below(1000);
        out.push_back("w" + std::to_string(u * u / 500));
      }
    }
    out.resize(size);
    return out;
  }

  words edited(const words& letter, edit how) {
    words out = letter;
    switch (how) {
      case edit::exact:
        break;
      case edit::block_added:
        add_block(out);
        break;
      case edit::minor_change:
        change(out, 4);
        break;
      case edit::both:
        change(out, 4);
        add_block(out);
        break;
      case edit::reordered: {
        const auto third = static_cast<std::ptrdiff_t>(out.size() / 3);
        std::rotate(out.begin(), out.begin() + third * (1 + below(2)), out.end());
        break;
      }
      case edit::key_block: {
        const std::size_t from = below(static_cast<std::uint32_t>(letter.size() - 40));
        out = text(200);
        const words after = text(160);
        out.insert(out.end(), letter.begin() + static_cast<std::ptrdiff_t>(from),
                   letter.begin() + static_cast<std::ptrdiff_t>(from + 40));
        out.insert(out.end(), after.begin(), after.end());
        break;
      }
      case edit::mail_merge:
        for (std::string& word : out) {
          if (below(5) == 0) word += "synonym" + std::to_string(below(3));
        }
        break;
    }
    return out;
  }

  static std::string joined(const words& of) {
    std::string out;
    for (std::size_t i = 0; i < of.size(); ++i) {
      if (i > 0) out += i % 17 == 0 ? ". " : i % 9 == 0 ? ", " : " ";
      out += of[i];
    }
    return out;
  }

 private:
  static void append(words& out, std::string_view phrase) {
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
      out.emplace_back(phrase.substr(at, end - at));
      at = end + 1;
    }
  }
  void add_block(words& to) {
    const words block = text(50);
    const auto at = to.begin() + static_cast<std::ptrdiff_t>(to.size() / 3 * below(4));
    to.insert(at, block.begin(), block.end());
  }
  void change(words& in, std::uint32_t percent) {
    for (std::string& word : in) {
      if (below(100) < percent) word = "changed" + std::to_string(below(500));
    }
  }

  std::mt19937 random_;
  std::uint32_t stock_;
};

// One open question, "why", and responses given as texts.
struct simple_consultation {
  consultation_builder builder;
  question_id why;
  channel_id form;

  simple_consultation() {
    builder.settings().id = "test";
    form = builder.asked().add(channel{"form", "", ""});
    question q;
    q.id = "why";
    q.text = "Why should the library close on Sundays and Mondays from next year on?";
    q.channels = {form};
    why = builder.asked().add(q);
    builder.finish_questionnaire();
  }
  response_handle add(std::string id, std::string_view text) {
    new_response response;
    response.id = std::move(id);
    response.channel = form;
    const response_handle made = *builder.add_response(response);
    if (!text.empty()) say(made, why, text);
    return made;
  }
  answer_handle say(response_handle response, question_id question, std::string_view text) {
    new_answer answer;
    answer.question = question;
    answer.text = text;
    return builder.add_answer(response, answer);
  }
  std::shared_ptr<const consultation> finish() {
    diagnostics remarks;
    return builder.finish(remarks);
  }
};

}  // namespace heard::testing

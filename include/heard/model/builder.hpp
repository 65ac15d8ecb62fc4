/// @file
/// Puts a consultation together from rows in any order, and checks every reference.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// An item as it arrives.
struct new_item {
  std::string id;
  channel_id channel;
  timestamp received;
  std::string note;
  bool is_response = true;
  std::string merged_into;  ///< Id of the response its words belong to; empty: its own.
};

/// A body's name as typed, with its role.
struct new_organisation {
  std::string name;
  organisation_role role = organisation_role::author;
};

/// A response as it arrives. Its answers follow by add_answer().
struct new_response {
  std::string id;
  std::string item;  ///< Id of the item it came in; empty: an item of its own, with its id.
  channel_id channel;
  timestamp received;
  heard::disposition disposition = disposition::included;
  std::string reason;
  heard::capacity capacity = capacity::unknown;
  heard::publication publication = publication::unknown;
  /// Tells senders apart and is kept nowhere; empty: unknown, so a sender of its own.
  std::string sender;
  std::string language;
  source_place place;
  std::vector<new_organisation> organisations;
  bool ended_early =
      false;  ///< An incomplete form: what is blank after its last answer was not reached.
};

/// What a response said to one question, by one field or passage.
struct new_answer {
  question_id question;
  answer_state state = answer_state::text;
  answer_origin origin = answer_origin::field;
  std::string_view text;   ///< Copied.
  std::string_view other;  ///< Copied.
  std::string language;    ///< Empty: the response's.
  std::vector<option_id> options;
  source_place place;
};

/// The row of a response while it is being built; not yet its final id.
using response_handle = std::uint32_t;

/// The only way to make a consultation. Belongs to one thread.
class consultation_builder {
 public:
  consultation_builder();
  ~consultation_builder();
  consultation_builder(consultation_builder&&) noexcept;
  consultation_builder& operator=(consultation_builder&&) noexcept;

  [[nodiscard]] heard::settings& settings();
  /// Channels, chapters, questions, options. The places of chapters and `general` are added by
  /// finish_questionnaire(), after which nothing may be added.
  [[nodiscard]] questionnaire& asked();
  void finish_questionnaire();

  file_id add_file(input_file file);
  void add_item(new_item item);
  /// @return nothing when the id is taken: two rows of the data claim one response
  std::optional<response_handle> add_response(new_response response);
  [[nodiscard]] std::optional<response_handle> find_response(std::string_view id) const;
  /// A later word on a response: a decision, a merge.
  [[nodiscard]] new_response& edit(response_handle response);
  void add_answer(response_handle response, new_answer answer);
  /// The answers so far of one response at one question, for decisions that speak of words.
  struct answer_words {
    std::size_t handle;  ///< For codings, reviews and quotes, and for move_answer().
    std::string_view text;
    source_place place;
  };
  [[nodiscard]] std::vector<answer_words> answers_at(response_handle response,
                                                     question_id question) const;
  /// The words of an answer belong to another question; its own gets the state moved_away.
  void move_answer(std::size_t answer_handle, question_id to);

  void add_event(engagement_event event, std::string_view notes);
  /// Spelling `name` is the body `canonical`. `type` may be empty.
  void merge_organisation(std::string name, std::string canonical, std::string type);

  coder_id add_coder(coder who);  ///< The same coder again gives the same id.
  struct new_coding {
    std::size_t answer_handle = 0;
    coder_id coder;
    std::string theme;
    heard::stance stance = stance::none;
    bool whole_answer = true;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    source_place place;
  };
  void add_coding(new_coding coding);
  void add_review(std::size_t answer_handle, coder_id coder);
  void add_quote_decision(std::size_t answer_handle, quote_decision decision);
  void add_stale(stale_decision row);

  /// How lateness is decided: after the day of settings().closes, `by_default` but for `otherwise`.
  void decide_late(lateness by_default, std::vector<std::string> otherwise);

  /// Which languages have rules: words in another get the state not_coded. Empty: all of them.
  void set_rule_languages(std::vector<std::string> languages);

  /// Sorts, resolves and freezes. The builder is empty afterwards.
  /// @param[out] remarks  broken references: a merge into a response that is not there, and the
  /// like
  /// @return nothing if a remark is an error
  [[nodiscard]] std::shared_ptr<const consultation> finish(diagnostics& remarks);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard

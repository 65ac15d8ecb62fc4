/// @file
/// Puts a consultation together from rows in any order, and checks every reference.
#pragma once

#include <heard/base/diagnostic.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heard {

/// An entry that is no response of its own: not a response at all, or words that belong to another.
struct new_item {
  std::string id;    ///< Of the item. Several entries may share one.
  std::string part;  ///< Of the entry, where the item holds several; empty: the item's id.
  channel_id channel;
  timestamp received;
  std::string note;
  std::string merged_into;  ///< Id of the response its words belong to; empty: not a response.
  source_place place;
};

/// A body's name as typed, with its role.
struct new_organisation {
  std::string name;
  organisation_role role = organisation_role::author;
  std::string type = {};  ///< As the data says; may be empty.
};

/// A name as typed or decided, and how many responses typed it.
struct typed_name {
  std::string name;
  std::uint32_t responses = 0;
};

/// A name as responses of all parts typed it, where a consultation comes in parts.
struct known_name {
  std::string name;
  std::uint32_t responses = 0;                              ///< That typed it.
  std::vector<std::pair<std::string, source_place>> types;  ///< As they say, and where.
};

/// What is beyond doubt about names, by their rows.
struct name_findings {
  /// Names of one body, the best to print first. No name is in two.
  std::vector<std::vector<std::uint32_t>> same;
  std::vector<std::uint32_t> nobody;  ///< Words that name no body.
};

/// Finds them. The names are sorted by bytes, each once.
using name_matcher = std::function<name_findings(std::span<const typed_name>)>;

/// A response as it arrives. Its answers follow by add_answer().
struct new_response {
  std::string id;
  std::string item;  ///< Id of the item it came in; empty: an item of its own, with its id.
  std::string note;  ///< Of the item.
  channel_id channel;
  timestamp received;
  heard::disposition disposition = disposition::included;
  std::string reason;
  heard::capacity capacity = capacity::unknown;
  heard::publication publication = publication::unknown;
  /// Tells senders apart and is kept nowhere. Empty: the one body that is its author, if it speaks
  /// for that alone; else unknown, so a sender of its own.
  std::string sender;
  /// The individual's own. Kept only where `publication` is `named`: no other name can get out.
  std::string name;
  std::string language;  ///< Empty: the consultation's.
  source_place place;
  std::vector<new_organisation> organisations;
  /// An incomplete form: what is blank after its last answer was not reached.
  bool ended_early = false;
  /// The capacity is known only by there being a body's name: if that names none, it is unknown.
  bool capacity_by_name = false;
};

/// What a response said to one question, by one field or passage.
struct new_answer {
  question_id question;
  answer_state state = answer_state::text;  ///< no_comment, refers, text or options.
  answer_origin origin = answer_origin::field;
  std::string_view text;   ///< Copied, unless it lies within bytes that the builder keeps.
  std::string_view other;  ///< Copied.
  std::string language;    ///< Empty: the response's.
  std::vector<option_id> options;
  source_place place;
};

/// The row of a response while it is being built; not yet its final id.
using response_handle = std::uint32_t;
/// The row of an answer while it is being built; not yet its final id.
using answer_handle = std::uint32_t;

/// The only way to make a consultation. Belongs to one thread.
class consultation_builder {
 public:
  consultation_builder();
  ~consultation_builder();
  consultation_builder(consultation_builder&&) noexcept;
  consultation_builder& operator=(consultation_builder&&) noexcept;

  /// To be filled before the first response.
  [[nodiscard]] heard::settings& settings();
  /// Channels, chapters, questions, options.
  [[nodiscard]] questionnaire& asked();
  /// Adds the places of chapters and `general`, after which only channels may be added.
  void finish_questionnaire();

  /// Texts of answers within these bytes are not copied, unless they are so few that it is better
  /// to let go of the bytes.
  void keep(const kept_bytes& bytes);
  /// How many there are so far.
  struct row_counts {
    std::size_t responses = 0;
    std::size_t answers = 0;
  };
  [[nodiscard]] row_counts rows() const;
  /// Makes room for so many, so that tables need not be copied as they grow.
  void make_room(row_counts rows);
  file_id add_file(input_file file);
  /// A file as it was added: its rows and its encoding are known only once it is read.
  [[nodiscard]] input_file& file(file_id which);

  void add_item(new_item item);
  /// @return nothing when the id is taken: two rows of the data claim one response
  std::optional<response_handle> add_response(new_response response);
  [[nodiscard]] std::optional<response_handle> find_response(std::string_view id) const;
  [[nodiscard]] std::string_view id_of(response_handle response) const;
  [[nodiscard]] source_place place_of(response_handle response) const;
  [[nodiscard]] channel_id channel_of(response_handle response) const;
  [[nodiscard]] heard::disposition disposition_of(response_handle response) const;
  /// A person's decision, which nothing that is found later overrides.
  void decide(response_handle response, heard::disposition disposition, std::string_view reason);

  answer_handle add_answer(response_handle response, const new_answer& answer);
  /// Words that nobody has turned into text yet.
  void add_unread(response_handle response, question_id question, source_place place);

  /// One answer so far. The view is good until finish().
  struct answer_words {
    answer_handle handle;
    std::string_view text;
    source_place place;
  };
  /// The answers so far of one response at one question, in the order added, for decisions that
  /// speak of words.
  [[nodiscard]] std::vector<answer_words> answers_at(response_handle response,
                                                     question_id question) const;
  /// The words of an answer belong to another question; its own gets the state moved_away.
  void move_answer(answer_handle answer, question_id to);

  void add_event(engagement_event event, std::string_view notes);
  /// Spelling `name` is the body `canonical`, or one that is called so. `type` may be empty. Where
  /// `canonical` is itself a spelling of another body, it is that one.
  void merge_organisation(std::string name, std::string canonical, std::string type,
                          source_place place);
  /// The two names are two bodies, whatever a matcher finds. `type` is of the first.
  void keep_organisations_apart(std::string name, std::string other, std::string type,
                                source_place place);
  /// The entry `name` holds the body `part` beside others, one call for each. `type` is the part's.
  void split_organisation(std::string name, std::string part, std::string type, source_place place);
  /// Waits for a person: nothing follows from it.
  void propose_organisation(std::string name, std::string other, source_place place);
  /// For a part of a consultation: the names of all parts, sorted by bytes, with how many typed
  /// them, so that every part has the organisations of the whole. To be called before the first
  /// response.
  void know_names(std::span<const known_name> all);
  /// Joins names that are one body beyond doubt, unless a person decided otherwise, and sets aside
  /// words that name none, unless a decision speaks of them. Without it only equal names are one.
  void match_names(name_matcher how);

  coder_id add_coder(coder who);  ///< The same coder again gives the same id.
  struct new_coding {
    heard::answer_handle answer = 0;
    coder_id coder;
    std::string theme;
    heard::stance stance = stance::none;
    bool whole_answer = true;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    source_place place;
    timestamp when = {};
  };
  void add_coding(const new_coding& coding);
  void add_review(answer_handle answer, coder_id coder);
  /// `decision.answer` is not looked at.
  void add_quote_decision(answer_handle answer, quote_decision decision);
  /// `words.answer` is not looked at. @pre it overlaps no other of the answer
  void add_redaction(answer_handle answer, redaction words);
  /// What the words of an answer are in another language. `words.answer` and `words.text` are not
  /// looked at. Where the translation says nothing, or points elsewhere (`says`), so does an
  /// answer that is text so far. @pre the answer has none in this language
  void add_translation(answer_handle answer, translation words, std::string_view text,
                       answer_state says);
  /// The translations of an answer so far. The views are good until finish().
  [[nodiscard]] std::vector<std::string_view> translations_of(answer_handle answer) const;
  /// @pre no other names its campaign
  void add_campaign_decision(campaign_decision decision);
  /// A name decision with its provenance; what it does to the bodies is said by
  /// merge_organisation(). Names that are kept apart and are one body all the same are a remark of
  /// finish().
  void add_name_decision(name_decision decision);
  void add_signoff(signoff row);
  void add_stale(stale_decision row);

  /// How lateness is decided: after the day of settings().closes, `by_default` but for `otherwise`.
  void decide_late(lateness by_default, std::vector<std::string> otherwise);

  /// Which languages have rules: words in another get the state not_coded. Empty: all of them. `en`
  /// is also `en-GB`.
  void set_rule_languages(std::vector<std::string> languages);

  /// Sorts, resolves and freezes. The builder is empty afterwards.
  ///
  /// A response that is `included`, was not decided upon, and says nothing at any question becomes
  /// `blank`. Among included responses of one known sender those with equal answers are flagged as
  /// repeats, but for the first by received date, then id.
  /// @param[out] remarks  broken references: a merge into a response that is not there, and the
  /// like
  /// @return nothing if a remark is an error
  [[nodiscard]] std::shared_ptr<const consultation> finish(diagnostics& remarks);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard

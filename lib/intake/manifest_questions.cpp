#include "intake/manifest_reader.hpp"
#include "intake/white_space.hpp"
#include "toml/checks.hpp"

#include <heard/base/space.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace heard {

namespace {

void read_channels(manifest_reading& reading, toml::table_reader& root) {
  for (const toml::value* table : root.tables("channel")) {
    toml::table_reader in(*table, reading.out);
    const std::optional<std::string> id = toml::read_id(in, "channel", reading.channels);
    channel out;
    out.title = in.text("title");
    out.note = in.text("note");
    in.done();
    if (!id) continue;
    out.id = *id;
    if (out.title.empty()) out.title = *id;
    reading.into.asked.add(std::move(out));
  }
  // Channels that only a source names, before questions refer to them. What is wrong with the
  // sources is told when they are read.
  for (const toml::entry& e : root.table().entries) {
    if (e.key != "source") continue;
    for (const toml::value& source : e.value.items) {
      for (const toml::entry& key : source.entries) {
        if (key.key != "channel" || key.value.kind != toml::kind::text) continue;
        if (invisible(key.value.text)) continue;
        if (!reading.channels.add(key.value.text, key.value.where)) continue;
        reading.into.asked.add(channel{key.value.text, key.value.text, {}});
      }
    }
  }
}

// `general` is the place of words that belong to no chapter.
bool refused(const std::string& id, const toml::value& table, toml::faults& out) {
  if (id != "general") return false;
  toml::extent where = table.where;
  for (const toml::entry& e : table.entries) {
    if (e.key == "id") where = e.value.where;
  }
  out.error(where, "id \"general\" is taken by the words that belong to no chapter");
  return true;
}

void read_chapters(manifest_reading& reading, toml::table_reader& root) {
  for (const toml::value* table : root.tables("chapter")) {
    toml::table_reader in(*table, reading.out);
    const std::optional<std::string> id = toml::read_id(in, "chapter", reading.chapters);
    chapter out;
    if (const toml::value* title = in.need_filled("title")) out.title = title->text;
    out.note = in.text("note");
    out.reply = in.text("reply");
    in.done();
    if (!id || refused(*id, *table, reading.out)) continue;
    out.id = *id;
    reading.into.asked.add(std::move(out));
  }
}

class question_reading {
 public:
  question_reading(manifest_reading& reading, const toml::value& table)
      : reading_(reading), in_(table, reading.out), out_(reading.out) {}

  void run() {
    const std::optional<std::string> id =
        toml::read_id(in_, "question", reading_.questions, {{"chapter", &reading_.chapters}});
    constexpr std::string_view about_you[] = {"about_you"};
    shape_.about_you = in_.word("role", about_you).has_value();
    question_.about_you = shape_.about_you;
    read_kind();
    if (const toml::value* text = in_.need_filled("text")) question_.text = text->text;
    question_.label = in_.text("label");
    if (question_.label.empty()) question_.label = question_.text;
    question_.note = in_.text("note");
    question_.reply = in_.text("reply");
    read_chapter();
    read_aspect();
    read_channels();
    read_options();
    in_.done();
    if (id) keep(*id);
  }

 private:
  void read_kind() {
    const toml::value* kind = in_.need("kind", toml::kind::text);
    if (kind == nullptr) return;
    const auto words = words_of<question_kind>();
    const auto at = toml::one_of(*kind, "kind", words, out_);
    if (!at) return;
    shape_.kind = static_cast<question_kind>(*at);
    question_.kind = *shape_.kind;
    if (shape_.open() && shape_.about_you) {
      out_.error(kind->where,
                 "a question about the respondent is closed: single, multiple or scale");
    }
  }

  void read_chapter() {
    const toml::value* chapter = in_.find("chapter", toml::kind::text);
    if (chapter == nullptr) {
      if (in_.find("chapter") == nullptr && !shape_.about_you) in_.missing("chapter");
      return;
    }
    if (shape_.about_you) {
      out_.error(chapter->where, "a question about the respondent belongs to no chapter");
    } else if (!reading_.chapters.has(chapter->text)) {
      out_.unknown(chapter->where, "chapter", chapter->text, reading_.chapters.all());
    } else if (const auto found = reading_.into.asked.find_chapter(chapter->text)) {
      question_.chapter = *found;
    }
  }

  void read_aspect() {
    const auto aspect = in_.word("aspect", words_of<question_aspect>());
    if (!aspect) return;
    question_.aspect = static_cast<question_aspect>(*aspect);
    if (shape_.closed()) {
      out_.error(in_.find("aspect")->where, "\"aspect\" is for open questions");
    }
  }

  void read_channels() {
    toml::names seen;
    for (const toml::value* channel : in_.texts("channels")) {
      if (!reading_.channels.has(channel->text)) {
        out_.unknown(channel->where, "channel", channel->text, reading_.channels.all(),
                     ": name it in a [[channel]] or a source");
      } else if (!seen.add(channel->text, channel->where)) {
        out_.error(channel->where, "channel " + toml::quoted(channel->text) + " stands here twice");
      } else if (const auto found = reading_.into.asked.find_channel(channel->text)) {
        question_.channels.push_back(*found);
      }
    }
    std::sort(question_.channels.begin(), question_.channels.end());
  }

  void read_options() {
    const toml::value* list = in_.find("options");
    const toml::value* other = in_.filled("other");
    if (shape_.open()) {
      if (list != nullptr) out_.error(list->where, "an open question has no options");
      if (other != nullptr) out_.error(other->where, "an open question has no options");
      return;
    }
    if (list == nullptr) {
      if (shape_.closed()) in_.missing("options");
    } else {
      const auto tables = in_.tables("options");
      if (list->kind == toml::kind::list && list->items.empty()) {
        out_.error(list->where, "a closed question has at least one option");
      }
      for (const toml::value* table : tables) read_option(*table);
    }
    if (other != nullptr) read_other(*other);
  }

  void read_option(const toml::value& table) {
    toml::table_reader in(table, out_);
    const std::optional<std::string> id = toml::read_id(in, "option", shape_.options);
    option out;
    if (const toml::value* label = in.need_filled("label")) {
      out.label = label->text;
      if (id) means(*label, *id);
    }
    for (const toml::value* alias : in.texts("aliases")) {
      out.aliases.push_back(alias->text);
      if (id) means(*alias, *id);
    }
    out.note = in.text("note");
    out.attribution = in.text("attribution_label");
    const std::string earlier = in.text("attribution");
    if (out.attribution.empty()) out.attribution = earlier;
    in.done();
    if (!id) return;
    if (!out.attribution.empty()) shape_.attributes = true;
    out.id = *id;
    options_.push_back(std::move(out));
  }

  // An answer is matched by labels and aliases, so one text cannot stand for two options.
  void means(const toml::value& text, const std::string& option) {
    const auto [at, fresh] = labels_.emplace(normalised_space(text.text), option);
    if (fresh || at->second == option) return;
    out_.error(text.where,
               toml::quoted(text.text) + " means option " + toml::quoted(at->second) + " already");
  }

  void read_other(const toml::value& label) {
    if (shape_.kind == question_kind::scale) {
      out_.error(label.where, "a scale has no \"other\"");
      return;
    }
    other_ = label.text;
    means(label, "other");
    if (!shape_.options.add("other", label.where)) return;
    option out;
    out.id = "other";
    out.label = label.text;
    options_.push_back(std::move(out));
  }

  void keep(const std::string& id) {
    if (refused(id, in_.table(), out_)) return;
    question_.id = id;
    const toml::value& written = *in_.find("id");
    reading_.into.question_places.push_back(text_of(written));
    shape_.id = reading_.into.asked.add(std::move(question_));
    for (option& o : options_) reading_.into.asked.add_option(shape_.id, std::move(o));
    if (!other_.empty()) reading_.into.other_labels.emplace(id, other_);
    reading_.shapes.emplace(id, std::move(shape_));
  }

  manifest_reading& reading_;
  toml::table_reader in_;
  toml::faults& out_;
  question question_;
  question_shape shape_;
  std::vector<option> options_;
  std::string other_;
  std::map<std::string, std::string, std::less<>> labels_;  // label or alias to option id
};

}  // namespace

void read_questions(manifest_reading& reading, toml::table_reader& root) {
  read_channels(reading, root);
  read_chapters(reading, root);
  for (const toml::value* table : root.tables("question")) question_reading(reading, *table).run();
}

}  // namespace heard

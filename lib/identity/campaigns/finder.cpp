#include "identity/campaigns/finder.hpp"

#include "identity/campaigns/differences.hpp"
#include "identity/campaigns/inherit.hpp"
#include "identity/campaigns/stock.hpp"

#include <heard/base/nearest.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace heard {

namespace {

constexpr std::size_t members_in_part = 64;

using namespace letters;

std::string quoted(std::string_view words) {
  return "\"" + std::string(words) + "\"";
}

}  // namespace

campaign_finder::campaign_finder(std::shared_ptr<const consultation> of,
                                 const campaign_options& options, const run_options& run)
    : made_(std::make_shared<campaigns>()), options_(options), run_(run, 7) {
  made_->of_ = std::move(of);
}

std::shared_ptr<const campaigns> campaign_finder::find() {
  const consultation& of = *made_->of_;
  documents_ = read_documents(of, words_at_least, readers_, run_);
  const left_out_runs left_out = runs_of_nobody();
  // From here on few texts are read, so what the readers remember is not worth its space.
  readers_.forget();
  const std::vector<text_row> declared = declared_letters();
  const std::uint32_t least = std::max<std::uint32_t>(2, options_.least_members);
  const clusters found = find_clusters(documents_, left_out, declared, least, limits_, run_);
  gather(found);
  documents_.words = {};
  documents_.pieces = {};
  apply_declarations();
  apply_decisions();
  sort_campaigns();
  measure_members();
  list_short_answers();
  tell_what_was_cut(found.cut);
  return std::move(made_);
}

// Respondents quote the question that they answer; that makes no campaign.
std::vector<shingle> campaign_finder::words_of_the_consultation() {
  const consultation& of = *made_->of_;
  const auto reader = readers_.take();
  std::vector<word_key> words;
  std::vector<shingle> at;
  std::vector<shingle> out;
  const auto add = [&](std::string_view text) {
    words.clear();
    reader->read(text, words);
    shingles_at(words, {}, at);
    out.insert(out.end(), at.begin(), at.end());
  };
  for (const question& each : of.asked().questions()) {
    add(each.text);
    add(each.note);
    for (const wording& other : each.wordings) add(other.text);
  }
  for (const chapter& each : of.asked().chapters()) add(each.title);
  add(of.settings().title);
  add(of.settings().about);
  return out;
}

left_out_runs campaign_finder::runs_of_nobody() {
  const left_out_runs own(words_of_the_consultation());
  std::vector<shingle> out = stock_shingles(documents_, own, {});
  out.insert(out.end(), own.all().begin(), own.all().end());
  return left_out_runs(std::move(out));
}

std::vector<text_row> campaign_finder::declared_letters() {
  const consultation& of = *made_->of_;
  std::vector<text_row> out;
  for (const declared_campaign& each : of.settings().campaigns) {
    if (each.reference.empty()) continue;
    const std::optional<response_id> reference = of.find_response(each.reference);
    if (!reference) {
      made_->remarks_.add({severity::warning,
                           "campaign " + quoted(each.id) + " names a response that is not there",
                           each.where,
                           0,
                           {}});
      continue;
    }
    const text_row text = documents_.of_response[reference->value];
    if (text == no_text) {
      made_->remarks_.add({severity::warning,
                           "the letter of campaign " + quoted(each.id) +
                               " is not included, or has no answer of eight words",
                           each.where,
                           0,
                           {}});
    } else if (std::find(out.begin(), out.end(), text) != out.end()) {
      made_->remarks_.add({severity::warning,
                           "campaign " + quoted(each.id) + " has the letter of another",
                           each.where,
                           0,
                           {}});
    } else {
      out.push_back(text);
    }
  }
  return out;
}

void campaign_finder::gather(const clusters& found) {
  const consultation& of = *made_->of_;
  const response_table& table = of.responses();
  made_->of_response_.resize(table.size());
  std::vector<campaign>& all = made_->all_;
  all.resize(found.letters.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].id = "letter-" + to_hex(documents_.hash[found.letters[i]]).substr(0, 10);
  }
  for (const response_id response : of.each_response()) {
    const text_row text = documents_.of_response[response.value];
    if (text == no_text || found.of_text[text] == no_text) continue;
    const std::uint32_t row = found.of_text[text];
    campaign& in = all[row];
    // Of those with the letter's words, the first by date, then id, is the one to be read.
    if (text == found.letters[row]) {
      const auto key = [&](response_id r) {
        return std::tuple(!table.received[r].known(), table.received[r], r);
      };
      if (!in.reference.valid() || key(response) < key(in.reference)) in.reference = response;
    }
    in.members.push_back({response});
    const timestamp& received = table.received[response];
    if (received.known()) {
      if (!in.first.known() || received < in.first) in.first = received;
      if (!in.last.known() || in.last < received) in.last = received;
    }
    for (const organisation_link& link : table.organisations[response]) {
      in.organisations.push_back(link.organisation);
    }
  }
  for (campaign& each : all) {
    std::sort(each.organisations.begin(), each.organisations.end());
    each.organisations.erase(std::unique(each.organisations.begin(), each.organisations.end()),
                             each.organisations.end());
  }
}

void campaign_finder::apply_declarations() {
  const consultation& of = *made_->of_;
  for (const declared_campaign& each : of.settings().campaigns) {
    std::optional<campaign_id> at;
    if (each.reference.empty()) {
      at = made_->find(each.id);
    } else if (const auto reference = of.find_response(each.reference)) {
      const text_row text = documents_.of_response[reference->value];
      for (std::size_t i = 0; text != no_text && i < made_->all_.size(); ++i) {
        const campaign& found = made_->all_[i];
        if (!found.declared && documents_.of_response[found.reference.value] == text) {
          at = campaign_id(i);
          // The letter as the manifest names it, though another may have sent it before.
          made_->all_[i].reference = *reference;
        }
      }
    }
    if (!at) {
      if (each.reference.empty()) {
        made_->remarks_.add({severity::warning,
                             "campaign " + quoted(each.id) +
                                 " was not found, and the manifest names no letter of it",
                             each.where,
                             0,
                             {}});
      }
      continue;
    }
    campaign& in = made_->all_[at->value];
    in.id = each.id;
    in.title = each.title;
    in.note = each.note;
    in.declared = true;
    if (each.policy) in.policy = *each.policy;
  }
}

void campaign_finder::apply_decisions() {
  const consultation& of = *made_->of_;
  for (const campaign_decision& each : of.campaign_decisions()) {
    location where;
    if (each.place.file.valid()) where.name = of.files()[each.place.file.value].path;
    where.line = each.place.row;
    const std::optional<campaign_id> at = made_->find(each.campaign);
    if (!at) {
      std::vector<std::string> known;
      for (const campaign& found : made_->all_) known.push_back(found.id);
      std::string message = "no campaign " + quoted(each.campaign) +
                            " was found, so this decision is not used" +
                            did_you_mean(each.campaign, known);
      made_->remarks_.add({severity::warning, std::move(message), where, 0, {}});
      continue;
    }
    campaign& in = made_->all_[at->value];
    const auto declared =
        std::find_if(of.settings().campaigns.begin(), of.settings().campaigns.end(),
                     [&](const declared_campaign& d) { return d.id == in.id; });
    if (declared != of.settings().campaigns.end() && declared->policy &&
        *declared->policy != each.policy) {
      made_->remarks_.add({severity::warning,
                           "the manifest says " + std::string(word(*declared->policy)) +
                               " for campaign " + quoted(in.id) + "; this decision stands",
                           where,
                           0,
                           {}});
    }
    in.policy = each.policy;
    in.by = each.by;
  }
}

void campaign_finder::sort_campaigns() {
  std::vector<campaign>& all = made_->all_;
  std::sort(all.begin(), all.end(), [](const campaign& a, const campaign& b) {
    return a.members.size() != b.members.size() ? a.members.size() > b.members.size() : a.id < b.id;
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const campaign_member& each : all[i].members) {
      made_->of_response_[each.response] = campaign_id(i);
    }
  }
}

void campaign_finder::measure_members() {
  // A few members of one campaign; what they inherit.
  struct part {
    std::size_t campaign;
    std::size_t first;
    std::size_t last;
    std::vector<inherited_coding> codings;
    std::vector<review> reviews;
  };
  const consultation& of = *made_->of_;
  std::vector<located_words> letters(made_->all_.size());
  std::vector<inheritance> heritage;
  std::vector<part> parts;
  const auto first_reader = readers_.take();
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const campaign& in = made_->all_[i];
    locate_words(of, in.reference, *first_reader, letters[i]);
    heritage.emplace_back(of, letters[i]);
    for (std::size_t first = 0; first < in.members.size(); first += members_in_part) {
      parts.push_back({i, first, std::min(in.members.size(), first + members_in_part), {}, {}});
    }
  }
  const auto work = [&](const chunk& c) {
    auto reader = readers_.take();
    located_words own;
    part& here = parts[c.index];
    const located_words& letter = letters[here.campaign];
    for (std::size_t i = here.first; i < here.last; ++i) {
      campaign_member& member = made_->all_[here.campaign].members[i];
      locate_words(of, member.response, *reader, own);
      const std::vector<std::uint32_t> alignment = align(letter, own);
      measure(letter, own, differences_of(letter, own, alignment), member);
      if (member.response == made_->all_[here.campaign].reference) continue;
      heritage[here.campaign].pass_on(own, alignment, here.codings, here.reviews);
    }
    readers_.give_back(std::move(reader));
  };
  const auto merge = [&](const chunk& c) {
    part& here = parts[c.index];
    made_->inherited_.insert(made_->inherited_.end(), here.codings.begin(), here.codings.end());
    made_->reviews_.insert(made_->reviews_.end(), here.reviews.begin(), here.reviews.end());
    here = {};
  };
  for_each_chunk(parts.size(), 1, run_.next(), work, merge);
  std::sort(made_->inherited_.begin(), made_->inherited_.end(),
            [](const inherited_coding& a, const inherited_coding& b) {
              const auto key = [](const inherited_coding& c) {
                return std::tuple(c.coding.answer, c.coding.coder, c.coding.theme, c.coding.first,
                                  c.coding.last, c.from);
              };
              return key(a) < key(b);
            });
  std::sort(made_->reviews_.begin(), made_->reviews_.end());
  made_->reviews_.erase(std::unique(made_->reviews_.begin(), made_->reviews_.end()),
                        made_->reviews_.end());
}

void campaign_finder::tell_what_was_cut(std::uint64_t responses) {
  if (responses == 0) return;
  const bool one = responses == 1;
  made_->remarks_.add({severity::note,
                       std::to_string(responses) + (one ? " response shares" : " responses share") +
                           " passages with more letters than " + (one ? "it was" : "they were") +
                           " compared with: one of those left out may be nearer",
                       {},
                       0,
                       {}});
}

void campaign_finder::list_short_answers() {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < documents_.short_answers.size(); ++i) {
    if (documents_.short_answers[i].answers >= 3) order.push_back(i);
  }
  const auto key = [&](std::size_t i) {
    const short_answer& each = documents_.short_answers[i];
    return std::tuple(~each.answers, each.question, documents_.short_hash[i]);
  };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  for (const std::size_t i : order) made_->short_answers_.push_back(documents_.short_answers[i]);
}

}  // namespace heard

#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct campaign_arguments {
  std::string manifest, members;
  uint32_t least = 3;
  bool as_json = false;
  bool as_rows = false;
};

heard_campaign campaign_at(heard_campaigns* from, std::size_t index) {
  return fill<heard_campaign>(
      [&](auto out, auto err) { return heard_campaigns_at(from, index, out, err); });
}

std::string response_id(const project& p, uint32_t row) {
  const auto response = fill<heard_response>([&](auto out, auto err) {
    return heard_consultation_response(p.consultation.get(), row, out, err);
  });
  return to_string(response.id);
}

std::vector<std::string> organisations(const project& p, heard_campaigns* from, std::size_t index,
                                       const heard_campaign& of) {
  std::vector<std::string> out;
  for (uint32_t i = 0; i < of.organisations; ++i) {
    uint32_t row = 0;
    error e;
    e.check(heard_campaigns_organisation(from, index, i, &row, e.out()));
    const auto body = fill<heard_named>([&](auto made, auto err) {
      return heard_consultation_named(p.consultation.get(), HEARD_ORGANISATION, row, made, err);
    });
    out.push_back(to_string(body.name));
  }
  return out;
}

// How many members there are of each way to use the letter, in the order of the set.
std::vector<std::size_t> count_members(heard_campaigns* from, std::size_t index, uint32_t members) {
  std::vector<std::size_t> out(heard_words_count(HEARD_MEMBERSHIPS), 0);
  for (uint32_t i = 0; i < members; ++i) {
    const auto m = fill<heard_campaign_member>(
        [&](auto made, auto err) { return heard_campaigns_member(from, index, i, made, err); });
    ++out[static_cast<std::size_t>(m.how)];
  }
  return out;
}

void print_campaign(const project& p, heard_campaigns* from, std::size_t index, bool as_json) {
  const heard_campaign c = campaign_at(from, index);
  const std::string policy = heard_words_at(HEARD_CAMPAIGN_POLICIES, c.policy);
  const auto how = count_members(from, index, c.members);
  const auto bodies = organisations(p, from, index, c);
  if (as_json) {
    std::cout << "{\"campaign\":" << json(to_string(c.id))
              << ",\"title\":" << json(to_string(c.title)) << ",\"policy\":" << json(policy)
              << ",\"responses\":" << c.members << ",\"first\":" << json(c.first)
              << ",\"last\":" << json(c.last)
              << ",\"reference\":" << json(response_id(p, c.reference)) << ",\"members\":{";
    for (std::size_t i = 0; i < how.size(); ++i) {
      std::cout << (i == 0 ? "" : ",")
                << json(heard_words_at(HEARD_MEMBERSHIPS, static_cast<int32_t>(i))) << ':'
                << how[i];
    }
    std::cout << "},\"organisations\":[";
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      std::cout << (i == 0 ? "" : ",") << json(bodies[i]);
    }
    std::cout << "]}\n";
    return;
  }
  std::cout << visible(to_string(c.id)) << "  " << c.members << " responses, " << policy;
  if (c.first[0] != '\0') std::cout << ", received " << c.first << " to " << c.last;
  std::cout << '\n';
  if (c.title.size > 0) std::cout << "  " << visible(to_string(c.title)) << '\n';
  std::cout << "  letter: " << visible(response_id(p, c.reference)) << ';';
  for (std::size_t i = 0; i < how.size(); ++i) {
    if (how[i] == 0) continue;
    std::cout << ' ' << how[i] << ' ' << heard_words_at(HEARD_MEMBERSHIPS, static_cast<int32_t>(i));
  }
  std::cout << '\n';
  for (const std::string& body : bodies) std::cout << "  " << visible(body) << '\n';
}

void print_short_answers(const project& p, heard_campaigns* from) {
  for (std::size_t i = 0; i < heard_campaigns_short_answers(from); ++i) {
    const auto s = fill<heard_short_answer>(
        [&](auto out, auto err) { return heard_campaigns_short_answer(from, i, out, err); });
    const auto question = fill<heard_question>([&](auto out, auto err) {
      return heard_consultation_question(p.consultation.get(), s.question, out, err);
    });
    if (i == 0) std::cout << "\nidentical short answers, in no campaign:\n";
    std::cout << "  " << s.answers << "  " << visible(to_string(question.id)) << "  "
              << visible(to_string(s.words)) << '\n';
  }
}

// Everything that was cut, changed or added, the member's own words in full.
void print_member(const project& p, heard_campaigns* from, std::size_t index, std::size_t member,
                  bool as_json) {
  const auto m = fill<heard_campaign_member>(
      [&](auto out, auto err) { return heard_campaigns_member(from, index, member, out, err); });
  const std::string id = response_id(p, m.response);
  const char* how = heard_words_at(HEARD_MEMBERSHIPS, m.how);
  if (as_json) {
    std::cout << "{\"response\":" << json(id) << ",\"how\":" << json(how) << ",\"kept\":" << m.kept
              << ",\"added\":" << m.added << ",\"cut\":" << m.cut << ",\"changed\":" << m.changed
              << ",\"differences\":[";
  } else {
    std::cout << visible(id) << "  " << how;
    if (m.added + m.cut + m.changed > 0) {
      std::cout << ": " << m.kept << " words kept, " << m.added << " added, " << m.cut << " cut, "
                << m.changed << " changed";
    }
    std::cout << '\n';
  }
  const auto found = make<differences>(
      [&](auto out, auto err) { return heard_campaigns_compare(from, index, member, out, err); });
  for (std::size_t i = 0; i < heard_differences_count(found.get()); ++i) {
    const auto d = fill<heard_difference>(
        [&](auto out, auto err) { return heard_differences_at(found.get(), i, out, err); });
    const char* kind = heard_words_at(HEARD_DIFFERENCE_KINDS, d.kind);
    if (as_json) {
      std::cout << (i == 0 ? "" : ",") << "{\"kind\":" << json(kind)
                << ",\"own\":" << json(to_string(d.own))
                << ",\"letter\":" << json(to_string(d.letter)) << '}';
    } else {
      std::cout << "  " << kind << ": ";
      if (d.letter.size > 0) std::cout << '[' << visible(to_string(d.letter)) << ']';
      if (d.letter.size > 0 && d.own.size > 0) std::cout << " -> ";
      std::cout << visible(to_string(d.own)) << '\n';
    }
  }
  if (as_json) std::cout << "]}\n";
}

int print_campaigns(const campaign_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  heard_campaign_options options = HEARD_CAMPAIGN_OPTIONS_INIT;
  options.least_members = arguments.least;
  campaigns found;
  {
    progress_bar bar(how, "looking for campaigns");
    const heard_run_options run = bar.options();
    heard_diagnostics* remarks = nullptr;
    found = make<campaigns>([&](auto out, auto err) {
      return heard_campaigns_find(p.consultation.get(), &options, &run, out, &remarks, err);
    });
    const diagnostics owned_remarks(remarks);
    print(owned_remarks.get(), how, p.folder);
  }
  if (!arguments.members.empty()) {
    std::size_t index = 0;
    error e;
    e.check(heard_campaigns_index(found.get(), arguments.members.c_str(), &index, e.out()));
    const heard_campaign c = campaign_at(found.get(), index);
    for (std::size_t i = 0; i < c.members; ++i) {
      print_member(p, found.get(), index, i, arguments.as_json);
    }
    return 0;
  }
  if (arguments.as_rows) std::cout << "campaign,policy,who,when,why\n";
  for (std::size_t i = 0; i < heard_campaigns_count(found.get()); ++i) {
    if (arguments.as_rows) {
      const heard_campaign c = campaign_at(found.get(), i);
      std::cout << csv(to_string(c.id)) << ',' << heard_words_at(HEARD_CAMPAIGN_POLICIES, c.policy)
                << ",,,\n";
    } else {
      print_campaign(p, found.get(), i, arguments.as_json);
    }
  }
  if (!arguments.as_rows && !arguments.as_json) print_short_answers(p, found.get());
  return 0;
}

}  // namespace

void add_campaigns(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<campaign_arguments>();
  CLI::App* command =
      app.add_subcommand("campaigns", "Find near-identical responses and what each sender changed");
  command->footer("Example:\n  heard campaigns consultation.toml --rows");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  command->add_option("--members", arguments->members,
                      "Id of a campaign: every member with what it added, cut and changed");
  command->add_option("--least", arguments->least, "Fewest responses of a campaign")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", arguments->as_json, "One JSON line a campaign, or a member");
  command->add_flag("--rows", arguments->as_rows,
                    "Rows for decisions/campaigns.csv with the policies as they are; change these, "
                    "add who, when and why");
  command->callback(
      [=] { run([=](const manner& how) { return print_campaigns(*arguments, how); }); });
}

}  // namespace cli

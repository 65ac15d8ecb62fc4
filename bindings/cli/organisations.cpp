#include "commands.hpp"
#include "json.hpp"
#include "project.hpp"
#include "visible.hpp"

#include <iostream>
#include <memory>

namespace cli {

namespace {

struct organisation_arguments {
  std::string manifest, name;
  std::size_t limit = 5;
  bool propose = false;
  bool header = false;
  bool as_json = false;
};

std::string spellings_of(const heard_organisations* of, std::size_t body, uint32_t count,
                         bool as_json) {
  std::string out;
  for (uint32_t i = 0; i < count; ++i) {
    const auto name = fill<heard_named>(
        [&](auto row, auto err) { return heard_organisations_spelling(of, body, i, row, err); });
    const std::string text = to_string(name.name);
    if (i > 0) out += as_json ? "," : "; ";
    out += as_json ? json(text) : visible(text);
  }
  return out;
}

void print_bodies(const heard_organisations* of, bool as_json) {
  for (std::size_t i = 0; i < heard_organisations_count(of); ++i) {
    const auto body = fill<heard_body>(
        [&](auto out, auto err) { return heard_organisations_at(of, i, out, err); });
    const std::string spellings = spellings_of(of, i, body.spellings, as_json);
    if (as_json) {
      static constexpr const char* origins[] = {"", "self", "assigned"};
      std::cout << "{\"name\":" << json(to_string(body.name))
                << ",\"type\":" << json(to_string(body.type)) << ",\"type_from\":\""
                << origins[body.type_from] << "\",\"responses\":" << body.responses
                << ",\"may_be_named\":" << (body.may_be_named != 0 ? "true" : "false")
                << ",\"spellings\":[" << spellings << "]}\n";
      continue;
    }
    std::cout << visible(to_string(body.name));
    if (body.type.size > 0) std::cout << " (" << visible(to_string(body.type)) << ')';
    std::cout << "   [" << body.responses << (body.responses == 1 ? " response" : " responses")
              << (body.may_be_named != 0 ? "" : "; not to be named") << "]\n";
    if (body.spellings > 1) std::cout << "  as typed: " << spellings << '\n';
  }
  for (std::size_t i = 0; i < heard_organisations_nobody_count(of); ++i) {
    const auto word = fill<heard_named>(
        [&](auto out, auto err) { return heard_organisations_nobody(of, i, out, err); });
    if (as_json) {
      std::cout << "{\"nobody\":" << json(to_string(word.name)) << "}\n";
    } else {
      std::cout << visible(to_string(word.name)) << "   [names nobody]\n";
    }
  }
}

void print_proposals_as_json(const heard_organisations* of) {
  for (std::size_t i = 0; i < heard_organisations_proposal_count(of); ++i) {
    const auto row = fill<heard_body_proposal>(
        [&](auto out, auto err) { return heard_organisations_proposal(of, i, out, err); });
    std::cout << "{\"name\":" << json(to_string(row.name))
              << ",\"canonical\":" << json(to_string(row.canonical)) << ",\"action\":\""
              << (row.split != 0 ? "split" : "merge") << "\",\"score\":" << row.score
              << ",\"why\":" << json(to_string(row.why)) << "}\n";
  }
}

void print_rows(const heard_organisations* of, bool header) {
  const auto rows = make<buffer>(
      [&](auto out, auto err) { return heard_organisations_rows(of, header ? 1 : 0, out, err); });
  std::size_t size = 0;
  const char* bytes = heard_buffer_data(rows.get(), &size);
  std::cout.write(bytes, static_cast<std::streamsize>(size));
}

void print_asked(const heard_name_parts& asked, bool as_json) {
  if (as_json) {
    std::cout << "{\"words\":" << json(to_string(asked.words))
              << ",\"fingerprint\":" << json(to_string(asked.fingerprint))
              << ",\"legal_form\":" << json(to_string(asked.legal_form))
              << ",\"acronym\":" << json(to_string(asked.acronym))
              << ",\"initials\":" << json(to_string(asked.initials))
              << ",\"nobody\":" << (asked.nobody != 0 ? "true" : "false") << "}\n";
    return;
  }
  std::cout << "read as: " << visible(to_string(asked.words)) << '\n';
  const auto part = [](const char* what, heard_text text) {
    if (text.size > 0) std::cout << what << visible(to_string(text)) << '\n';
  };
  part("legal form: ", asked.legal_form);
  part("acronym printed beside it: ", asked.acronym);
  part("initials: ", asked.initials);
  part("fingerprint: ", asked.fingerprint);
  if (asked.nobody != 0) std::cout << "it names nobody\n";
}

int explain(const heard_organisations* of, const organisation_arguments& arguments) {
  const auto found = make<resemblances>([&](auto out, auto err) {
    return heard_organisations_explain(of, arguments.name.c_str(), arguments.limit, out, err);
  });
  print_asked(fill<heard_name_parts>([&](auto out, auto err) {
                return heard_resemblances_asked(found.get(), out, err);
              }),
              arguments.as_json);
  for (std::size_t i = 0; i < heard_resemblances_count(found.get()); ++i) {
    const auto like = fill<heard_resemblance>(
        [&](auto out, auto err) { return heard_resemblances_at(found.get(), i, out, err); });
    const auto body = fill<heard_body>(
        [&](auto out, auto err) { return heard_organisations_at(of, like.body, out, err); });
    if (arguments.as_json) {
      std::cout << "{\"name\":" << json(to_string(like.name))
                << ",\"body\":" << json(to_string(body.name)) << ",\"score\":" << like.score
                << ",\"certain\":" << (like.certain != 0 ? "true" : "false")
                << ",\"why\":" << json(to_string(like.why)) << "}\n";
      continue;
    }
    const std::string name = to_string(like.name);
    std::cout << like.score << "  " << visible(name);
    if (name != to_string(body.name)) std::cout << ", one of " << visible(to_string(body.name));
    std::cout << ": " << to_string(like.why) << (like.certain != 0 ? " (beyond doubt)" : "")
              << '\n';
  }
  return heard_resemblances_count(found.get()) > 0 ? 0 : 1;
}

int print_organisations(const organisation_arguments& arguments, const manner& how) {
  const project p = load(arguments.manifest, how);
  const auto of = make<organisations>(
      [&](auto out, auto err) { return heard_organisations_new(p.consultation.get(), out, err); });
  if (!arguments.name.empty()) return explain(of.get(), arguments);
  if (!arguments.propose) {
    print_bodies(of.get(), arguments.as_json);
  } else if (arguments.as_json) {
    print_proposals_as_json(of.get());
  } else {
    print_rows(of.get(), arguments.header);
  }
  return 0;
}

}  // namespace

void add_organisations(CLI::App& app, const chosen& run) {
  auto arguments = std::make_shared<organisation_arguments>();
  CLI::App* command = app.add_subcommand(
      "organisations", "The bodies that responded, and which of their names may be one body");
  command->add_option("manifest", arguments->manifest, "consultation.toml")->required();
  CLI::Option* propose = command->add_flag(
      "--propose", arguments->propose,
      "Rows for decisions/organisations.csv of what may be one body or two; a person writes"
      " merge, rename, keep_apart or split for \"proposed\"");
  command->add_flag("--header", arguments->header, "Column names before the rows of --propose")
      ->needs(propose);
  command->add_option("--explain", arguments->name, "How a name is read, and whom it is like")
      ->excludes(propose);
  command->add_option("--limit", arguments->limit, "Most names that --explain prints")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", arguments->as_json, "One JSON line a body, proposal or name");
  command->footer("Example:\n  heard organisations consultation.toml --propose");
  command->callback(
      [=] { run([=](const manner& how) { return print_organisations(*arguments, how); }); });
}

}  // namespace cli

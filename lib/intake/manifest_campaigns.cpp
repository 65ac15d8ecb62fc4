#include "intake/manifest_reader.hpp"
#include "toml/checks.hpp"

#include <string>
#include <utility>

namespace heard {

namespace {

void read_campaign(manifest_reading& reading, const toml::value& table, toml::names& ids,
                   toml::names& references) {
  toml::table_reader in(table, reading.out);
  declared_campaign out;
  out.id = toml::read_id(in, "campaign", ids).value_or("");
  out.title = in.text("title");
  out.note = in.text("note");
  if (const auto policy = in.word("policy", words_of<campaign_policy>())) {
    out.policy = static_cast<campaign_policy>(*policy);
  }
  if (const toml::value* reference = in.filled("reference")) {
    if (!references.add(reference->text, reference->where)) {
      reading.out.error(reference->where,
                        toml::quoted(reference->text) + " is the letter of another campaign");
    }
    out.reference = reference->text;
  }
  const toml::value* id = in.find("id");
  out.where = reading.into.source->locate((id == nullptr ? table : *id).where.first);
  out.where.name = reading.into.source->name();
  in.done();
  reading.into.settings.campaigns.push_back(std::move(out));
}

}  // namespace

void read_campaigns(manifest_reading& reading, toml::table_reader& root) {
  toml::names ids;
  toml::names references;
  for (const toml::value* table : root.tables("campaign")) {
    read_campaign(reading, *table, ids, references);
  }
}

}  // namespace heard

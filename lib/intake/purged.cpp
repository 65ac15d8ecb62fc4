#include "intake/purged.hpp"

#include "intake/decision_file.hpp"
#include "intake/draft.hpp"
#include "intake/part.hpp"
#include "toml/checks.hpp"

#include <utility>

namespace heard {

void read_purged(draft& to, const std::string& path) {
  if (!to.files.has(path)) return;
  decision_file in(to, path);
  in.read({"response", "channel", "item", "text_hash", "who", "when", "why"},
          [&](const person_row& row) {
            purged_response gone;
            gone.channel = row.text("channel");
            gone.item = row.text("item");
            gone.row = row.number();
            gone.place = in.place(row);
            const auto words = in.text_hash(row);
            if (row["response"].empty()) {
              in.fault(row, "response", "this row names no response");
              return;
            }
            if (!toml::valid_id(gone.channel) || gone.channel == "all") {
              in.fault(row, "channel", "this is no channel: " + std::string(toml::id_rule));
              return;
            }
            if (!words) return;
            gone.words = *words;
            const auto [there, inserted] = to.purged.emplace(row.text("response"), gone);
            if (!inserted) {
              in.fault(row, "response",
                       "row " + std::to_string(there->second.row) + " purges this response");
            }
          });
}

void add_purged(draft& to, std::string_view id, channel_id channel, std::string_view item,
                const source_place& place) {
  if (to.part != nullptr) to.part->purged.insert(std::string(id));
  new_response response;
  response.id = std::string(id);
  response.item = std::string(item);
  response.channel = channel;
  response.disposition = disposition::withdrawn;
  response.place = place;
  if (const auto added = to.builder.add_response(std::move(response))) {
    to.builder.decide(*added, disposition::withdrawn, {});
  }
}

void add_missing_purged(draft& to) {
  for (const auto& [id, gone] : to.purged) {
    if (to.builder.find_response(id)) continue;
    if (to.part != nullptr && to.part->purged.contains(id)) continue;
    add_purged(to, id, to.channel(gone.channel), gone.item, gone.place);
  }
}

}  // namespace heard

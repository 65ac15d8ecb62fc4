#include "intake/unsettled.hpp"

#include "intake/part.hpp"

#include <string>
#include <utility>

namespace heard {

namespace {

// Of each kind; what is over is counted. The report lists them all.
constexpr std::size_t most_remarks = 20;

class counted_remarks {
 public:
  // @param[in,out] found  so far
  counted_remarks(draft& to, const consultation& made, const char* kind, const char* rest,
                  std::size_t& found)
      : to_(to), made_(made), level_(to.unsettled(kind)), rest_(rest), found_(found) {}

  void add(std::string message, const source_place& place) {
    if (++found_ > most_remarks) return;
    location where;
    if (place.file.valid()) where.name = made_.files()[place.file.value].path;
    where.offset = place.first;
    where.line = place.row;
    where.column = place.column;
    to_.remarks.add({level_, std::move(message), std::move(where), 0, {}});
  }

  void finish() {
    if (found_ <= most_remarks) return;
    to_.remarks.add({level_, std::to_string(found_ - most_remarks) + " more " + rest_, {}, 0, {}});
  }

 private:
  draft& to_;
  const consultation& made_;
  severity level_;
  const char* rest_;
  std::size_t& found_;
};

}  // namespace

void remark_on_unsettled(draft& to, const consultation& made) {
  const response_table& responses = made.responses();
  unsettled_sums alone;
  unsettled_sums& sums = to.part != nullptr ? to.part->unsettled : alone;
  counted_remarks unreadable(to, made, "unreadable", "rows could not be read", sums.unreadable);
  counted_remarks pending(to, made, "pending", "responses are pending", sums.pending);
  counted_remarks unread(to, made, "unread", "letters are not text yet", sums.unread);
  for (const response_id response : made.each_response()) {
    const disposition is = responses.disposition[response];
    if (is == disposition::unreadable) {
      const std::string_view why = made.text(responses.reason[response]);
      unreadable.add(why.empty() ? "this response cannot be read"
                                 : "this row could not be read: " + std::string(why),
                     responses.place[response]);
    } else if (is == disposition::pending) {
      pending.add("this response is pending", responses.place[response]);
    }
  }
  for (const unread_words& row : made.unread()) {
    if (responses.disposition[row.response] != disposition::included) continue;
    unread.add("these words are no text yet, or nobody has said whose they are", row.place);
  }
  if (to.part != nullptr && !to.part->last) return;
  unreadable.finish();
  pending.finish();
  unread.finish();
}

}  // namespace heard

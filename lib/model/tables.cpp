#include <heard/model/tables.hpp>

namespace heard {

void item_table::reserve(std::size_t rows) {
  id.reserve(rows);
  channel.reserve(rows);
  received.reserve(rows);
  responses.reserve(rows);
  merged.reserve(rows);
}

void response_table::reserve(std::size_t rows) {
  id.reserve(rows);
  item.reserve(rows);
  channel.reserve(rows);
  received.reserve(rows);
  late.reserve(rows);
  disposition.reserve(rows);
  capacity.reserve(rows);
  publication.reserve(rows);
  respondent.reserve(rows);
  repeats.reserve(rows);
  place.reserve(rows);
  organisations.reserve(rows, 0);
}

void answer_table::reserve(std::size_t rows) {
  response.reserve(rows);
  question.reserve(rows);
  state.reserve(rows);
  origin.reserve(rows);
  text.reserve(rows);
  language.reserve(rows);
  place.reserve(rows);
  options.reserve(rows, 0);
}

}  // namespace heard

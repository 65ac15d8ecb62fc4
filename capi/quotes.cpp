#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_quotes_select(const heard_codings* codings, size_t theme,
                                 const heard_quote_options* options, heard_quotes** out,
                                 heard_error** err) {
  return guarded(err, [&] {
    heard_quotes*& result = out_handle(out);
    const auto& from = required(codings, "codings").value;
    const consultation& of = *from->of();
    in_range(theme, from->by()->themes.size(), "theme");
    const heard_quote_options given = read_struct(options, "heard_quote_options");
    quote_request request;
    request.theme = theme_id(theme);
    if (given.question != nullptr) request.question = find_question(of, given.question);
    request.limit = given.limit != 0 ? given.limit : of.settings().quotes;
    request.seed = given.seed;
    request.published_only = given.published_only != 0;

    auto made = std::make_unique<heard_quotes>();
    made->from = from;
    made->value = select_quotes(*from, request);
    for (const quote& q : made->value) {
      made->texts.push_back(quote_text(of, q));
      made->translations.push_back(translation_beside(of, q));
    }
    result = made.release();
  });
}

size_t heard_quotes_count(const heard_quotes* quotes) {
  return quotes == nullptr ? 0 : quotes->value.size();
}

heard_status heard_quotes_at(const heard_quotes* quotes, size_t index, heard_quote* out,
                             heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_quote");
    const heard_quotes& from = required(quotes, "quotes");
    in_range(index, from.value.size(), "index");
    const quote& q = from.value[index];
    const answer_table& answers = from.from->of()->answers();
    heard_quote row{};
    row.text = as_text(from.texts[index]);
    row.attribution = as_text(q.by.text);
    row.response = answers.response[q.answer].value;
    row.answer = q.answer.value;
    row.cleared = q.cleared ? 1 : 0;
    row.pinned = q.pinned ? 1 : 0;
    row.may_be_published = q.may_be_published ? 1 : 0;
    row.pieces = static_cast<uint32_t>(q.pieces.size());
    row.first = q.pieces.front().first;
    row.last = q.pieces.back().last;
    const auto& beside = from.translations[index];
    row.translation = as_text(beside ? beside->text : std::string_view());
    row.translation_language = as_text(beside ? beside->language : std::string_view());
    row.translator = as_text(beside ? beside->by : std::string_view());
    row.attribution_form = static_cast<int32_t>(q.by.form);
    row.why_held = static_cast<int32_t>(q.why_held);
    row.translation_is_longer = beside && beside->whole_answer ? 1 : 0;
    result.set(row);
  });
}

void heard_quotes_free(heard_quotes* quotes) {
  delete quotes;
}

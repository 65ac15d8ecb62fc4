#include "guard.hpp"
#include "handles.hpp"

#include <heard/base/diagnostic.hpp>
#include <heard/query/parse.hpp>
#include <heard/text/tokens.hpp>
#include <heard/text/vocabulary.hpp>

using namespace heard;
using namespace heard::capi;

namespace heard::capi {

query::node parse_one_rule(const char* rule) {
  required(rule, "rule");
  query::parsed parsed = query::parse_rule(rule);
  if (parsed.rule) return std::move(*parsed.rule);
  const source_text source("rule", rule);
  const query::fault& fault = parsed.faults.front();
  throw error(status::bad_codebook, fault.message, source.locate(fault.where.first));
}

}  // namespace heard::capi

heard_status heard_tokens_new(const char* text, size_t size, heard_tokens** out,
                              heard_error** err) {
  return guarded(err, [&] {
    heard_tokens*& result = out_handle(out);
    const std::string_view view = bytes(text, size, "text");
    if (size >= UINT32_MAX) bad_argument("\"size\" is 4 GiB or more");
    std::vector<text::token> found;
    text::tokeniser().tokens(view, found);
    text::vocabulary types;
    auto made = std::make_unique<heard_tokens>();
    made->value.reserve(found.size());
    for (const text::token& t : found) {
      const auto type = types.intern(t.bytes.of(view), t.kind);
      made->value.push_back(
          {{0, {nullptr, 0}, t.bytes.first, t.bytes.last, t.sentence, static_cast<int32_t>(t.kind)},
           std::string(types.folded(type))});
    }
    result = made.release();
  });
}

size_t heard_tokens_count(const heard_tokens* tokens) {
  return tokens == nullptr ? 0 : tokens->value.size();
}

heard_status heard_tokens_at(const heard_tokens* tokens, size_t index, heard_token* out,
                             heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_token");
    const auto& all = required(tokens, "tokens").value;
    in_range(index, all.size(), "index");
    heard_token row = all[index].token;
    row.folded = as_text(all[index].folded);
    result.set(row);
  });
}

void heard_tokens_free(heard_tokens* tokens) {
  delete tokens;
}

heard_status heard_match_run(const char* rule, const char* text, size_t size, const char* language,
                             const heard_codebook* codebook, heard_match** out, heard_error** err) {
  return guarded(err, [&] {
    heard_match*& result = out_handle(out);
    const query::node tree = parse_one_rule(rule);
    const std::string_view view = bytes(text, size, "text");
    if (size >= UINT32_MAX) bad_argument("\"size\" is 4 GiB or more");
    matcher m(tree, language == nullptr ? "en" : language,
              codebook == nullptr ? nullptr : codebook->value);
    result = new heard_match{m.explain(view)};
  });
}

int32_t heard_match_matched(const heard_match* match) {
  return match != nullptr && match->value.matched ? 1 : 0;
}

size_t heard_match_count(const heard_match* match) {
  return match == nullptr ? 0 : match->value.evidence.size();
}

heard_status heard_match_at(const heard_match* match, size_t index, heard_evidence* out,
                            heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_evidence");
    const auto& all = required(match, "match").value.evidence;
    in_range(index, all.size(), "index");
    result.set({0, all[index].first, all[index].last, 0, 0});
  });
}

size_t heard_match_steps(const heard_match* match) {
  return match == nullptr ? 0 : match->value.steps.size();
}

heard_status heard_match_step_at(const heard_match* match, size_t index, heard_match_step* out,
                                 heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_match_step");
    const auto& all = required(match, "match").value.steps;
    in_range(index, all.size(), "index");
    const match_step& s = all[index];
    result.set({0, as_text(s.part), as_text(s.why), s.depth, s.matched ? 1 : 0,
                static_cast<uint32_t>(s.hits.size()), 0});
  });
}

void heard_match_free(heard_match* match) {
  delete match;
}

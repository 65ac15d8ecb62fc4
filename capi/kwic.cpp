#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_kwic_run(const heard_consultation* consultation, const char* rule,
                            const heard_codebook* codebook, const heard_kwic_options* options,
                            const heard_run_options* run, heard_kwic** out, heard_error** err) {
  return guarded(err, [&] {
    heard_kwic*& result = out_handle(out);
    const auto& of = required(consultation, "consultation").value;
    const query::node tree = parse_one_rule(rule);
    const heard_kwic_options given = read_struct(options, "heard_kwic_options");
    kwic_options how;
    if (given.words != 0) how.words = given.words;
    if (given.question != nullptr) how.question = find_question(*of, given.question);
    how.run = to_run_options(read_struct(run, "heard_run_options"));
    auto lines = find_in_context(*of, tree, codebook == nullptr ? nullptr : codebook->value, how);
    result = new heard_kwic{of, std::move(lines)};
  });
}

size_t heard_kwic_count(const heard_kwic* kwic) {
  return kwic == nullptr ? 0 : kwic->value.size();
}

heard_status heard_kwic_at(const heard_kwic* kwic, size_t index, heard_kwic_line* out,
                           heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_kwic_line");
    const heard_kwic& from = required(kwic, "kwic");
    in_range(index, from.value.size(), "index");
    const kwic_line& line = from.value[index];
    const std::string_view text = from.of->text_of(line.answer);
    result.set({0, as_text(line.left.of(text)), as_text(line.hit.of(text)),
                as_text(line.right.of(text)), from.of->answers().response[line.answer].value,
                line.answer.value, line.hit.first, line.hit.last});
  });
}

void heard_kwic_free(heard_kwic* kwic) {
  delete kwic;
}

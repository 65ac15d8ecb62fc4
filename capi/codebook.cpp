#include "guard.hpp"
#include "handles.hpp"

using namespace heard;
using namespace heard::capi;

heard_status heard_codebook_parse(const char* text, size_t size, const char* name,
                                  heard_codebook** out, heard_diagnostics** diagnostics,
                                  heard_error** err) {
  return guarded(err, [&] {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    heard_codebook*& result = out_handle(out);
    required(name, "name");
    heard::diagnostics remarks;
    const auto parsed = parse_codebook(std::string(bytes(text, size, "text")), name, remarks);
    if (parsed) check_rules(*parsed, remarks);
    const bool good = parsed && !remarks.has_errors();
    error fault(status::bad_codebook, "the codebook has faults", {name, 0, 0, 0});
    auto made = std::make_unique<heard_codebook>(heard_codebook{parsed});
    // After all that needs memory, so that a call without it hands out nothing.
    hand_out(diagnostics, std::move(remarks));
    if (!good) throw std::move(fault);
    result = made.release();
  });
}

const char* heard_codebook_language(const heard_codebook* codebook) {
  return codebook == nullptr ? "" : codebook->value->language.c_str();
}

size_t heard_codebook_count(const heard_codebook* codebook) {
  return codebook == nullptr ? 0 : codebook->value->themes.size();
}

heard_status heard_codebook_theme(const heard_codebook* codebook, size_t index, heard_theme* out,
                                  heard_error** err) {
  return guarded(err, [&] {
    filled result(out, "heard_theme");
    const heard::codebook& book = *required(codebook, "codebook").value;
    in_range(index, book.themes.size(), "index");
    const theme& t = book.themes[index];
    result.set({0, as_text(t.id), as_text(t.name), as_text(t.description), as_text(t.stance_of),
                t.parent.valid() ? static_cast<int64_t>(t.parent.value) : -1,
                book.depth(theme_id(index)), static_cast<uint32_t>(t.match.size())});
  });
}

heard_status heard_codebook_find(const heard_codebook* codebook, const char* id, size_t* out,
                                 heard_error** err) {
  return guarded(err, [&] {
    required(out, "out") = 0;
    const heard::codebook& book = *required(codebook, "codebook").value;
    required(id, "id");
    const auto found = book.find(id);
    if (!found) throw not_found("theme", id, book.themes, &theme::id);
    *out = found->value;
  });
}

void heard_codebook_free(heard_codebook* codebook) {
  delete codebook;
}

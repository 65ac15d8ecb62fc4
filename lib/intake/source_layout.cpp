#include "intake/source_layout.hpp"

#include "intake/separator_hint.hpp"
#include "intake/white_space.hpp"

#include <heard/base/error.hpp>
#include <heard/base/escape.hpp>
#include <heard/base/space.hpp>
#include <heard/base/utf8.hpp>
#include <heard/intake/csv.hpp>
#include <heard/intake/json.hpp>
#include <heard/text/encoding.hpp>

#include <algorithm>
#include <utility>

namespace heard {

namespace {

// Twice as much as any dialect is found from.
constexpr std::size_t sample_bytes = 2'000'000;

bool wide(text::encoding of) {
  return of == text::encoding::utf16_le || of == text::encoding::utf16_be;
}

// Past the last line end, and before a CR that may be half of one.
std::size_t end_of_lines(std::string_view bytes) {
  if (!bytes.empty() && bytes.back() == '\r') bytes.remove_suffix(1);
  const std::size_t last = bytes.find_last_of("\r\n");
  return last == bytes.npos ? 0 : last + 1;
}

}  // namespace

void source_layout::take(std::string_view bytes) {
  hash_.add(bytes);
  size_ += bytes.size();
  if (failed_) return;
  try {
    look(bytes);
  } catch (const error& what) {
    failed_ = true;
    first_fault_.emplace(what);
    buffer_ = {};
  }
}

void source_layout::look(std::string_view bytes) {
  buffer_ += bytes;
  if (whole_ || buffer_.size() < sample_bytes) return;
  // The rest of the last line waits, unless lines are longer than any sample.
  const std::size_t lines = end_of_lines(buffer_);
  if (lines == 0) return;
  if (!started_) {
    const std::size_t start = end_of_lines(std::string_view(buffer_).substr(0, sample_bytes));
    look_at_start(std::string_view(buffer_).substr(0, start > 0 ? start : lines));
  }
  if (whole_) return;
  look_at_lines(std::string_view(buffer_).substr(0, lines));
  buffer_.erase(0, lines);
}

void source_layout::look_at_start(std::string_view sample) {
  started_ = true;
  options_ = source_.sheet;
  encoding_ = source_.sheet.encoding;
  sample_ = sample;
  if (sample.starts_with("\xEF\xBB\xBF")) {
    if (!encoding_) encoding_ = text::encoding::utf8;
    mark_size_ = 3;
  }
  const bool mark_of_utf16 = sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF");
  const bool mark_of_utf32 = sample.starts_with(std::string_view("\0\0\xFE\xFF", 4));
  // Where a mark contradicts what is declared, reading it whole says so.
  const bool contradicted = mark_size_ > 0 && *encoding_ != text::encoding::utf8 &&
                            *encoding_ != text::encoding::utf8_bom;
  whole_ = source_.rows_are_answers || mark_of_utf16 || mark_of_utf32 || contradicted ||
           (encoding_ && wide(*encoding_));
}

void source_layout::look_at_lines(std::string_view lines) {
  if (!encoding_) {
    if (const auto fault = utf8::first_fault(lines)) {
      try {
        // It throws where it can be no Windows-1252 either.
        static_cast<void>(text::decode_file(std::string(lines), source_.file.value));
      } catch (const error& what) {
        location where = what.where();
        where.offset += looked_at_;
        where.line += static_cast<std::uint32_t>(lines_);
        throw error(what.code(), what.what(), where);
      }
      if (!not_utf8_) {
        const std::string_view before = lines.substr(0, *fault);
        const auto in_lines =
            static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
        const std::size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
        not_utf8_ = location{source_.file.value, looked_at_ + *fault,
                             static_cast<std::uint32_t>(lines_ + in_lines + 1),
                             static_cast<std::uint32_t>(utf8::count(before.substr(line)) + 1)};
      }
    } else {
      multibyte_ = multibyte_ || std::any_of(lines.begin(), lines.end(), [](char c) {
                     return static_cast<unsigned char>(c) >= 0x80;
                   });
    }
    lines_ += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
  }
  if (options_.format == sheet_format::jsonl) {
    collect_keys(looked_at_ == 0 ? lines.substr(mark_size_) : lines);
  }
  looked_at_ += lines.size();
}

void source_layout::collect_keys(std::string_view lines) {
  for (std::size_t first = 0; first < lines.size();) {
    const std::size_t newline = std::min(lines.find('\n', first), lines.size());
    const std::string_view line = lines.substr(first, newline - first);
    first = newline + 1;
    if (invisible(line)) continue;
    try {
      for (json_cell& cell : flatten_json_object(line, source_.file.value)) {
        keys_.insert(std::move(cell.key));
      }
      any_row_ = true;
    } catch (const error& fault) {
      if (!first_fault_) first_fault_.emplace(fault);
    }
    if (keys_.size() > json_cell_limit) {
      throw error(status::bad_input, "more than 16,384 different keys",
                  {source_.file.value, 0, 0, 0});
    }
  }
}

void source_layout::end(draft& to) {
  if (failed_) {
    to.remark(*first_fault_);
    return;
  }
  try {
    if (!started_) look_at_start(buffer_);
    if (whole_) return;
    look_at_lines(buffer_);
    buffer_ = {};
    settle_encoding();
    if (not_utf8_ && !encoding_) {
      to.remark(severity::warning,
                "no encoding is declared and the bytes are not UTF-8; read as windows-1252",
                {to.file(source_.file.value), 0, 0, 0, 0});
    }
    if (jsonl()) {
      settle_json();
    } else {
      settle_csv(to);
    }
  } catch (const error& what) {
    to.remark(what);
    failed_ = true;
  }
  sample_ = {};
  keys_ = {};
}

void source_layout::settle_encoding() {
  if (encoding_) {
    options_.encoding = encoding_;
    return;
  }
  if (not_utf8_ && multibyte_) {
    throw error(status::bad_encoding, '"' + source_.file.value + "\" is UTF-8 only in part",
                *not_utf8_);
  }
  options_.encoding = not_utf8_ ? text::encoding::windows_1252 : text::encoding::utf8;
}

void source_layout::settle_csv(draft& to) {
  sheet in(kept_bytes(sample_), source_.file.value, [&] {
    sheet_options how = source_.sheet;
    how.encoding = options_.encoding;
    return how;
  }());
  if (!source_.sheet.header_rows && in.header_rows() > 1) {
    to.remark(severity::note,
              "the header was found to take " + std::to_string(in.header_rows()) + " rows",
              {to.file(source_.file.value), 0, 0, 0, 0});
  }
  const std::string_view text = in.decoded().text;
  csv_reader reader(text, in.dialect());
  csv_row record;
  std::uint64_t first = 0;
  for (std::uint64_t i = 0; i < in.rows_above() + in.header_rows(); ++i) {
    if (i == in.rows_above()) first = reader.position();
    reader.next(record);
  }
  const auto original = [&](std::uint64_t offset) { return in.decoded().original_offset(offset); };
  blank_above_ = in.rows_above();
  head_rows_ = in.header_rows();
  rows_before_ = in.rows_above() + in.header_rows();
  first_byte_ = reader.position() == text.size() ? sample_.size() : original(reader.position());
  head_ = sample_.substr(original(first), first_byte_ - original(first));
  // A file may end within the last line of its header.
  if (head_.back() != '\n' && head_.back() != '\r') head_ += '\n';
  options_.delimiter = in.dialect().delimiter;
  options_.header_rows = in.header_rows();
}

// A row of all keys and no values, which is blank and so is no row.
void source_layout::settle_json() {
  if (!any_row_) {
    const location nowhere{source_.file.value, 0, 0, 0};
    if (!first_fault_) throw error(status::bad_input, "the file has no row", nowhere);
    throw error(status::bad_input, std::string("no line is a row: ") + first_fault_->what(),
                nowhere);
  }
  head_ = "{";
  for (const std::string& key : keys_) {
    head_ += (head_.size() == 1 ? "" : ",") + json_text(key) + ":null";
  }
  head_ += "}\n";
  head_rows_ = 1;
  first_byte_ = mark_size_;
}

input_file source_layout::about() const {
  input_file out;
  out.path = source_.file.value;
  out.hash = hash_.value();
  out.size = size_;
  if (!whole_ && !failed_) {
    const bool marked = *options_.encoding == text::encoding::utf8 && mark_size_ > 0;
    out.encoding = std::string(text::name(marked ? text::encoding::utf8_bom : *options_.encoding));
  }
  return out;
}

}  // namespace heard

#include "intake/source_pieces.hpp"

#include <heard/intake/csv.hpp>

#include <algorithm>
#include <utility>

namespace heard {

namespace {

// Whether a record at fault could be read if the text went on: its quote is the last one there is.
bool closed_by_more(std::string& text, const csv_row& record, csv_dialect dialect) {
  const std::size_t size = text.size();
  text += dialect.quote;
  text += '\n';
  csv_reader again(std::string_view(text).substr(record.first), dialect);
  csv_row read;
  again.next(read);
  text.resize(size);
  return read.fault == row_fault::none;
}

}  // namespace

std::size_t whole_records(std::string& text, const sheet_options& how) {
  if (how.format == sheet_format::jsonl) {
    const std::size_t last = text.rfind('\n');
    return last == text.npos ? 0 : last + 1;
  }
  const csv_dialect dialect{*how.delimiter};
  // Looked at through a view: what is appended to the text for a moment must not be seen.
  text.reserve(text.size() + 2);
  csv_reader reader(text, dialect);
  csv_row record;
  std::size_t out = 0;
  while (reader.next(record)) {
    // One that ends with the text may go on, and a CR there may be half of a line end.
    if (record.last >= text.size() || reader.position() > text.size()) break;
    if (reader.position() == text.size() && text.back() == '\r') break;
    if (record.fault == row_fault::unclosed_quote && closed_by_more(text, record, dialect)) break;
    out = reader.position();
  }
  return out;
}

source_pieces::source_pieces(const source_layout& layout, std::size_t size)
    : layout_(layout),
      size_(size),
      next_try_(size),
      skip_(layout.first_byte()),
      handed_out_(layout.first_byte()) {}

void source_pieces::take(std::string_view bytes, const use& with) {
  hash_.add(bytes);
  const auto skipped = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, bytes.size()));
  skip_ -= skipped;
  bytes.remove_prefix(skipped);
  while (!bytes.empty()) {
    // Never much more than a piece, however much comes at once.
    const std::size_t room = next_try_ > waiting_.size() ? next_try_ - waiting_.size() : 1;
    const std::size_t now = std::min(room, bytes.size());
    waiting_ += bytes.substr(0, now);
    bytes.remove_prefix(now);
    if (waiting_.size() < next_try_) continue;
    if (cuts_known_) {
      hand_out(static_cast<std::size_t>(cuts_[next_cut_] - handed_out_), with);
      continue;
    }
    const std::size_t whole = whole_records(waiting_, layout_.options());
    if (whole == 0) {
      next_try_ = waiting_.size() * 2;
      continue;
    }
    cuts_.push_back(handed_out_ + whole);
    hand_out(whole, with);
  }
}

void source_pieces::hand_out(std::size_t bytes, const use& with) {
  std::string made;
  made.reserve(layout_.head().size() + bytes);
  made = layout_.head();
  made.append(waiting_, 0, bytes);
  waiting_.erase(0, bytes);
  const std::uint64_t first = handed_out_;
  handed_out_ += bytes;
  if (cuts_known_) {
    ++next_cut_;
    const bool more = next_cut_ < cuts_.size();
    next_try_ = more ? static_cast<std::size_t>(cuts_[next_cut_] - handed_out_) : made.max_size();
  } else {
    next_try_ = std::max(size_, waiting_.size() + 1);
  }
  with({kept_bytes(std::move(made)), first});
}

void source_pieces::end(const use& with) {
  const bool any = !waiting_.empty();
  if (any) {
    const std::size_t rest = waiting_.size();
    const bool known = std::exchange(cuts_known_, false);
    hand_out(rest, with);
    cuts_known_ = known;
  }
  cuts_known_ = true;
  next_cut_ = 0;
  skip_ = handed_out_ = layout_.first_byte();
  next_try_ =
      cuts_.empty() ? waiting_.max_size() : static_cast<std::size_t>(cuts_.front() - handed_out_);
  hash_ = running_hash();
}

void for_each_row_of_piece(sheet& in, const source_layout& layout, std::uint64_t first,
                           std::uint64_t& rows_before, std::uint64_t& blank,
                           const std::function<void(const sheet_row&)>& row,
                           const std::function<void(const unreadable_row&)>& unreadable) {
  const std::uint64_t head = layout.head().size();
  const auto moved = [&](std::uint64_t place) { return place - head + first; };
  const auto number = [&](std::uint32_t of) {
    return static_cast<std::uint32_t>(of - layout.head_rows() + rows_before);
  };
  std::uint64_t there = 0;
  sheet_row out;
  in.for_each_row(
      [&](const sheet_row& each) {
        ++there;
        out = each;
        out.row = number(each.row);
        out.first = moved(each.first);
        out.last = moved(each.last);
        for (sheet_cell& cell : out.cells) {
          cell.first = moved(cell.first);
          cell.last = moved(cell.last);
        }
        row(out);
      },
      [&](const unreadable_row& each) {
        ++there;
        unreadable_row bad = each;
        bad.row = number(each.row);
        bad.first = moved(each.first);
        bad.last = moved(each.last);
        unreadable(bad);
      });
  // The head of JSON Lines is a blank row.
  const std::uint64_t skipped = in.blank_rows() - (layout.jsonl() ? 1 : 0);
  blank += skipped;
  rows_before += there + skipped;
}

}  // namespace heard

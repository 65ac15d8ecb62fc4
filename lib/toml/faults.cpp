#include "toml/faults.hpp"

#include <heard/base/nearest.hpp>
#include <heard/base/utf8.hpp>

#include <algorithm>
#include <tuple>

namespace heard::toml {

namespace {

constexpr std::size_t shown_bytes = 60;
constexpr std::size_t most_remarks = 500;
// A second of comparing or less. No file that a person wrote comes near it.
constexpr std::size_t most_comparisons = 50'000'000;

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    if (at >= shown_bytes) {
      out += "...";
      break;
    }
    const utf8::decoded d = utf8::decode(text, at);
    const bool control = d.code_point < 0x20 || (d.code_point >= 0x7F && d.code_point < 0xA0) ||
                         d.code_point == 0x2028 || d.code_point == 0x2029;
    if (control || !d.well_formed) {
      out += control && d.code_point == '\t' ? " " : "\xEF\xBF\xBD";
    } else {
      out += text.substr(at, d.size);
    }
    at += d.size;
  }
  return out + '"';
}

void faults::unknown(extent where, std::string_view noun, std::string_view name,
                     std::span<const std::string> known, std::string_view otherwise) {
  std::string message = "unknown " + std::string(noun) + ' ' + quoted(name);
  for (const std::string& k : known) comparisons_ += (k.size() + 1) * (name.size() + 1);
  const std::string_view near =
      comparisons_ <= most_comparisons ? nearest(name, known) : std::string_view();
  if (near.empty()) {
    message += otherwise;
  } else {
    message += ", did you mean " + quoted(near) + '?';
  }
  error(where, std::move(message));
}

std::string faults::line_of(extent where) const {
  return "line " + std::to_string(source_.locate(where.first).line);
}

void faults::hand_over(diagnostics& out) {
  const auto order = [](const fault& f) {
    return std::tie(f.where.first, f.where.last, f.message);
  };
  std::stable_sort(found_.begin(), found_.end(),
                   [&](const fault& a, const fault& b) { return order(a) < order(b); });
  // Warnings first give way, so that an error is never lost among them.
  if (found_.size() > most_remarks) {
    std::stable_partition(found_.begin(), found_.end(),
                          [](const fault& f) { return f.level == severity::error; });
    std::stable_sort(found_.begin(), found_.begin() + most_remarks,
                     [&](const fault& a, const fault& b) { return order(a) < order(b); });
  }
  const std::size_t shown = std::min(found_.size(), most_remarks);
  for (std::size_t i = 0; i < shown; ++i) {
    const fault& f = found_[i];
    diagnostic remark =
        source_.remark(f.level, f.message, f.where.first, f.where.last - f.where.first);
    if (hidden_) remark.excerpt.clear();
    out.add(std::move(remark));
  }
  if (shown < found_.size()) {
    diagnostic rest;
    rest.level = severity::note;
    rest.message = std::to_string(found_.size() - shown) + " more remarks are not shown";
    rest.where.name = source_.name();
    out.add(std::move(rest));
  }
  found_.clear();
}

bool names::add(std::string name, extent where) {
  if (!places_.emplace(name, where).second) return false;
  all_.push_back(std::move(name));
  return true;
}

const extent* names::find(std::string_view name) const {
  const auto at = places_.find(name);
  return at == places_.end() ? nullptr : &at->second;
}

}  // namespace heard::toml

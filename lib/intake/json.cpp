#include "intake/json_reader.hpp"

#include <heard/intake/json.hpp>

#include <algorithm>

namespace heard {

namespace {

/// Walks an object's tokens and makes a cell of each value that is no object.
class flattener {
 public:
  flattener(std::string_view text, const std::string& name) : text_(text), reader_(text, name) {}

  std::vector<json_cell> run() {
    const json_token first = reader_.next();
    if (first.kind != json_kind::begin_object) reader_.fail("not a JSON object", first.first);
    prefixes_.push_back(0);
    for (json_token token = reader_.next(); token.kind != json_kind::end; token = reader_.next()) {
      take(token);
    }
    check_twice();
    return std::move(cells_);
  }

 private:
  void take(const json_token& token) {
    switch (token.kind) {
      case json_kind::key:
        return take_key(token);
      case json_kind::begin_object:
        prefixes_.push_back(path_.size());
        opened_ = token;
        empty_ = true;
        return;
      case json_kind::end_object:
        prefixes_.pop_back();
        // A key must not vanish because there is nothing in it.
        if (empty_ && !prefixes_.empty()) add({}, {opened_.kind, opened_.first, token.last});
        empty_ = false;
        return;
      case json_kind::begin_array:
        return take_array(token);
      default: {
        std::string value;
        append_scalar(token, value);
        return add(std::move(value), token);
      }
    }
  }

  void take_key(const json_token& token) {
    path_.resize(prefixes_.back());
    if (prefixes_.size() > 1) path_ += '.';
    reader_.append_string(token, path_);
    if (path_.size() > json_key_limit)
      reader_.fail("a key is longer than 4,096 bytes", token.first);
    if (keys_.size() == json_cell_limit) reader_.fail("more than 16,384 keys", token.first);
    keys_.push_back({path_, token.first});
    empty_ = false;
  }

  void take_array(const json_token& begin) {
    const int outside = reader_.depth() - 1;
    std::string value;
    bool scalars = true;
    bool first = true;
    json_token token = reader_.next();
    for (; reader_.depth() > outside; token = reader_.next()) {
      if (token.kind == json_kind::begin_array || token.kind == json_kind::begin_object) {
        scalars = false;
      }
      if (!scalars) continue;
      if (!first) value += ';';
      first = false;
      append_scalar(token, value);
    }
    if (!scalars) value = text_.substr(begin.first, token.last - begin.first);
    add(std::move(value), {begin.kind, begin.first, token.last});
  }

  void append_scalar(const json_token& token, std::string& out) const {
    if (token.kind == json_kind::null) return;
    if (token.kind == json_kind::string) return reader_.append_string(token, out);
    out.append(text_, token.first, token.last - token.first);
  }

  void add(std::string value, const json_token& place) {
    cells_.push_back({path_, std::move(value), place.first, place.last});
    empty_ = false;
  }

  // `{"a.b":1,"a":{"b":2}}` has one key twice too, as far as a column can tell.
  void check_twice() {
    std::sort(keys_.begin(), keys_.end());
    std::uint64_t twice = text_.size();
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (keys_[i].first == keys_[i - 1].first) twice = std::min(twice, keys_[i].second);
    }
    if (twice < text_.size()) reader_.fail("a key occurs twice", twice);
  }

  std::string_view text_;
  json_reader reader_;
  std::vector<json_cell> cells_;
  std::string path_;                   // of the last key
  std::vector<std::size_t> prefixes_;  // how much of path_ names each open object
  json_token opened_;                  // the innermost object that may still prove empty
  bool empty_ = true;
  std::vector<std::pair<std::string, std::uint64_t>> keys_;
};

}  // namespace

void check_json(std::string_view text, const std::string& name) {
  json_reader reader(text, name);
  while (reader.next().kind != json_kind::end) continue;
}

std::vector<json_cell> flatten_json_object(std::string_view text, const std::string& name) {
  return flattener(text, name).run();
}

}  // namespace heard

/// @file
/// The bytes of a file, shared by all that look at them and copied by none.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace heard {

/// A view of bytes that never change, and what keeps them where they are. Copies share; what keeps
/// the bytes lets them go with the last copy, on whatever thread that is.
class kept_bytes {
 public:
  kept_bytes() = default;
  /// Takes a string over.
  kept_bytes(std::string bytes)  // NOLINT(google-explicit-constructor): a string is bytes to keep
      : keeper_(std::make_shared<const std::string>(std::move(bytes))) {
    view_ = *static_cast<const std::string*>(keeper_.get());
  }
  kept_bytes(const char* text)  // NOLINT(google-explicit-constructor)
      : kept_bytes(std::string(text)) {}
  /// @param keeper  as long as it lives the bytes are there and do not change
  kept_bytes(std::string_view bytes, std::shared_ptr<const void> keeper)
      : view_(bytes), keeper_(std::move(keeper)) {}

  [[nodiscard]] std::string_view view() const { return view_; }
  operator std::string_view() const { return view_; }  // NOLINT(google-explicit-constructor)
  [[nodiscard]] std::size_t size() const { return view_.size(); }

  friend bool operator==(const kept_bytes& a, std::string_view b) { return a.view_ == b; }

  /// A part of the bytes, from an offset on, which keeps them all.
  [[nodiscard]] kept_bytes from(std::size_t first) const { return {view_.substr(first), keeper_}; }

 private:
  std::string_view view_;
  std::shared_ptr<const void> keeper_;
};

}  // namespace heard

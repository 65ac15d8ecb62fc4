/// @file
/// From a manifest and files that are larger than memory to a consultation in parts.
#pragma once

#include <heard/intake/assembly.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

struct stream_options {
  std::size_t piece = std::size_t{8} << 20;  ///< Bytes of a file that are read at a time, or more.
  assembly_options how;                      ///< `run` is not looked at.
};

/// Reads the files of sources piece by piece, three times: to learn how each is to be read, to
/// learn who sent what, and to make consultations of it. Nothing of a piece is kept but what tells
/// responses apart. Belongs to one thread.
///
/// Each part is a consultation with the settings, questionnaire, coders and organisations of the
/// whole. No response, item or respondent is in two: what may be one sender's, what the register
/// speaks of and what is read whole is in the last part. So memory grows with these, by 8 bytes for
/// each other response, and with names.
class streamed_assembly {
 public:
  /// Takes a part. It may throw, which ends the stream.
  using part_sink = std::function<void(std::shared_ptr<const consultation>)>;

  /// @throw error(status::refused) for settings that need all texts at once: repeats that are
  /// merged or left out, campaigns that count as one or not at all
  streamed_assembly(std::shared_ptr<const manifest> from, stream_options options, part_sink sink);
  ~streamed_assembly();
  streamed_assembly(streamed_assembly&&) noexcept;
  streamed_assembly& operator=(streamed_assembly&&) noexcept;

  /// Files to be handed over whole before any other, as for an assembly.
  [[nodiscard]] std::vector<wanted_file> wanted() const;
  void supply(const std::string& path, kept_bytes bytes);
  void close(const std::string& path);
  [[nodiscard]] questionnaire asked() const;

  /// The file that is wanted next, from its first byte; empty: none any more, so it is time to
  /// finish. @pre nothing is wanted() whole
  [[nodiscard]] std::string next();
  /// Which pass over the files it is, from 0; all have the same files but for those read whole.
  [[nodiscard]] unsigned pass() const;
  static constexpr unsigned passes = 3;

  /// The next bytes of the file next(), any number of them. Parts are handed out from here.
  /// @throw what the sink throws
  void take(std::string_view bytes);
  /// The file next() is at its end. @param there  false: there is no such file
  /// @throw error(status::bad_input) where it is not what it was in an earlier pass
  void end(bool there = true);

  /// Makes the last part. Once only.
  /// @param[out] remarks  of all parts, each once
  /// @return nothing if a remark is an error
  [[nodiscard]] std::shared_ptr<const consultation> finish(diagnostics& remarks);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard

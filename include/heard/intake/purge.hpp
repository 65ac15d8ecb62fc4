/// @file
/// Takes back what a withdrawn response left: the decisions about it, and the proof that no word of
/// it is left elsewhere. Opens and writes no file.
#pragma once

#include <heard/base/error.hpp>
#include <heard/intake/manifest.hpp>
#include <heard/model/consultation.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heard {

/// A decision file as it has to be.
struct purged_file {
  std::string path;  ///< Relative to the manifest's folder, with `/`.
  std::string bytes;
};

/// Who purges, when and why: the last cells of the rows that record it. None may be empty.
struct purge_record {
  std::string who;
  std::string when;  ///< A date, or a date and time, as ISO 8601 has them.
  std::string why;
};

/// One purge. Belongs to one thread.
///
/// Files under `data/` are as received, so they are never changed here: places() says what a person
/// has to blank. Decisions about the response lose their rows, but for those of passages.csv, which
/// say whose words of a letter are whose; `dispositions.csv` says `withdrawn`, and `purged.csv`
/// keeps its id, channel, item and a hash of its words, so that the ledger still counts it when its
/// row is gone.
class purge {
 public:
  /// @throw error(status::not_found) where no response has this id, error(status::bad_argument) for
  /// a record with an empty cell or without a date
  purge(const manifest& from, std::shared_ptr<const consultation> of, std::string_view response,
        const purge_record& by);
  ~purge();
  purge(purge&&) noexcept;
  purge& operator=(purge&&) noexcept;

  /// A file as it stands: every one that the consultation was read from, then the codebook and the
  /// manifest. A decision file joins files() if it has to change. What stands in other rows and
  /// files is others' too, so it is no trace.
  /// @throw error(status::bad_input) for a decision file that lacks a column
  void supply(const std::string& path, const std::string& bytes);

  /// The decision files that have to change, by path.
  [[nodiscard]] std::vector<purged_file> files() const;
  /// Where its words and contacts stand as received: file and row, or for a letter its bytes.
  [[nodiscard]] const std::vector<location>& places() const;
  /// The offset of the first words in some bytes that are this response's alone: a slice of 24
  /// letters and digits or more, whatever stands between them, or all of a shorter answer or
  /// contact. Nothing where there are none.
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view bytes) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace heard

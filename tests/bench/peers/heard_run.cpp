// This library's own side over a whole consultation: a folder with consultation.toml, form.csv and
// codebook.toml is read, coded and counted, each part under its own clock. Campaigns are not looked
// for, as the command would: nobody else does.
//
//   peer_run tables|signatures FOLDER THREADS
#include "folder.hpp"
#include "identity/campaigns/candidates.hpp"
#include "identity/campaigns/documents.hpp"
#include "peer.hpp"

#include <heard/coding/codings.hpp>
#include <heard/tables/render.hpp>
#include <heard/tables/table.hpp>

#include <memory>
#include <utility>

using namespace heard;
using namespace heard::peers;

namespace {

void tables(const std::string& folder, unsigned threads) {
  project of = open(folder);
  std::shared_ptr<const consultation> responses;
  measure("intake", [&] {
    responses = assembled(of, threads);
    return responses->answers().size();
  });
  std::shared_ptr<const codings> coded;
  measure("coding", [&] {
    coded = run_codings(responses, of.book, {threads, {}});
    return coded->table().size();
  });
  table_spec spec;
  spec.columns = parse_axis("group", *responses);
  std::shared_ptr<const table> made;
  measure("table", [&] {
    made = make_table(coded, spec, {threads, {}});
    return coded->table().size();
  });
  std::fputs(render(*made, table_format::csv).c_str(), stdout);
}

// Near-duplicate signatures: words, runs of three words, 126 hashes of these, 42 bands.
void signatures(const std::string& folder, unsigned threads) {
  project of = open(folder);
  const auto responses = assembled(of, threads);
  const run_options options{threads, {}};
  measure("signatures", [&] {
    stages run(options, 2);
    letters::word_readers readers;
    const letters::documents texts =
        letters::read_documents(*responses, letters::words_at_least, readers, run);
    return letters::sign_texts(texts, {}, run).keys.size() * texts.size();
  });
}

}  // namespace

int main(int argc, char** argv) {
  return run("peer_run", [&] {
    if (argc < 4) throw std::runtime_error("usage: tables|signatures FOLDER THREADS");
    const std::string wanted = argv[1];
    const auto threads = static_cast<unsigned>(std::stoul(argv[3]));
    if (wanted == "tables")
      tables(argv[2], threads);
    else if (wanted == "signatures")
      signatures(argv[2], threads);
    else
      unknown(wanted);
  });
}

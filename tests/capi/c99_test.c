/* heard.h in C99: the initialisers, a run from bytes to a table, and a failure. */
#include <heard.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what) {
  if (!holds) {
    printf("not so: %s\n", what);
    ++failures;
  }
}

static const char manifest_text[] =
    "[consultation]\nid = \"hours\"\ntitle = \"Opening hours\"\n"
    "[[chapter]]\nid = \"c1\"\ntitle = \"When\"\n"
    "[[question]]\nid = \"c1q1\"\nchapter = \"c1\"\nkind = \"open\"\ntext = \"When?\"\n"
    "[[source]]\nfile = \"form.csv\"\nchannel = \"form\"\nresponse_id = \"id\"\n"
    "answers = { c1q1 = \"Q1\" }\n";

static const char codebook_text[] =
    "[codebook]\nlanguage = \"en\"\n"
    "[[theme]]\nid = \"late\"\nname = \"Late opening\"\nmatch = ['late']\n";

static const char form[] = "id,Q1\na,Open late please\nb,Close early\nc,Late is fine\n";

static int32_t stop(const heard_progress* now, void* user_data) {
  (void)now;
  *(int*)user_data += 1;
  return 1;
}

int main(void) {
  heard_error* err = NULL;
  heard_manifest* manifest = NULL;
  heard_codebook* codebook = NULL;
  heard_builder* builder = NULL;
  heard_consultation* consultation = NULL;
  heard_codings* codings = NULL;
  heard_table* table = NULL;
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  heard_run_options options = HEARD_RUN_OPTIONS_INIT;
  heard_quote_options quote_options = HEARD_QUOTE_OPTIONS_INIT;
  heard_kwic_options kwic_options = HEARD_KWIC_OPTIONS_INIT;
  heard_cell cell = {0};
  int calls = 0;

  check(heard_abi_version() == HEARD_ABI_VERSION, "the header is the library's");
  check(quote_options.struct_size == sizeof quote_options && quote_options.limit == 0,
        "quote options begin at their defaults");
  check(kwic_options.struct_size == sizeof kwic_options && kwic_options.question == NULL,
        "so do those of a concordance");

  check(heard_manifest_parse(manifest_text, strlen(manifest_text), "consultation.toml", &manifest,
                             NULL, &err) == HEARD_OK,
        "the manifest is parsed");
  check(heard_codebook_parse(codebook_text, strlen(codebook_text), "codebook.toml", &codebook, NULL,
                             &err) == HEARD_OK,
        "the codebook is parsed");
  check(heard_builder_new(manifest, &builder, &err) == HEARD_OK, "a builder is made");
  while (heard_builder_wanted_count(builder) != 0) {
    heard_wanted wanted = {0};
    char path[64] = "";
    wanted.struct_size = sizeof wanted;
    if (heard_builder_wanted(builder, 0, &wanted, &err) != HEARD_OK) break;
    strncpy(path, wanted.path, sizeof path - 1);
    if (strcmp(path, "form.csv") == 0) {
      check(heard_builder_supply(builder, path, form, strlen(form), &err) == HEARD_OK, "supply");
    } else {
      check(heard_builder_close(builder, path, &err) == HEARD_OK, "close");
    }
  }
  check(heard_builder_finish(builder, codebook, NULL, &consultation, NULL, &err) == HEARD_OK,
        "the consultation is made");
  check(heard_codings_run(consultation, codebook, NULL, &codings, &err) == HEARD_OK, "it is coded");
  check(heard_table_new(codings, &spec, NULL, &table, &err) == HEARD_OK, "it is counted");
  cell.struct_size = sizeof cell;
  check(heard_table_cell(table, 0, 0, &cell, &err) == HEARD_OK, "a cell is read");
  check(cell.count == 2 && cell.base == 3, "two of three ask for late opening");

  options.progress = stop;
  options.user_data = &calls;
  heard_codings_free(codings);
  check(heard_codings_run(consultation, codebook, &options, &codings, &err) == HEARD_CANCELLED,
        "the callback stops a run");
  check(calls == 1 && codings == NULL, "once, and nothing is handed out");
  check(heard_error_status(err) == HEARD_CANCELLED, "the error says so");

  heard_error_free(err);
  heard_table_free(table);
  heard_consultation_free(consultation);
  heard_builder_free(builder);
  heard_codebook_free(codebook);
  heard_manifest_free(manifest);
  return failures == 0 ? 0 : 1;
}

/* Shows how a C program loads a consultation and counts its themes, with heard.h and nothing else.
 *
 *     theme_table consultation.toml [category]
 *
 * prints how many responses raised each theme, of those that answered. With an axis such as
 * "category" or "channel" it prints the same for each part of the respondents.
 */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <heard.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ends the program unless a call went well. The error of a program that ends need not be freed. */
static void check(heard_status status, heard_error** err) {
  if (status == HEARD_OK) return;
  const heard_location* where = heard_error_location(*err);
  if (where != NULL) fprintf(stderr, "%s: ", where->name);
  fprintf(stderr, "%s\n", heard_error_message(*err));
  exit(1);
}

/* Faults in what people wrote, and remarks on it: all at once, whatever the outcome. */
static void print_remarks(heard_diagnostics* remarks) {
  for (size_t i = 0; i < heard_diagnostics_count(remarks); ++i) {
    heard_diagnostic remark = {0};
    remark.struct_size = sizeof remark;
    if (heard_diagnostics_at(remarks, i, &remark, NULL) != HEARD_OK) continue;
    fprintf(stderr, "%s:%u: %s\n", remark.where.name, (unsigned)remark.where.line, remark.message);
  }
  heard_diagnostics_free(remarks);
}

/* "folder/name". The library opens no files; this program does. */
static char* join(const char* folder, const char* name) {
  const size_t size = strlen(folder) + strlen(name) + 2;
  char* out = malloc(size);
  if (out == NULL) exit(1);
  snprintf(out, size, "%s/%s", folder, name);
  return out;
}

/* All bytes of a file, or NULL if there is none. */
static char* read_file(const char* path, size_t* size) {
  FILE* in = fopen(path, "rb");
  if (in == NULL) return NULL;
  size_t room = 1 << 16;
  char* out = malloc(room);
  *size = 0;
  while (out != NULL) {
    *size += fread(out + *size, 1, room - *size, in);
    if (*size < room) break;
    char* larger = realloc(out, room *= 2);
    if (larger == NULL) free(out);
    out = larger;
  }
  if (out == NULL || ferror(in)) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  fclose(in);
  return out;
}

static int supply(heard_builder* builder, const char* folder, const char* path) {
  char* full = join(folder, path);
  size_t size = 0;
  char* bytes = read_file(full, &size);
  free(full);
  if (bytes == NULL) return 0;
  heard_error* err = NULL;
  check(heard_builder_supply(builder, path, bytes, size, &err), &err);
  free(bytes);
  return 1;
}

static int ends_in_csv(const char* name) {
  const size_t size = strlen(name);
  return size > 4 && strcmp(name + size - 4, ".csv") == 0;
}

/* Hands in each file that the builder wants, until it wants no more. */
static void supply_all(heard_builder* builder, const char* folder) {
  while (heard_builder_wanted_count(builder) != 0) {
    heard_wanted wanted = {0};
    wanted.struct_size = sizeof wanted;
    heard_error* err = NULL;
    check(heard_builder_wanted(builder, 0, &wanted, &err), &err);
    /* What is borrowed ends with the next call that changes the builder. */
    char* path = join(".", wanted.path);
    const char* name = path + 2;
    if (wanted.folder) {
      char* full = join(folder, name);
      DIR* all = opendir(full);
      for (struct dirent* e; all != NULL && (e = readdir(all)) != NULL;) {
        if (!ends_in_csv(e->d_name)) continue;
        const size_t room = strlen(name) + strlen(e->d_name) + 1;
        char* inside = malloc(room);
        if (inside == NULL) exit(1);
        snprintf(inside, room, "%s%s", name, e->d_name); /* A folder's path ends in '/'. */
        supply(builder, folder, inside);
        free(inside);
      }
      if (all != NULL) closedir(all);
      free(full);
      check(heard_builder_close(builder, name, &err), &err);
    } else if (!supply(builder, folder, name)) {
      check(heard_builder_close(builder, name, &err), &err);
    }
    free(path);
  }
}

int main(int argc, char** argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: theme_table consultation.toml [category]\n");
    return 2;
  }
  char* folder = strdup(argv[1]);
  char* slash = strrchr(folder, '/');
  if (slash != NULL) *slash = '\0';
  if (slash == NULL) strcpy(folder, ".");

  heard_error* err = NULL;
  heard_diagnostics* remarks = NULL;
  size_t size = 0;

  /* The manifest says which files it wants ... */
  char* text = read_file(argv[1], &size);
  if (text == NULL) {
    fprintf(stderr, "%s: there is no such file\n", argv[1]);
    return 1;
  }
  heard_manifest* manifest = NULL;
  heard_status status = heard_manifest_parse(text, size, argv[1], &manifest, &remarks, &err);
  print_remarks(remarks);
  check(status, &err);
  free(text);

  /* ... the codebook which words make which theme ... */
  char* path = join(folder, heard_manifest_codebook(manifest));
  text = read_file(path, &size);
  if (text == NULL) {
    fprintf(stderr, "%s: there is no such file\n", path);
    return 1;
  }
  heard_codebook* codebook = NULL;
  status = heard_codebook_parse(text, size, path, &codebook, &remarks, &err);
  print_remarks(remarks);
  check(status, &err);
  free(text);
  free(path);

  /* ... and the builder makes a consultation of the files. */
  heard_builder* builder = NULL;
  check(heard_builder_new(manifest, &builder, &err), &err);
  supply_all(builder, folder);
  heard_consultation* consultation = NULL;
  status = heard_builder_finish(builder, codebook, NULL, &consultation, &remarks, &err);
  print_remarks(remarks);
  check(status, &err);

  heard_codings* codings = NULL;
  check(heard_codings_run(consultation, codebook, NULL, &codings, &err), &err);
  heard_table_spec spec = HEARD_TABLE_SPEC_INIT;
  if (argc > 2) check(heard_axis_parse(consultation, argv[2], &spec.columns, &err), &err);
  heard_table* table = NULL;
  check(heard_table_new(codings, &spec, NULL, &table, &err), &err);
  heard_buffer* markdown = NULL;
  check(heard_table_render(table, HEARD_MARKDOWN, &markdown, &err), &err);
  printf("%s\n\n%s", heard_consultation_title(consultation), heard_buffer_data(markdown, NULL));

  /* Any order will do: a handle keeps alive what it needs. */
  heard_manifest_free(manifest);
  heard_codebook_free(codebook);
  heard_builder_free(builder);
  heard_consultation_free(consultation);
  heard_codings_free(codings);
  heard_table_free(table);
  heard_buffer_free(markdown);
  free(folder);
  return 0;
}

/**
 * @file heard.h
 * @brief The C interface of libheard, and the only interface with an ABI promise.
 *
 * The way through: a manifest says which files it wants; a builder takes their bytes and makes a
 * consultation; a codebook's rules and people's codings make codings; codings make tables, quotes
 * and the report.
 *
 * These rules hold for everything below and are not repeated there. All of it is there since 0.1.
 *
 * - **Text** is UTF-8. Sizes and offsets are in bytes; indexes count from 0; line, row and column
 *   numbers, which people read, count from 1. A `const char *` argument ends with NUL unless a size
 *   stands beside it. A ::heard_text is sized and need not end with NUL. A range is from `first` to
 *   before `last`. A date is "2026-03-02" or "2026-03-02T14:05:00", or "" where it is not known.
 * - **Failure.** A function that can fail returns a ::heard_status and takes `heard_error **err`
 *   last. On failure every out-parameter that is a handle is NULL, every number 0, and every struct
 *   zeroed but for its size. What is out of range, or NULL and may not be, is ::HEARD_BAD_ARGUMENT;
 *   a function that cannot fail answers it with 0, "" or NULL, or as it says.
 * - **NULL** may be passed for `err` and the out-parameter `diagnostics` (not wanted), `options`
 *   and `run` (the defaults), and where a function says so.
 * - **Faults in what people write**, manifest, codebook, decisions and data, are no errors but
 *   diagnostics: all of them at once, handed out on success, and on failure where they are its
 *   reason. No message holds a respondent's words.
 * - **Lists.** `_count` says how many there are, `_at` fills in the one at an index below that.
 * - **Ownership.** What is handed out through a handle parameter is the caller's and is given back
 *   with the `_free` of its type. Freeing NULL does nothing. Handles may be freed in any order: a
 *   handle keeps alive whatever it needs.
 * - **Borrowing.** A pointer that is returned, or stands in a struct that was filled, is borrowed
 *   and stays valid until the handle it was read from is freed. What a caller passes in is needed
 *   only during the call, unless it is lent.
 * - **Lending.** Bytes that are passed with a ::heard_release_fn stay where they are and do not
 *   change until that is called: once, whatever the call returned; when nothing needs them any more,
 *   which is not before the last handle made of them is freed, or earlier where none needs them.
 * - **Structs** that a function reads or fills begin with their size, set by the caller or by an
 *   `_INIT` macro. Zero means the default, flags are 1 or 0, and `reserved` is 0. Fields are only
 *   ever added at the end. A larger struct with a zero tail is accepted, with a set tail refused by
 *   name.
 * - **Threads.** A finished object never changes, so any number of threads may read it at once. A
 *   builder or a purge belongs to one thread at a time. Callbacks run only on the thread that made
 *   the call, the release of what was lent on the one that freed the last handle.
 * - **Side effects.** The library opens no files, prints nothing, and reads neither the environment
 *   nor the C locale.
 */
#ifndef HEARD_H
#define HEARD_H

#include <stddef.h>
#include <stdint.h>

#if defined(HEARD_STATIC)
#define HEARD_API
#elif defined(_WIN32) && defined(HEARD_BUILDING)
#define HEARD_API __declspec(dllexport)
#elif defined(_WIN32)
#define HEARD_API __declspec(dllimport)
#elif defined(__GNUC__)
#define HEARD_API __attribute__((visibility("default")))
#else
#define HEARD_API
#endif

#if defined(__GNUC__)
#define HEARD_MUST_CHECK __attribute__((warn_unused_result))
#else
#define HEARD_MUST_CHECK
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** @defgroup version Version
 *  @{ */

/** The ABI this header describes. Raised only when a binary would break. */
#define HEARD_ABI_VERSION 1

/** ABI of the loaded library. Bindings refuse to load when it differs from #HEARD_ABI_VERSION. */
HEARD_API uint32_t heard_abi_version(void);
/** Release of the loaded library, "major.minor.patch". */
HEARD_API const char *heard_version(void);
/** Version of Unicode that words and sentences follow, "15.0.0". */
HEARD_API const char *heard_unicode_version(void);

/** @} */
/** @defgroup error Errors
 *  @{ */

/** Outcome of a call. Fixed width, so that every language agrees on it. */
typedef int32_t heard_status;
enum {
  HEARD_OK = 0,
  HEARD_BAD_ARGUMENT = 1, /**< The caller broke a rule stated in this file. */
  HEARD_NO_MEMORY = 2,    /**< Memory ran out. Free a builder or purge that was to change. */
  HEARD_BAD_ENCODING = 3, /**< Input in no encoding that can be told. The location says where. */
  HEARD_BAD_INPUT = 4,    /**< Data with faults; see the diagnostics, or the location. */
  HEARD_BAD_MANIFEST = 5, /**< The manifest has faults; see its diagnostics. */
  HEARD_BAD_CODEBOOK = 6, /**< The codebook or a rule has faults; see diagnostics or location. */
  HEARD_CANCELLED = 7,    /**< The progress callback asked to stop. */
  HEARD_REFUSED = 8,      /**< Something unsettled, or a pinned quote, stands in the way. */
  HEARD_NOT_FOUND = 9,    /**< No theme, question or the like of that name; may name one near. */
  HEARD_INTERNAL = 10     /**< A defect in the library; please report it. */
};

/** Why a call failed. */
typedef struct heard_error heard_error;

/** A place in some input. A line of 0 means the input as a whole. This struct is frozen. */
typedef struct heard_location {
  const char *name; /**< What the caller called that input. */
  uint64_t offset;  /**< Bytes from the start. */
  uint32_t line;    /**< In data the row, as a spreadsheet shows it. */
  uint32_t column;  /**< In code points; in data the column. */
} heard_location;

/** A sized piece of text. This struct is frozen. */
typedef struct heard_text {
  const char *data; /**< Never NULL once filled; may hold any byte. */
  size_t size;
} heard_text;

/** Short, stable name such as "bad codebook". Never NULL. */
HEARD_API const char *heard_status_name(heard_status status);
/** HEARD_OK for NULL. */
HEARD_API heard_status heard_error_status(const heard_error *error);
/** One line of English, without a final full stop or newline; "" for NULL. */
HEARD_API const char *heard_error_message(const heard_error *error);
/** Where the input went wrong, or NULL if the failure has no place. */
HEARD_API const heard_location *heard_error_location(const heard_error *error);
HEARD_API void heard_error_free(heard_error *error);

/** @} */
/** @defgroup diagnostics Diagnostics
 *  Remarks on what people wrote and on the data, all of them at once, by place.
 *  @{ */

typedef struct heard_diagnostics heard_diagnostics;

typedef int32_t heard_severity;
enum { HEARD_ERROR = 0, HEARD_WARNING = 1, HEARD_NOTE = 2 };

/** One remark. */
typedef struct heard_diagnostic {
  size_t struct_size;
  const char *message; /**< One line of English. */
  const char *excerpt; /**< The line, a newline, and a caret under the fault; "" for data. */
  heard_location where;
  uint32_t length;         /**< Bytes at fault, from `where.offset`. */
  heard_severity severity; /**< ::HEARD_ERROR, ::HEARD_WARNING or ::HEARD_NOTE */
} heard_diagnostic;

HEARD_API size_t heard_diagnostics_count(const heard_diagnostics *diagnostics);
/** How many of them are errors. */
HEARD_API size_t heard_diagnostics_errors(const heard_diagnostics *diagnostics);
HEARD_API HEARD_MUST_CHECK heard_status heard_diagnostics_at(const heard_diagnostics *diagnostics,
    size_t index, heard_diagnostic *out, heard_error **err);
HEARD_API void heard_diagnostics_free(heard_diagnostics *diagnostics);

/** @} */
/** @defgroup buffer Buffers
 *  Bytes made by the library.
 *  @{ */

typedef struct heard_buffer heard_buffer;

/** NUL-terminated as well as sized. @param[out] size  may be NULL */
HEARD_API const char *heard_buffer_data(const heard_buffer *buffer, size_t *size);
HEARD_API void heard_buffer_free(heard_buffer *buffer);

/** @} */
/** @defgroup run Long runs
 *  @{ */

typedef struct heard_progress {
  uint64_t done;  /**< Never falls. */
  uint64_t total; /**< Never changes within a call. */
} heard_progress;

/** Told how far a call is, every 10 ms or so where it can be, and once at the end. Do not throw,
 *  longjmp, or free a handle in use from here.
 *  @return 0 to go on; anything else stops the run with ::HEARD_CANCELLED */
typedef int32_t (*heard_progress_fn)(const heard_progress *progress, void *user_data);

/** How a long call may run. Results never depend on it, but for `final`. */
typedef struct heard_run_options {
  size_t struct_size;
  heard_progress_fn progress; /**< May be NULL. */
  void *user_data;            /**< Passed to `progress`. */
  uint32_t threads;           /**< 0: one a core. */
  uint32_t final;             /**< 1: a final run, which refuses what is unsettled. */
} heard_run_options;

#define HEARD_RUN_OPTIONS_INIT {sizeof(heard_run_options), NULL, NULL, 0, 0}

/** @} */
/** @defgroup words Words
 *  The closed sets of the model and their words in files and reports, such as "out_of_scope".
 *  @{ */

typedef int32_t heard_set;
enum {
  HEARD_DISPOSITIONS = 0, HEARD_LATENESS = 1, HEARD_CAPACITIES = 2, HEARD_PUBLICATIONS = 3,
  HEARD_ORGANISATION_ROLES = 4, HEARD_QUESTION_KINDS = 5, HEARD_QUESTION_ASPECTS = 6,
  HEARD_ANSWER_STATES = 7, HEARD_ANSWER_ORIGINS = 8, HEARD_CODER_KINDS = 9, HEARD_STANCES = 10,
  HEARD_UNITS = 11, HEARD_BASES = 12, HEARD_TOKEN_KINDS = 13, HEARD_QUOTE_ACTIONS = 14,
  HEARD_CAMPAIGN_POLICIES = 15, HEARD_NAME_ACTIONS = 16, HEARD_SMALL_NUMBERS = 17,
  HEARD_MEMBERSHIPS = 18, HEARD_DIFFERENCE_KINDS = 19, HEARD_CAMPAIGN_VIEWS = 20,
  HEARD_ATTRIBUTION_FORMS = 21, HEARD_WAYS_HELD = 22
};

/* The values of each set, in its order and named by its words. A set only ever grows, at its end: a
 * program that meets a value it does not know has the word for it, and is right to treat it as one
 * of its own. */

enum { /* #HEARD_DISPOSITIONS: what became of a response. Each has one. */
  HEARD_DISPOSITION_INCLUDED = 0, HEARD_DISPOSITION_BLANK = 1, HEARD_DISPOSITION_INCOMPLETE = 2,
  HEARD_DISPOSITION_TEST = 3, HEARD_DISPOSITION_DUPLICATE = 4, HEARD_DISPOSITION_SUPERSEDED = 5,
  HEARD_DISPOSITION_MERGED = 6, HEARD_DISPOSITION_WITHDRAWN = 7, HEARD_DISPOSITION_OUT_OF_SCOPE = 8,
  HEARD_DISPOSITION_INVALID = 9, HEARD_DISPOSITION_PETITION = 10, HEARD_DISPOSITION_UNREADABLE = 11,
  HEARD_DISPOSITION_PENDING = 12
};
enum { /* #HEARD_LATENESS: whether it came late, and what was decided then. */
  HEARD_LATENESS_ON_TIME = 0, HEARD_LATENESS_LET_IN = 1, HEARD_LATENESS_LEFT_OUT = 2
};
enum { /* #HEARD_CAPACITIES: for whom it speaks. */
  HEARD_CAPACITY_UNKNOWN = 0, HEARD_CAPACITY_SELF = 1, HEARD_CAPACITY_ORGANISATION = 2,
  HEARD_CAPACITY_BOTH = 3
};
enum { /* #HEARD_PUBLICATIONS: what may be done with its words. Unknown is as counted only. */
  HEARD_PUBLICATION_UNKNOWN = 0, HEARD_PUBLICATION_NAMED = 1, HEARD_PUBLICATION_ANONYMOUS = 2,
  HEARD_PUBLICATION_COUNTED_ONLY = 3
};
enum { /* #HEARD_ORGANISATION_ROLES: what a body has to do with a response. */
  HEARD_ROLE_AUTHOR = 0, HEARD_ROLE_SIGNATORY = 1, HEARD_ROLE_BEHALF_OF = 2
};
enum { /* #HEARD_QUESTION_KINDS: open, or with options to choose from. */
  HEARD_KIND_OPEN = 0, HEARD_KIND_SINGLE = 1, HEARD_KIND_MULTIPLE = 2, HEARD_KIND_SCALE = 3
};
enum { /* #HEARD_QUESTION_ASPECTS: what an open question is after. */
  HEARD_ASPECT_ASKED = 0, HEARD_ASPECT_DEFINITION = 1, HEARD_ASPECT_MISSED = 2
};
enum { /* #HEARD_ANSWER_STATES: what a response did with a question. Each has one at each. */
  HEARD_STATE_NOT_ASKED = 0, HEARD_STATE_NOT_REACHED = 1, HEARD_STATE_BLANK = 2,
  HEARD_STATE_NO_COMMENT = 3, HEARD_STATE_REFERS = 4, HEARD_STATE_MOVED_AWAY = 5,
  HEARD_STATE_UNREAD = 6, HEARD_STATE_NOT_CODED = 7, HEARD_STATE_TEXT = 8, HEARD_STATE_OPTIONS = 9
};
enum { /* #HEARD_ANSWER_ORIGINS: its own field, or who put the words there. */
  HEARD_ORIGIN_FIELD = 0, HEARD_ORIGIN_ASSIGNED = 1, HEARD_ORIGIN_MOVED = 2
};
enum { /* #HEARD_CODER_KINDS: where a coding comes from. */
  HEARD_CODER_RULE = 0, HEARD_CODER_MODEL = 1, HEARD_CODER_HUMAN = 2, HEARD_CODER_ADJUDICATED = 3
};
enum { /* #HEARD_STANCES: towards what a theme's `stance_of` states. */
  HEARD_STANCE_NONE = 0, HEARD_STANCE_FOR = 1, HEARD_STANCE_AGAINST = 2, HEARD_STANCE_MIXED = 3,
  HEARD_STANCE_NEITHER = 4
};
enum { /* #HEARD_UNITS: what a table counts. All but mentions count at most once a cell. */
  HEARD_RESPONSES = 0, HEARD_RESPONDENTS = 1, HEARD_ORGANISATIONS = 2, HEARD_ANSWERS = 3,
  HEARD_MENTIONS = 4
};
enum { /* #HEARD_BASES: of which units a share is one. docs/counting.md defines each. */
  HEARD_BASE_RECEIVED = 0, HEARD_BASE_INCLUDED = 1, HEARD_BASE_ASKED = 2, HEARD_BASE_ANSWERED = 3,
  HEARD_BASE_SUBSTANTIVE = 4, HEARD_BASE_REVIEWED = 5
};
enum { /* #HEARD_TOKEN_KINDS */
  HEARD_TOKEN_WORD = 0, HEARD_TOKEN_URL = 1, HEARD_TOKEN_EMAIL = 2, HEARD_TOKEN_HASHTAG = 3,
  HEARD_TOKEN_MENTION = 4
};
enum { /* #HEARD_QUOTE_ACTIONS: to be quoted, never to be quoted, looked through and harmless. */
  HEARD_QUOTE_ACTION_PIN = 0, HEARD_QUOTE_ACTION_BAN = 1, HEARD_QUOTE_ACTION_CLEAR = 2
};
enum { /* #HEARD_CAMPAIGN_POLICIES: how the responses of a campaign count. */
  HEARD_CAMPAIGN_POLICY_COUNT_EACH = 0, HEARD_CAMPAIGN_POLICY_COUNT_ONE = 1,
  HEARD_CAMPAIGN_POLICY_EXCLUDE = 2
};
enum { /* #HEARD_NAME_ACTIONS. Split: an entry of several bodies; proposed: waits for a person. */
  HEARD_NAME_ACTION_MERGE = 0, HEARD_NAME_ACTION_KEEP_APART = 1, HEARD_NAME_ACTION_RENAME = 2,
  HEARD_NAME_ACTION_SPLIT = 3, HEARD_NAME_ACTION_PROPOSED = 4
};
enum { /* #HEARD_SMALL_NUMBERS: what is done lest a count tell of somebody. docs/small-numbers.md */
  HEARD_SMALL_NUMBERS_NONE = 0,      /**< All are shown. */
  HEARD_SMALL_NUMBERS_K5 = 1,        /**< No number below 5 can be found out. */
  HEARD_SMALL_NUMBERS_K10_ROUND5 = 2 /**< None below 10; all others are rounded to the nearest 5. */
};
enum { /* #HEARD_MEMBERSHIPS: what a sender made of a campaign's letter. docs/campaigns.md */
  HEARD_MEMBERSHIP_COPY = 0, HEARD_MEMBERSHIP_EDITED = 1, HEARD_MEMBERSHIP_EXTENDED = 2,
  HEARD_MEMBERSHIP_EXCERPT = 3
};
enum { /* #HEARD_DIFFERENCE_KINDS: what was done to the words of the letter at one place. */
  HEARD_DIFFERENCE_ADDED = 0, HEARD_DIFFERENCE_CUT = 1, HEARD_DIFFERENCE_CHANGED = 2
};
enum { /* #HEARD_CAMPAIGN_VIEWS: how campaigns count in a table. */
  HEARD_VIEW_AS_DECIDED = 0,        /**< Each campaign by its own policy. */
  HEARD_VIEW_ALL = 1,               /**< Every response. */
  HEARD_VIEW_CAMPAIGNS_AS_ONE = 2,  /**< A campaign as one, which says what any member says. */
  HEARD_VIEW_CAMPAIGNS_EXCLUDED = 3 /**< Without the responses of campaigns. */
};
enum { /* #HEARD_ATTRIBUTION_FORMS: who a quote is said to be by. docs/quoting.md */
  HEARD_ATTRIBUTION_NAMED_BODY = 0,       /**< The organisation's name. */
  HEARD_ATTRIBUTION_NAMED_INDIVIDUAL = 1, /**< The name of somebody who lets it be printed. */
  HEARD_ATTRIBUTION_TYPE_OF_BODY = 2,     /**< "Respondent - NHS trust". */
  HEARD_ATTRIBUTION_CATEGORY = 3,         /**< "Respondent - foster carer". */
  HEARD_ATTRIBUTION_INDIVIDUAL = 4,       /**< "Respondent - individual". */
  HEARD_ATTRIBUTION_RESPONDENT = 5        /**< "Respondent". */
};
enum { /* #HEARD_WAYS_HELD: why words are kept from print, the first that holds. */
  HEARD_HELD_NO = 0,           /**< They may be printed. */
  HEARD_HELD_BY_RULE = 1,      /**< Their sender did not let them be quoted. */
  HEARD_HELD_BANNED = 2,       /**< A person banned some of them. */
  HEARD_HELD_PERSONAL_DATA = 3 /**< What may tell who somebody is waits for a person in them. */
};

/** How many values a set has; 0 for a set this library does not know. */
HEARD_API size_t heard_words_count(heard_set set);
/** The word for a value, or NULL if there is none. */
HEARD_API const char *heard_words_at(heard_set set, int32_t value);
/** The value that a word stands for; -1 if it is none of the set's. */
HEARD_API int32_t heard_words_find(heard_set set, const char *word);

/** @} */
/** @defgroup manifest Manifests
 *  What was asked and where the data is; docs/manifest.md says what may stand in one.
 *  @{ */

typedef struct heard_manifest heard_manifest;

/** Parse a manifest. @param name  what to call it in diagnostics, usually its path */
HEARD_API HEARD_MUST_CHECK heard_status heard_manifest_parse(const char *text, size_t size,
    const char *name, heard_manifest **out, heard_diagnostics **diagnostics, heard_error **err);
/** Path of the codebook, relative to the manifest's folder. */
HEARD_API const char *heard_manifest_codebook(const heard_manifest *manifest);
HEARD_API void heard_manifest_free(heard_manifest *manifest);

/** @} */
/** @defgroup codebook Codebooks
 *  Which words make which theme; docs/rule-language.md explains the rules.
 *  @{ */

typedef struct heard_codebook heard_codebook;

typedef struct heard_theme {
  size_t struct_size;
  heard_text id; heard_text name; heard_text description; heard_text stance_of;
  int64_t parent; /**< Index of the parent theme; -1 for one at the top. */
  uint32_t depth; /**< 0 at the top. */
  uint32_t rules; /**< How many rules find it. 0: coded by people only. */
} heard_theme;

/** Parse a codebook. @param name  what to call it in diagnostics, usually its path */
HEARD_API HEARD_MUST_CHECK heard_status heard_codebook_parse(const char *text, size_t size,
    const char *name, heard_codebook **out, heard_diagnostics **diagnostics, heard_error **err);
/** The language of its rules, BCP 47. */
HEARD_API const char *heard_codebook_language(const heard_codebook *codebook);
/** Themes, in the order written. */
HEARD_API size_t heard_codebook_count(const heard_codebook *codebook);
HEARD_API HEARD_MUST_CHECK heard_status heard_codebook_theme(const heard_codebook *codebook,
    size_t index, heard_theme *out, heard_error **err);
/** Index of the theme with an id, or ::HEARD_NOT_FOUND. */
HEARD_API HEARD_MUST_CHECK heard_status heard_codebook_find(const heard_codebook *codebook,
    const char *id, size_t *out, heard_error **err);
HEARD_API void heard_codebook_free(heard_codebook *codebook);

/** @} */
/** @defgroup builder Builders
 *  Collect the files that a manifest names and make a consultation of them.
 *  @{ */

typedef struct heard_builder heard_builder;
typedef struct heard_consultation heard_consultation;

/** A file or folder that is wanted and has not been handed in. */
typedef struct heard_wanted {
  size_t struct_size;
  const char *path; /**< Relative to the manifest's folder, with '/'. A folder ends in '/'. */
  int32_t required; /**< 0: it may be missing. */
  int32_t folder;   /**< 1: hand in each .csv file that stands in it itself, then close it. */
} heard_wanted;

HEARD_API HEARD_MUST_CHECK heard_status heard_builder_new(const heard_manifest *manifest,
    heard_builder **out, heard_error **err);
/** How many are still wanted. Handing in a register may add letters. */
HEARD_API size_t heard_builder_wanted_count(const heard_builder *builder);
/** One of them. What is borrowed is valid until the next call that changes the builder. */
HEARD_API HEARD_MUST_CHECK heard_status heard_builder_wanted(const heard_builder *builder,
    size_t index, heard_wanted *out, heard_error **err);
/** Hand in a file's bytes; copied. A path in a folder is the folder's and the file's name. */
HEARD_API HEARD_MUST_CHECK heard_status heard_builder_supply(heard_builder *builder,
    const char *path, const char *data, size_t size, heard_error **err);
/** Gives back bytes that were lent. Do not throw, longjmp, or call the library from here. */
typedef void (*heard_release_fn)(void *owner);

/** The same as heard_builder_supply() with bytes that are lent and not copied, for large files.
 *  @param release  may be NULL: the bytes outlive whatever is made of them
 *  @param owner    passed to `release`; may be NULL */
HEARD_API HEARD_MUST_CHECK heard_status heard_builder_lend(heard_builder *builder,
    const char *path, const char *data, size_t size, heard_release_fn release, void *owner,
    heard_error **err);
/** Say that a file is not there, or that a folder holds no more. */
HEARD_API HEARD_MUST_CHECK heard_status heard_builder_close(heard_builder *builder,
    const char *path, heard_error **err);

/** Make the consultation, once: whatever comes of it, the builder can only be freed.
 *  @param codebook  may be NULL; says which language has rules, and is checked against the rest
 *  @return ::HEARD_BAD_INPUT, in a final run ::HEARD_REFUSED, for errors among the diagnostics;
 *          ::HEARD_BAD_CODEBOOK if the codebook does not fit the consultation */
HEARD_API HEARD_MUST_CHECK heard_status heard_builder_finish(heard_builder *builder,
    const heard_codebook *codebook, const heard_run_options *options, heard_consultation **out,
    heard_diagnostics **diagnostics, heard_error **err);
HEARD_API void heard_builder_free(heard_builder *builder);

/** @} */
/** @defgroup consultation Consultations
 *  Who was asked what, and what they said. Rows of one kind are numbered from 0; responses are in
 *  order of their ids, so that numbers do not depend on the order of files or rows. What is named
 *  after a kind of row, such as `answer`, is the number of one. A file's `row` is as a spreadsheet
 *  shows it.
 *  @{ */

/** Kinds of row. */
typedef int32_t heard_entity;
enum {
  HEARD_FILE = 0, HEARD_CHANNEL = 1, HEARD_CHAPTER = 2, HEARD_QUESTION = 3, HEARD_OPTION = 4,
  HEARD_ITEM = 5, HEARD_RESPONSE = 6, HEARD_RESPONDENT = 7, HEARD_ORGANISATION = 8,
  HEARD_ANSWER = 9, HEARD_EVENT = 10, HEARD_CODER = 11, HEARD_STALE_DECISION = 12,
  HEARD_QUOTE_DECISION = 13, HEARD_REDACTION = 14, HEARD_CAMPAIGN_DECISION = 15,
  HEARD_NAME_DECISION = 16, HEARD_SIGNOFF = 17, HEARD_TRANSLATION = 18
};

/** In a row number: there is none. */
#define HEARD_NONE ((uint32_t)0xFFFFFFFF)

/** A file that was handed in. */
typedef struct heard_file {
  size_t struct_size;
  const char *path;
  const char *encoding; /**< "utf-8", "windows-1252", ... */
  char hash[40];        /**< XXH3-128 of its bytes, 32 hexadecimal digits. */
  uint64_t size;        /**< In bytes. */
  uint64_t rows;        /**< Data rows; 0 for files without rows. */
} heard_file;

/** A channel, a chapter, an option, an organisation or a coder. */
typedef struct heard_named {
  size_t struct_size;
  heard_text id;
  heard_text name;   /**< Title, label or name; of a coder that is a model, the model's. */
  heard_text note;   /**< Of a body its type, of a coder the model's version; may be empty. */
  uint32_t question; /**< Options: their question; #HEARD_NONE elsewhere. */
  int32_t kind;      /**< Coders: value of #HEARD_CODER_KINDS; 0 elsewhere. */
} heard_named;

typedef struct heard_question {
  size_t struct_size;
  heard_text id; heard_text text; heard_text label;
  uint32_t chapter;  /**< May be #HEARD_NONE. */
  int32_t kind;      /**< Value of #HEARD_QUESTION_KINDS. */
  int32_t aspect;    /**< Value of #HEARD_QUESTION_ASPECTS. */
  int32_t about_you; /**< 1: a category or another attribute of the respondent. */
  int32_t declared;  /**< 0: the place of words that belong to a chapter, or to none. */
  uint32_t options;  /**< How many options it has; they are consecutive rows ... */
  uint32_t first_option; /**< ... from this one, or #HEARD_NONE. */
  uint32_t reserved;
} heard_question;

/** One thing received. */
typedef struct heard_item {
  size_t struct_size;
  heard_text id; heard_text note; char received[24]; uint32_t channel;
  uint32_t responses; /**< How many it holds; 0: it is no response at all. */
  uint32_t merged;    /**< How many of its entries belong to a response of another item. */
  uint32_t reserved;
} heard_item;

typedef struct heard_response {
  size_t struct_size;
  heard_text id; char received[24]; uint32_t channel; uint32_t item; uint32_t respondent;
  uint32_t organisations; /**< How many it speaks for. */
  int32_t disposition;    /**< Value of #HEARD_DISPOSITIONS. */
  int32_t late;           /**< Value of #HEARD_LATENESS. */
  int32_t capacity;       /**< Value of #HEARD_CAPACITIES. */
  int32_t publication;    /**< Value of #HEARD_PUBLICATIONS. */
  int32_t included;       /**< 1: in the bases: disposition included, and not left out late. */
  int32_t repeats;        /**< 1: the same sender sent the same answers before. */
  uint32_t first_answer;  /**< Its answers are consecutive rows from this one. */
  uint32_t answers;       /**< How many. */
} heard_response;

/** What a response said in one field or passage. */
typedef struct heard_answer {
  size_t struct_size;
  heard_text text;     /**< As received; empty for closed questions. */
  heard_text other;    /**< What followed the "other" option. */
  heard_text language; /**< BCP 47. */
  const char *file;    /**< Path of the file it stands in; "" if none. */
  uint64_t first; uint64_t last; /**< Bytes of that file as received. */
  uint32_t row;    /**< 0: the file as a whole. */
  uint32_t column; /**< 0: the row as a whole. */
  uint32_t response; uint32_t question;
  int32_t state;    /**< Value of #HEARD_ANSWER_STATES. */
  int32_t origin;   /**< Value of #HEARD_ANSWER_ORIGINS. */
  uint32_t options; /**< How many options were chosen. */
  uint32_t reserved;
  char text_hash[40]; /**< XXH3-128 of `text`, 32 hexadecimal digits, as decision files have it. */
} heard_answer;

/** An engagement event. It is in no base. */
typedef struct heard_event {
  size_t struct_size;
  heard_text id; heard_text title; heard_text place; heard_text notes; char date[24];
  uint32_t attendance; /**< 0: not said. */
  uint32_t reserved;
} heard_event;

/** A decision on words that have changed since: set aside, never applied to other words. */
typedef struct heard_stale_decision {
  size_t struct_size;
  heard_text file; heard_text response; heard_text question; /**< Path and ids. */
  heard_text why;                                            /**< What does not fit. */
  uint32_t row; uint32_t reserved;
} heard_stale_decision;

/** Included responses by what they did with one question; they sum to `included` of the ledger. */
typedef struct heard_states {
  size_t struct_size;
  uint64_t by_state[10]; /**< By value of #HEARD_ANSWER_STATES, as far as this release has them;
                              heard_consultation_in_state() has any. */
} heard_states;

/** The arithmetic of a run, proved as it is handed out; docs/counting.md explains each figure. */
typedef struct heard_ledger {
  size_t struct_size;
  uint64_t items; /**< items - not_a_response + split - merged_items == received */
  uint64_t not_a_response; uint64_t split; uint64_t merged_items; uint64_t received;
  uint64_t by_disposition[13]; /**< By value of #HEARD_DISPOSITIONS; they sum to `received`.
                                    heard_consultation_by() has values of later releases too. */
  uint64_t by_capacity[4];     /**< By value of #HEARD_CAPACITIES; they sum to `included`. */
  uint64_t late_let_in; uint64_t late_left_out; uint64_t included; uint64_t repeats;
  uint64_t responses_of_bodies; uint64_t body_entries; uint64_t bodies; uint64_t stale;
  uint64_t unread_answers;
} heard_ledger;

HEARD_API const char *heard_consultation_id(const heard_consultation *consultation);
HEARD_API const char *heard_consultation_title(const heard_consultation *consultation);
/** Number of rows of one kind; 0 for a kind this library does not know. */
HEARD_API size_t heard_consultation_count(const heard_consultation *consultation,
    heard_entity entity);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_file(
    const heard_consultation *consultation, size_t index, heard_file *out, heard_error **err);
/** A channel, chapter, option, organisation or coder. */
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_named(
    const heard_consultation *consultation, heard_entity entity, size_t index, heard_named *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_question(
    const heard_consultation *consultation, size_t index, heard_question *out, heard_error **err);
/** Row of a question, of a chapter's place by the chapter's id, or of "general", by its id. */
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_find_question(
    const heard_consultation *consultation, const char *id, size_t *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_item(
    const heard_consultation *consultation, size_t index, heard_item *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_response(
    const heard_consultation *consultation, size_t index, heard_response *out, heard_error **err);
/** Row of the organisation that a response speaks for. @param which  below its `organisations` */
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_response_organisation(
    const heard_consultation *consultation, size_t response, size_t which, size_t *out,
    heard_error **err);
/** Answers are in order of response and question. */
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_answer(
    const heard_consultation *consultation, size_t index, heard_answer *out, heard_error **err);
/** Row of an option that an answer chose. @param which  below its `options` */
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_answer_option(
    const heard_consultation *consultation, size_t answer, size_t which, size_t *out,
    heard_error **err);
/** State of a response at a question, a value of #HEARD_ANSWER_STATES; -1 if out of range. */
HEARD_API int32_t heard_consultation_state(const heard_consultation *consultation, size_t response,
    size_t question);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_event(
    const heard_consultation *consultation, size_t index, heard_event *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_stale(
    const heard_consultation *consultation, size_t index, heard_stale_decision *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_ledger(
    const heard_consultation *consultation, heard_ledger *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_states(
    const heard_consultation *consultation, size_t question, heard_states *out, heard_error **err);
/** Responses received through a channel, whatever became of them. Over all channels they sum to
 *  `received` of the ledger. */
HEARD_API uint64_t heard_consultation_received_by(const heard_consultation *consultation,
    size_t channel);
/** How many responses have a value of a set: of those received by #HEARD_DISPOSITIONS, of those
 *  included by #HEARD_LATENESS, #HEARD_CAPACITIES and #HEARD_PUBLICATIONS; 0 for other sets. */
HEARD_API uint64_t heard_consultation_by(const heard_consultation *consultation, heard_set set,
    int32_t value);
/** How many included responses are in a state, a value of #HEARD_ANSWER_STATES, at a question. */
HEARD_API uint64_t heard_consultation_in_state(const heard_consultation *consultation,
    size_t question, int32_t state);
HEARD_API void heard_consultation_free(heard_consultation *consultation);

/** @} */
/** @defgroup decisions Decisions
 *  What people decided on words, campaigns, names and sections: `who`, `when` and `why`, and the
 *  `file` and `row` that say so. `first` and `last` are bytes of the answer's text. How many of a
 *  kind there are says heard_consultation_count(). They are in order of what they are about: answer
 *  and bytes, answer and language, campaign, name, section. What is stale is not among them; see
 *  heard_consultation_stale().
 *  @{ */

/** Words that may, may not or should be quoted. */
typedef struct heard_quote_decision {
  size_t struct_size;
  heard_text who; heard_text why; char when[24]; const char *file; uint32_t row; uint32_t answer;
  uint32_t first; uint32_t last;
  int32_t action; /**< Value of #HEARD_QUOTE_ACTIONS. */
  uint32_t reserved;
  heard_text translation; /**< What these words are in another language; may be empty. */
} heard_quote_decision;

/** Words that are shown nowhere. Those of one answer do not overlap. */
typedef struct heard_redaction {
  size_t struct_size;
  heard_text replacement; /**< What is shown instead: "[name]". */
  heard_text who; heard_text why; char when[24]; const char *file; uint32_t row; uint32_t answer;
  uint32_t first; uint32_t last;
} heard_redaction;

/** The words of an answer in another language. Rules read it where they cannot read the answer. */
typedef struct heard_translation {
  size_t struct_size;
  heard_text text;
  heard_text language; /**< BCP 47. */
  heard_text who;      /**< Its author. */
  heard_text why; char when[24]; const char *file; uint32_t row; uint32_t answer;
} heard_translation;

/** How a campaign is to be counted. Each has one at most. */
typedef struct heard_campaign_decision {
  size_t struct_size;
  heard_text campaign; heard_text who; heard_text why; char when[24]; const char *file;
  uint32_t row;
  int32_t policy; /**< Value of #HEARD_CAMPAIGN_POLICIES. */
} heard_campaign_decision;

/** Whether two names are one body. */
typedef struct heard_name_decision {
  size_t struct_size;
  heard_text name;
  heard_text canonical; /**< The body, or the name that it is kept apart from. */
  heard_text type;      /**< May be empty. */
  heard_text who; heard_text why; char when[24]; const char *file; uint32_t row;
  int32_t action; /**< Value of #HEARD_NAME_ACTIONS. */
} heard_name_decision;

/** Somebody stands by a section as one run gave it. */
typedef struct heard_signoff {
  size_t struct_size;
  heard_text section; heard_text run; heard_text who; char when[24]; const char *file; uint32_t row;
  uint32_t reserved;
} heard_signoff;

HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_quote_decision(
    const heard_consultation *consultation, size_t index, heard_quote_decision *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_redaction(
    const heard_consultation *consultation, size_t index, heard_redaction *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_translation(
    const heard_consultation *consultation, size_t index, heard_translation *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_campaign_decision(
    const heard_consultation *consultation, size_t index, heard_campaign_decision *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_name_decision(
    const heard_consultation *consultation, size_t index, heard_name_decision *out,
    heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_consultation_signoff(
    const heard_consultation *consultation, size_t index, heard_signoff *out, heard_error **err);

/** @} */
/** @defgroup organisations Organisations
 *  Which names are one body, and what a person should look at. Rows are those of
 *  ::HEARD_ORGANISATION.
 *  @{ */

typedef struct heard_organisations heard_organisations;
typedef struct heard_resemblances heard_resemblances;

typedef struct heard_body {
  size_t struct_size;
  heard_text name;      /**< As the annex prints it. */
  heard_text type;      /**< May be empty. */
  uint64_t responses;   /**< Included responses on behalf of it. */
  uint32_t spellings;   /**< How many names were typed for it. */
  int32_t type_from;    /**< 0: nobody says; 1: the responses; 2: a person decided. */
  int32_t may_be_named; /**< 1: one of these responses allows it. */
  uint32_t reserved;
} heard_body;

/** A row of decisions/organisations.csv that waits for a person. */
typedef struct heard_body_proposal {
  size_t struct_size;
  heard_text name;
  heard_text canonical; /**< The body it may be; with `split` one that the entry may hold. */
  heard_text why;       /**< The reasons in words. */
  uint32_t score;       /**< 0 to 1000. */
  int32_t split;        /**< 1: the entry may hold several bodies. */
} heard_body_proposal;

/** A name that was asked about, taken apart. */
typedef struct heard_name_parts {
  size_t struct_size;
  heard_text words;       /**< Folded, without articles, legal forms and the like. */
  heard_text fingerprint; /**< OpenRefine's fingerprint of the whole name. */
  heard_text legal_form;  /**< "ltd" for "Limited"; may be empty. */
  heard_text acronym;     /**< Printed beside it; may be empty. */
  heard_text initials;    /**< Of the words that are no stop words. */
  int32_t nobody;         /**< 1: a word that names no body ("none", "n/a"). */
  uint32_t reserved;
} heard_name_parts;

/** A name that is like the one asked about. */
typedef struct heard_resemblance {
  size_t struct_size;
  heard_text name; /**< As typed. */
  heard_text why;  /**< The reasons in words. */
  uint32_t body;   /**< Row of its body. */
  uint32_t score;  /**< 0 to 1000. */
  int32_t certain; /**< 1: beyond doubt. */
  uint32_t reserved;
} heard_resemblance;

/** Compare the names of all bodies. */
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_new(
    const heard_consultation *consultation, heard_organisations **out, heard_error **err);
HEARD_API size_t heard_organisations_count(const heard_organisations *organisations);
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_at(
    const heard_organisations *organisations, size_t index, heard_body *out, heard_error **err);
/** One name that was typed for a body. @param which  below its `spellings` */
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_spelling(
    const heard_organisations *organisations, size_t index, size_t which, heard_named *out,
    heard_error **err);
/** Words that were typed for a name and name no body. */
HEARD_API size_t heard_organisations_nobody_count(const heard_organisations *organisations);
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_nobody(
    const heard_organisations *organisations, size_t index, heard_named *out, heard_error **err);
/** Proposals: what may be one body, or several, and no decision speaks of; in order of names. */
HEARD_API size_t heard_organisations_proposal_count(const heard_organisations *organisations);
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_proposal(
    const heard_organisations *organisations, size_t index, heard_body_proposal *out,
    heard_error **err);
/** All proposals as rows for decisions/organisations.csv with the action `proposed`, which nothing
 *  follows from until a person writes another. @param header  1: a line of column names first */
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_rows(
    const heard_organisations *organisations, int32_t header, heard_buffer **out,
    heard_error **err);
/** The names most like one, which need not have been typed: `limit` at most, the best first. */
HEARD_API HEARD_MUST_CHECK heard_status heard_organisations_explain(
    const heard_organisations *organisations, const char *name, size_t limit,
    heard_resemblances **out, heard_error **err);
HEARD_API void heard_organisations_free(heard_organisations *organisations);
/** How the name asked about is read. */
HEARD_API HEARD_MUST_CHECK heard_status heard_resemblances_asked(
    const heard_resemblances *resemblances, heard_name_parts *out, heard_error **err);
HEARD_API size_t heard_resemblances_count(const heard_resemblances *resemblances);
HEARD_API HEARD_MUST_CHECK heard_status heard_resemblances_at(
    const heard_resemblances *resemblances, size_t index, heard_resemblance *out,
    heard_error **err);
HEARD_API void heard_resemblances_free(heard_resemblances *resemblances);

/** @} */
/** @defgroup campaigns Campaigns
 *  Near-identical responses, and what each sender made of the letter; docs/campaigns.md defines
 *  them. heard_codings_run() looks for them too, and lets members inherit codings.
 *  @{ */

typedef struct heard_campaigns heard_campaigns;
typedef struct heard_differences heard_differences;

typedef struct heard_campaign_options {
  size_t struct_size;
  uint32_t least_members; /**< Fewest responses of a campaign that nobody declared. 0: 3. */
  uint32_t reserved;
} heard_campaign_options;

#define HEARD_CAMPAIGN_OPTIONS_INIT {sizeof(heard_campaign_options), 0, 0}

typedef struct heard_campaign {
  size_t struct_size;
  heard_text id;    /**< As declared, or made from the letter's words. */
  heard_text title; /**< As declared; may be empty. */
  heard_text note;
  heard_text who;   /**< Who decided the policy; empty where decisions/campaigns.csv does not. */
  heard_text why;
  char first[24];   /**< Earliest date received of a member. */
  char last[24];    /**< The latest. */
  int32_t policy;   /**< Value of #HEARD_CAMPAIGN_POLICIES. */
  int32_t declared; /**< 1: the manifest speaks of it. */
  uint32_t reference;     /**< Row of the response whose words are the reference letter. */
  uint32_t members;       /**< How many, the reference among them. */
  uint32_t organisations; /**< How many bodies its members speak for. */
  uint32_t letter;        /**< How many answers of the reference are the letter. */
} heard_campaign;

/** A response of a campaign. Figures are in words. */
typedef struct heard_campaign_member {
  size_t struct_size;
  uint32_t response;
  int32_t how;      /**< Value of #HEARD_MEMBERSHIPS. */
  uint32_t kept;    /**< Of the reference letter. */
  uint32_t added;   /**< Of its own, that stand in no word's place. */
  uint32_t cut;     /**< Of the letter, that nothing stands in place of. */
  uint32_t changed; /**< Of its own, in place of words of the letter. */
} heard_campaign_member;

/** A place where a member departs from the reference letter. */
typedef struct heard_difference {
  size_t struct_size;
  heard_text own;        /**< The member's words; empty where it cut some. */
  heard_text letter;     /**< The letter's words; empty where it added some. */
  uint64_t own_first; uint64_t own_last;       /**< Bytes of the member's answer. */
  uint64_t letter_first; uint64_t letter_last; /**< Of the letter's. */
  uint32_t own_answer; uint32_t letter_answer; /**< Rows of them, or #HEARD_NONE. */
  int32_t kind;          /**< Value of #HEARD_DIFFERENCE_KINDS. */
  uint32_t words;        /**< Of the member; where it cut some, of the letter. */
} heard_difference;

/** An answer of under eight words that three or more gave. */
typedef struct heard_short_answer {
  size_t struct_size;
  heard_text words; /**< Of one of them; the others differ in case and punctuation only. */
  uint64_t answers; /**< How many. */
  uint32_t question;
  uint32_t answer;  /**< The one that the words are of. */
} heard_short_answer;

/** Find the campaigns of a consultation. Diagnostics are of decisions on campaigns that are not
 *  there, and the like. */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_find(const heard_consultation *consultation,
    const heard_campaign_options *options, const heard_run_options *run, heard_campaigns **out,
    heard_diagnostics **diagnostics, heard_error **err);
/** The largest first, then by id. */
HEARD_API size_t heard_campaigns_count(const heard_campaigns *campaigns);
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_at(const heard_campaigns *campaigns,
    size_t index, heard_campaign *out, heard_error **err);
/** Index of the campaign with an id, or ::HEARD_NOT_FOUND. */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_index(const heard_campaigns *campaigns,
    const char *id, size_t *out, heard_error **err);
/** Index of the campaign that a response is in, or #HEARD_NONE. */
HEARD_API uint32_t heard_campaigns_of_response(const heard_campaigns *campaigns, uint32_t response);
/** A member, in order of response. */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_member(const heard_campaigns *campaigns,
    size_t index, size_t member, heard_campaign_member *out, heard_error **err);
/** Row of a body that members speak for. @param which  below the campaign's `organisations` */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_organisation(
    const heard_campaigns *campaigns, size_t index, size_t which, uint32_t *out, heard_error **err);
/** Row of an answer whose words are the letter, in order. @param which  below the campaign's `letter` */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_letter(const heard_campaigns *campaigns,
    size_t index, size_t which, uint32_t *out, heard_error **err);
/** What a member added, cut and changed, in the order of its own words. */
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_compare(const heard_campaigns *campaigns,
    size_t index, size_t member, heard_differences **out, heard_error **err);
HEARD_API size_t heard_differences_count(const heard_differences *differences);
HEARD_API HEARD_MUST_CHECK heard_status heard_differences_at(const heard_differences *differences,
    size_t index, heard_difference *out, heard_error **err);
HEARD_API void heard_differences_free(heard_differences *differences);
/** Identical short answers, the most frequent first. */
HEARD_API size_t heard_campaigns_short_answers(const heard_campaigns *campaigns);
HEARD_API HEARD_MUST_CHECK heard_status heard_campaigns_short_answer(
    const heard_campaigns *campaigns, size_t index, heard_short_answer *out, heard_error **err);
HEARD_API void heard_campaigns_free(heard_campaigns *campaigns);

/** @} */
/** @defgroup privacy Personal data
 *  Words that may tell who somebody is: telephone numbers, postcodes, names and more. A first pass
 *  for people to go through, not a guarantee.
 *  @{ */

typedef struct heard_privacy heard_privacy;

typedef struct heard_personal {
  size_t struct_size;
  const char *kind;        /**< "name", "postcode", ...; static. */
  const char *why;         /**< "rule", "context", "listed", "shape" or "repeated"; static. */
  const char *replacement; /**< "[name]": what may stand for it in print; static. */
  uint32_t answer;         /**< 0 where a text was looked at. */
  uint32_t first; uint32_t last; /**< Bytes of the text. */
  int32_t settled;         /**< 1: redactions lie over all of it. */
} heard_personal;

/** Find what may tell who somebody is in all answers, included or not, by answer and place. */
HEARD_API HEARD_MUST_CHECK heard_status heard_privacy_find(const heard_consultation *consultation,
    heard_privacy **out, heard_error **err);
/** The same in one text of under 4 GiB. */
HEARD_API HEARD_MUST_CHECK heard_status heard_privacy_of_text(const char *text, size_t size,
    heard_privacy **out, heard_error **err);
HEARD_API size_t heard_privacy_count(const heard_privacy *privacy);
HEARD_API HEARD_MUST_CHECK heard_status heard_privacy_at(const heard_privacy *privacy, size_t index,
    heard_personal *out, heard_error **err);
HEARD_API void heard_privacy_free(heard_privacy *privacy);

/** @} */
/** @defgroup codings Codings
 *  Which theme was found where: by rules, by people, by models. A `theme` is an index in the
 *  codebook.
 *  @{ */

typedef struct heard_codings heard_codings;

typedef struct heard_coding {
  size_t struct_size;
  uint32_t answer; uint32_t theme;
  uint32_t coder;    /**< Row; the coder "rule" comes after the consultation's own. */
  int32_t kind;      /**< Value of #HEARD_CODER_KINDS. */
  int32_t stance;    /**< Value of #HEARD_STANCES. */
  int32_t counts;    /**< 1: it counts, by the manifest's precedence. */
  uint32_t evidence; /**< How many spans, at least 1. */
  /** Row of the answer of a campaign's letter that was coded, where a member inherits the coding;
   *  else #HEARD_NONE. */
  uint32_t inherited_from;
  char when[24]; /**< When a person or a model made it. */
} heard_coding;

typedef struct heard_evidence {
  size_t struct_size;
  uint32_t first; uint32_t last; /**< Bytes of the answer's text or of the event's notes. */
  int32_t rule;   /**< Which of the theme's rules; -1 for codings by people and models. */
  uint32_t reserved;
} heard_evidence;

/** A theme that rules found in the notes of an engagement event. It is in no table and no base. */
typedef struct heard_event_coding {
  size_t struct_size;
  uint32_t event; uint32_t theme;
  uint32_t evidence; /**< How many spans, at least 1. */
  uint32_t reserved;
} heard_event_coding;

/** Apply a codebook to every included response, add what people and models coded, and settle which
 *  codings count; apart from these, apply it to the notes of engagement events. Campaigns are found
 *  as heard_campaigns_find() does without options, and members inherit the letter's codings. */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_run(const heard_consultation *consultation,
    const heard_codebook *codebook, const heard_run_options *options, heard_codings **out,
    heard_error **err);
/** In order of answer, theme, coder. */
HEARD_API size_t heard_codings_count(const heard_codings *codings);
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_at(const heard_codings *codings, size_t index,
    heard_coding *out, heard_error **err);
/** @param which  below the coding's `evidence` */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_evidence(const heard_codings *codings,
    size_t index, size_t which, heard_evidence *out, heard_error **err);
/** Codings of events, in order of event, theme. They are not among the codings above. */
HEARD_API size_t heard_codings_event_count(const heard_codings *codings);
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_event_at(const heard_codings *codings,
    size_t index, heard_event_coding *out, heard_error **err);
/** @param which  below the event coding's `evidence` */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_event_evidence(const heard_codings *codings,
    size_t index, size_t which, heard_evidence *out, heard_error **err);

/** Remarks on rules that match nothing here, that fire on over 80 % of 20 or more answers they are
 *  tried on, and that hit only where another rule of their theme does; those of
 *  heard_campaigns_find(); on pinned quotes that may not be published, and on redactions in
 *  responses that are not included. */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_remarks(const heard_codings *codings,
    heard_diagnostics **out, heard_error **err);
/** All codings as CSV, one row for each span of evidence, without any words of respondents. */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_csv(const heard_codings *codings,
    heard_buffer **out, heard_error **err);
/** The campaigns that were found when the codings were made. */
HEARD_API HEARD_MUST_CHECK heard_status heard_codings_campaigns(const heard_codings *codings,
    heard_campaigns **out, heard_error **err);
HEARD_API void heard_codings_free(heard_codings *codings);

/** @} */
/** @defgroup kept Kept words
 *  The words of all texts, found once, so that a codebook that changes is applied again without
 *  reading them, and only where the change reaches. What comes out is what a whole run gives.
 *  @{ */

typedef struct heard_kept_words heard_kept_words;
typedef struct heard_recoding heard_recoding;

/** A theme whose rules were changed, that is new or gone, or that is found elsewhere than before.
 *  Figures are of what rules find in answers, whether it counts or not. */
typedef struct heard_changed_theme {
  size_t struct_size;
  heard_text id;
  uint64_t answers_before; uint64_t answers_after;
  uint64_t gained; /**< Answers that have it now and did not. */
  uint64_t lost;   /**< Answers that had it and do not. */
  uint64_t mentions_before; uint64_t mentions_after; /**< Pieces of evidence. */
  uint32_t before; /**< Row in the earlier codebook; #HEARD_NONE: it is new. */
  uint32_t after;  /**< Row in the later one; #HEARD_NONE: it is gone. */
} heard_changed_theme;

/** Find the words of every text that a codebook's rules may ever be tried on. */
HEARD_API HEARD_MUST_CHECK heard_status heard_kept_words_new(const heard_consultation *consultation,
    const heard_run_options *options, heard_kept_words **out, heard_error **err);
/** Read what heard_kept_words_save() gave. ::HEARD_BAD_INPUT where the bytes do not fit: another
 *  version wrote them, the texts have changed since, or they are cut off or damaged. The message
 *  says which; keep the words anew then. No bytes do harm, but hashes tell
 *  damage and not malice: whoever may write them may say which words a text holds. */
HEARD_API HEARD_MUST_CHECK heard_status heard_kept_words_open(
    const heard_consultation *consultation, const char *data, size_t size,
    const heard_run_options *options, heard_kept_words **out, heard_error **err);
/** All of it as bytes, without any words in them, for heard_kept_words_open() and nothing else. They
 *  tell how long words are and which are alike, so they are as confidential as the texts. */
HEARD_API HEARD_MUST_CHECK heard_status heard_kept_words_save(const heard_kept_words *words,
    heard_buffer **out, heard_error **err);
/** heard_codings_run() on kept words. */
HEARD_API HEARD_MUST_CHECK heard_status heard_kept_words_code(const heard_kept_words *words,
    const heard_codebook *codebook, const heard_run_options *options, heard_codings **out,
    heard_error **err);
HEARD_API void heard_kept_words_free(heard_kept_words *words);

/** Find what a codebook that was changed makes of answers that are coded by an earlier one.
 *  @param words  of the same consultation */
HEARD_API HEARD_MUST_CHECK heard_status heard_recoding_new(const heard_codings *codings,
    const heard_codebook *codebook, const heard_kept_words *words, const heard_run_options *options,
    heard_recoding **out, heard_error **err);
/** Changed themes, in the order of the later codebook, then those that are gone. */
HEARD_API size_t heard_recoding_count(const heard_recoding *recoding);
HEARD_API HEARD_MUST_CHECK heard_status heard_recoding_at(const heard_recoding *recoding,
    size_t index, heard_changed_theme *out, heard_error **err);
/** All codings by the later codebook. Most of the work is copying what has not changed. */
HEARD_API HEARD_MUST_CHECK heard_status heard_recoding_codings(const heard_recoding *recoding,
    heard_codings **out, heard_error **err);
HEARD_API void heard_recoding_free(heard_recoding *recoding);

/** @} */
/** @defgroup text Texts and rules
 *  Tokens of a text, a rule against a text, both under 4 GiB; a rule through a consultation.
 *  @{ */

typedef struct heard_tokens heard_tokens;
typedef struct heard_match heard_match;
typedef struct heard_kwic heard_kwic;

typedef struct heard_token {
  size_t struct_size;
  heard_text folded; /**< The form in which words are compared. */
  uint64_t first; uint64_t last; /**< Bytes of the text. */
  uint32_t sentence; /**< The sentence of its first byte. */
  int32_t kind;      /**< Value of #HEARD_TOKEN_KINDS. */
} heard_token;

/** What became of a rule, or of a part of it. */
typedef struct heard_match_step {
  size_t struct_size;
  heard_text part; /**< Its canonical spelling. */
  heard_text why;  /**< Why it did not match; empty if it did. */
  uint32_t depth;  /**< 0 for the rule itself. */
  int32_t matched;
  uint32_t hits; /**< How many places it hit. */
  uint32_t reserved;
} heard_match_step;

/** A hit, and what stands before and after it in the answer. */
typedef struct heard_kwic_line {
  size_t struct_size;
  heard_text left; heard_text hit; heard_text right; uint32_t response; uint32_t answer;
  uint64_t first; uint64_t last; /**< Where the hit stands in the answer's text. */
} heard_kwic_line;

typedef struct heard_kwic_options {
  size_t struct_size;
  const char *question; /**< Id: only there. NULL: everywhere. */
  uint32_t words;       /**< On either side. 0: 8. */
  uint32_t reserved;
} heard_kwic_options;

#define HEARD_KWIC_OPTIONS_INIT {sizeof(heard_kwic_options), NULL, 0, 0}

/** Tokens of a text, as rules see them. */
HEARD_API HEARD_MUST_CHECK heard_status heard_tokens_new(const char *text, size_t size,
    heard_tokens **out, heard_error **err);
HEARD_API size_t heard_tokens_count(const heard_tokens *tokens);
HEARD_API HEARD_MUST_CHECK heard_status heard_tokens_at(const heard_tokens *tokens, size_t index,
    heard_token *out, heard_error **err);
HEARD_API void heard_tokens_free(heard_tokens *tokens);

/** Try a rule on a text.
 *  @param language  BCP 47, for stems; NULL: "en"
 *  @param codebook  where its lists and themes stand; may be NULL
 *  @return ::HEARD_BAD_CODEBOOK if the rule has a fault; the place is in "rule" */
HEARD_API HEARD_MUST_CHECK heard_status heard_match_run(const char *rule, const char *text,
    size_t size, const char *language, const heard_codebook *codebook, heard_match **out,
    heard_error **err);
/** Whether the rule matched. */
HEARD_API int32_t heard_match_matched(const heard_match *match);
/** Evidence, in bytes of the text given; `rule` is 0. */
HEARD_API size_t heard_match_count(const heard_match *match);
HEARD_API HEARD_MUST_CHECK heard_status heard_match_at(const heard_match *match, size_t index,
    heard_evidence *out, heard_error **err);
/** Number of steps: the rule and its parts, in the order written. */
HEARD_API size_t heard_match_steps(const heard_match *match);
HEARD_API HEARD_MUST_CHECK heard_status heard_match_step_at(const heard_match *match, size_t index,
    heard_match_step *out, heard_error **err);
HEARD_API void heard_match_free(heard_match *match);

/** Every hit of a rule in included responses, in order of response, question, bytes.
 *  @param codebook  where its lists and themes stand; may be NULL
 *  @return as heard_match_run() */
HEARD_API HEARD_MUST_CHECK heard_status heard_kwic_run(const heard_consultation *consultation,
    const char *rule, const heard_codebook *codebook, const heard_kwic_options *options,
    const heard_run_options *run, heard_kwic **out, heard_error **err);
HEARD_API size_t heard_kwic_count(const heard_kwic *kwic);
HEARD_API HEARD_MUST_CHECK heard_status heard_kwic_at(const heard_kwic *kwic, size_t index,
    heard_kwic_line *out, heard_error **err);
HEARD_API void heard_kwic_free(heard_kwic *kwic);

/** @} */
/** @defgroup table Tables
 *  Codings and answers, counted.
 *  @{ */

typedef struct heard_table heard_table;
typedef struct heard_cell_sources heard_cell_sources;

/** What a row or a column stands for. */
typedef int32_t heard_axis_kind;
enum {
  HEARD_BY_NOTHING = 0, /**< A single row or column, "All". */
  HEARD_BY_THEME = 1,   /**< A parent counts the union of its children and itself. */
  HEARD_BY_QUESTION = 2,
  HEARD_BY_CHAPTER = 3,
  HEARD_BY_CHANNEL = 4,
  HEARD_BY_CAPACITY = 5,
  HEARD_BY_OPTION = 6 /**< The options of a closed question: a category or another attribute. */
};

/** An axis: a kind and, for ::HEARD_BY_OPTION, the question. This struct is frozen. */
typedef struct heard_axis {
  heard_axis_kind kind;
  uint32_t question; /**< 0 for other kinds. */
} heard_axis;

typedef struct heard_table_spec {
  size_t struct_size;
  heard_axis rows; heard_axis columns;
  const char *question;  /**< Id: only what was said there. NULL: everywhere. */
  const char *chapter;   /**< Id: only what was said there. NULL: everywhere. */
  const char *coder;     /**< Name: only this coder's codings. NULL: those that count. */
  int32_t unit;          /**< Value of #HEARD_UNITS. */
  int32_t base;          /**< Value of #HEARD_BASES. */
  int32_t no_all;        /**< 1: no column "All" beside those of the axis. */
  int32_t small_numbers; /**< Value of #HEARD_SMALL_NUMBERS: as if the table stood alone. */
  int32_t view;          /**< Value of #HEARD_CAMPAIGN_VIEWS. */
  int32_t reserved;
} heard_table_spec;

/** Responses by theme, of those that answered. */
#define HEARD_TABLE_SPEC_INIT                                                              \
  {sizeof(heard_table_spec), {HEARD_BY_THEME, 0}, {HEARD_BY_NOTHING, 0}, NULL, NULL, NULL, \
   HEARD_RESPONSES, HEARD_BASE_ANSWERED, 0, 0, 0, 0}

typedef struct heard_heading {
  size_t struct_size;
  heard_text id;  /**< Theme, question, option ... id; "all" for the whole. */
  heard_text label;
  heard_text note; /**< May be empty. */
  uint32_t depth;  /**< Of a theme below its parents. */
  uint32_t reserved;
} heard_heading;

typedef struct heard_cell {
  size_t struct_size;
  uint64_t count;
  uint64_t base;         /**< Units that could have been counted here. */
  uint64_t by_rule_only; /**< Of `count`: resting on rules that no person reviewed. */
  int32_t applies;       /**< 0: the theme is not looked for at this question, nor found there. */
  int32_t hidden;        /**< 1: `count` and `by_rule_only` are not told, and 0 here. */
} heard_cell;

/** What is behind a cell; #HEARD_NONE where there is no answer or coding. */
typedef struct heard_cell_source {
  size_t struct_size;
  uint32_t response; uint32_t answer; uint32_t coding; uint32_t reserved;
} heard_cell_source;

typedef int32_t heard_format;
enum { HEARD_CSV = 0, HEARD_JSON = 1, HEARD_MARKDOWN = 2 };

/** The axis that a word names: "all", "theme", "question", "chapter", "channel", "capacity",
 *  "category", or the id of a closed question; or ::HEARD_NOT_FOUND. */
HEARD_API HEARD_MUST_CHECK heard_status heard_axis_parse(const heard_consultation *consultation,
    const char *word, heard_axis *out, heard_error **err);

/** Count.
 *  @return ::HEARD_BAD_ARGUMENT for axes that cannot be crossed, ::HEARD_NOT_FOUND for a question,
 *          chapter or coder that is not there */
HEARD_API HEARD_MUST_CHECK heard_status heard_table_new(const heard_codings *codings,
    const heard_table_spec *spec, const heard_run_options *options, heard_table **out,
    heard_error **err);
/** Number of rows and of columns. Either pointer may be NULL. */
HEARD_API void heard_table_shape(const heard_table *table, size_t *rows, size_t *columns);
/** Whether units may stand in several rows (`axis` 0) or columns (`axis` 1), so that these may sum
 *  to more than the base. */
HEARD_API int32_t heard_table_overlap(const heard_table *table, int32_t axis);
/** Heading of a row (`axis` 0) or column (`axis` 1). */
HEARD_API HEARD_MUST_CHECK heard_status heard_table_heading(const heard_table *table, int32_t axis,
    size_t index, heard_heading *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_table_cell(const heard_table *table, size_t row,
    size_t column, heard_cell *out, heard_error **err);
/** Number of sentences that belong below the table: base, unit, overlap, notes. */
HEARD_API size_t heard_table_notes(const heard_table *table);
HEARD_API const char *heard_table_note(const heard_table *table, size_t index);
HEARD_API HEARD_MUST_CHECK heard_status heard_table_render(const heard_table *table,
    heard_format format, heard_buffer **out, heard_error **err);
/** What is behind a cell, in order of response, answer, coding. */
HEARD_API HEARD_MUST_CHECK heard_status heard_table_explain(const heard_table *table, size_t row,
    size_t column, heard_cell_sources **out, heard_error **err);
HEARD_API size_t heard_cell_sources_count(const heard_cell_sources *sources);
HEARD_API HEARD_MUST_CHECK heard_status heard_cell_sources_at(const heard_cell_sources *sources,
    size_t index, heard_cell_source *out, heard_error **err);
HEARD_API void heard_cell_sources_free(heard_cell_sources *sources);
HEARD_API void heard_table_free(heard_table *table);

/** What becomes of the order of themes when campaigns count otherwise. Made in one pass. */
typedef struct heard_sensitivity heard_sensitivity;

/** A theme in the views `all`, `campaigns_as_one` and `campaigns_excluded`, in that order. */
typedef struct heard_sensitivity_row {
  size_t struct_size;
  uint64_t count[3]; uint64_t base[3];
  uint32_t rank[3];  /**< 1: no theme told of has more; equal counts share a rank. 0: the count is 0. */
  uint32_t theme;    /**< Index in the codebook. */
  int32_t hidden[3]; /**< 1: `count` and `rank` are not told, and 0 here. */
  uint32_t reserved;
} heard_sensitivity_row;

/** Count it. @param spec  its axes and view are not looked at, and mentions are not counted; may be
 *  NULL: responses that answered */
HEARD_API HEARD_MUST_CHECK heard_status heard_sensitivity_new(const heard_codings *codings,
    const heard_table_spec *spec, const heard_run_options *options, heard_sensitivity **out,
    heard_error **err);
/** In codebook order, a theme after its parent. */
HEARD_API size_t heard_sensitivity_count(const heard_sensitivity *sensitivity);
HEARD_API HEARD_MUST_CHECK heard_status heard_sensitivity_at(const heard_sensitivity *sensitivity,
    size_t index, heard_sensitivity_row *out, heard_error **err);
HEARD_API HEARD_MUST_CHECK heard_status heard_sensitivity_render(
    const heard_sensitivity *sensitivity, heard_format format, heard_buffer **out,
    heard_error **err);
HEARD_API void heard_sensitivity_free(heard_sensitivity *sensitivity);

/** @} */
/** @defgroup quotes Quotes
 *  Passages that show what a theme means.
 *  @{ */

typedef struct heard_quotes heard_quotes;

typedef struct heard_quote {
  size_t struct_size;
  heard_text text;        /**< Verbatim, but for redactions; what is left out is marked "[...]". */
  heard_text attribution; /**< "Respondent - foster carer", or a name that may be printed. */
  uint32_t response; uint32_t answer;
  int32_t cleared;          /**< 1: a person cleared these words. */
  int32_t pinned;           /**< 1: a person chose just these words. */
  int32_t may_be_published; /**< 1: its sender allows it, nobody banned it, and nothing
                                 in it that may tell who somebody is waits for a person. */
  uint32_t pieces;          /**< How many slices of the answer it has; 1: nothing is left out. */
  uint32_t first; uint32_t last; /**< Bytes of the answer's text: its first piece to its last. */
  heard_text translation;   /**< What stands beside it in another language; may be empty. */
  heard_text translation_language; /**< BCP 47. */
  heard_text translator;           /**< Its author. */
  int32_t translation_is_longer;   /**< 1: it is of the whole answer, which says more. */
  int32_t attribution_form;        /**< Value of #HEARD_ATTRIBUTION_FORMS. */
  int32_t why_held;                /**< Value of #HEARD_WAYS_HELD. */
  uint32_t reserved;
} heard_quote;

typedef struct heard_quote_options {
  size_t struct_size;
  const char *question;   /**< Id: only what was said there. NULL: everywhere. */
  uint64_t seed;          /**< Same seed, same quotes, on every platform. */
  uint32_t limit;         /**< Most quotes wanted. 0: the manifest's number. */
  int32_t published_only; /**< 1: only those that may be published. */
} heard_quote_options;

#define HEARD_QUOTE_OPTIONS_INIT {sizeof(heard_quote_options), NULL, 0, 0, 0}

/** Choose quotes for a theme (its index) and its children, one of a response at most. */
HEARD_API HEARD_MUST_CHECK heard_status heard_quotes_select(const heard_codings *codings,
    size_t theme, const heard_quote_options *options, heard_quotes **out, heard_error **err);
HEARD_API size_t heard_quotes_count(const heard_quotes *quotes);
HEARD_API HEARD_MUST_CHECK heard_status heard_quotes_at(const heard_quotes *quotes, size_t index,
    heard_quote *out, heard_error **err);
HEARD_API void heard_quotes_free(heard_quotes *quotes);

/** @} */
/** @defgroup report Reports
 *  The published account, as named bytes.
 *  @{ */

typedef struct heard_report heard_report;

/** A file of the report. */
typedef struct heard_report_file {
  size_t struct_size;
  const char *path; /**< With '/', beginning with "publish/" or "internal/". */
  heard_text bytes;
} heard_report_file;

/** Write the report. Unless `options->final` is set every page says DRAFT.
 *  @return ::HEARD_REFUSED if a quote is pinned that may not be published, or if what was written, read
 *  again, tells or gives away a number that small numbers hide: file, table and cell are named */
HEARD_API HEARD_MUST_CHECK heard_status heard_report_render(const heard_codings *codings,
    const heard_run_options *options, heard_report **out, heard_error **err);
/** In order of path. */
HEARD_API size_t heard_report_count(const heard_report *report);
HEARD_API HEARD_MUST_CHECK heard_status heard_report_at(const heard_report *report, size_t index,
    heard_report_file *out, heard_error **err);
HEARD_API void heard_report_free(heard_report *report);

/** @} */
/** @defgroup stream Streams
 *  A report of files that are larger than memory. Files of sources come in chunks of any size, from
 *  the first byte to the last, and each of them three times; nothing of them is kept but what tells
 *  responses apart. The report is the same, byte for byte, as in memory, but for what needs all
 *  texts at once: docs/guide/larger-than-memory.md says what that is.
 *
 *      make a stream; hand in what it wants whole, as with a builder;
 *      while heard_stream_next() names a file: take its chunks, end it;
 *      finish
 *  @{ */

typedef struct heard_stream heard_stream;

typedef struct heard_stream_options {
  size_t struct_size;
  size_t piece;      /**< Bytes of a file that are read at a time. 0: 8 MiB. */
  uint64_t total;    /**< Bytes of all files that come in chunks, for progress. 0: not known, and
                          progress has the total 0 until they came once. */
  uint32_t codings;  /**< 1: keep codings for heard_stream_codings(). */
  uint32_t reserved;
} heard_stream_options;

#define HEARD_STREAM_OPTIONS_INIT {sizeof(heard_stream_options), 0, 0, 0, 0}

/** The file whose chunks are wanted. */
typedef struct heard_stream_file {
  size_t struct_size;
  const char *path; /**< Relative to the manifest's folder; "": no file any more, so finish. */
  uint32_t pass;    /**< Which time it is, from 0. */
  uint32_t passes;  /**< How often each file comes. */
} heard_stream_file;

/** @param run  holds for all calls on the stream, where progress is told in bytes handed over
 *  @return ::HEARD_REFUSED where repeats are merged, or a campaign does not count each response: both
 *          need all texts at once */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_new(const heard_manifest *manifest,
    const heard_codebook *codebook, const heard_stream_options *options,
    const heard_run_options *run, heard_stream **out, heard_error **err);
/** How many are still wanted whole. Handing in a register may add letters. */
HEARD_API size_t heard_stream_wanted_count(const heard_stream *stream);
/** One of them. What is borrowed is valid until the next call that changes the stream. */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_wanted(const heard_stream *stream,
    size_t index, heard_wanted *out, heard_error **err);
/** Hand in a file's bytes; copied. A path in a folder is the folder's and the file's name. */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_supply(heard_stream *stream,
    const char *path, const char *data, size_t size, heard_error **err);
/** Say that a file is not there, or that a folder holds no more. */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_close(heard_stream *stream, const char *path,
    heard_error **err);

/** Which file comes next, from its first byte; only when nothing is wanted whole any more. What is
 *  borrowed is valid until the next call that changes the stream.
 *  @return ::HEARD_REFUSED as heard_stream_new(), for what decisions/campaigns.csv says */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_next(heard_stream *stream,
    heard_stream_file *out, heard_error **err);
/** Hand over the next bytes of that file; copied as far as they are kept. Where this fails the
 *  stream can only be freed. */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_take(heard_stream *stream, const char *data,
    size_t size, heard_error **err);
/** That file is at its end. @param absent  1: there is no such file
 *  @return ::HEARD_BAD_INPUT if it is not what it was the time before */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_end(heard_stream *stream, int32_t absent,
    heard_error **err);
/** The rows of heard_codings_csv() that were made since the last call, the line of column names
 *  before the first; in the order of the responses' places in their files. The report has none. */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_codings(heard_stream *stream,
    heard_buffer **out, heard_error **err);

/** Make the report, once: whatever comes of it, the stream can only be freed, but for
 *  heard_stream_codings().
 *  @return as heard_builder_finish() and heard_report_render() */
HEARD_API HEARD_MUST_CHECK heard_status heard_stream_finish(heard_stream *stream,
    heard_report **out, heard_diagnostics **diagnostics, heard_error **err);
HEARD_API void heard_stream_free(heard_stream *stream);

/** @} */
/** @defgroup disclose Disclosure
 *  Responses redacted for release.
 *  @{ */

typedef struct heard_disclose_options {
  size_t struct_size;
  uint32_t k;  /**< Fewest respondents that share what is shown of one. 0: the manifest's number. */
  int32_t ids; /**< 1: the data's ids and their order, instead of numbers that say nothing. */
} heard_disclose_options;

#define HEARD_DISCLOSE_OPTIONS_INIT {sizeof(heard_disclose_options), 0, 0}

/** Write every response as it may be released, and what was withheld and why; docs/privacy.md says
 *  what is in which file. */
HEARD_API HEARD_MUST_CHECK heard_status heard_disclose_render(
    const heard_consultation *consultation, const heard_disclose_options *options,
    heard_report **out, heard_error **err);

/** @} */
/** @defgroup purge Purges
 *  Taking back the words of a response that was withdrawn.
 *  @{ */

/** One purge: what has to change, and what would show that words are left. */
typedef struct heard_purge heard_purge;

/** A decision file as it has to be. */
typedef struct heard_purge_file {
  size_t struct_size;
  const char *path; /**< Relative to the manifest's folder, with '/'. */
  heard_text bytes;
} heard_purge_file;

/** Where words or contacts of the response stand as received, which is for a person to blank. */
typedef struct heard_purge_place {
  size_t struct_size;
  const char *path;
  uint64_t offset; /**< Of the row or the words, in bytes. */
  uint32_t row;    /**< 0: a file without rows. */
  uint32_t reserved;
} heard_purge_place;

/** Prepare to purge a response. Nothing is written: hand in every file, write what has to change,
 *  make consultation and report again, and look through what was written with heard_purge_find().
 *  @param response  its id; ::HEARD_NOT_FOUND if there is none
 *  @param who       who decided so
 *  @param when      a date
 *  @param why       the reason; like `who` it may not be empty */
HEARD_API HEARD_MUST_CHECK heard_status heard_purge_new(const heard_manifest *manifest,
    const heard_consultation *consultation, const char *response, const char *who, const char *when,
    const char *why, heard_purge **out, heard_error **err);
/** Hand in a file as it stands: every one of the consultation (::HEARD_FILE), then the codebook and
 *  the manifest. What is borrowed from the purge is valid until then. */
HEARD_API HEARD_MUST_CHECK heard_status heard_purge_supply(heard_purge *purge, const char *path,
    const char *data, size_t size, heard_error **err);
/** Decision files that have to change, in order of path. */
HEARD_API size_t heard_purge_count(const heard_purge *purge);
HEARD_API HEARD_MUST_CHECK heard_status heard_purge_at(const heard_purge *purge, size_t index,
    heard_purge_file *out, heard_error **err);
/** Places that a person has to blank, in order of path and bytes. */
HEARD_API size_t heard_purge_places(const heard_purge *purge);
HEARD_API HEARD_MUST_CHECK heard_status heard_purge_place_at(const heard_purge *purge, size_t index,
    heard_purge_place *out, heard_error **err);

/** Where in some bytes, of any format, words begin that only this response has: 24 letters and
 *  digits in a row, or all of a shorter answer or contact; `size` if there are none. */
HEARD_API HEARD_MUST_CHECK heard_status heard_purge_find(const heard_purge *purge, const char *data,
    size_t size, size_t *out, heard_error **err);
HEARD_API void heard_purge_free(heard_purge *purge);

/** @} */

#ifdef __cplusplus
}
#endif
#endif /* HEARD_H */

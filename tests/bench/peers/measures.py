"""Each line of the comparison: whose, what it does, what of ours it does not do, and how it is run."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Measure:
    id: str
    who: str
    does: str
    lacks: str = ""  # Of what ours does, or where it does more.
    against: str = ""  # Ours that it is laid beside; empty: it is ours.
    needs: str = ""  # What must be present.
    command: tuple = ()  # With {corpus}, {rules}, {mix}, {folder} and the programs' places.
    whole: bool = False  # The whole process is timed, not what it says of itself.
    most_megabytes: float = 1e9  # It is too slow for more.
    everywhere: bool = False  # Also on the corpora of other scripts and words.
    tags: bool = False  # Its rules must have something to find.


def program(name, part, *more):
    return ("{programs}/" + name, part, "{corpus}", *more)


def python(part, *more):
    return ("{venv}", "{here}/python_peers.py", part, "{corpus}", *more)


def r(part, *more):
    return ("Rscript", "--vanilla", "{here}/r_peers.R", part, "{corpus}", *more)


MEASURES = (
    Measure("words", "heard, words", "exact word spans, UAX #29", needs="peer_heard", command=program("peer_heard", "words"),
            everywhere=True),
    Measure("icu-utf16", "ICU ubrk, UTF-16", "the same, conversion to UTF-16 included", "spans counted, not kept", "words",
            "peer_icu", program("peer_icu", "utf16"), everywhere=True),
    Measure("icu-utf8", "ICU ubrk, UTF-8", "the same, on bytes by UText", "spans counted, not kept", "words", "peer_icu",
            program("peer_icu", "utf8"), everywhere=True),
    Measure("stringi", "R stringi", "words as strings: stri_split_boundaries", "no spans; a string a word is more work",
            "words", "stringi", r("stringi")),
    Measure("tokenizers", "R tokenizers", "lower-case words as strings: tokenize_words",
            "no spans; a string a word is more work", "words", "tokenizers", r("tokenizers"), most_megabytes=10),
    Measure("types", "heard, types", "tokens, sentences, addresses kept whole, NFKC case fold, a number a type",
            needs="peer_heard", command=program("peer_heard", "types"), everywhere=True),
    Measure("icu-pipeline", "ICU, the obvious pipeline", "fold, cut into words, number them by std::unordered_map",
            "no sentences, no addresses, no NFKC", "types", "peer_icu", program("peer_icu", "pipeline"), everywhere=True),
    Measure("tag", "heard, tag", "the above and 500 mixed rules (words, wildcards, phrases, NEAR, boolean), evidence spans kept",
            needs="peer_heard", command=program("peer_heard", "tag", "{mix}"), everywhere=True, tags=True),
    Measure("vectorscan-literals", "vectorscan, literals", "500 bare literals, every occurrence",
            "no words, no tokens, no NEAR, no boolean; ends of matches only, none kept", "tag", "peer_vectorscan",
            program("peer_vectorscan", "literals", "{rules}")),
    Measure("vectorscan-words", "vectorscan, word boundaries", "the 500 as regular expressions with \\b",
            "\\b is ASCII's; no NEAR, no boolean; ends of matches only, none kept", "tag", "peer_vectorscan",
            program("peer_vectorscan", "words", "{rules}")),
    Measure("re2", "RE2::Set", "the same expressions, which of them match an answer",
            "\\b is ASCII's; no NEAR, no boolean; no places, no counts", "tag", "peer_re2",
            program("peer_re2", "words", "{rules}")),
    Measure("spacy", "spaCy PhraseMatcher, blank pipeline", "tokens, and the rules that are words or phrases",
            "no wildcards, no NEAR, no boolean; another tokeniser", "tag", "spacy", python("spacy", "{rules}"),
            most_megabytes=10),
    Measure("countvectorizer", "scikit-learn CountVectorizer", "counts of the rules that are words or phrases, by answer",
            "no wildcards, no NEAR, no boolean; no places", "tag", "scikit-learn", python("countvectorizer", "{rules}"),
            most_megabytes=10),
    Measure("polars", "polars str.contains_any", "whether any of 500 bare literals is in an answer",
            "not which, not where; stops at the first", "tag", "polars", python("polars", "{rules}")),
    Measure("table", "heard, whole process", "reads CSV and codebook, codes 500 mixed rules, prints them by category",
            needs="peer_run", whole=True, command=("{programs}/peer_run", "tables", "{folder}", "1"), tags=True),
    Measure("command", "the command: heard table", "the same, and looks for campaigns of near-identical responses first",
            "more than any other line", "table", "heard",
            ("{programs}/heard", "table", "{folder}/consultation.toml", "--rows", "theme", "--columns", "group",
             "--format", "csv", "--threads", "1", "--quiet"), whole=True, most_megabytes=10),
    Measure("sqlite", "SQLite FTS5", "whole process: index in memory, the same 500 rules as queries, counted by category",
            "lines and not CSV; no ledger; another tokeniser; suffixes by looking through its vocabulary", "table",
            "peer_sqlite", program("peer_sqlite", "tables", "{mix}"), whole=True),
    Measure("quanteda", "R quanteda", "whole process: tokens, dictionary of the 500 without NEAR and boolean, by category",
            "no NEAR, no boolean, no places", "table", "quanteda", r("quanteda", "{rules}"), whole=True, most_megabytes=10),
    Measure("signatures", "heard, signatures", "near-duplicate signatures: tokens, runs of three words, 120 minima, 40 bands",
            needs="peer_run", command=("{programs}/peer_run", "signatures", "{folder}", "1")),
    Measure("datasketch", "datasketch MinHash and LSH", "words by regular expression, the same runs, 120 minima, 40 bands",
            "another tokeniser", "signatures", "datasketch", python("datasketch"), most_megabytes=1),
)

BY_ID = {measure.id: measure for measure in MEASURES}


def applies(measure, corpus, plain):
    """Whether a measure is taken on a corpus. @param plain  it is not one of the variants"""
    if corpus.megabytes > measure.most_megabytes:
        return False
    if not plain and not measure.everywhere:
        return False
    return corpus.words_of_rules or not measure.tags

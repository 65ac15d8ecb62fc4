# What R's packages do with a corpus.
#
# usage: r_peers.R stringi|tokenizers|quanteda CORPUS [RULES]
arguments <- commandArgs(trailingOnly = TRUE)
texts <- readLines(arguments[2], encoding = "UTF-8", warn = FALSE)

# A pass over the start that nobody times, then the pass.
measure <- function(part, work) {
  work(head(texts, 1000))
  start <- proc.time()
  count <- work(texts)
  took <- proc.time() - start
  used <- took[["user.self"]] + took[["sys.self"]]
  cat(part, used, took[["elapsed"]], format(count, scientific = FALSE), sep = "\t")
  cat("\n")
}

if (arguments[1] == "stringi") {
  measure("stringi", function(over) {
    sum(lengths(stringi::stri_split_boundaries(over, type = "word", skip_word_none = TRUE)))
  })
} else if (arguments[1] == "tokenizers") {
  measure("tokenizers", function(over) sum(lengths(tokenizers::tokenize_words(over))))
} else if (arguments[1] == "quanteda") {
  # Timed as a whole process, so that nothing is warmed up.
  suppressMessages(library(quanteda))
  quanteda_options(threads = 1)
  rules <- read.delim(arguments[3], header = FALSE, quote = "", col.names = c("kind", "words"))
  categories <- readLines(paste0(arguments[2], ".cat"))
  book <- dictionary(setNames(as.list(rules$words), sprintf("r%03d", seq_len(nrow(rules)))))
  found <- dfm(tokens_lookup(tokens(texts), book, valuetype = "glob"))
  table <- dfm_group(found, categories)
  cat("quanteda", 0, 0, sum(table), sep = "\t")
  cat("\n")
} else {
  stop("no such measure")
}

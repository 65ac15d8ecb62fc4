"""What PyPI's packages do with a corpus. Run by the comparison in an environment that holds them.

usage: python_peers.py spacy|countvectorizer|polars|datasketch CORPUS [RULES]
"""

import re
import sys
import time


def measure(part, texts, work):
    """A pass over the start that nobody times, then the pass. `work` gives a count."""
    work(texts[:1000])
    start, used = time.perf_counter(), time.process_time()
    count = work(texts)
    print(f"{part}\t{time.process_time() - used:.9f}\t{time.perf_counter() - start:.9f}\t{count}")


def rules(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def words_and_phrases(path):
    return sorted({words for _, words in rules(path) if "*" not in words})


def spacy(texts, path):
    import spacy
    from spacy.matcher import PhraseMatcher
    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for words in words_and_phrases(path):
        matcher.add(words, [nlp.make_doc(words)])
    measure("spacy", texts, lambda over: sum(len(matcher(nlp.make_doc(text))) for text in over))


def countvectorizer(texts, path):
    from sklearn.feature_extraction.text import CountVectorizer
    counter = CountVectorizer(vocabulary=words_and_phrases(path), ngram_range=(1, 3))
    measure("countvectorizer", texts, lambda over: int(counter.transform(over).sum()))


def polars(texts, path):
    import polars
    literals = sorted({words.replace("*", "") for _, words in rules(path)})
    series = polars.Series(texts)
    measure("polars", series, lambda over: over.str.contains_any(literals, ascii_case_insensitive=True).sum())


def datasketch(texts, _):
    from datasketch import MinHash, MinHashLSH
    word = re.compile(r"\w+")

    def keys(over):
        index = MinHashLSH(num_perm=120, params=(40, 3))
        for row, text in enumerate(over):
            words = word.findall(text.casefold())
            signature = MinHash(num_perm=120)
            signature.update_batch([" ".join(words[i:i + 3]).encode() for i in range(len(words) - 2)])
            index.insert(row, signature)
        return len(over)
    measure("datasketch", texts, keys)


def main():
    with open(sys.argv[2], encoding="utf-8", newline="\n") as file:
        texts = file.read().split("\n")
    if texts and not texts[-1]:
        texts.pop()
    wanted = {"spacy": spacy, "countvectorizer": countvectorizer, "polars": polars, "datasketch": datasketch}
    wanted[sys.argv[1]](texts, sys.argv[3] if len(sys.argv) > 3 else "")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Shows how to draw up, for each theme, the quotes that may be published, with who they are by.

    publishable_quotes.py consultation.toml > quotes.md

A quote may be published when its sender allowed it and a person cleared just these words. How many
responses raised the theme stands beside each heading, so that no quote speaks for more people than
it should.
"""

import sys
import warnings

import heard


def main(path):
    warnings.simplefilter("ignore", heard.HeardWarning)  # They stand in project.diagnostics.
    project = heard.open(path)
    codings = project.code()
    counts = codings.table(rows="theme")
    shown = 0
    for theme in project.codebook:
        quotes = codings.quotes(theme.id, published_only=True)
        if not quotes:
            continue
        cell = counts.cell(theme.id)
        print(f"## {theme.name} ({cell.count} of {cell.base} responses)\n")
        for quote in quotes:
            print(f"> {quote.text}\n>\n> {quote.attribution}\n")
        shown += len(quotes)
    print(f"{shown} quotes may be published.")


if __name__ == "__main__":
    main(*sys.argv[1:])

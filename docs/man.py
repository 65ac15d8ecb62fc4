#!/usr/bin/env python3
"""Writes heard.1, the manual page, from commands.md: docs/man.py > docs/heard.1"""

import re
import sys
from pathlib import Path

HEAD = """\
.\\" Made by docs/man.py from docs/commands.md.
.TH HEARD 1
.SH NAME
heard \\- count, quote and report what a public consultation heard
.SH SYNOPSIS
.B heard
.I COMMAND
.RI [ MANIFEST ]
.RI [ OPTIONS ]
"""


def roff(text):
    """A line of Markdown: code in bold, emphasis in italics, the words of links."""
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(r"`([^`]+)`", r"\\fB\1\\fR", text)
    text = re.sub(r"(?<!\w)\*([^*]+)\*(?!\w)", r"\\fI\1\\fR", text)
    return "\\&" + text if text[:1] in (".", "'") else text


def table(lines):
    """Rows of what something is about, and what that means."""
    cells = [re.split(r" \| ", line.strip("| \n"), maxsplit=1) for line in lines]
    head = cells[0][0]
    out = "" if head == "option" else f".PP\n{roff(head.capitalize())}:\n"
    return out + "".join(f".TP\n{roff(about)}\n{roff(means)}\n" for about, means in cells[2:])


def block(text):
    """A paragraph, a table, lines of code or a heading."""
    lines = text.split("\n")
    if lines[0].startswith("## "):
        title = re.sub(r"`heard (\w+)`", r"heard \1", lines[0][3:])
        level = ".SS" if title.startswith("heard ") else ".SH"
        return f'{level} "{roff(title if level == ".SS" else title.upper())}"\n'
    if lines[0].startswith("| "):
        return table(lines)
    if lines[0].startswith("    "):
        return ".PP\n.RS\n.nf\n" + "\n".join(roff(line[4:]) for line in lines) + "\n.fi\n.RE\n"
    return ".PP\n" + "\n".join(roff(line) for line in lines) + "\n"


def page(markdown):
    _, *blocks = markdown.strip().split("\n\n")
    out = HEAD + ".SH DESCRIPTION\n"
    first = True
    for each in blocks:
        if first and each.startswith("## `heard "):
            out += ".SH COMMANDS\n"
            first = False
        out += block(each)
    return out + ".SH SEE ALSO\nThe pages named here are in docs/ of the sources.\n"


if __name__ == "__main__":
    sys.stdout.write(page((Path(__file__).parent / "commands.md").read_text("utf-8")))

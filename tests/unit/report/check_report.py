#!/usr/bin/env python3
"""Reads reports with parsers that are not ours: html.parser, json, csv, and cmark-gfm where it is installed.

usage: check_report.py REPORT_TEST
"""

import base64
import csv
import hashlib
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ELEMENTS = set(
    "html head meta title style body div header nav main footer section h1 h2 h3 h4 h5 h6 p ol ul li a span strong "
    "code br table caption thead tbody tr th td figure details summary blockquote bdi mark svg desc rect text line"
    .split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class id href role tabindex scope open aria-label aria-labelledby "
    "aria-describedby aria-hidden width height x y x1 x2 y1 y2 dx text-anchor".split()
)
VOID = {"meta", "br"}
faults = []


def fault(text):
    faults.append(text)


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.stack, self.ids, self.links = name, [], [], []
        self.style, self.policy, self.bdi, self.shown = "", "", [], []
        self.hidden = 0  # Depth of an element whose text is not looked at.

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            fault(f"{self.name}: element <{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                fault(f"{self.name}: attribute {name} of <{tag}>")
            if name == "href":
                self.links.append(value)
            if name == "id":
                self.ids.append(value)
            if "url(" in (value or "") or "script" in (value or "").lower() and name in ("href", "http-equiv"):
                fault(f"{self.name}: {name}={value!r}")
        given = dict(attributes)
        if given.get("class") in ("running", "key"):  # Nothing that the Markdown says.
            self.hidden = len(self.stack) + 1
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if tag not in VOID and tag not in ("rect", "line"):
            self.stack.append(tag)
        if tag not in ("bdi", "mark"):
            self.shown.append(" ")
        if tag == "bdi":
            self.bdi.append("")

    def handle_startendtag(self, tag, attributes):
        if tag not in ("rect", "line"):
            fault(f"{self.name}: <{tag}/>")
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if self.hidden == len(self.stack):
            self.hidden = 0
        if not self.stack or self.stack.pop() != tag:
            fault(f"{self.name}: </{tag}> closes nothing")

    def handle_data(self, data):
        if "style" in self.stack:
            self.style += data
        if "bdi" in self.stack:
            self.bdi[-1] += data
        if not self.hidden and not {"head", "nav", "svg", "summary"} & set(self.stack):
            self.shown.append(data)

    def handle_comment(self, data):
        fault(f"{self.name}: a comment")

    def handle_pi(self, data):
        fault(f"{self.name}: a processing instruction")


def check_page(path):
    page = Page(str(path))
    page.feed(path.read_bytes().decode("utf-8"))
    page.close()
    if page.stack:
        fault(f"{path}: left open: {page.stack}")
    if len(page.ids) != len(set(page.ids)):
        fault(f"{path}: an id twice")
    for link in page.links:
        if not link.startswith("#") or link[1:] not in page.ids:
            fault(f"{path}: link {link!r}")
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    if "default-src 'none'" not in page.policy or f"style-src 'sha256-{digest}';" not in page.policy:
        fault(f"{path}: the policy {page.policy!r} does not name the style's hash {digest}")
    for asks in ("url(", "@import", "src:"):
        if asks in page.style:
            fault(f"{path}: the style asks for something: {asks}")
    return page


def visible(words):
    """What a page should show of words: a second writing of the rule in heard/base/escape.hpp."""
    out = ""
    for c in words.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"):
        n = ord(c)
        hidden = (
            (n < 32 and c not in "\t\n") or 127 <= n <= 159 or n in (0x61C, 0x200E, 0x200F)
            or 0x2028 <= n <= 0x202E or 0x2066 <= n <= 0x206F or 0xFDD0 <= n <= 0xFDEF or n & 0xFFFE == 0xFFFE
        )
        out += f"[U+{n:04X}]" if hidden else c
    return out


def read_words(path):
    data, at, out = path.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        size = int(data[at:end])
        out.append(data[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return out


def check_json(value, path, key=""):
    if isinstance(value, dict):
        if "count" in value and not {"base", "share"} <= set(value):
            fault(f"{path}: a count without its base at {key}: {value}")
        for name, each in value.items():
            if "count" not in value:
                check_json(each, path, name)
    elif isinstance(value, list):
        for each in value:
            check_json(each, path, key)
    elif isinstance(value, int) and not isinstance(value, bool) and key not in ("attendance", "bytes", "rows"):
        fault(f"{path}: number {value} at {key}")


def check_campaigns(told, path):
    """What a report's JSON says of campaigns stands in its Markdown too, in rows of the same figures."""
    rows = [
        [re.sub(r"\\(.)", r"\1", cell).strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in path.with_suffix(".md").read_text(encoding="utf-8").splitlines() if line.startswith("|")
    ]
    for each in told["list"]:
        own = each["own_words"]["count"]
        shown = [f"{each['responses']['count']:,}", "[c]" if own is None else f"{own:,}"]
        if not any(row[0] == (each["title"] or each["id"]) and row[-2:] == shown for row in rows):
            fault(f"{path}: the Markdown has no row of campaign {each['id']} with {shown}")
        if each["own_words"]["base"] != each["responses"]["count"]:
            fault(f"{path}: campaign {each['id']} has two sizes")
        if own is not None and "publish" in str(path) and 0 < min(own, each["own_words"]["base"] - own) < 5:
            fault(f"{path}: campaign {each['id']} tells of few")
    if sum(each["responses"]["count"] for each in told["list"]) != told["responses"]["count"]:
        fault(f"{path}: the campaigns do not make up their sum")


def check_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            fault(f"{path}: a row of {len(row)} cells under a header of {len(rows[0])}")
        for cell in row:
            if cell[:1] in set("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20") - {""}:
                fault(f"{path}: a cell that a spreadsheet would run: {cell[:20]!r}")


def words_of(text):
    return re.findall(r"\w+|[^\w\s]", text)


def check_markdown(path, page):
    """cmark-gfm renders the Markdown; what it shows must be what the page shows."""
    made = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", str(path)],
        check=True, capture_output=True,
    ).stdout.decode("utf-8")
    for tag in set(re.findall(r"<([a-z0-9]+)", made)) - set("h1 h2 h3 h4 h5 p ul li strong em table thead tbody tr th td "
                                                            "blockquote br hr a".split()):
        fault(f"{path}: the Markdown makes a <{tag}>")
    # E-mail addresses become links whatever is escaped; nothing else may.
    for link in re.findall(r'href="([^"]*)"', made):
        if not link.startswith("mailto:"):
            fault(f"{path}: the Markdown makes a link to {link}")
    shown = Page(str(path))
    shown.name = "rendered"
    before = len(faults)
    shown.feed(made)
    del faults[before:]  # It has elements of its own, such as <em>.
    # A dash leads an attribution in Markdown, and its status has brackets there.
    left, right = ([w for w in words_of("".join(each.shown)) if w not in "–()"] for each in (shown, page))
    if left != right:
        at = next((i for i, pair in enumerate(zip(left, right)) if pair[0] != pair[1]), min(len(left), len(right)))
        fault(f"{path}: the Markdown says {left[at : at + 8]}, the page {right[at : at + 8]}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.argv[1], "-tc=*for others to read*"], check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "HEARD_REPORT_OUT": folder},
        )
        root = pathlib.Path(folder)
        pages = {path: check_page(path) for path in sorted(root.rglob("*.html"))}
        jsons = sorted(root.rglob("*.json"))
        campaigns = 0
        for path in jsons:
            report = json.loads(path.read_bytes().decode("utf-8"))
            check_json(report, path)
            if "campaigns" in report:
                campaigns += len(report["campaigns"]["list"])
                check_campaigns(report["campaigns"], path)
        tables = sorted(root.rglob("*.csv"))
        for path in tables:
            check_csv(path)
        if shutil.which("cmark-gfm"):
            for path, page in pages.items():
                check_markdown(path.with_suffix(".md"), page)
        else:
            print("skipped: cmark-gfm is not installed")

        words = read_words(root / "hostile" / "words")
        shown = set()
        for path, page in pages.items():
            if "hostile" in str(path) and "internal" in str(path):
                shown |= set(page.bdi)
        for each in words:
            if visible(each) not in shown:
                fault(f"the page does not show {each!r} as it is")
        quotes = set(pages[root / "hostile" / "publish" / "report.html"].bdi)
        for each in words:
            if visible(each + b" zebra") not in quotes:
                fault(f"the page does not quote {each!r} as it is")
        for text in faults[:40]:
            print(text)
        print(f"{len(pages)} pages, {len(jsons)} JSON files, {len(tables)} CSV files, {len(words)} hostile texts, "
              f"{len(faults)} faults")
        read = len(pages) == 6 and len(jsons) == 6 and campaigns == 2 and len(tables) > 20 and len(words) >= 80
        return 1 if faults or not read else 0


if __name__ == "__main__":
    sys.exit(main())

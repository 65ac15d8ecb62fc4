#!/usr/bin/env python3
"""Runs the command on real data that is not part of the project, with the manifests beside this script.

usage: run.py HEARD_COMMAND SHARED_DATA_FOLDER SET

Ends with 77 (skipped) where the data is absent.
"""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# The set, its file below the data folder, and how many responses there are.
SETS = {
    "case-for-change": ("case-for-change/quotes.csv", 80),
    "nhs-fft": ("nhs-fft/neas_2023.csv", 5096),
    "nhsx-engagement": ("nhsx-engagement/responses.csv", 1678),
}


def run(*command, expect=0):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode != expect:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def check_fft_counts(heard, manifest, data):
    """Theme by question in the file's own codes: equal to the published counts, cell for cell."""
    names = {}
    codes = (HERE / "nhs-fft" / "codebook.toml").read_text(encoding="utf-8")
    for theme, name in re.findall(r'id = "([^"]+)"\nname = "([^"]+)"', codes):
        names[name] = theme
    questions = {"FFT Why?": "why", "How could we improve?": "improve"}
    expected = {}
    with open(data / "nhs-fft/expected_neas_label_counts.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            question = questions.get(row["question"], "satisfied")
            expected[(names[row["label"]], question)] = int(row["rows"])
    # People coded blank answers too, so the base is those asked.
    table = json.loads(run(heard, "table", manifest, "--rows", "theme", "--columns", "question", "--base", "asked",
                           "--coder", "framework-team", "--no-all", "--format", "json", "--quiet"))
    ids = {axis: [heading["id"] for heading in table[axis]["headings"]] for axis in ("rows", "columns")}
    found = {}
    for theme, cells in zip(ids["rows"], table["cells"]):
        for question, cell in zip(ids["columns"], cells):
            if cell["count"]:
                found[(theme, question)] = cell["count"]
    wrong = {k: (expected.get(k, 0), found.get(k, 0)) for k in expected.keys() | found.keys()
             if expected.get(k, 0) != found.get(k, 0)}
    if wrong:
        sys.exit(f"{len(wrong)} cells differ (expected, found): {wrong}")
    if len(expected) < 90:
        sys.exit(f"{len(expected)} published counts were read, and there are more")
    print(f"{len(expected)} cells equal")


def main():
    heard, beside, name = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    data = pathlib.Path(os.environ.get("HEARD_SHARED_DATA", beside))
    file, responses = SETS[name]
    if not (data / file).exists():
        print(f"skipped: {data / file} is not there")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for part in (HERE / name).iterdir():
            shutil.copy(part, folder)
        shutil.copy(data / file, folder)
        manifest = folder / "consultation.toml"
        summary = run(heard, "check", manifest, "--quiet")
        if f"= {responses} received" not in summary:
            sys.exit(f"not {responses} responses:\n{summary}")
        run(heard, "report", manifest, "--out", folder / "report", "--quiet")
        for page in ("publish/report.html", "publish/report.md", "publish/report.json", "internal/codings.csv"):
            if (folder / "report" / page).stat().st_size == 0:
                sys.exit(f"{page} is empty")
        if name == "nhs-fft":
            check_fft_counts(heard, manifest, data)
    print(f"{name}: {responses} responses reported")
    return 0


if __name__ == "__main__":
    sys.exit(main())

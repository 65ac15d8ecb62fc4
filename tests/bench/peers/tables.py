"""The run as Markdown and as CSV."""

import csv

import goals
import growth
import measures


def spread(of, form="{:.0f}"):
    """Median, and in brackets least and most, where there was more than one."""
    if of.least == of.most:
        return form.format(of.median)
    return f"{form.format(of.median)} ({form.format(of.least)}–{form.format(of.most)})"


def row(*cells):
    return "| " + " | ".join(str(c).replace("|", "\\|") for c in cells) + " |\n"


def head(*cells, right=()):
    return row(*cells) + "|" + "|".join(" ---: " if i in right else " --- " for i in range(len(cells))) + "|\n"


def form_of(value):
    return "{:.0f}" if value >= 100 else "{:.1f}" if value >= 1 else "{:.2f}"


def corpus_table(run, corpus):
    samples = run.samples
    out = f"### {corpus.name}: {corpus.bytes / 1e6:.1f} MB\n\n"
    out += head("whose", "MB/s", "time, ours = 1", "found", "does", "other than ours", right=(1, 2, 3))
    for m in measures.MEASURES:
        if not samples.has(corpus.name, m.id):
            continue
        rate = samples.rate(corpus.name, m.id, corpus.bytes)
        times = ""
        if m.against and samples.has(corpus.name, m.against):
            ratio = samples.ratio((corpus.name, m.id), (corpus.name, m.against))
            times = spread(ratio, "{:.2f}" if ratio.median < 10 else "{:.1f}")
        count = samples.count(corpus.name, m.id)
        who = m.who if m.against else f"**{m.who}**"
        out += row(who, spread(rate, form_of(rate.median)), times, f"{count:,}" if count else "", m.does, m.lacks)
    return out + "\n"


def growth_table(run):
    samples = run.samples
    sizes = run.growth.sizes
    out = "### Growth\n\n" + head("answers", *(f"{s:g} MB" for s in sizes), right=range(1, 9))

    def line(name, value):
        cells = [value(s) if samples.has("growth", f"table {s:g} MB") else ""
                 for s in sizes]
        return row(name, *cells)

    out += line("whole process, s", lambda s: spread(samples.seconds("growth", f"table {s:g} MB"), "{:.3f}"))
    for part in ("intake", "coding", "table"):
        out += line(f"its {part}, s", lambda s, p=part: spread(samples.seconds("growth", f"table {s:g} MB", p), "{:.4f}"))
    out += line("peak memory, MB", lambda s: f"{samples.peak('growth', f'table {s:g} MB') / 1e6:.0f}")
    small = run.growth.small
    out += "\n" + head(f"rules, on {small.name}", "MB/s", right=(1,))
    names = [(f"tag {n} rules", f"{n:,}") for n in growth.RULES]
    names += [("tag mix500", "mix500"), ("tag mix500 and silent", f"mix500 and {growth.SILENT:,} that hit nothing")]
    for measure, label in names:
        if samples.has("growth", measure):
            out += row(label, spread(samples.rate("growth", measure, small.bytes)))
    out += retag_table(run)
    out += "\n" + head(f"1 to 2 threads, {run.growth.largest_name()}, time that passes", "times as fast", right=(1,))
    largest = run.growth.largest_name()
    for label, one, two, part in (("whole process", f"table {largest}", "table, 2 threads", None),
                                  ("intake", f"table {largest}", "table, 2 threads", "intake"),
                                  ("coding", f"table {largest}", "table, 2 threads", "coding")):
        if samples.has("growth", one) and samples.has("growth", two):
            out += row(label, spread(samples.ratio(("growth", one), ("growth", two), part, passed=True), "{:.2f}"))
    same = {True: "the same bytes", False: "**different bytes**", None: "not compared"}[run.growth.identical]
    return out + f"\nCodings and table of one thread and of two: {same}.\n\n"


def retag_table(run):
    """What applying a changed codebook to kept words costs, beside a run over all texts."""
    samples = run.samples
    sizes = [s for s in run.growth.sizes if samples.has("growth", f"retag {s:g} MB")]
    if not sizes:
        return ""
    out = "\n" + head("one rule of mix500 changed", *(f"{s:g} MB" for s in sizes), right=range(1, 9))

    def line(name, value):
        return row(name, *(value(f"retag {s:g} MB") for s in sizes))

    def milliseconds(part):
        return lambda m: spread(scaled(samples.seconds("growth", m, part), 1000), "{:.2f}")

    def share(part):
        return lambda m: "{:.2f}".format(100 * samples.ratio_of_parts("growth", m, part, "full run").median)

    for sort in growth.sorts_in(samples, f"retag {sizes[0]:g} MB"):
        out += line(f"{sort}, ms", milliseconds(f"one rule: {sort}"))
        out += line(f"{sort}, % of a full run", share(f"one rule: {sort}"))
    for part, name in (("first change", "the first change, which makes the index"),
                       ("all codings after it", "the whole of the codings, copied"), ("keep", "keeping the words"),
                       ("save", "saving them"), ("open", "opening them"), ("full run", "a full run"),
                       ("full run on kept words", "a full run on kept words")):
        out += line(f"{name}, ms", milliseconds(part))
    return out


def scaled(of, by):
    return type(of)(of.median * by, of.least * by, of.most * by)


def markdown(run):
    out = "## What was measured\n\n"
    out += f"{run.machine}. Load before: {run.load_before:.2f}, after: {run.load_after:.2f}. "
    if run.busy:
        out += "**The machine was busy: only the ratios count, and those of threads mean little.** "
    out += (f"Rounds: {run.done}, interleaved; median, in brackets least and most. MB = 10^6 bytes. One thread, in "
            "processor time, unless it says otherwise; ratios are taken round by round.\n\n")
    out += f"    {run.command}\n\n"
    out += f"Versions: {run.versions}.\n\n"
    out += "## Goals\n\n" + head("goal", "measured", "floor", "aim", "", right=(1,))
    out += "".join(row(*cells) for cells in goals.rows(run)) + "\n## Lines\n\n"
    out += "".join(corpus_table(run, corpus) for corpus in run.measured) + growth_table(run)
    left_out = [*run.present.missing.values(), *run.absent,
                *(f"{m} on {c}: {why}" for (c, m), why in run.samples.broken.items())]
    if left_out:
        out += "### Left out\n\n" + "".join(f"- {why}\n" for why in left_out) + "\n"
    return out


def write_csv(run, path):
    """A line a corpus, measure and part. Seconds; bytes."""
    sizes = {corpus.name: corpus.bytes for corpus in run.measured}
    with open(path, "w", encoding="utf-8", newline="") as file:
        to = csv.writer(file)
        to.writerow(["corpus", "bytes", "measure", "part", "rounds", "median_s", "least_s", "most_s", "median_passed_s",
                     "found", "peak_bytes"])
        for (corpus, measure), taken in run.samples.of.items():
            parts = [None, *(taken[0].parts if len(taken[0].parts) > 1 else ())]
            for part in parts:
                seconds = run.samples.seconds(corpus, measure, part)
                to.writerow([corpus, sizes.get(corpus, ""), measure, part or "", len(taken),
                             *(f"{v:.6f}" for v in (seconds.median, seconds.least, seconds.most)),
                             f"{run.samples.seconds(corpus, measure, part, passed=True).median:.6f}",
                             run.samples.count(corpus, measure), run.samples.peak(corpus, measure)])

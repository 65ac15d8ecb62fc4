"""The goals, with the floor that has to be reached and the aim beyond it. Each is asked of one run."""

import dataclasses
import typing

import growth


@dataclasses.dataclass(frozen=True)
class Goal:
    name: str
    floor: str
    aim: str
    reached: typing.Callable  # Value -> "aim", "floor" or "no".
    value: typing.Callable  # Run -> value, or a word on why there is none.
    shown: str = "{:.1f}x"


def at_least(floor, aim):
    return lambda v: "aim" if v >= aim else "floor" if v >= floor else "no"


def at_most(floor, aim=None):
    return lambda v: "aim" if aim is not None and v <= aim else "floor" if v <= floor else "no"


def faster(corpus, ours, peer):
    """How many times as long the peer takes, on the corpus of that name."""
    def value(run):
        where = getattr(run, corpus)
        if where is None or not (run.samples.has(where.name, ours) and run.samples.has(where.name, peer)):
            return "not measured"
        return run.samples.ratio((where.name, peer), (where.name, ours)).median
    return value


def grown(over, under, part=None, passed=False):
    def value(run):
        a, b = ("growth", over(run)), ("growth", under(run))
        if not (run.samples.has(*a) and run.samples.has(*b)):
            return "not measured"
        return run.samples.ratio(a, b, part, passed).median
    return value


def table_share(run):
    name = f"table {run.growth.largest_name()}"
    if not run.samples.has("growth", name):
        return "not measured"
    return 100 * run.samples.seconds("growth", name, "table").median / run.samples.seconds("growth", name, "coding").median


def signature_rate(run):
    if not run.samples.has(run.large.name, "signatures"):
        return "not measured"
    return run.samples.rate(run.large.name, "signatures", run.large.bytes).median


def memory(run):
    """Above the input, which is held whole."""
    name = f"table {run.growth.largest_name()}"
    if not run.samples.has("growth", name):
        return "not measured"
    size = (run.growth.largest / "form.csv").stat().st_size
    return (run.samples.peak("growth", name) - size) / size


def retagged(run):
    """A rule of mix500 changed, of the time of a run over all texts; the mean of its sorts."""
    name = f"retag {run.growth.largest_name()}"
    if not run.samples.has("growth", name):
        return "not measured"
    sorts = [run.samples.seconds("growth", name, f"one rule: {sort}").median for sort in growth.sorts_in(run.samples, name)]
    return 100 * sum(sorts) / len(sorts) / run.samples.seconds("growth", name, "full run").median


def largest(kind):
    return lambda run: f"{kind} {run.growth.sizes[-1]:g} MB"


def tenth(kind):
    return lambda run: f"{kind} {run.growth.sizes[-1] / 10:g} MB"


def named(name):
    return lambda run: name


def absent(why):
    return lambda run: why


GOALS = (
    Goal("exact word spans against ICU ubrk (UTF-16)", "15x", "40x", at_least(15, 40), faster("large", "words", "icu-utf16")),
    Goal("tokenise, fold, intern against the obvious ICU pipeline", "12x", "25x", at_least(12, 25),
         faster("large", "types", "icu-pipeline")),
    Goal("the same with 15 % novel words", "8x", "15x", at_least(8, 15), faster("novel", "types", "icu-pipeline")),
    Goal("no script slower than ICU ubrk (UTF-16): all Cyrillic", "1x", "", at_least(1, 1e9),
         faster("cyrillic", "words", "icu-utf16")),
    Goal("... 25 % accented", "1x", "", at_least(1, 1e9), faster("accented", "words", "icu-utf16")),
    Goal("tokenise and tag 500 mixed rules, evidence kept, against vectorscan on 500 bare literals", "1.0x", "1.8x",
         at_least(1, 1.8), faster("large", "tag", "vectorscan-literals"), "{:.2f}x"),
    Goal("load, tag 500, tables, whole process, against SQLite FTS5: build and the same queries", "7x", "12x",
         at_least(7, 12), faster("large", "table", "sqlite")),
    Goal("the same against quanteda: tokens, lookup, group, one thread", "100x", "200x", at_least(100, 200),
         faster("small", "table", "quanteda")),
    Goal("tables of theme by category, of tagging time", "< 2 %", "free", at_most(2, 0.05), table_share, "{:.2f} %"),
    Goal("1 to 2 threads, coding", "1.85x", "1.95x", at_least(1.85, 1.95),
         grown(largest("table"), named("table, 2 threads"), "coding", passed=True), "{:.2f}x"),
    Goal("re-tag after one rule changes, on kept token ids", "< 5 % of a full run", "< 1 ms a rule", at_most(5),
         retagged, "{:.2f} % of a full run"),
    Goal("near-duplicate signatures, tokenising included", "300 MB/s", "450 MB/s", at_least(300, 450), signature_rate,
         "{:.0f} MB/s"),
    Goal("peak memory above the input, of the input", "0.6x", "", at_most(0.6), memory, "{:.2f}x"),
    Goal("peak memory, streamed", "64 MiB + vocabulary", "", at_most(64), absent("not measured here: docs/performance.md, Larger than memory")),
    Goal("cost of 10 times the answers, whole process", "<= 10.5x", "", at_most(10.5),
         grown(largest("table"), tenth("table")), "{:.2f}x"),
    Goal("cost of 10 times the rules, the new ones without a hit", "<= 1.3x", "", at_most(1.3),
         grown(named("tag mix500 and silent"), named("tag mix500")), "{:.2f}x"),
)


def rows(run):
    """Goal, ours, floor, aim, whether it is reached."""
    for goal in GOALS:
        value = goal.value(run)
        if isinstance(value, str):
            yield goal.name, value, goal.floor, goal.aim, ""
        else:
            said = {"aim": "aim reached", "floor": "floor reached", "no": "**not reached**"}[goal.reached(value)]
            yield goal.name, goal.shown.format(value), goal.floor, goal.aim, said

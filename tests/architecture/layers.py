#!/usr/bin/env python3
"""Fails on an include that breaks the table of docs/architecture.md, and prints the line and the rule.

usage: layers.py SOURCE_DIR
"""

import pathlib
import re
import sys

# Layer: the layers it may include besides itself, and the outside libraries only it may use.
LAYERS = {
    "base": (set(), set()),
    "text": ({"base"}, {"unicode/", "libstemmer.h"}),
    "model": ({"base"}, set()),
    "query": ({"base"}, {"boost/spirit", "boost/fusion"}),
    "toml": ({"base"}, {"toml++/"}),
    "intake": ({"base", "model", "text", "toml"}, {"nlohmann/"}),
    "codebook": ({"base", "model", "query", "toml"}, set()),
    "coding": ({"base", "model", "text", "query", "codebook"}, set()),
    "identity": ({"base", "model", "text"}, set()),
    "tables": ({"base", "model", "codebook", "coding"}, {"nlohmann/"}),
    "terms": ({"base", "model", "text", "query", "codebook", "coding"}, set()),
    "quotes": ({"base", "model", "text", "codebook", "coding", "identity"}, set()),
    "report": ({"base", "model", "text", "query", "codebook", "coding", "identity", "tables", "terms", "quotes"}, {"nlohmann/"}),
}
# In any layer's sources, never in include/.
EVERYWHERE = {"boost/container", "boost/unordered", "xxhash.h", "fmt/"}
GUARDED = {"unicode/", "libstemmer.h", "boost/", "toml++/", "toml.hpp", "nlohmann/", "fmt/", "CLI/", "xxhash.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1) == "<", found.group(2)


def starts(name, prefixes):
    return any(name.startswith(p) for p in prefixes)


def check_layer(root, path, layer, public):
    may, outside = LAYERS[layer]
    for number, angled, name in includes(path):
        other = None
        if name.startswith("heard/"):
            other = name.split("/")[1]
        elif not angled and "/" in name and name.split("/")[0] in LAYERS:
            other = name.split("/")[0]
            if other != layer and other != "toml":
                yield number, f'"{name}" is private to layer {other}'
                continue
        if other is not None:
            if other != layer and other not in may:
                yield number, f"layer {layer} may not include layer {other}"
        elif starts(name, GUARDED):
            if public:
                yield number, f"<{name}> may not stand in include/"
            elif not starts(name, outside) and not starts(name, EVERYWHERE):
                yield number, f"layer {layer} may not use <{name}>"


def check(root):
    for path in sorted(root.glob("include/heard/*/*.hpp")):
        for number, rule in check_layer(root, path, path.parent.name, True):
            yield path, number, rule
    for path in sorted(root.glob("lib/*/**/*.[ch]pp")):
        layer = path.relative_to(root / "lib").parts[0]
        if layer in LAYERS:
            for number, rule in check_layer(root, path, layer, False):
                yield path, number, rule
    for path in sorted([*root.glob("capi/*.[ch]pp"), *root.glob("capi/*.h")]):
        for number, angled, name in includes(path):
            ours = name.startswith("heard/") or not angled or "/" not in name
            if not ours:
                yield path, number, f"capi/ may include include/heard/ and the standard library, not <{name}>"
    for folder in ("bindings", "examples/c"):
        for path in sorted(p for p in (root / folder).rglob("*") if p.suffix in {".c", ".cpp", ".hpp", ".h"}):
            for number, angled, name in includes(path):
                if name.startswith("heard/"):
                    yield path, number, f"{folder}/ stands on heard.h and nothing else"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    unknown = [p.name for p in (root / "lib").iterdir() if p.is_dir() and p.name not in LAYERS and p.name != "cmake"]
    # A layer in which no include is found was not looked at.
    unread = [name for name in LAYERS
              if not any(True for path in (root / "lib" / name).rglob("*.[ch]pp") for _ in includes(path))]
    faults = list(check(root))
    for path, number, rule in faults:
        print(f"{path.relative_to(root)}:{number}: {rule}")
    for name in unknown:
        print(f"lib/{name}: a layer that the table does not have")
    for name in unread:
        print(f"lib/{name}: no include was found")
    print(f"{len(faults) + len(unknown) + len(unread)} faults")
    return 1 if faults or unknown or unread else 0


if __name__ == "__main__":
    sys.exit(main())

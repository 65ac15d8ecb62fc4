#!/usr/bin/env python3
"""Writes misuse_cases.inc: every function of heard.h with NULL for each of its pointers in turn, and
with a struct_size of 0 for each of its structs. What is expected is what the header promises: a
parameter that may be NULL, by its general rules or by the words above a function, is no fault, any other
is HEARD_BAD_ARGUMENT or, where a function cannot fail, a harmless default.

usage: misuse.py heard.h misuse_cases.inc
"""

import re
import sys
from pathlib import Path

# What stands for a parameter where its type does not say enough: function (or any), name.
TEXTS = {
    ("heard_manifest_parse", "text"): "small::manifest_text.data()",
    ("heard_codebook_parse", "text"): "small::codebook_text.data()",
    ("heard_builder_supply", "data"): "small::form_csv.data()",
    ("heard_builder_lend", "data"): "small::form_csv.data()",
    ("heard_codebook_find", "id"): '"hours"',
    ("heard_campaigns_index", "id"): "small::first_campaign(w)",
    ("heard_consultation_find_question", "id"): '"c1q1"',
    ("heard_kept_words_open", "data"): "small::saved_words(w).data()",
    ("heard_purge_new", "response"): '"r1"',
    ("", "who"): '"ann"',
    ("", "when"): '"2026-05-01"',
    ("", "why"): '"asked"',
    ("", "data"): '"x"',
    ("heard_stream_supply", "path"): '"register.csv"',
    ("", "path"): '"data/form.csv"',
    ("", "name"): '"name"',
    ("", "text"): '"x"',
    ("", "rule"): '"x"',
    ("", "language"): '"en"',
    ("", "word"): '"theme"',
}
NUMBERS = {
    ("heard_manifest_parse", "size"): "small::manifest_text.size()",
    ("heard_codebook_parse", "size"): "small::codebook_text.size()",
    ("heard_builder_supply", "size"): "small::form_csv.size()",
    ("heard_builder_lend", "size"): "small::form_csv.size()",
    ("heard_kept_words_open", "size"): "small::saved_words(w).size()",
    ("", "release"): "nullptr",
    ("", "size"): "1",
    ("", "entity"): "HEARD_CHANNEL",
    # The response of a body, and an answer to a closed question.
    ("", "response"): "2",
    ("", "answer"): "1",
}
STREAMS = {
    "heard_stream_wanted": "small::empty_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_supply": "small::empty_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_close": "small::empty_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_next": "small::full_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_take": "small::full_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_end": "small::full_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_codings": "small::full_stream(w.manifest.get(), w.codebook.get())",
    "heard_stream_finish": "small::read_stream(w.manifest.get(), w.codebook.get())",
}
BUILDERS = {
    "heard_builder_supply": "empty_builder(w)",
    "heard_builder_lend": "empty_builder(w)",
    "heard_builder_close": "empty_builder(w)",
    "heard_builder_wanted": "empty_builder(w)",
    "heard_builder_finish": "small::full_builder(w.manifest.get())",
}


class Parameter:
    def __init__(self, text):
        self.type, self.name = re.fullmatch(r"(.*?)(\w+)", " ".join(text.split())).groups()
        self.type = self.type.strip()
        self.base = self.type.replace("const", "").replace("*", "").strip()
        self.stars = self.type.count("*")
        self.const = "const" in self.type


class Function:
    def __init__(self, doc, result, name, parameters):
        self.doc = re.sub(r"\s*\n\s*\*\s*", " ", doc)
        self.result, self.name = " ".join(result.split()), name
        self.parameters = []
        if parameters.strip() != "void":
            self.parameters = [Parameter(each) for each in parameters.split(",")]

    def can_fail(self):
        return bool(self.parameters) and self.parameters[-1].base == "heard_error" and (
            self.parameters[-1].stars == 2)

    def may_be_null(self, parameter):
        """Whether the general rules or the words above the function let it be NULL."""
        if parameter.name in ("err", "options", "run") or "Either pointer may be NULL" in self.doc:
            return True
        if parameter.name == "diagnostics" and parameter.stars == 2:
            return True
        said = re.search(rf"@param(?:\[out\])?\s+{parameter.name}\s(.*?)(?=@|$)", self.doc, re.DOTALL)
        return said is not None and ("may be NULL" in said[1] or "NULL:" in said[1])


def read_header(path):
    text = Path(path).read_text("utf-8")
    structs = set(re.findall(r"typedef struct (heard_\w+) \{\s*size_t struct_size;",
                             re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
    handles = set(re.findall(r"typedef struct (heard_\w+) \1;", text))
    pattern = (r"(/\*\*(?:(?!\*/).)*\*/\s*)?HEARD_API\s+(?:HEARD_MUST_CHECK\s+)?"
               r"([\w\s*]+?)\s*\b(heard_\w+)\s*\(([^)]*)\)\s*;")
    functions = {}
    for doc, result, name, parameters in re.findall(pattern, text, flags=re.DOTALL):
        functions[name] = Function(doc, result, name, parameters)
    return functions, structs, handles


def lookup(table, function, name, default=None):
    return table.get((function, name), table.get(("", name), default))


def cpp_argument(f, p, structs, handles):
    """Declarations, the argument, what to check if the call is refused, and what to do after."""
    if p.stars == 2:
        declare = f"  {p.base}* {p.name} = poisoned_handle<{p.base}>();\n"
        return declare, f"&{p.name}", f"left_nothing({p.name})", f"  {p.base}_free({p.name});\n"
    if p.base in handles and p.base == "heard_builder":
        if f.name in BUILDERS:
            return f"  const cli::builder {p.name} = {BUILDERS[f.name]};\n", f"{p.name}.get()", "", ""
        return "", "w.builder.get()", "", ""
    if p.base == "heard_stream" and f.name in STREAMS:
        return f"  const cli::stream {p.name} = {STREAMS[f.name]};\n", f"{p.name}.get()", "", ""
    if p.base in handles:
        return "", f"w.{p.base.removeprefix('heard_')}.get()", "", ""
    if p.base in structs and p.const:
        return (f"  {p.base} {p.name}{{}};\n  {p.name}.struct_size = sizeof {p.name};\n",
                f"&{p.name}", "", "")
    if p.base in structs:
        return (f"  auto {p.name} = poisoned_struct<{p.base}>();\n", f"&{p.name}",
                f"left_nothing({p.name})", "")
    if p.base == "char":
        return "", lookup(TEXTS, f.name, p.name), "", ""
    if p.base == "void":
        return "", "nullptr", "", ""
    if p.stars == 1:  # a number or an axis
        return f"  {p.base} {p.name} = poisoned_value<{p.base}>();\n", f"&{p.name}", (
            f"left_nothing({p.name})"), ""
    return "", lookup(NUMBERS, f.name, p.name, "0"), "", ""


def cpp_call(f, structs, handles, null=None, unsized=None, no_error=False):
    """One call, with `null` and `unsized` the parameters that are wrong."""
    lines, arguments, checks, after = [], [], [], []
    for p in f.parameters:
        declare, argument, check, free = cpp_argument(f, p, structs, handles)
        if p is null or (no_error and p.name == "err"):
            arguments.append("nullptr")
            continue
        lines.append(declare)
        arguments.append(argument)
        after.append(free)
        if p is unsized:
            lines.append(f"  {p.name}.struct_size = 0;\n")
        elif check and p.name != "err":
            checks.append(check)
    what = f.name
    if null is not None:
        what += f"({null.name} = NULL)"
    if unsized is not None:
        what += f"({unsized.name}->struct_size = 0)"
    body = "".join(lines)
    call = f"{f.name}({', '.join(arguments)})"
    if f.result == "void":
        body += f"  {call};\n"
    elif not f.can_fail():
        # HEARD_NONE is -1 as an unsigned number.
        none = "; -1 if" in f.doc or "or #HEARD_NONE" in f.doc
        expected = "-1" if none else "0"
        if null is not None and not f.may_be_null(null):
            body += f"  expect(is_harmless({call}, {expected}), what);\n"
        else:
            body += f"  (void){call};\n"
    else:
        refused = unsized is not None or (null is not None and not f.may_be_null(null))
        body += f"  const heard_status status = {call};\n"
        body += f"  expect(status == {'HEARD_BAD_ARGUMENT' if refused else 'HEARD_OK'}, what);\n"
        if refused:
            body += "".join(f"  expect({each}, what);\n" for each in checks)
        if not (no_error or (null is not None and null.name == "err")):
            body += f"  expect({'refused_with(err)' if refused else 'err == nullptr'}, what);\n"
    body += "".join(after)
    # Freed twice is no rule of the header, so the world's own handles are not given to _free.
    return f"{{\n  [[maybe_unused]] const char* const what = \"{what}\";\n{body}}}\n"


def main():
    header, out = sys.argv[1:]
    functions, structs, handles = read_header(header)
    text = "// Made by misuse.py from heard.h.\n"
    for f in functions.values():
        pointers = [p for p in f.parameters if p.stars]
        text += f"static void try_{f.name}(const small::world& w) {{\n(void)w;\n"
        is_free = f.name.endswith("_free")
        if not is_free:
            text += cpp_call(f, structs, handles)
        for p in pointers:
            text += cpp_call(f, structs, handles, null=p)
            if f.can_fail() and p.name != "err" and not f.may_be_null(p):
                text += cpp_call(f, structs, handles, null=p, no_error=True)
            if p.base in structs and p.stars == 1:
                text += cpp_call(f, structs, handles, unsized=p)
        text += "}\n\n"
    text += "static constexpr struct {\n  const char* name;\n  void (*run)(const small::world&);\n"
    text += "} misuses[] = {\n"
    text += "".join(f'  {{"{name}", try_{name}}},\n' for name in functions)
    text += "};\n"
    Path(out).write_text(text, "utf-8")


if __name__ == "__main__":
    main()

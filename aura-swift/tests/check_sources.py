"""Reads the Swift sources with a parser and looks for what would not compile or link.

In: the generated header, the native library, and the folders with sources. Out: one line for each check.
"""

import pathlib
import re
import subprocess
import sys

import tree_sitter_swift
from tree_sitter import Language, Parser

# Forms that are right and that the parser does not know.
UNKNOWN = [re.compile(rb"@_documentation\(visibility: private\)")]


def faults(path: pathlib.Path) -> list[str]:
    """Every place that the parser cannot read."""
    source = path.read_bytes()
    for form in UNKNOWN:
        source = form.sub(lambda found: b" " * len(found[0]), source)
    found, open_ = [], [Parser(Language(tree_sitter_swift.language())).parse(source).root_node]
    while open_:
        node = open_.pop()
        if node.is_error or node.is_missing:
            found.append(f"{path.name}:{node.start_point[0] + 1}: cannot be read: {source.splitlines()[node.start_point[0]][:90].decode()}")
        elif node.has_error:
            open_.extend(node.children)
    return found


def traps(path: pathlib.Path) -> list[str]:
    """What reads well and does not compile: cases named like what they hold, names that UniFFI takes for itself."""
    text = path.read_text("utf-8")
    found = [f"{path.name}: `case {m[1]}({m[2]})` holds a type of its own name" for m in re.finditer(r"case (\w+)\((\w+)\)", text) if m[1] == m[2]]
    found += [f"{path.name}: an enum named `Error` hides Swift's own" for _ in re.finditer(r"enum Error\b", text)]
    found += [f"{path.name}: `func close` is taken" for _ in re.finditer(r"func close\(", text) if "AuraUniffi" in path.name]
    names = re.findall(r"^    (?:struct|enum) (\w+)", text, re.M)
    found += [f"{path.name}: `{name}` is there twice" for name in sorted({n for n in names if names.count(n) > 1})]
    if names:
        used = set(re.findall(r"Documents\.(\w+)", text))
        found += [f"{path.name}: `Documents.{name}` is nowhere" for name in sorted(used - set(names) - {"swift"})]
    return found


def symbols(header: pathlib.Path, library: str) -> list[str]:
    """Functions of the header that the library does not have."""
    wanted = set(re.findall(r"\b((?:uniffi|ffi)_aura_\w+)\s*\(", header.read_text("utf-8")))
    present = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    found = [f"{name} is not in the library" for name in sorted(wanted - {line.split()[-1] for line in present.splitlines()})]
    return found if wanted else ["the header names no function"]


def main(header: str, library: str, *folders: str) -> int:
    files = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.swift"))
    checks = [(path.name, faults(path) + traps(path)) for path in files]
    checks.append(("symbols", symbols(pathlib.Path(header), library)))
    for name, found in checks:
        print(f"{'FAIL' if found else 'ok'} {name}", *found, sep="\n  ")
    return int(any(found for _, found in checks))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

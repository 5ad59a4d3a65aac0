"""The one direction of flow, held by reading the imports of every file."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import headwater

ROOT = Path(headwater.__file__).parent
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "settings": set(),
    "spread": set(),
    "model": {"errors"},
    "lexicon": set(),
    "language": {"model", "lexicon", "settings"},
    "read": {"model", "lexicon", "errors", "settings"},
    "clean": {"model", "lexicon", "errors", "settings", "read"},
    "annotate": {"model", "lexicon", "language"},
    "link": {"model", "lexicon", "language", "annotate", "settings"},
    "assess": {"model", "lexicon", "annotate", "link", "settings"},
    "show": {"model", "lexicon", "annotate", "assess", "link", "errors"},
    "pipeline": {
        "errors",
        "model",
        "settings",
        "language",
        "read",
        "clean",
        "annotate",
        "link",
        "assess",
    },
    "api": {"errors", "model", "settings", "read", "pipeline", "assess", "show"},
    "store": {"errors", "model"},
    "fetch": {"errors", "model", "settings", "read"},
    "desk": {
        "errors",
        "model",
        "settings",
        "spread",
        "read",
        "pipeline",
        "link",
        "assess",
        "show",
        "store",
        "fetch",
        "api",
    },
    "web": {"errors", "model", "settings", "assess", "show", "store", "desk"},
    "cli": {
        "errors",
        "model",
        "settings",
        "spread",
        "read",
        "pipeline",
        "show",
        "api",
        "link",
        "lexicon",
        "assess",
        "store",
        "fetch",
        "desk",
        "web",
    },
    "": {"api", "model", "errors"},
    "__main__": {"cli"},
}
"""Room -> the rooms it may import (its own always); "" is the package itself."""

FILES = sorted(ROOT.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_imported(path: Path) -> set[str]:
    names = imported(ast.parse(path.read_text(encoding="utf8")))
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "headwater" and len(part) > 1}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    wrong = {name for name in rooms_imported(path) if name in ALLOWED and name} - ALLOWED[room] - {room}
    assert not wrong, f"{path.relative_to(ROOT)} may not import {sorted(wrong)}"


@pytest.mark.parametrize(
    "path", [p for p in FILES if room_of(p) not in {"cli", "api", ""}], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_import_hides_inside_a_function(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    hidden = [n for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert not hidden, f"{path.relative_to(ROOT)}:{hidden[0].lineno if hidden else 0}"

"""No file over 300 lines, no function over 40 (its docstring not counted), in any room or test."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# A migration is never changed again: a shape of the database, written out table by table.
WRITTEN_ONCE = "storage/migrations/versions"
FOLDERS = (
    *("governance", "services", "storage", "config", "handlers", "bot", "sandbox"),
    *("tests", "docs", "benchmarks"),
)
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
SCRIPTS = sorted(p for p in (ROOT / "sandbox" / "page").rglob("*.*") if p.is_file())


def named(path):
    return path.relative_to(ROOT).as_posix()


def length(function):
    lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function):
        docstring = function.body[0]
        lines -= docstring.end_lineno - docstring.lineno + 1
    return lines


@pytest.mark.parametrize("path", [*SOURCES, *SCRIPTS], ids=named)
def test_no_file_is_too_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", [p for p in SOURCES if WRITTEN_ONCE not in named(p)], ids=named)
def test_no_function_is_too_long(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [
        n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    too_long = {f.name: length(f) for f in functions if length(f) > LONGEST_FUNCTION}

    assert too_long == {}

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


def functions(path):
    """Yield the functions of a file, those within others too."""
    within = [ast.parse(path.read_text(encoding="utf-8"))]
    while within:
        for node in ast.iter_child_nodes(within.pop()):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node
            if isinstance(node, ast.stmt | ast.excepthandler | ast.match_case):
                within.append(node)


def test_no_file_is_too_long():
    lines = {
        named(p): len(p.read_text(encoding="utf-8").splitlines()) for p in [*SOURCES, *SCRIPTS]
    }

    assert {name: many for name, many in lines.items() if many > LONGEST_FILE} == {}
    assert len(lines) > 1000  # looked where the files are


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_function_is_too_long(folder):
    """A folder at a time: a test for each of a thousand files takes longer than to read it."""
    paths = [p for p in SOURCES if p.parts[len(ROOT.parts)] == folder]
    lines = {
        f"{named(path)}: {function.name}": length(function)
        for path in paths
        if WRITTEN_ONCE not in named(path)
        for function in functions(path)
    }

    assert {name: many for name, many in lines.items() if many > LONGEST_FUNCTION} == {}
    assert lines != {}

"""The rooms import in one direction, and each keeps to its own libraries (docs/house.md)."""

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = {
    "governance": set(),
    "services": {"governance"},
    "storage": {"governance"},
    "config": {"governance"},
    "handlers": {"services", "governance"},
    "bot": {"handlers", "services", "storage", "config", "governance", "sandbox"},
    "sandbox": set(),
}
LIBRARIES = {
    "governance": {"chinese_calendar", "dateutil"},
    "services": set(),
    "storage": {"sqlalchemy", "alembic", "asyncpg", "greenlet"},
    "config": {"pydantic", "pydantic_core", "pydantic_settings"},
    "handlers": {"telegram", "fluent"},
    "bot": {
        "aiohttp",
        "aiohttp_socks",
        "apscheduler",
        "click",
        "nacl",
        "numpy",
        "openpyxl",
        "orjson",
        "prometheus_client",
        "rich",
        "segno",
        "sklearn",
        "sqlalchemy",
        "starlette",
        "structlog",
        "telegram",
        "threadpoolctl",
        "typst",
        "uvicorn",
        "uvloop",
    },
    "sandbox": {"starlette", "uvicorn"},
}
# The name by which a distribution is imported, where it is another.
IMPORTED_AS = {
    "chinesecalendar": "chinese_calendar",
    "pynacl": "nacl",
    "python-dateutil": "dateutil",
    "python-telegram-bot": "telegram",
    "scikit-learn": "sklearn",
}
NEVER_IMPORTED = {"tzdata", "zhplot"}  # of the latter only a file is read
KNOW_THE_SANDBOX = {"bot/demo.py", "bot/shows.py"}
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
GOVERNANCE = sorted((ROOT / "governance").rglob("*.py"))


def named(path):
    return path.relative_to(ROOT).as_posix()


@cache
def imports(path):
    """Return what a file imports, wherever in it: (module, name) pairs."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found += ((node.module or ".", alias.name) for alias in node.names)
    return found


def tops(path):
    return {module.split(".")[0] for module, _ in imports(path)}


def test_the_contracts_are_kept():
    command = Path(sys.executable).with_name("lint-imports")

    told = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stdout + told.stderr


def test_the_contracts_name_every_library():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"]]
    for extra in ("fast", "polis"):
        asked += project["project"]["optional-dependencies"][extra]
    libraries = {each.split(">=")[0].split("[")[0] for each in asked}
    libraries = {IMPORTED_AS.get(each, each).replace("-", "_") for each in libraries}
    libraries = {each.split(".")[0] for each in libraries} - NEVER_IMPORTED
    contracts = project["tool"]["importlinter"]["contracts"]

    forbidden = {
        contract["source_modules"][0]: set(contract["forbidden_modules"])
        for contract in contracts
        if contract["type"] == "forbidden" and len(contract["source_modules"]) == 1
        if "bot" not in contract["forbidden_modules"]
    }

    for room, names in forbidden.items():
        if room != "bot":  # adapters to libraries are its work: jieba is one by name only
            assert names | LIBRARIES[room] >= libraries - {"aiosqlite", "httptools"}, room


@pytest.mark.parametrize("room", ROOMS)
def test_a_file_imports_what_its_room_may(room):
    known = ROOMS[room] | LIBRARIES[room] | {room} | sys.stdlib_module_names
    paths = [p for p in SOURCES if p.parts[len(ROOT.parts)] == room]

    assert {named(p): more for p in paths if (more := tops(p) - known)} == {}
    assert paths != []


@pytest.mark.parametrize("room", sorted(ROOMS.keys() - {"bot"}))
def test_nobody_imports_the_bot(room):
    assert [named(p) for p in (ROOT / room).rglob("*.py") if "bot" in tops(p)] == []


def test_only_demo_and_command_line_know_the_sandbox():
    know = {named(p) for p in SOURCES if p.parts[-2] != "sandbox" and "sandbox" in tops(p)}

    assert know <= KNOW_THE_SANDBOX


def test_the_doors_know_of_sql_only_that_a_connection_is_passed_on():
    found = {
        (n, m) for p in (ROOT / "bot").rglob("*.py") for m, n in imports(p) if "sqlalchemy" in m
    }

    assert found == {("Connection", "sqlalchemy")}


def nodes(kind):
    """Yield what is of this kind in the rule book, and its place."""
    for path in GOVERNANCE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kind):
                yield node, f"{named(path)}:{node.lineno}"


def test_governance_never_awaits():
    awaiting = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)

    assert [place for _, place in nodes(awaiting)] == []


def test_governance_reads_no_clock_and_speaks_to_nobody():
    silent = {"asyncio", "logging", "os", "random", "secrets", "socket", "sqlite3", "subprocess"}
    calls = [(call.func, place) for call, place in nodes(ast.Call)]

    assert [p for f, p in calls if isinstance(f, ast.Attribute) and f.attr in CLOCKS] == []
    assert [p for f, p in calls if isinstance(f, ast.Name) and f.id in {"open", "print"}] == []
    assert [named(p) for p in GOVERNANCE if tops(p) & (silent | {"time"})] == []
    assert len(calls) > 1000  # looked where the rules are

"""What the code says: its strings, and the keys that it names."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("governance", "services", "handlers", "storage", "bot")


def sources(rooms, *, with_words=""):
    """Yield each file's name and tree; only the files in which these words stand."""
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            if with_words in text:
                name = path.relative_to(ROOT).as_posix()
                yield name, ast.parse(text, name)


# in which place of which call a key stands
CALLS = {
    "texts": 0,
    "plain": 0,
    "has": 0,
    "toast": 0,
    "Refusal": 0,
    "NotAllowed": 0,
    "Unknown": 0,
    "notice": 1,
    "remind": 3,
}


def scopes(tree):
    """Yield each function with the names that are bound in it, and the module's own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, assigned([*tree.body, *ast.walk(node)])


def assigned(nodes):
    """Return all that each name is ever bound to."""
    bound = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                pairs = zip(names, values, strict=True)
            case ast.Assign(targets=names, value=value):
                pairs = ((name, value) for name in names)
            case _:
                continue
        for name, value in pairs:
            if isinstance(name, ast.Name):
                bound.setdefault(name.id, []).append(value)
    return bound


def resolved(node, bound):
    """Yield every key, or pattern of one, that an expression may be."""
    match node:
        case ast.Constant(value=str(key)):
            yield re.escape(key)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in parts
            )
        case ast.IfExp(body=one, orelse=other):
            yield from resolved(one, bound)
            yield from resolved(other, bound)
        case ast.Name(id=name) if name in bound:
            for value in bound[name]:
                yield from resolved(value, {k: v for k, v in bound.items() if k != name})


@cache
def asked():
    """Return every call that names a key: where, the pattern of the key, the call."""
    return tuple(_asked())


def _asked():
    for where, tree in sources(ROOMS):
        for function, bound in scopes(tree):
            for call in ast.walk(function):
                if not isinstance(call, ast.Call):
                    continue
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                place = CALLS.get(name)
                if place is not None and len(call.args) > place:
                    for pattern in resolved(call.args[place], bound):
                        yield f"{where}:{call.lineno}", pattern, call


def literals(rooms, *, but=()):
    """Yield every string of the code, with its place; docstrings too."""
    for room in rooms:
        for where, line, text in _strings(room):
            if where not in but:
                yield f"{where}:{line}", text


@cache
def _strings(room):
    return [
        (where, node.lineno, node.value)
        for where, tree in sources((room,))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]

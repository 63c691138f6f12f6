"""Many groups at once, as a town's file tells of them: each [[crowd]] is so many [[chats]]."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sandbox.errors import TownError

Table = dict[str, Any]

TOWNS = Path(__file__).parent / "towns"
_OWN = {"title", "count", "first", "kind"}
_COUNT = re.compile(r"^count = \d+$", re.MULTILINE)


def told(path: Path) -> Table:
    """Return what a town's file tells, with the town it is like, and its crowds spelt out."""
    table = _load(path)
    base = _load(model(path)) if "like" in table else {}
    chats = [*base.get("chats", []), *table.get("chats", []), *map(_chat, groups(path))]
    return {**base, **table, "people": [*base.get("people", []), *table.get("people", [])]} | {
        "chats": chats
    }


def model(path: Path) -> Path:
    """Return the file of the town that a town is like: itself, where it is like no other."""
    like = _load(path).get("like")
    if like is None:
        return path
    found = TOWNS / f"{like}.toml"
    if not isinstance(like, str) or not found.is_file():
        raise TownError(f"{path}: `like` must name another town of the house, not {like!r}.")
    return found


def groups(path: Path) -> Iterator[Table]:
    """Yield every group of a town's crowds, as a chat that also tells its kind."""
    for number, row in enumerate(_load(path).get("crowd", []), start=1):
        if not isinstance(row, dict) or not row.keys() >= _OWN or not _fits(row):
            where = f"{path}: [[crowd]] {number}"
            raise TownError(f"{where} needs title and kind, and count and first as whole numbers.")
        for n in range(row["count"]):
            yield {**row, "id": row["first"] - n, "title": f"{row['title']}{n + 1}"}


def resized(path: Path, count: int) -> str:
    """Return a town's file with so many groups in its crowds, each of them in its share."""
    counts = [row["count"] for row in _load(path).get("crowd", [])]
    if not counts or count < len(counts):
        raise TownError(f"{path.stem}: its crowds cannot be {count} groups.")
    shares = [max(1, one * count // sum(counts)) for one in counts[1:]]
    found = iter([count - sum(shares), *shares])
    return _COUNT.sub(lambda _: f"count = {next(found)}", path.read_text(encoding="utf-8"))


def _fits(row: Table) -> bool:
    texts = all(isinstance(row[name], str) and row[name] for name in ("title", "kind"))
    return texts and type(row["count"]) is int and type(row["first"]) is int


def _chat(group: Table) -> Table:
    return {name: value for name, value in group.items() if name not in _OWN - {"title"}}


def _load(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TownError(f"{path}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TownError(f"{path}: is not TOML: {error}.") from error

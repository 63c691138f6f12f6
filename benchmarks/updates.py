"""The updates of each workload, as Telegram's JSON has them; each bears the number it is told by.

`echo` is words to be said back. `report` is a plain complete /report in private. `press` is a
button under a reporter's own case, answered by a toast; `step` is the button that takes the case
back, after which its card is drawn anew and its worker is told. `vote` is a button under the card
of the one open ballot in the group; `vote-100-7` of the ballot of a hundred households, in the
order of seed 7.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.presses import HOUSEHOLDS, pressed, voter

PEOPLE, FIRST_PERSON = 1_000, 500_001
CASES = 1_000  # in the world; the n-th is the n-th person's
BUILDINGS = ("一", "三", "五")
AT = 1_795_000_000
GROUP = -1001000000001


def person(number: int) -> int:
    """Return who says the update of a number: a thousand people in turn."""
    return FIRST_PERSON + (number - 1) % PEOPLE


def case(number: int) -> int:
    """Return the case under whose card the button of a number stands."""
    return (number - 1) % CASES + 1


def words(number: int) -> str:
    """Return a report that is clear, and so is filed at once; the same twice would be one case."""
    return f"{BUILDINGS[number % 3]}号楼电梯坏了两天没人修，第{number}次"


def _message(number: int, text: str) -> dict[str, Any]:
    who = person(number)
    told: dict[str, Any] = {
        "message_id": number,
        "date": AT,
        "chat": {"id": who, "type": "private", "first_name": "李秀芬"},
        "from": {"id": who, "is_bot": False, "first_name": "李秀芬", "language_code": "zh-hans"},
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        told["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"message": told}


def _press(number: int, data: str) -> dict[str, Any]:
    under = _message(number, "#12 · 电梯 · 二网格 · 王师傅\n收到，正在办。")["message"]
    by = under.pop("from")
    under["from"] = {
        "id": 7000000001,
        "is_bot": True,
        "first_name": "邻里",
        "username": "linli_bot",
    }
    rows = [[("撤回", f"c:{number}:withdraw"), ("不用每步都说", f"k:{number}:mute")]]
    under["reply_markup"] = _keyboard(rows)
    query = {"id": f"seq{number}x", "from": by, "message": under, "chat_instance": "1"}
    return {"callback_query": query | {"data": data}}


def _vote(number: int, households: int = HOUSEHOLDS, seed: int = 0) -> dict[str, Any]:
    household, option = pressed(number, households, seed)
    told = _press(number, f"b:1:mark={option}")
    query, group = told["callback_query"], {"id": GROUP, "type": "supergroup", "title": "邻里"}
    query["from"] = {**query["from"], "id": voter(household)}
    rows = [[("赞成", "b:1:mark=0"), ("反对", "b:1:mark=1"), ("弃权", "b:1:mark=2")]]
    query["message"] |= {"chat": group, "reply_markup": _keyboard(rows)}
    return told


def _keyboard(rows: list[list[tuple[str, str]]]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": t, "callback_data": d} for t, d in r] for r in rows]}


KINDS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "echo": lambda n: _message(n, f"seq{n}x"),
    "report": lambda n: _message(n, f"/report {words(n)}"),
    "press": lambda n: _press(n, f"k:{case(n)}:mute"),
    "step": lambda n: _press(n, f"c:{case(n)}:withdraw"),
    "vote": _vote,
}


def build(kind: str, number: int) -> bytes:
    """Return the update of a number as bytes."""
    name, *how = kind.split("-")
    told = {"update_id": number, **KINDS[name](number, *map(int, how))}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

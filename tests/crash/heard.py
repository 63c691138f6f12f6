"""What the sandbox heard from the bot: each message, and how it stands in the end."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

SENDS = ("sendMessage", "sendPhoto", "sendMediaGroup")
EDITS = ("editMessageText", "editMessageCaption")
KINDS = {
    "receipt": re.compile(r"<b>#(\d+)</b> 收到了 · "),
    "worksheet": re.compile(r"<b>#(\d+)</b> [^\n]+ · [^\n]+\n状态：([^\n]+)"),
    "verdict": re.compile(r"<b>#(\d+)</b> [^\n]+：[^\n]+说办结了"),
}
ENDS = ("结果：", "现在由")
FLIGHT = 1000  # ms: what was on its way when the bot was killed arrives a little later
WRITTEN = 3000  # ms until what Telegram answered is surely written down, on a busy machine too


@dataclass(kw_only=True)
class Message:
    """One message of the bot; `answered`: the bot was surely told that it had arrived."""

    chat: int
    id: int
    at: int
    answered: bool
    text: str
    buttons: frozenset = frozenset()
    reply_to: int | None = None
    photos: int = 0
    gone: bool = False
    first: str = field(init=False)

    def __post_init__(self):
        self.first = self.text

    @property
    def card(self):
        """The kind of a card about a case and its number; None for what is none."""
        for kind, shape in KINDS.items():
            if found := shape.match(self.first):
                return self.chat, kind, int(found[1])
        return None

    @property
    def look(self):
        """How the card stands: what it says of the case, and which steps it offers."""
        chat, kind, number = self.card
        steps = frozenset(b.split(":")[2] for b in self.buttons if b.startswith("c:"))
        last = self.text.rpartition("\n")[2]
        if kind == "worksheet":
            last = KINDS[kind].match(self.text)[2]
        elif (kind == "verdict" and steps) or (kind == "receipt" and not last.startswith(ENDS)):
            last = ""
        return chat, kind, number, last, steps


def messages(calls):
    """Return every message that the calls brought about, as it stands after the last of them."""
    found = {}
    for call in calls:
        params, place = call["params"], (call["params"].get("chat_id"), call["message"])
        if not call["ok"]:
            continue
        if call["method"] in SENDS:
            place = (place[0], _first(place[1]))
            found[place] = _sent(call, place)
        elif call["method"] in EDITS and place in found:
            found[place].text = _text(params)
            found[place].buttons = _buttons(params)
        elif call["method"] == "deleteMessage" and place in found:
            found[place].gone = True
    return list(found.values())


def _first(message):
    return message[0] if isinstance(message, list) else message


def _sent(call, place):
    params = call["params"]
    media = params.get("media", [])
    return Message(
        chat=place[0],
        id=place[1],
        at=call["at"],
        answered=call["answered"] and not call["fault"],
        text=_text(params) or (media[0]["caption"] if media else ""),
        buttons=_buttons(params),
        reply_to=(params.get("reply_parameters") or {}).get("message_id"),
        photos=len(media),
    )


def _text(params):
    return params.get("text") or params.get("caption") or ""


def _buttons(params):
    markup = params.get("reply_markup") or {}
    markup = json.loads(markup) if isinstance(markup, str) else markup
    rows = markup.get("inline_keyboard", [])
    return frozenset(b["callback_data"] for row in rows for b in row if "callback_data" in b)


def grouped(found, key):
    """Return messages by a key, each in the order of sending; those of no key are left out."""
    groups = defaultdict(list)
    for each in found:
        if (name := key(each)) is not None:
            groups[name].append(each)
    return groups


def unsure(group, cuts):
    """Count the messages of which the bot could not know that they had arrived: lost, or cut off.

    Only these may come a second time.
    """
    doubts = [
        not one.answered
        or any(one.at - FLIGHT <= cut <= min(other.at, one.at + WRITTEN) for cut in cuts)
        for one, other in pairwise(group)
    ]
    return sum(doubts)

"""A town over its control interface, for stories, drills and tests."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib import error, request

Message = dict[str, Any]
Words = str | Sequence[str]

PICTURES = Path(__file__).parent / "pictures"

_PATIENCE = 120.0
_BOT_PATIENCE = 30
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class Refused(Exception):
    """The town refused a request; its sentence says why."""


class NotSeen(AssertionError):
    """What was looked for is not to be seen; `seen` is what is there instead."""

    def __init__(self, expected: str, seen: str) -> None:
        super().__init__(f"expected {expected}; seen: {seen}")
        self.expected = expected
        self.seen = seen


def duration(text: str) -> timedelta:
    """Read 90s, 15m, 2h or 7d."""
    found = re.fullmatch(r"([1-9]\d*)([smhd])", text)
    if found is None:
        raise ValueError(f"{text!r} is no duration: write 90s, 15m, 2h or 7d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def listed(words: Words) -> Sequence[str]:
    """Return words as a list."""
    return (words,) if isinstance(words, str) else words


def quoted(words: Words) -> str:
    """Return words as a sentence shows them."""
    return " + ".join(f"“{word}”" for word in listed(words))


def labels(message: Message) -> list[str]:
    """Return what stands on the buttons under a message."""
    return [button["text"] for row in message["buttons"] or [] for button in row]


def holds(message: Message, words: Words) -> bool:
    """Tell whether a message holds all these words."""
    said = f"{message['text'] or ''}\n{message['service'] or ''}"
    return all(word in said for word in listed(words))


def _picture(name: str | None) -> str | None:
    """Complete the name of a picture; a data: URI and a whole name stay as they are."""
    if name is None or name.startswith("data:"):
        return name
    found = sorted(PICTURES.glob(f"{name}.*"))
    return found[0].name if found else name


class Town:
    """A running sandbox; every method waits for its answer."""

    def __init__(self, base: str) -> None:
        if not base.startswith("http://"):
            raise ValueError(f"{base!r} is no address of a town: write http://127.0.0.1:8080")
        self._root = f"{base.rstrip('/')}/sandbox/v1"
        # a town is on this machine: a proxy named in the environment must not stand between
        self._opener = request.build_opener(request.ProxyHandler({}))

    def get(self, path: str) -> dict[str, Any]:
        """Ask the control interface."""
        return self._answer(path, None)

    def post(self, path: str, **body: object) -> dict[str, Any]:
        """Tell the control interface; what is None is left out."""
        told = {key: value for key, value in body.items() if value is not None}
        return self._answer(path, json.dumps(told).encode())

    def _answer(self, path: str, body: bytes | None) -> dict[str, Any]:
        asked = request.Request(  # noqa: S310 -- the constructor lets only http:// in
            self._root + path, data=body, headers={"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(asked, timeout=_PATIENCE) as answer:
                found: dict[str, Any] = json.load(answer)
        except error.HTTPError as refusal:
            with refusal:
                raise Refused(_sentence(refusal)) from None
        return found

    def world(self) -> dict[str, Any]:
        """Return the bot, the people and the chats."""
        return self.get("/world")

    def person(self, who: str) -> int:
        """Return the id of a person."""
        people = {person["name"]: int(person["id"]) for person in self.world()["people"]}
        if who not in people:
            raise Refused(f"nobody here is called {who!r}; there are {', '.join(people)}")
        return people[who]

    def chat(self, title: str) -> int | str:
        """Return what stands for a chat; no title means the private chat with the bot."""
        if title in {"", "private"}:
            return "private"
        groups = {
            c["title"]: int(c["id"]) for c in self.world()["chats"] if c["type"] != "private"
        }
        if title not in groups:
            raise Refused(f"no chat is called {title!r}; there are {', '.join(groups)}")
        return groups[title]

    def says(  # noqa: PLR0913 -- each is a thing a message may hold
        self,
        who: str,
        text: str = "",
        *,
        chat: str = "",
        photo: str | None = None,
        location: dict[str, float] | None = None,
        voice: dict[str, int] | None = None,
        reply_to: Words | None = None,
    ) -> int:
        """Send a message; `reply_to` is words of the newest message that holds them."""
        replied = None if reply_to is None else self.sees(who, reply_to, chat=chat)["id"]
        content = {"text": text or None, "location": location, "voice": voice}
        said = self._does(
            who, "say", chat=self.chat(chat), reply_to=replied, photo=_picture(photo), **content
        )
        return int(said["message"])

    def edits(self, who: str, text: str, *, under: Words, chat: str = "") -> int:
        """Change the person's own newest message that holds these words."""
        me = self.person(who)
        own = [m for m in self.messages(who, chat) if m["from"]["id"] == me and holds(m, under)]
        if not own:
            raise self._not_seen(who, chat, f"a message of {who} with {quoted(under)}")
        edited = self._does(who, "edit", chat=self.chat(chat), message=own[-1]["id"], text=text)
        return int(edited["message"])

    def presses(self, who: str, button: str, *, under: Words = (), chat: str = "") -> str | None:
        """Press a button under the newest message with these words and that button."""
        self.idle()
        message = self._newest(who, chat, under, button)
        if message is None:
            under_what = f" under {quoted(under)}" if listed(under) else ""
            raise self._not_seen(who, chat, f"a button [{button}]{under_what}")
        press = {"message": message["id"], "button": button}
        toast = self._does(who, "press", chat=self.chat(chat), **press)["toast"]
        return None if toast is None else str(toast["text"])

    def starts(self, who: str, payload: str = "") -> int:
        """Press Start in the private chat."""
        return int(self._does(who, "start", payload=payload or None)["message"])

    def joins(self, who: str, chat: str) -> None:
        """Enter a group."""
        self._does(who, "join", chat=self.chat(chat))

    def leaves(self, who: str, chat: str) -> None:
        """Leave a group."""
        self._does(who, "leave", chat=self.chat(chat))

    def blocks(self, who: str) -> None:
        """Block the bot."""
        self._does(who, "block")

    def sees(
        self, who: str, words: Words, *, chat: str = "", buttons: Sequence[str] | None = None
    ) -> Message:
        """Return the newest message with all these words, once the bot is idle."""
        idle = self.idle()
        message = self._newest(who, chat, words)
        if message is None:
            wanted = f"{who} to see {quoted(words)} {_where(chat)}"
            raise self._not_seen(who, chat, wanted if idle else f"{wanted} (the bot is not idle)")
        if buttons is not None and labels(message) != list(buttons):
            expected = f"{_buttons(buttons)} under {quoted(words)}"
            raise NotSeen(expected, _buttons(labels(message)))
        return message

    def messages(self, who: str, chat: str = "") -> list[Message]:
        """Return what a person sees in a chat, oldest first."""
        person, place = self.person(who), self.chat(chat)
        found: list[Message] = self.get(f"/people/{person}/chats/{place}/messages")["messages"]
        return found

    def waits(self, text: str) -> None:
        """Let the time pass: 90s, 15m, 2h, 7d, or until the next thing due ("next")."""
        if text == "next":
            self.advance(to="next")
        else:
            self.advance(seconds=int(duration(text).total_seconds()))

    def advance(self, *, seconds: int | None = None, to: str | None = None) -> None:
        """Move the clock; it does not move under a bot that is at work."""
        before = self.get("/clock")["version"]
        self.post("/clock/advance", seconds=seconds, to=to)
        if self.get("/clock")["version"] == before:
            raise Refused("the clock stands still: the bot is not idle")

    def idle(self, timeout: int = _BOT_PATIENCE) -> bool:
        """Wait until the bot has nothing to do; tell whether it came to that."""
        return bool(self.get(f"/idle?timeout={timeout}")["idle"])

    def _does(self, who: str, deed: str, **body: object) -> dict[str, Any]:
        return self.post(f"/people/{self.person(who)}/{deed}", **body)

    def _newest(self, who: str, chat: str, words: Words, button: str = "") -> Message | None:
        for message in reversed(self.messages(who, chat)):
            if holds(message, words) and (not button or _has(message, button)):
                return message
        return None

    def _not_seen(self, who: str, chat: str, expected: str) -> NotSeen:
        last = self.messages(who, chat)[-5:]
        seen = " | ".join(f"{m['from']['name']}: {_short(m)}" for m in last)
        return NotSeen(expected, seen or "no messages at all")


def _has(message: Message, button: str) -> bool:
    rows = message["buttons"] or []
    return any(button in {key["text"], key.get("data")} for row in rows for key in row)


def _where(chat: str) -> str:
    return f"in {chat}" if chat else "in private"


def _keys(texts: Iterable[str]) -> str:
    return " ".join(f"[{text}]" for text in texts)


def _buttons(texts: Sequence[str]) -> str:
    return f"the buttons {_keys(texts)}" if texts else "no buttons"


def _short(message: Message) -> str:
    said = str(message["text"] or message["service"] or "…").replace("\n", " ")
    return " ".join(filter(None, (said, _keys(labels(message)))))


def _sentence(refusal: error.HTTPError) -> str:
    body = refusal.read().decode(errors="replace")
    try:
        return str(json.loads(body)["error"])
    except (ValueError, KeyError, TypeError):
        return f"the town answered {refusal.code}: {body[:200]}"

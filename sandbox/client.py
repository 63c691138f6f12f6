"""A town over its control interface, for stories, drills and tests."""

import base64
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sandbox.wire import Refused, Wire
from sandbox.words import (
    Message,
    NotSeen,
    Words,
    duration,
    has,
    holds,
    keyboard,
    labels,
    listed,
    quoted,
    short,
    speaker,
    where,
)

__all__ = ["Message", "NotSeen", "Refused", "Town", "Words", "duration", "listed", "quoted"]

PICTURES = Path(__file__).parent / "pictures"

_BOT_PATIENCE = 90
_OPERATOR_ROUNDS = 4


def _picture(name: str | None) -> str | None:
    """Complete the name of a picture; a data: URI and a whole name stay as they are."""
    if name is None or name.startswith("data:"):
        return name
    found = sorted(PICTURES.glob(f"{name}.*"))
    return found[0].name if found else name


class Town(Wire):
    """A running sandbox; every method waits for its answer."""

    def says(  # noqa: PLR0913 -- each is a thing a message may hold
        self,
        who: str,
        text: str = "",
        *,
        chat: str = "",
        topic: str | None = None,
        photo: str | None = None,
        album: Sequence[str] = (),
        location: dict[str, float] | None = None,
        voice: dict[str, int] | None = None,
        document: dict[str, str] | None = None,
        reply_to: Words | None = None,
        anonymous: bool = False,
    ) -> int:
        """Send a message, or an album; `reply_to` is words of the newest message with them."""
        replied = None if reply_to is None else self.sees(who, reply_to, chat=chat)["id"]
        frame = {
            "chat": self.chat(chat),
            "topic": topic and self.topic(chat, topic),
            "reply_to": replied,
            "anonymous": anonymous or None,
        }
        name = f"album-{secrets.token_hex(4)}" if album else None
        first, *others = list(album) if album else [photo]
        content = {"location": location, "voice": voice, "document": _encoded(document)}
        photos = {"photo": _picture(first), "album": name}
        said = self._does(who, "say", **frame, text=text or None, **photos, **content)
        for other in others:
            self._does(who, "say", **frame, photo=_picture(other), album=name)
        return int(said["message"])

    def edits(self, who: str, text: str, *, under: Words, chat: str = "") -> int:
        """Change the person's own newest message that holds these words."""
        me = self.person(who)
        own = [m for m in self.messages(who, chat) if m["from"]["id"] == me and holds(m, under)]
        if not own:
            raise self._not_seen(who, chat, f"a message of {who} with {quoted(under)}")
        edited = self._does(who, "edit", chat=self.chat(chat), message=own[-1]["id"], text=text)
        return int(edited["message"])

    def presses(
        self,
        who: str,
        button: str,
        *,
        under: Words = (),
        chat: str = "",
        topic: str | None = None,
    ) -> str | None:
        """Press a button under the newest message with these words and that button."""
        self.idle()
        fitting = [m for m in self.messages(who, chat, topic) if holds(m, under)]
        message = next((m for m in reversed(fitting) if has(m, button)), None)
        if message is None:
            under_what = f" under {quoted(under)}" if listed(under) else ""
            raise self._not_seen(who, chat, f"a button [{button}]{under_what}")
        press = {"message": message["id"], "button": button}
        toast = self._does(who, "press", chat=self.chat(chat), **press)["toast"]
        return None if toast is None else str(toast["text"])

    def votes(self, who: str, options: Words, *, under: Words = (), chat: str = "") -> None:
        """Vote in the newest poll with these words; no options take the vote back."""
        self.idle()
        fitting = [m for m in self.messages(who, chat) if m["poll"] and holds(m, under)]
        if not fitting:
            raise self._not_seen(who, chat, f"a poll with {quoted(under) or 'any words'}")
        texts = [option["text"] for option in fitting[-1]["poll"]["options"]]
        if strange := [option for option in listed(options) if option not in texts]:
            raise NotSeen(f"the option “{strange[0]}”", quoted(texts))
        chosen = [texts.index(option) for option in listed(options)]
        message = fitting[-1]["id"]
        self._does(who, "vote", chat=self.chat(chat), message=message, options=chosen)

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

    def arrives(self, name: str, language: str | None = None, role: str | None = None) -> int:
        """Let a newcomer into the town."""
        return int(self.post("/people", name=name, language=language, role=role)["id"])

    def makes(self, who: str, title: str, *, members: Sequence[str] = (), **plan: object) -> int:
        """Make a group; `plan` may hold type, forum, linked and bot."""
        others = [self.person(one) for one in members]
        made = self.post("/chats", title=title, by=self.person(who), members=others, **plan)
        return int(made["id"])

    def adds(self, chat: str, who: str = "") -> None:
        """Add the bot to a group, in somebody's name."""
        by = self.person(who) if who else None
        self.post(f"/people/{self.member('bot')}/join", chat=self.chat(chat), by=by)

    def kicks(self, whom: str, chat: str) -> None:
        """Throw a person, or the bot, out of a group."""
        self.post(f"/chats/{self.chat(chat)}/kick", person=self.member(whom))

    def admins(self, whom: str, chat: str, **office: object) -> None:
        """Make a person, or the bot, an administrator; `admin=False` ends it."""
        told = {"admin": True, **office}
        self.post(f"/chats/{self.chat(chat)}/admin", person=self.member(whom), **told)

    def mutes(self, chat: str, *, can_send: bool = False) -> None:
        """Forbid the bot to write in a group, or allow it again."""
        self.post(f"/chats/{self.chat(chat)}/mute", can_send=can_send)

    def migrates(self, chat: str) -> int:
        """Turn a plain group into a supergroup."""
        return int(self.post(f"/chats/{self.chat(chat)}/migrate")["chat"])

    def posts(self, chat: str, text: str = "", photo: str | None = None) -> int:
        """Let the channel linked to a group post."""
        body = {"text": text or None, "photo": _picture(photo)}
        return int(self.post(f"/chats/{self.chat(chat)}/channel-post", **body)["message"])

    def operator(self, command: str) -> tuple[int, str]:
        """Let the operator run a command; return its exit code and what it printed."""
        asked = self.post("/operator", command=command)["id"]
        for _ in range(_OPERATOR_ROUNDS):
            answer = self.get(f"/operator/{asked}")
            if answer["done"]:
                return int(answer["code"]), str(answer["output"])
        raise Refused("no operator answers: only the demo and `linli play` have one")

    def looks(self, who: str, chat: str, upto: int) -> None:
        """Look at a chat up to a message."""
        self._does(who, "look", chat=self.chat(chat), upto=upto)

    def sees(
        self,
        who: str,
        words: Words,
        *,
        chat: str = "",
        topic: str | None = None,
        buttons: Sequence[str] | None = None,
    ) -> Message:
        """Return the newest message with all these words, once the bot is idle."""
        idle = self.idle()
        fitting = [m for m in self.messages(who, chat, topic) if holds(m, words)]
        if not fitting:
            wanted = f"{who} to see {quoted(words)} {where(chat)}"
            raise self._not_seen(who, chat, wanted if idle else f"{wanted} (the bot is not idle)")
        if buttons is not None and labels(fitting[-1]) != list(buttons):
            expected = f"{keyboard(buttons)} under {quoted(words)}"
            raise NotSeen(expected, keyboard(labels(fitting[-1])))
        return fitting[-1]

    def messages(self, who: str, chat: str = "", topic: str | None = None) -> list[Message]:
        """Return what a person sees in a chat, or in one topic of it, oldest first."""
        person, place = self.person(who), self.chat(chat)
        found: list[Message] = self.get(f"/people/{person}/chats/{place}/messages")["messages"]
        if topic is None:
            return found
        number = self.topic(chat, topic)
        return [message for message in found if message["topic"] == number]

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

    def _not_seen(self, who: str, chat: str, expected: str) -> NotSeen:
        last = self.messages(who, chat)[-5:]
        seen = " | ".join(f"{speaker(m)}: {short(m)}" for m in last)
        return NotSeen(expected, seen or "no messages at all")


def _encoded(document: dict[str, str] | None) -> dict[str, str] | None:
    """Return a document as the control interface takes it; a story writes it as text."""
    if document is None:
        return None
    data = base64.b64encode(document["text"].encode()).decode()
    return {"name": document["name"], "data": data}

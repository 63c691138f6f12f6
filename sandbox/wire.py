"""The control interface from the other side: asked by path, and by people's names."""

import json
from typing import Any
from urllib import error, request

_PATIENCE = 120.0


class Refused(Exception):
    """The town refused a request; its sentence says why."""


class Wire:
    """A running sandbox, asked over HTTP; every method waits for its answer."""

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

    def delete(self, path: str) -> dict[str, Any]:
        """Let the control interface take something away."""
        return self._answer(path, None, "DELETE")

    def world(self) -> dict[str, Any]:
        """Return the bot, the people and the chats."""
        return self.get("/world")

    def person(self, who: str) -> int:
        """Return the id of a person."""
        people = {person["name"]: int(person["id"]) for person in self.world()["people"]}
        if who not in people:
            raise Refused(f"nobody here is called {who!r}; there are {', '.join(people)}")
        return people[who]

    def member(self, who: str) -> int:
        """Return the id of a person, or of the bot by its name or the word "bot"."""
        bot = self.world()["bot"]
        return int(bot["id"]) if who in {"bot", bot["name"]} else self.person(who)

    def chat(self, title: str) -> int | str:
        """Return what stands for a chat; no title means the private chat with the bot."""
        return "private" if title in {"", "private"} else int(self.group(title)["id"])

    def group(self, title: str) -> dict[str, Any]:
        """Return a group by its title; of two, the one into which the other has turned."""
        groups: dict[str, dict[str, Any]] = {}
        for chat in self.world()["chats"]:
            if chat["type"] != "private" and chat["migrated_to"] is None:
                groups.setdefault(chat["title"], chat)
        if title not in groups:
            raise Refused(f"no chat is called {title!r}; there are {', '.join(groups)}")
        return groups[title]

    def topic(self, chat: str, name: str) -> int:
        """Return the number of a topic in a group."""
        topics = {topic["name"]: int(topic["id"]) for topic in self.group(chat)["topics"]}
        if name not in topics:
            raise Refused(f"no topic of {chat} is called {name!r}; there are {', '.join(topics)}")
        return topics[name]

    def _answer(self, path: str, body: bytes | None, method: str | None = None) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        asked = request.Request(  # noqa: S310 -- the constructor lets only http:// in
            self._root + path, data=body, headers=headers, method=method
        )
        try:
            with self._opener.open(asked, timeout=_PATIENCE) as answer:
                found: dict[str, Any] = json.load(answer)
        except error.HTTPError as refusal:
            with refusal:
                raise Refused(_sentence(refusal)) from None
        return found


def _sentence(refusal: error.HTTPError) -> str:
    body = refusal.read().decode(errors="replace")
    try:
        return str(json.loads(body)["error"])
    except (ValueError, KeyError, TypeError):
        return f"the town answered {refusal.code}: {body[:200]}"

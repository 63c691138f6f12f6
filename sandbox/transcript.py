"""A story as its reader sees it: what became visible, where, in lines that never vary."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sandbox.client import Town
from sandbox.words import Message, labels, said, speaker

Entries = list[list[str]]


def markdown(title: str, lines: list[str]) -> str:
    """Return a transcript as a page of the documentation."""
    return "\n".join([f"# {title}", "", "```text", *lines, "```", ""])


class Transcript:
    """Follows all chats of a town and reports what is new in them.

    Times are the story's own (its start and its waits), so that a slow machine tells the same.
    """

    def __init__(
        self,
        town: Town,
        now: datetime,
        report: Callable[[str], None],
        follows: Callable[[str], bool] = lambda _title: True,
    ) -> None:
        self.now = now
        self._follows = follows
        self._town = town
        self._tell_on = report
        self._hidden: dict[str, str] = {}
        self._day = ""
        self._shown: dict[int, dict[int, list[str]]] = {}
        self._looked: dict[int, tuple[int, int]] = {}
        self._seen: dict[tuple[int, int], dict[str, None]] = {}
        for _ in self._changes():
            pass

    def hide(self, word: str, name: str) -> None:
        """Show {name} from now on where a word stands that differs at every playing."""
        self._hidden[word] = name

    def tell(self, line: str) -> None:
        """Report something that was done, at its time."""
        day = f"{self.now:%A %Y-%m-%d}"
        if day != self._day:
            self._report(f"== {day} ==")
            self._day = day
        self._report(f"{self.now:%H:%M} {line}")

    def catch_up(self) -> None:
        """Report everything that became visible since the last look, the groups first."""
        alike: dict[str, tuple[list[str], Entries]] = {}
        for chat, entries in self._changes():
            if chat["type"] == "private":
                alike.setdefault(repr(entries), ([], entries))[0].append(chat["title"])
            else:
                self._block(chat["title"], entries)
        for readers, entries in alike.values():
            self._block(f"private: {', '.join(readers)}", entries)

    def ever_showed(self, who: str, chat: str, word: str) -> str | None:
        """Return what a person has had before their eyes in a chat that holds this word."""
        person = self._town.person(who)
        chats = self._town.world()["chats"]
        alone = chat in {"", "private"}
        places = [person] if alone else [one["id"] for one in chats if one["title"] == chat]
        versions = [text for place in places for text in self._seen.get((person, place), {})]
        return next((text for text in versions if word in text), None)

    def _block(self, header: str, entries: Entries) -> None:
        self.tell(header)
        for entry in entries:
            for line in entry:
                self._report(f"  {line}".rstrip())

    def _report(self, line: str) -> None:
        for word, name in self._hidden.items():
            line = line.replace(word, f"{{{name}}}")
        self._tell_on(line)

    def _changes(self) -> Iterator[tuple[dict[str, Any], Entries]]:
        world = self._town.world()
        names = {person["id"]: person["name"] for person in world["people"]}
        shared = [chat for chat in world["chats"] if chat["type"] != "private"]
        groups = [chat for chat in shared if self._follows(chat["title"])]
        alone = [
            {**chat, "title": names[chat["id"]]}
            for chat in world["chats"]
            if chat["type"] == "private"
        ]
        for chat in [*groups, *alone]:
            moved = world["run"], chat["events"]
            if self._looked.get(chat["id"]) == moved:
                continue
            self._looked[chat["id"]] = moved
            entries = self._news(chat, self._look(chat))
            if entries:
                yield chat, entries

    def _look(self, chat: dict[str, Any]) -> list[Message]:
        """Fetch a chat as its members see it, and remember who has seen what."""
        found: dict[int, Message] = {}
        for person in chat["members"]:
            path = f"/people/{person}/chats/{chat['id']}/messages"
            messages = self._town.get(path)["messages"]
            seen = self._seen.setdefault((person, chat["id"]), {})
            seen.update(dict.fromkeys(map(_everything, messages)))
            for message in messages:
                found.setdefault(message["id"], message)
        return [found[number] for number in sorted(found)]

    def _news(self, chat: dict[str, Any], messages: list[Message]) -> Entries:
        before = self._shown.get(chat["id"], {})
        by_id = {message["id"]: message for message in messages}
        topics = {topic["id"]: topic["name"] for topic in chat["topics"]}
        now = {
            message["id"]: _entry(
                message, by_id.get(message["reply_to"]), topics.get(message["topic"])
            )
            for message in messages
        }
        gone = [_marked(before[number], "deleted") for number in before if number not in now]
        self._shown[chat["id"]] = now
        news = []
        for number, entry in now.items():
            if number not in before:
                news.append(entry)
            elif before[number] != entry and not by_id[number]["service"]:
                news.append(_marked(entry, "edited"))
        return gone + news


def _entry(message: Message, replied: Message | None, topic: str | None) -> list[str]:
    if message["service"]:
        return [f"* {message['service']}"]
    things = [
        f"[{thing}]"
        for thing in ("photo", "location", "voice", "document", "poll")
        if message[thing]
    ]
    first, *rest = said(message).split("\n")
    to = f" ↩ {speaker(replied)}" if replied else ""
    where = f" › {topic}" if topic else ""
    lines = [" ".join(filter(None, (f"{speaker(message)}{where}{to}:", *things, first)))]
    lines += [f"    {line}".rstrip() for line in rest]
    return lines + [f"    {' '.join(map(_key, row))}" for row in message["buttons"] or []]


def _key(button: dict[str, str]) -> str:
    return f"[{button['text']}{' ↗' if button.get('url') else ''}]"


def _marked(entry: list[str], mark: str) -> list[str]:
    return [f"({mark}) {entry[0]}", *entry[1:]]


def _everything(message: Message) -> str:
    return "\n".join(filter(None, (said(message), *labels(message))))

"""Reading a town's file, with one plain sentence where it cannot be played."""

from pathlib import Path
from typing import Any

from sandbox import crowds
from sandbox.errors import TownError
from sandbox.messages import Content, Message, Service
from sandbox.world import Bot, Channel, Chat, Person, Standing, Topic, World

_KINDS = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
}
_CHAT_TYPES = ("group", "supergroup")


def read_town(path: Path) -> World:
    """Read the people and chats of a town."""
    table = crowds.told(path)
    try:
        return _world(table)
    except TownError as error:
        raise TownError(f"{path}: {error}") from error


def _world(table: dict[str, Any]) -> World:
    bot = _bot(_Table(table.get("bot"), "[bot]"))
    people = [_person(_Table(t, f"[[people]] {n}")) for n, t in _numbered(table, "people")]
    known = {person.id for person in people}
    chats = [_chat(_Table(t, f"[[chats]] {n}"), known) for n, t in _numbered(table, "chats")]
    linked = [chat.linked.id for chat in chats if chat.linked is not None]
    ids = [bot.id, *(person.id for person in people), *(chat.id for chat in chats), *linked]
    for one in ids:
        if ids.count(one) > 1:
            raise TownError(f"the id {one} is used twice.")
    return World(bot, people, chats)


def _numbered(table: dict[str, Any], name: str) -> list[tuple[int, object]]:
    entries = table.get(name, [])
    if not isinstance(entries, list):
        raise TownError(f"`{name}` must be written as [[{name}]].")
    return list(enumerate(entries, start=1))


class _Table:
    """One table of the file, read field by field."""

    def __init__(self, content: object, where: str) -> None:
        if not isinstance(content, dict):
            raise TownError(f"{where} is missing.")
        self.where = where
        self._content = content

    def text(self, name: str, default: str | None = None) -> str:
        return str(self._field(name, str, default))

    def number(self, name: str) -> int:
        return int(str(self._field(name, int, None)))

    def flag(self, name: str, *, default: bool) -> bool:
        return bool(self._field(name, bool, default))

    def texts(self, name: str) -> list[str]:
        found = self._field(name, list, [])
        assert isinstance(found, list)  # noqa: S101 -- as below
        if not all(isinstance(one, str) and one for one in found):
            raise TownError(f"{self.where}: `{name}` must be a list of texts, not {found!r}.")
        return found

    def table(self, name: str) -> "_Table | None":
        found = self._field(name, dict, {})
        return _Table(found, f"{self.where}: `{name}`") if found else None

    def people(self, name: str, known: set[int]) -> list[int]:
        ids = self._field(name, list, [])
        assert isinstance(ids, list)  # noqa: S101 -- tells mypy what _field has checked
        for one in ids:
            if one not in known:
                raise TownError(f"{self.where}: `{name}` names {one!r}, who is not in [[people]].")
        return ids

    def _field(self, name: str, kind: type, default: object) -> object:
        value = self._content.get(name, default)
        if value is None:
            raise TownError(f"{self.where} has no `{name}`.")
        if type(value) is not kind:
            raise TownError(f"{self.where}: `{name}` must be {_KINDS[kind]}, not {value!r}.")
        return value


def _bot(table: _Table) -> Bot:
    bot = Bot(
        id=table.number("id"),
        name=table.text("name"),
        username=table.text("username"),
        token=table.text("token"),
        privacy=table.flag("privacy", default=True),
    )
    if not bot.token.startswith(f"{bot.id}:"):
        raise TownError(f"[bot]: `token` must begin with the id, {bot.id}, and a colon.")
    return bot


def _person(table: _Table) -> Person:
    person = Person(
        id=table.number("id"),
        name=table.text("name"),
        role=table.text("role", ""),
        language=table.text("language", "zh-CN"),
        started=table.flag("started", default=False),
    )
    if person.id <= 0:
        raise TownError(f"{table.where}: `id` must be above 0, not {person.id}.")
    return person


def _chat(table: _Table, known: set[int]) -> Chat:
    kind = table.text("type", "supergroup")
    if kind not in _CHAT_TYPES:
        raise TownError(f"{table.where}: `type` must be group or supergroup, not {kind!r}.")
    members, admins = table.people("members", known), table.people("admins", known)
    if strangers := [admin for admin in admins if admin not in members]:
        raise TownError(f"{table.where}: the admin {strangers[0]} is not among its members.")
    chat = Chat(
        id=table.number("id"),
        type="group" if kind == "group" else "supergroup",
        title=table.text("title"),
        members=dict.fromkeys(members, 0),
        admins=list(admins),
        creator=admins[0] if admins else None,
        bot=_standing(table, kind),
        bot_can_send=table.flag("bot_can_send", default=True),
        forum=table.flag("forum", default=False),
        linked=_channel(table.table("linked")),
    )
    if chat.id >= 0:
        raise TownError(f"{table.where}: `id` must be below 0, not {chat.id}.")
    _set_anonymous(table, chat, known)
    _set_topics(table, chat)
    return chat


def _standing(table: _Table, kind: str) -> Standing:
    if not table.flag("bot", default=True):
        return "left"
    if table.flag("bot_admin", default=False):
        return "administrator"
    may_send = table.flag("bot_can_send", default=True) or kind == "group"
    return "member" if may_send else "restricted"


def _channel(table: _Table | None) -> Channel | None:
    return None if table is None else Channel(id=table.number("id"), title=table.text("title"))


def _set_anonymous(table: _Table, chat: Chat, known: set[int]) -> None:
    chat.anonymous = list(table.people("anonymous", known))
    if others := [one for one in chat.anonymous if one not in chat.admins]:
        raise TownError(f"{table.where}: `anonymous` names {others[0]}, who is no admin.")


def _set_topics(table: _Table, chat: Chat) -> None:
    """Put the topics into a forum; the sandbox gives their notes the time it begins at."""
    names = table.texts("topics")
    if chat.type != "supergroup" and chat.forum:
        raise TownError(f"{table.where}: only a supergroup can be a forum.")
    if names and not (chat.forum and chat.admins):
        raise TownError(f"{table.where}: `topics` need `forum = true` and an admin.")
    chat.last_id = 1 if chat.forum else 0  # 1 is the General topic's, which no bot may name
    for number, name in enumerate(names, start=2):
        by = chat.admins[0]
        chat.topics[number] = Topic(id=number, name=name, by=by)
        note = Content(service=Service(kind="forum_topic_created", name=name))
        said = Message(
            id=number, chat=chat.id, at=0, author=by, writer=by, content=note, topic=number
        )
        chat.messages[number] = said
        chat.last_id = number

"""Which commands stand in whose menu (setMyCommands: the narrowest scope is shown)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from governance.directory import Community, Role
from handlers.routes import COMMANDS, Command, Menu
from handlers.texts import DEFAULT, Library, Texts
from services.ports import People

MOST = 100  # commands in one menu


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One menu: its scope as Telegram has it, its language code ("" for all others)."""

    scope: Mapping[str, Any]
    language: str
    commands: tuple[Command, ...]
    texts: Texts

    @property
    def facts(self) -> dict[str, Any]:
        """The parameters of setMyCommands."""
        listed = [
            {"command": c.name, "description": self.texts.plain(f"command-{c.name}")}
            for c in self.commands
        ]
        told: dict[str, Any] = {"commands": listed, "scope": dict(self.scope)}
        return told | ({"language_code": self.language} if self.language else {})


PLACES: tuple[tuple[str, Menu], ...] = (
    ("default", Menu.PRIVATE),
    ("all_private_chats", Menu.PRIVATE),
    ("all_group_chats", Menu.GROUP),
    ("all_chat_administrators", Menu.ADMINISTRATORS),
)


def menus(community: Community, people: People, library: Library) -> Iterator[Shown]:
    """Yield every menu there should be now: for all in private, for groups, for each officer."""
    for scope, place in PLACES:
        commands = tuple(c for c in COMMANDS if place in c.menus)
        for language in library.languages:
            code = "" if language == DEFAULT else language.split("-", maxsplit=1)[0]
            texts = library.speak(language, community)
            yield Shown(scope={"type": scope}, language=code, commands=commands, texts=texts)
    for officer in community.officers:
        known = people.get(officer.telegram)
        if officer.seated and known.reachable:
            yield Shown(
                scope={"type": "chat", "chat_id": officer.telegram},
                language="",
                commands=of(officer.offices),
                texts=library.speak(known.language, community),
            )


def of(offices: frozenset[Role]) -> tuple[Command, ...]:
    """Return the commands of somebody in office, in private."""
    wanted = {Menu.PRIVATE, *offices}
    return tuple(c for c in COMMANDS if wanted & c.menus)[:MOST]

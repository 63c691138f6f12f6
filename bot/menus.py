"""The menus of commands: set anew, by the outbox, when posts or words have changed."""

import hashlib
import json
import secrets
from typing import Any

from sqlalchemy import Connection

from bot.house import House
from governance.directory import Community
from governance.notices import Address, Delivery, Kind, Priority
from handlers import menus
from storage import menus as asked
from storage import outbox
from storage.rows import ms

LANE = 0  # of no chat: a menu for somebody's private chat waits for no message there
SET, DELETE = "setMyCommands", "deleteMyCommands"


class Menus:
    """Looks whether the menus are still right."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._seen: Community | None = None

    async def look(self) -> None:
        """Set them anew if the community is another than before, changed by whichever copy."""
        await self._house.reader.run(self._house.roll.read)
        if self._house.community is not self._seen:
            self._seen = self._house.community
            await self.again()

    async def again(self) -> None:
        """Set anew what is no longer right: somebody may have come to the private chat."""
        await self._house.writer.submit(lambda c: renew(self._house, c))


def renew(house: House, connection: Connection) -> None:
    """Ask Telegram for each menu that is not as it was last asked for."""
    shelf, before = house.shelf(connection), asked.shown(connection)
    for menu in menus.menus(shelf.community, shelf.people, house.library):
        scope = _scope(menu.scope)
        text = json.dumps(menu.facts, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        if before.pop((scope, menu.language), "") != digest:
            asked.show(connection, scope, menu.language, digest)
            _put(house, connection, SET, menu.facts)
    for scope, language in before:
        asked.forget(connection, scope, language)
        gone: dict[str, Any] = {"scope": json.loads(scope)}
        _put(house, connection, DELETE, gone | ({"language_code": language} if language else {}))


def _scope(scope: Any) -> str:  # noqa: ANN401 -- plain JSON
    return json.dumps(dict(scope), sort_keys=True)


def _put(house: House, connection: Connection, method: str, facts: dict[str, Any]) -> None:
    delivery = Delivery(
        key=method,
        kind=Kind.COMMANDS,
        address=Address(chat=LANE),
        facts=facts,
        priority=Priority.BROADCAST,
    )
    # the same menu may come back: what was asked for last is remembered beside
    dedupe = f"commands:{house.bot_id}:{secrets.token_hex(8)}"
    outbox.put(connection, delivery, dedupe=dedupe, at=ms(house.clock.now()))

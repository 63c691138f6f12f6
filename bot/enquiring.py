"""Asking Telegram about a group, or ourselves what takes long: out by the outbox, in by the inbox.

Each is answered once.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from sqlalchemy import Connection
from telegram.error import TelegramError

from bot import clustering, fetching, verifying
from bot.errors import Outcome, classify
from bot.house import House
from bot.reading import write
from governance.notices import Delivery, Fate, Policy
from handlers.chats import ANSWER
from services.anchoring import VERIFY
from services.disclosures.sheets import SHEET
from services.opinions.mapping import MAP
from storage import inbox, outbox
from storage.inbox import Arrival

Told = Mapping[str, Any]
KNOWING: Mapping[str, Callable[[House, Delivery], Awaitable[Told]]] = {
    MAP: clustering.reckon,
    VERIFY: verifying.verify,
}
# what says no about this one question; anything else is asked again, as every delivery is
NO = frozenset({Outcome.OUT, Outcome.NO_DM, Outcome.REFUSED, Outcome.MUTED})
NOTHING: Told = {"title": "", "reached": False, "bot": None, "member": None}
HIGH = ("creator", "administrator")


class Caller(Protocol):
    """Calls the Bot API."""

    async def call(self, method: str, params: Mapping[str, object]) -> Any:  # noqa: ANN401 -- raw
        """Return the raw result."""

    async def download(self, file_path: str) -> bytes:
        """Fetch a file by the path that getFile named."""


async def ask(caller: Caller, delivery: Delivery, house: House) -> Told:
    """Ask whoever of ours knows what an enquiry is about, else Telegram."""
    about = str(delivery.facts["about"])
    if other := KNOWING.get(about):
        return await other(house, delivery)
    if about == SHEET:
        return await fetching.fetch(caller, delivery)
    return await enquire(caller, delivery, house.bot_id)


async def enquire(caller: Caller, delivery: Delivery, bot: int) -> Told:
    """Ask about a group, the bot and a person in it (getChat, getChatMember).

    Raise TelegramError where it must be asked again: nothing here has an effect.
    """
    where = {"chat_id": delivery.address.chat}
    chat = await _asked(caller, "getChat", where)
    if chat is None:
        return {**NOTHING, "reached": True}
    own = await _asked(caller, "getChatMember", {**where, "user_id": bot})
    person = int(str(delivery.facts.get("person") or 0))
    return {
        "title": str(chat.get("title") or ""),
        "reached": True,
        "bot": own and standing(own, chat),
        "member": await _member(caller, where, chat, person) if person else None,
    }


async def _member(
    caller: Caller, where: Mapping[str, int], chat: Mapping[str, Any], person: int
) -> Told | None:
    """Return how a person stands; None where Telegram does not know, which is not "no".

    Unless the bot is an administrator getChatMember may fail (telegram-bot-api#332), and the
    list of administrators may still be given.
    """
    found = await _asked(caller, "getChatMember", {**where, "user_id": person})
    if found is not None and found.get("status") in HIGH:
        return standing(found, chat)
    high = await _asked(caller, "getChatAdministrators", where)
    listed = next((m for m in high or () if m.get("user", {}).get("id") == person), None)
    if listed is not None:
        return standing(listed, chat)
    if found is not None:
        return standing(found, chat)
    return None if high is None else {"membership": "member", "can_send": True, "inside": True}


async def _asked(caller: Caller, method: str, params: Mapping[str, object]) -> Any:  # noqa: ANN401 -- raw
    try:
        return await caller.call(method, params)
    except TelegramError as error:
        if classify(error, private=False).outcome in NO:
            return None
        raise


def standing(member: Mapping[str, Any], chat: Mapping[str, Any]) -> Told:
    """Return a standing in plain values; an ordinary member writes if the group lets all write."""
    status = str(member["status"])
    everybody = chat.get("permissions") or {}
    can_send = {
        "member": bool(everybody.get("can_send_messages", True)),
        "restricted": bool(member.get("can_send_messages", False)),
    }
    outside = {"left", "kicked"}
    inside = bool(member.get("is_member")) if status == "restricted" else status not in outside
    told = {"membership": status, "can_send": can_send.get(status, True), "inside": inside}
    threads = chat.get("is_forum") and status == HIGH[1] and member.get("can_manage_topics")
    return {**told, "topics": True} if threads else told


def answer(  # noqa: PLR0913, PLR0917 -- an end, piece by piece
    connection: Connection,
    bot: int,
    delivery: Delivery,
    told: Told,
    at: int,
    fate: Fate = Fate.SENT,
) -> Arrival | None:
    """End an enquiry and put its answer into the inbox, in one commit; None if that was done."""
    # what is never asked twice was claimed before it was asked
    if delivery.policy is not Policy.ONCE and not outbox.claim(connection, delivery.id):
        return None
    outbox.end(connection, delivery, fate)
    return take_in(connection, bot, delivery, told, at)


def take_in(connection: Connection, bot: int, delivery: Delivery, told: Told, at: int) -> Arrival:
    """Put the answer to an enquiry that has ended into the inbox.

    Its number lies beyond all of Telegram's, so that neither is ever taken for the other.
    """
    address = delivery.address
    part = {
        **delivery.facts,
        **told,
        "about": delivery.facts["about"],
        "by": delivery.reader,
        "chat": address.chat,
        "message": address.reply_to,
        "topic": address.topic,
    }
    number = inbox.next_answer(connection, bot)
    raw = inbox.clean(write({"update_id": number, ANSWER: part}))
    arrival = Arrival(number, str(address.chat), raw)
    inbox.keep(connection, bot, at, [arrival])
    return arrival

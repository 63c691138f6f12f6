"""What a send that failed says of its group: moved, closed to the bot, or left."""

from dataclasses import replace

from sqlalchemy import Connection

from bot.errors import Outcome, Verdict
from bot.house import House
from governance.notices import Delivery
from services.chats import moving, standing
from services.deliberations import threads
from storage import outbox
from storage.directory import People
from storage.work import Work


def _work(house: House, connection: Connection, delivery: Delivery) -> Work:
    # a number of its own for each try: what a unit tells is told once
    unit = f"s{delivery.id}.{delivery.tries}"
    return house.work(connection, unit, 0, house.clock.now())


def moved(house: House, connection: Connection, delivery: Delivery, verdict: Verdict) -> None:
    """Put the group's new number everywhere, in this row too, and let it be sent again."""
    moving.moved(_work(house, connection, delivery), verdict.at, verdict.chat or 0)
    outbox.count_try(connection, delivery.id, verdict.reason)


def threadless(house: House, connection: Connection, delivery: Delivery, reason: str) -> None:
    """Let a topic go on without its thread, which was deleted, and send this into General."""
    chat, thread = delivery.address.chat, delivery.address.topic or 0
    threads.lost(_work(house, connection, delivery), chat, thread)
    outbox.move(connection, delivery, replace(delivery.address, topic=None), reason)


def closed(house: House, connection: Connection, delivery: Delivery, verdict: Verdict) -> bool:
    """Take note that a chat cannot be written to; say whether what is for it should wait."""
    if verdict.at > 0:
        People(connection).reach(verdict.at, reachable=False)
        return False
    work = _work(house, connection, delivery)
    standing.failed(work, verdict.at, inside=verdict.outcome is Outcome.MUTED)
    found = work.chats.get(verdict.at)
    return found is not None and found.belongs

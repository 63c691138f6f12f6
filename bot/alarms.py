"""The operator's chat: what he must know, at most one message a minute, in ids and keys alone."""

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection

from governance.notices import Address, Delivery, Fact, Fate, Priority
from services import deliveries
from storage import alarms, ending
from storage.rows import ms
from storage.work import Work

MOST = 8  # alarms named in one message; the rest is counted


def alarming(delivery: Delivery, fate: Fate) -> bool:
    """Whether the operator must know of a fate; of his own alarms there is no second one."""
    urgent = delivery.priority in {Priority.DANGER, Priority.ASSIGNMENT}
    lost = fate is Fate.UNCERTAIN or (fate is Fate.UNDELIVERABLE and urgent)
    return lost and delivery.key != alarms.ALARM


def orphans(connection: Connection, at: int) -> int:
    """Name uncertain what a process that is no more had claimed; return how many."""
    lost = ending.orphans(connection)
    if lost:
        alarms.sound(connection, at, Fate.UNCERTAIN, f"x{lost}")
    return lost


def tell(work: Work, operator: int | None = None) -> None:
    """Tell the operator all that he was not told yet; without an operator's chat, forget it."""
    found = alarms.take(work.connection, ms(work.now))
    if not found or operator is None:
        return
    # the same twice is said once, and counted
    named = list(Counter(f"{a.key} {a.what}" for a in found))
    facts: dict[str, Fact] = {"alarms": "\n".join(named[:MOST]), "more": max(0, len(found) - MOST)}
    reader = max(operator, 0)
    deliveries.notice(work, alarms.ALARM, Address(chat=operator), reader=reader, facts=facts)


def fell(connection: Connection, now: datetime) -> None:
    """Let the operator know that a copy of the house ended without closing its doors."""
    alarms.sound(connection, ms(now), "restarted", f"at:{now:%Y-%m-%dT%H:%MZ}")

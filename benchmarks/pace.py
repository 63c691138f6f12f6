"""The pace against Telegram's own limit: a broadcast, and one chat that is told to wait.

Here alone the house keeps to its real pace; everywhere else pacing is off.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from sqlalchemy import Connection

from benchmarks import world
from benchmarks.bench import Failed, Server
from benchmarks.figures import Figure, least, most
from benchmarks.runs import Stage, house
from benchmarks.updates import person
from governance.notices import Address, Delivery, Kind, Priority
from storage import outbox
from storage.database import writing

LIMIT = 30.0  # messages a second that Telegram takes from a bot
WARM_UP = 2.0  # seconds
GROUPS, FIRST_GROUP = 500, -1002000000001
CHATS, EACH, CLOSED, AFTER = 60, 3, 7, 3
Sent = list[tuple[float, int, bool]]


def addressed(stage: Stage, chats: Sequence[int]) -> Path:
    """Return a world in which one notice to each of these chats, in this order, waits."""
    folder = world.copied(stage.world, stage.fresh())
    engine = writing(world.address(folder))
    with engine.begin() as connection:
        for number, chat in enumerate(chats):
            _put(connection, number, chat)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return folder


def _put(connection: Connection, number: int, chat: int) -> None:
    notice = Delivery(
        key="apology",
        kind=Kind.NOTICE,
        address=Address(chat=chat),
        reader=0,
        priority=Priority.BROADCAST,
    )
    outbox.put(connection, notice, dedupe=f"broadcast:{number}", at=0)


def _carried(stage: Stage, chats: Sequence[int], closed: dict[int, int]) -> Sent:
    """Let the house carry what waits at its real pace; return what left, and when."""
    begin = addressed(stage, chats)
    patience = time.monotonic() + len(chats) / LIMIT * 3 + 20
    telling = {"strict": True, "closed": closed}
    with house(stage, begin=begin, pace="telegram", telling=telling, settled=not closed) as (
        _,
        server,
    ):
        while len(_done(server)) < len([c for c in chats if c not in closed]):
            if time.monotonic() > patience:
                raise Failed(f"only {len(_done(server))} of {len(chats)} left")
            time.sleep(0.25)
        sent: Sent = [tuple(each) for each in server.ask("log")["sent"]]
    return sent


def _done(server: Server) -> list[object]:
    return [each for each in server.ask("log")["sent"] if not each[2]]


def broadcast(stage: Stage, *, quick: bool) -> list[Figure]:
    """One notice to each of 500 groups."""
    groups = 100 if quick else GROUPS
    found, refused = [], 0
    for _ in range(1 if quick else 5):
        sent = _carried(stage, [FIRST_GROUP - n for n in range(groups)], {})
        refused += sum(no for at, _, no in sent if at > sent[0][0] + WARM_UP)
        found.append(rate([at for at, _, _ in sent]))
    detail = f"{median(found):.2f}/s to {groups} groups after {WARM_UP:g} s, {refused} times 429"
    value = median(found) / LIMIT if not refused else 0.0
    return [least("broadcast to 500 groups ÷ Telegram's 30/s", value, 0.97, detail)]


def rate(sent: Sequence[float]) -> float:
    """Return how many left in a second, by the times at which they did, once it is warm."""
    times = sorted(at for at in sent if at > min(sent) + WARM_UP)
    # from the first of a window to the first of another: a part of one would count as whole
    whole = (len(times) - 1) // int(LIMIT) * int(LIMIT)
    return whole / (times[whole] - times[0])


def flood(stage: Stage, *, quick: bool) -> list[Figure]:
    """Compare when the others got theirs, with and without a chat that answers 429."""
    people = [person(n + 1) for n in range(CHATS)]
    order = people * EACH
    shut, lost = people[CLOSED], []
    for _ in range(1 if quick else 5):
        clean, flooded = _carried(stage, order, {}), _carried(stage, order, {shut: AFTER})
        lost.append(_slots(clean, shut) - _slots(flooded, shut))
    value = max(0.0, median(lost))
    detail = f"{len(people)} chats, {EACH} messages each, one answers 429 (retry after {AFTER} s)"
    return [most("one chat answers 429: slots lost by the others", value, 0, detail)]


def _slots(sent: Sent, shut: int) -> int:
    """Count what the chats other than the shut one got in the second and third second."""
    first, last = sent[0][0] + 1.0, sent[0][0] + 1.0 + 2 * 1.02
    return sum(first <= at < last for at, chat, refused in sent if chat != shut and not refused)

"""A month's accounts in the bot's own world: written, drawn, signed, about to be published."""

import asyncio
import re
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from benchmarks import world
from bot.house import House
from bot.opening import put_in_force
from bot.printing import Printing
from governance.chats import ChatStatus, Membership, Registration, Standing
from governance.directory import ChatKind
from governance.disclosures import contents
from governance.disclosures.edition import Edition
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from services.disclosures import freezing, signing
from storage import inbox
from storage.rows import ms
from storage.work import Work

ITEM, DRAFTER, APPROVER = "ledger", "he", "chen"
APPROVE = EditionAction.APPROVE
SINCE = timedelta(days=2)  # it was approved so long ago: supervision has had its time
FIRST_GROUP = -1002000000001
MONTH = Period(date(2026, 3, 1), date(2026, 4, 1))
FILE = "community.toml"
QUIET = re.compile(r"^quiet_(from|until) = \d+", re.MULTILINE)
OTHERS = re.compile(r"^\[disclosures\.(?!ledger\]).*?(?=^\[|^# ──)", re.MULTILINE | re.DOTALL)


def accounts(count: int) -> Ledger:
    """Return a month's accounts of so many lines, which add up."""
    lines = tuple(
        Line(
            number=n,
            side=Side.EXPENSE if n % 4 else Side.INCOME,
            on=MONTH.start + timedelta(days=n % 28),
            what=("门面租金", "楼道灯更换", "电梯年检费", "垃圾清运")[n % 4],
            amount=10_000 + n,
            receipt=f"No.{n:05}",
        )
        for n in range(1, count + 1)
    )
    found = Ledger(period=MONTH, opening=8_000_000, lines=lines, closing=0)
    return Ledger(period=MONTH, opening=8_000_000, lines=lines, closing=found.reckoned)


def written(work: Work, content: Ledger) -> Edition:
    """Let a draft of the month's accounts stand there."""
    edition = Edition(item=ITEM, status=EditionStatus.DRAFT, drafters=(DRAFTER,), period=MONTH)
    edition = work.disclosures.add(edition)
    work.disclosures.write(edition.id, contents.written(content))
    return edition


def file(folder: Path, now: datetime) -> Path:
    """Write the example's community file anew: quiet when it is not now, the accounts alone owed.

    Whatever the hour of the run is, an edition is published at once and nothing else is.
    """
    hour = now.astimezone(world.TOWN.calendar.zone).hour
    hours = {"from": (hour + 12) % 24, "until": (hour + 13) % 24}
    text = QUIET.sub(
        lambda m: f"quiet_{m[1]} = {hours[m[1]]}", world.EXAMPLE.read_text(encoding="utf-8")
    )
    path = folder / FILE
    path.write_text(OTHERS.sub("", text), encoding="utf-8")
    return path


def build(begin: Path, folder: Path, groups: int, lines: int) -> Path:
    """Make a world in which a signed edition is due in so many groups, and nothing else waits."""
    world.copied(begin, folder)
    asyncio.run(_signed(folder, groups, lines))
    with closing(sqlite3.connect(folder / world.FILE)) as database:
        database.execute("UPDATE outbox SET status = 'sent', message = 20000000 + id")
        database.execute("UPDATE cards SET message = 20000000 + rowid WHERE message IS NULL")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


async def _signed(folder: Path, groups: int, lines: int) -> None:
    made = await world.house(world.address(folder))
    now = made.clock.now()
    path = file(folder, now)
    text = path.read_text(encoding="utf-8")
    await made.writer.submit(lambda c: put_in_force(c, made.community_id, text))
    edition = await made.writer.submit(lambda c: _submitted(made, c, now - SINCE, groups, lines))
    printing = Printing(made)
    await printing.look()
    printing.close()
    await made.writer.submit(lambda c: _approved(made, c, now - SINCE, edition))
    await made.writer.close()
    await made.reader.close()


def _submitted(made: House, connection: Connection, at: datetime, groups: int, lines: int) -> int:
    work = made.work(connection, "submit", account(DRAFTER), at)
    for number in range(groups):
        work.chats.add(_group(FIRST_GROUP - number, at))
    work.changed()
    edition = written(work, accounts(lines))
    signing.press(work, edition.id, EditionAction.SUBMIT)
    return edition.id


def _group(chat: int, at: datetime) -> Registration:
    return Registration(
        id=chat,
        kind=ChatKind.AREA,
        name="群",
        status=ChatStatus.BOUND,
        standing=Standing(membership=Membership.MEMBER),
        at=at,
    )


def account(officer: str) -> int:
    """Return the account of an officer of the example's."""
    return next(o.telegram for o in world.TOWN.officers if o.key == officer)


def _approved(made: House, connection: Connection, at: datetime, edition: int) -> None:
    """Let what was drawn be submitted, as the clock would, and the approver sign it."""
    for number, verb, words in inbox.due(connection, ms(made.clock.now())):
        if verb == freezing.VERB:
            inbox.rang(connection, number)
            signing.drawn(made.work(connection, f"drawn{number}", 0, at), **words)
    signing.press(made.work(connection, "approve", account(APPROVER), at), edition, APPROVE)

"""A solver that knows the voters, and all that can be seized after a secret ballot."""

import asyncio
import re

from sqlalchemy import select
from structlog.testing import capture_logs

from governance.ballots.envelope import halves
from services.ballots import sealing
from storage import backups
from storage.database import METADATA, writing
from storage.sealed import SEALED
from tests.bot import doors
from tests.bot.booth import (
    OPTIONS,
    VOTERS,
    begin,
    choices,
    open_house,
)
from tests.bot.doors import Caller, sending

LUCKY = 34  # of 40, half and half: more than that is guessed once in a hundred thousand times


class Dump:
    """All that can be seized after the close: tables, files, logs; and how to ask it."""

    def __init__(self, folder, logs):
        engine = writing(f"sqlite:///{folder / 'linli.db'}")
        with engine.connect() as connection:
            self.tables = {
                t.name: [tuple(row) for row in connection.execute(select(t)).all()]
                for t in METADATA.sorted_tables
            }
        engine.dispose()
        live = [f for f in folder.rglob("linli.db*") if f.is_file()]
        self.files = {f.name: f.read_bytes() for f in folder.rglob("*") if f.is_file()}
        self.live = {f.name: f.read_bytes() for f in live}
        self.logs = str(logs)

    def words(self, *but):
        """Return every word of every table, but for some, and of the logs."""
        return "\n".join(
            [*(f"{n}: {rows}" for n, rows in self.tables.items() if n not in but), self.logs]
        )

    def column(self, table, column):
        place = list(METADATA.tables[table].c.keys()).index(column)
        return [row[place] for row in self.tables[table]]


def guesses(dump):
    """Yield each way to put the marks of the box to the voters: by the places they stand in."""
    marks = [OPTIONS.index(next(iter(m))) for m in dump.column("box_marks", "marks")]
    pressed = [row for row in dump.tables["inbox"] if row[1] < 1_000]
    pressed_by = [int(row[3]) for row in sorted(pressed, key=lambda row: row[1])]
    units = sorted(VOTERS)
    for order in (pressed_by, units):
        voters = [v for v in dict.fromkeys(order) if v in VOTERS]
        yield dict(zip(voters, marks, strict=True))
        yield dict(zip(voters, reversed(marks), strict=True))


def hits(guess, truth):
    return sum(guess[v] == truth[v] for v in truth)


def leaks(dump, truth, slips, envelopes, keys):
    """Return in what a dump says more than the tally: nothing, where all is well."""
    found = []
    if any(not LUCKY >= hits(g, truth) >= len(truth) - LUCKY for g in guesses(dump)):
        found.append("the places of the marks are those of the voters")
    order = [slips[v] for v in truth]
    if order == dump.column("box_slips", "slip") or _paired(dump, truth, slips):
        found.append("the places of the slips are those of the voters, or of their marks")
    if any(s in dump.words("box_slips") or halves(s) in dump.words() for s in slips.values()):
        found.append("a slip stands elsewhere")
    for name, rows in dump.tables.items():
        for row in rows:
            told = str(row)
            voters = re.search(r"\b60[0-4]\d\b|b3/1\d\d", told)
            if voters and re.search(r"'(for|against)'|赞成|反对", told):
                found.append(f"{name} names a voter beside a mark")
    if any(e in body for e in envelopes for body in dump.live.values()):
        found.append("an envelope is left in a file")
    if any(k in body for k in keys for body in dump.files.values()):
        found.append("a key is left in a file")
    return found


def _paired(dump, truth, slips):
    """Whether the mark in the place of a slip is mostly its voter's."""
    marks = [OPTIONS.index(next(iter(m))) for m in dump.column("box_marks", "marks")]
    whose = {slip: voter for voter, slip in slips.items()}
    in_place = zip(dump.column("box_slips", "slip"), marks, strict=True)
    right = sum(truth[whose[slip]] == mark for slip, mark in in_place)
    return not LUCKY >= right >= len(truth) - LUCKY


async def lived(folder, monkeypatch, *, shred=True):
    """Live a secret ballot through, with a backup, a dead letter and messages; dump all."""
    truth = choices()
    check = sealing.voting.check_lives

    def checked(work, *given):
        if work.by.id == VOTERS[-1] and work.order < 50:
            raise RuntimeError("no room")
        check(work, *given)

    monkeypatch.setattr(sealing.voting, "check_lives", checked)
    with capture_logs() as logs:
        async with open_house(folder) as booth:
            caller = Caller()
            async with sending(booth.town, caller):
                await begin(booth)
                await booth.town.settled()
                bad = await booth.arrival(40, VOTERS[-1], 0)
                await doors.walk(booth.town, bad)
                toasts = await booth.vote(truth)
                slips = {v: slip_of(toasts[v]) for v in truth}
                envelopes = [bytes(e) for (e,) in await booth.town.rows(SEALED.c.envelope)]
                keys = [f.read_bytes() for f in (folder / "keys").iterdir()]
                backups.copy(folder / "linli.db", folder / "before.db")
                await booth.close()
                if shred:
                    await booth.shred()
                await booth.town.settled()
            backups.copy(folder / "linli.db", folder / "after.db")
            dump = await asyncio.to_thread(Dump, folder, [*logs, caller.calls])
    return dump, truth, slips, envelopes, keys


def slip_of(toast):
    assert toast.alert
    return re.search(r"\b([A-Z0-9]{4})-([A-Z0-9]{4})\b", toast.text).expand(r"\1\2")

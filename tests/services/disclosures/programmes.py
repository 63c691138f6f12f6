"""The programme in a test: its first look, its editions, its time."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from governance.disclosures.states import ChangeAction, EditionStatus
from services.disclosures import changing, scheduling
from storage import inbox
from storage.alarms import ALARMS
from storage.rows import moment, ms
from tests.services.town import VERBS

S = EditionStatus


def at(town, day, hour=9):
    """Let a town's clock stand at an hour of a day, as Shanghai counts it."""
    zone = town.community.calendar.zone
    town.now = datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=zone)


def look(town):
    return town.do(0, scheduling.look)


def begun(town, *keys):
    """Let these items of the programme be seen for the first time."""
    wanted = (*keys, "ledger", "policy")
    planned(town, disclosures=tuple(i for i in file(town) if i.key in wanted))
    look(town)


def file(town):
    with town.work(0) as work:
        return work.community.disclosures


def until(town, day, *, asleep=False):
    """Let everything ring until the evening of a day, each at its time; return what was told.

    Where the bot was asleep meanwhile, it rings all at once in the end.
    """
    began = town.now
    at(town, day, 20)
    end, town.now = town.now, began
    if asleep:
        town.now = end
    heard = []
    while True:
        with town.engine.begin() as connection:
            due = inbox.due(connection, ms(end))
            if not due:
                break
            due_id, name, words = due[0]
            when = connection.execute(select(inbox.DUES.c.at).where(inbox.DUES.c.id == due_id))
            town.now = max(town.now, moment(when.scalar_one()))
            inbox.rang(connection, due_id)
        town.do(0, VERBS[name], **words)
        heard += town.deliveries()
    town.send()
    town.now = end
    return heard


def about(heard, found):
    """Return what was told of an edition, alone or in a list."""
    own = str(found.id)
    return [
        d
        for d in heard
        if d.facts.get("edition") == found.id or own in str(d.facts.get("editions")).split(",")
    ]


def told(heard, key):
    """Return who was told these words, in order."""
    return sorted(d.address.chat for d in heard if d.key == key)


def editions(town, item="ledger"):
    with town.work(0) as work:
        return work.disclosures.of(item)


def edition(town, item="ledger"):
    return editions(town, item)[-1]


def stands(town, found, status=S.PUBLISHED, **changed):
    """Let an edition stand somewhere, published at this very moment if it is."""
    shown = town.now if status is S.PUBLISHED else None
    with town.work(0) as work:
        changed = {"status": status, "published_at": shown, **changed}
        return work.disclosures.save(replace(found, **changed))


def changed(town, action, by, other, item="ledger"):
    """Let one side ask for a change and the other side answer."""
    made = ask(town, by, action, item=item)
    return town.do(other, changing.decide, made.id, ChangeAction.CONFIRM)


def ask(town, by, action, why="账本在核对", item="ledger"):
    """Let somebody ask for a change of an item."""
    talk = town.do(by, changing.begin, item)
    town.answer(by, "action", action, talk.id)
    town.say(by, why)
    return town.answer(by, "submit", dialogue_id=talk.id)


def planned(town, **changed):
    """Let the community's file say something else."""

    class Plan(type(town.roll)):
        def _compose(self, connection):
            return replace(super()._compose(connection), **changed)

    town.roll = Plan(town.community, town.id)
    with town.work(0) as work:
        work.changed()


def items(town, key, **changed):
    """Let one item of the file say something else."""
    found = (replace(i, **changed) if i.key == key else i for i in file(town))
    planned(town, disclosures=tuple(found))


def sounded(town):
    with town.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(ALARMS.c.key, ALARMS.c.what))]

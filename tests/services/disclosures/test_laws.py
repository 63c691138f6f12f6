"""Laws of the programme with the clock: whenever the bot ran or fell, each thing once."""

import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from governance.directory import Chat, ChatKind
from governance.disclosures.states import ProgrammeAction as A
from governance.programme import Counted, DueDay
from services.disclosures import scheduling
from storage import inbox
from storage.rows import ms
from tests.bases import memory
from tests.services.disclosures.foretold import BEGINS, DAY, LAST, LEAP, MONTHLY, Foretold
from tests.services.disclosures.programmes import changed, editions, planned
from tests.services.town import CHEN, VERBS, WU, Town

RULES = st.sampled_from(sorted(BEGINS))
DUES = st.builds(
    DueDay, days=st.integers(1, 25), counted=st.sampled_from([Counted.CALENDAR, Counted.WORKING])
)
ZONES = st.sampled_from(["Asia/Shanghai", "America/New_York", "Pacific/Apia"])
TEN_YEARS = st.dates(date(2024, 1, 1), date(2033, 12, 31))
# days until the bot runs again, the second of that day, whether it falls at its first step, and
# whether the committee and supervision pause or resume the item then
STOP = st.tuples(st.integers(1, 70), st.integers(0, 86_399), st.booleans(), st.booleans())
GROUPS = (-11, -12)


class FellError(Exception):
    """The machine lost its power before the commit."""


def unit(town, due_id, name, words, *, falls=False):
    with town.work(0, unit=f"d{due_id}:{ms(town.now)}") as work:
        inbox.rang(work.connection, due_id)
        VERBS[name](work, **words)
        if falls:
            raise FellError


def ring(town, *, falls):
    """Do all that is due; where it falls, the first unit is lost and begun anew."""
    told = []
    while True:
        with town.engine.begin() as connection:
            found = inbox.due(connection, ms(town.now))[:1]
        for due_id, name, words in found:
            if falls:
                with pytest.raises(FellError):
                    unit(town, due_id, name, words, falls=True)
                falls = False
            unit(town, due_id, name, words)
            told += [(town.now, d) for d in town.deliveries() if d.key == "programme-absent"]
            town.send()
        if not found:
            return told


def listed(delivery):
    return [int(number) for number in delivery.facts["editions"].split(",")]


def press(town, foretold):
    """Let both sides pause the item, or resume it."""
    changed(town, A.RESUME if foretold.paused else A.PAUSE, CHEN, WU)
    foretold.press(town.now)


def town_of(community, engine, zone):
    """Return a town with groups that are told at any hour."""
    chats = tuple(Chat(id=g, kind=ChatKind.STAFF, name=f"{g}") for g in GROUPS)
    calendar = replace(community.calendar, zone=ZoneInfo(zone))
    ours = {"chats": chats, "calendar": calendar}
    return Town(engine, replace(community, **ours)), ours


@given(
    item=st.tuples(RULES, RULES, DUES),
    where=st.tuples(ZONES, TEN_YEARS),
    stops=st.lists(STOP, min_size=2, max_size=8),
)
@example(
    item=(MONTHLY, LEAP, DueDay(days=29)),
    where=("Pacific/Apia", date(2028, 1, 31)),
    stops=[(29, 0, True, False), (1, 86_399, True, False), (60, 1, False, False)],
)
@example(
    item=(LAST, MONTHLY, DueDay(days=3, counted=Counted.WORKING)),
    where=("Asia/Shanghai", date(2025, 12, 31)),
    stops=[
        (45, 3600, True, True),
        (1, 3600, False, False),
        (1, 0, True, True),
        (30, 0, False, False),
    ],
)
@settings(max_examples=200 if os.environ.get("LINLI_SOAK") else 15, deadline=None)
def test_each_period_is_owed_once_and_each_absence_is_told_once_a_group(
    community, item, where, stops
):
    (*rules, due), (zone, begins) = item, where
    with memory() as engine:
        town, ours = town_of(community, engine, zone)
        base = replace(community.item("ledger"), due=due, chats=("staff",))
        foretold = Foretold(ours["calendar"], due)
        told, day = [], begins
        first = (0, 32_400, False, False)
        for number, (days, second, falls, presses) in enumerate([first, *stops]):
            # the file is changed in the middle: a new edition has another rule, a later beginning
            later = number > len(stops) // 2
            since = date(begins.year + later, 1, 1)
            planned(town, disclosures=(replace(base, rule=rules[later], since=since),), **ours)
            day += days * DAY
            midnight = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
            town.now = midnight + timedelta(seconds=second)
            with town.work(0) as work:
                work.due(work.now, scheduling.VERB, f"start:{number}")
            told += ring(town, falls=falls)
            foretold.look(rules[later], since, town.now)
            foretold.tell(town.now)
            if presses:
                press(town, foretold)
                told += ring(town, falls=falls)
                foretold.look(rules[later], since, town.now)
                foretold.tell(town.now)

        made = {edition.id: edition for edition in editions(town)}
        periods = {number: (e.period.start, e.period.end) for number, e in made.items()}
        assert sorted(periods.values()) == sorted(foretold.made)
        assert all(e.due == foretold.made[periods[number]] for number, e in made.items())
        found = Counter(
            (periods[number], at, d.address.chat) for at, d in told for number in listed(d)
        )
        heard = (*GROUPS, WU)  # supervision hears of it too, in private
        wanted = {(p, at, chat): 1 for p, at in foretold.missed.items() for chat in heard}
        assert found == wanted

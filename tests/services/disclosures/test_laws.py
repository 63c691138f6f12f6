"""Laws of the programme with the clock: whenever the bot ran or fell, each thing once."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from governance.directory import Chat, ChatKind
from governance.programme import Counted, DueDay
from services.disclosures import scheduling
from storage import inbox
from storage.rows import ms
from tests.bases import memory
from tests.services.disclosures.programmes import editions, planned
from tests.services.town import VERBS, Town

DAY = timedelta(days=1)
MONTHLY, QUARTERLY = "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"
LAST, LEAP = "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
RULES = st.sampled_from([MONTHLY, QUARTERLY, LAST, LEAP, "FREQ=MONTHLY;BYMONTHDAY=31"])
DUES = st.builds(
    DueDay, days=st.integers(1, 25), counted=st.sampled_from([Counted.CALENDAR, Counted.WORKING])
)
ZONES = st.sampled_from(["Asia/Shanghai", "America/New_York", "Pacific/Apia"])
TEN_YEARS = st.dates(date(2024, 1, 1), date(2033, 12, 31))
# days until the bot runs again, the second of that day, and whether it falls at its first step
STOP = st.tuples(st.integers(1, 70), st.integers(0, 86_399), st.booleans())
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
    stops=[(29, 0, True), (1, 86_399, True), (60, 1, False), (70, 3, True)],
)
@example(
    item=(LAST, MONTHLY, DueDay(days=3, counted=Counted.WORKING)),
    where=("Asia/Shanghai", date(2025, 12, 31)),
    stops=[(45, 3600, True), (1, 3600, False), (1, 0, True), (30, 0, False)],
)
@settings(max_examples=12, deadline=None)
def test_each_period_is_owed_once_and_each_absence_is_told_once_a_group(
    community, item, where, stops
):
    (*rules, due), (zone, begins) = item, where
    with memory() as engine:
        town, ours = town_of(community, engine, zone)
        base = replace(community.item("ledger"), due=due, chats=("staff",))
        told, day, seconds = [], begins, 32_400
        for number, (days, second, falls) in enumerate([(0, seconds, False), *stops]):
            # the file is changed in the middle: a new edition has another rule, a later beginning
            later = number > len(stops) // 2
            since = date(begins.year + later, 1, 1)
            new = replace(base, rule=rules[later], since=since)
            planned(town, disclosures=(new,), **ours)
            day += days * DAY
            midnight = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
            town.now = midnight + timedelta(seconds=second)
            with town.work(0) as work:
                work.due(work.now, scheduling.VERB, f"start:{number}")
            told += ring(town, falls=falls)

        made = editions(town)
        assert all(one.period.end == other.period.start for one, other in pairwise(made))
        assert all(e.period.end > begins for e in made)
        found = Counter((e, d.address.chat) for _, d in told for e in listed(d))
        today = town.now.astimezone(ZoneInfo(zone)).date()
        morning = town.now.astimezone(ZoneInfo(zone)).time() >= time(9)
        for edition in made:
            absent = edition.due < today - DAY or (edition.due == today - DAY and morning)
            for group in GROUPS:
                assert found[edition.id, group] == absent
        by_id = {edition.id: edition for edition in made}
        for at, delivery in told:
            on = at.astimezone(ZoneInfo(zone)).date()
            assert all(on > by_id[e].due for e in listed(delivery))

"""Editions are signed around their day, and each is shown or absent once in each group (G07)."""

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from governance.directory import Chat, ChatKind
from governance.disclosures import contents
from governance.disclosures.contents import Fact, Report
from governance.disclosures.periods import instant
from governance.disclosures.states import SHOWN, EditionAction, EditionStatus
from governance.programme import DueDay, Privacy, Template
from services.disclosures import drafting, publishing, scheduling, signing
from services.disclosures.carrying import CARD
from storage import inbox
from storage.rows import ms
from tests.bases import memory
from tests.services.disclosures.accounts import draw
from tests.services.disclosures.foretold import LAST, MONTHLY, Foretold
from tests.services.disclosures.programmes import editions, planned
from tests.services.disclosures.test_laws import GROUPS, FellError, listed, unit
from tests.services.disclosures.test_laws import town_of as bare
from tests.services.town import CHEN, HE, WU

A, S, HOUR, DAY = EditionAction, EditionStatus, timedelta(hours=1), timedelta(days=1)
ZONE, SINCE = ZoneInfo("Asia/Shanghai"), date(2026, 1, 1)
REPORT = Report(headline="公开", facts=(Fact(number=1, name="text", text="做了什么"),))
DOES = ("write", "write", "write", "sign", "sign", "object", "join", "rule", "sleep")
# hours until the bot runs again, what is done then, and whether it falls at its first step
STOP = st.tuples(st.integers(1, 240), st.sampled_from(DOES), st.booleans())
# written, signed and shown in time; then one that is late, and signed on the morning after
USUAL = [(24 * 30, "write", False), (2, "sign", True), (30, "sleep", False)]
LATE = [(24 * 41 - 1, "write", True), (1, "sign", False), (40, "join", True), (1, "rule", False)]
# asleep until the first is late and the next is there; then that one is late too
ASLEEP = [(24 * 61, "sleep", False), (24 * 12, "sleep", True), (1, "join", False)]


@dataclass
class Told:
    """What was told of each edition in each group, as it was told."""

    shown: Counter = field(default_factory=Counter)
    absent: Counter = field(default_factory=Counter)
    known: dict = field(default_factory=dict)  # which groups there were when it was shown
    late: dict = field(default_factory=dict)  # which groups there were when it was absent


class Life:
    """A town whose editions are written, signed and shown, while it falls and changes."""

    def __init__(self, town, ours):
        self.town, self.ours, self.told = town, ours, Told()
        self.groups, self.rule, self.steps = list(GROUPS), MONTHLY, 0
        self.foretold = Foretold(ours["calendar"], DueDay(days=10))
        item = town.community.item("ledger")
        more = {"template": Template.TEXT, "privacy": Privacy.NONE, "chats": ("staff",)}
        self.item = replace(item, due=DueDay(days=10), drafter="", **more)
        self.file()

    def file(self):
        item = replace(self.item, rule=self.rule, since=SINCE)
        chats = tuple(Chat(id=g, kind=ChatKind.STAFF, name=f"{g}") for g in self.groups)
        planned(self.town, disclosures=(item,), **{**self.ours, "chats": chats})

    def ring(self, *, falls):
        """Do all that is due; where it falls, the first unit is lost and begun anew."""
        town = self.town
        while True:
            with town.engine.begin() as connection:
                found = inbox.due(connection, ms(town.now))[:1]
            for each in found:
                if falls:
                    with pytest.raises(FellError):
                        unit(town, *each, falls=True)
                    falls = False
                unit(town, *each)
                self.hear()
            if not found:
                return

    def hear(self):
        for each in self.town.deliveries():
            if each.key == CARD and not each.posted:
                number = int(each.subject.split(":")[1])
                self.told.shown[number, each.address.chat] += 1
                self.told.known.setdefault(number, tuple(self.groups))
            if each.key == "programme-absent":
                for number in listed(each):
                    self.told.absent[number, each.address.chat] += 1
                    self.told.late.setdefault(number, (self.town.now, tuple(self.groups)))
                    assert self.of(number).status not in SHOWN
        self.town.send()

    def of(self, number):
        with self.town.work(0) as work:
            return work.disclosures.get(number)

    def first(self, *statuses):
        return next((e for e in editions(self.town) if e.status in statuses), None)

    def write(self):
        if found := self.first(S.DUE, S.DRAFT):
            self.town.do(HE, drafting.begin, found.id)
            with self.town.work(0) as work:
                work.disclosures.write(found.id, contents.written(REPORT))
            self.town.do(HE, signing.press, found.id, A.SUBMIT)
            draw(self.town)

    def sign(self):
        if found := self.first(S.IN_REVIEW):
            self.town.do(CHEN, signing.press, found.id, A.APPROVE)

    def object(self):
        if found := self.first(S.IN_REVIEW, S.APPROVED):
            self.town.do(WU, signing.press, found.id, A.OBJECT)
            self.town.say(WU, "数字要再核对")

    def join(self):
        fresh = -100 - len(self.groups)
        self.groups.append(fresh)
        self.file()
        with self.town.work(0) as work:
            work.due(work.now, publishing.JOINED, f"joined:{fresh}", chat=fresh)

    def rule_(self):
        self.rule = LAST if self.rule == MONTHLY else MONTHLY
        self.file()

    def sleep(self):
        pass

    def live(self, hours, does, *, falls):
        """Let the bot wake so many hours later, do what is due, and somebody do something."""
        self.town.now += hours * HOUR
        self.steps += 1
        with self.town.work(0) as work:
            work.due(work.now, scheduling.VERB, f"start:{self.steps}")
        self.ring(falls=falls)
        self.foretold.look(self.rule, SINCE, self.town.now)
        getattr(self, does if does != "rule" else "rule_")()
        self.hear()
        self.ring(falls=False)

    def check(self):
        """Each is shown once where it is for; what is late was told once, and nothing else was."""
        made = editions(self.town)
        assert {(e.period.start, e.period.end): e.due for e in made} == self.foretold.made
        for edition in made:
            morning = instant(edition.due + DAY, self.town.community.calendar)
            out = edition.status in SHOWN
            for group in self.groups:
                assert self.told.shown[edition.id, group] <= 1
                assert self.told.absent[edition.id, group] <= 1
                if group in self.told.known.get(edition.id, ()):
                    assert self.told.shown[edition.id, group] == out
                if group in GROUPS:
                    assert self.told.shown[edition.id, group] == out
                    missed = edition.id in self.told.late
                    assert self.told.absent[edition.id, group] == missed
            if edition.id in self.told.late:
                at, _groups = self.told.late[edition.id]
                assert at >= morning
                assert edition.published_at is None or at <= edition.published_at
            elif out:
                continue  # while the bot slept its day and its showing may have come at once
            else:
                assert self.town.now < morning


@given(stops=st.lists(STOP, min_size=6, max_size=14))
@example(stops=[*USUAL, *LATE, (30, "sleep", True)])
@example(stops=ASLEEP)
@settings(max_examples=200 if os.environ.get("LINLI_SOAK") else 20, deadline=None)
def test_whenever_it_is_signed_each_edition_is_shown_once_a_group_or_absent_once(community, stops):
    with memory() as engine:
        town, ours = bare(community, engine, ZONE.key)
        town.now = datetime.combine(date(2026, 1, 1), time(9), ZONE).astimezone(UTC)
        life = Life(town, ours)
        for hours, does, falls in [(0, "sleep", False), *stops, (80, "sleep", False)]:
            life.live(hours, does, falls=falls)
        life.check()

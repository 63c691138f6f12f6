"""What the rules make of a case: it is lived through once more, step by step, without the bot."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from bot import demo
from bot.speech import LOCALES
from config import community
from governance import clocks, intake, routing
from governance.cases import (
    CLOSED,
    LIFECYCLE,
    ON_DESK,
    OPEN,
    WITH_SUPERVISION,
    WORKING,
    AssignmentStatus,
    Case,
    CaseAction,
    CaseKind,
    CaseStatus,
    Move,
    Urgency,
    advance,
    choices,
    roles_in,
)
from governance.directory import THE_CLOCK, Actor, Role
from governance.notices import Address, Delivery, Kind
from governance.refusals import Refusal
from handlers.texts import Library
from handlers.views import Page
from handlers.views.cases import NOT_ON_WORKSHEET, REPORTERS

A, S, T = CaseAction, CaseStatus, AssignmentStatus
LOOK = timedelta(seconds=5)  # until the clock has looked at what fell due
FLAGS: Mapping[str, Mapping[str, bool]] = {
    "mute": {"muted": True},
    "unmute": {"muted": False},
    "ask_withdrawal": {"leaving": True},
    "refuse_withdrawal": {"leaving": False},
}
REFUSALS = ("not-yours", "not-allowed", "closed", "conflict", "tap", "number", "own-case", "proof")
TOWN = community.parse(demo.COMMUNITY.read_text(encoding="utf-8"), "the town's")
WORDS = Library(LOCALES).speak("zh-CN", TOWN)
SHELF = SimpleNamespace(community=TOWN)


class Amiss(Exception):
    """What was done is not what the rules say."""


def moment(ms):
    """Return a time that a database or the sandbox tells."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def actor(person):
    """Return who acts, by the post that he has in this town."""
    officer = TOWN.by_telegram(person)
    return (
        Actor(id=person, officer=officer.key, offices=officer.offices)
        if officer
        else Actor(id=person)
    )


def says(key, case, chat, **more):
    """Return the words in which the bot tells something of a case."""
    facts = {
        "number": case.number,
        "category": case.category,
        "status": case.status,
        "owner": TOWN.called(case.holder),
        "finish_by": int(case.finish_by.timestamp() * 1000),
    }
    letter = Delivery(
        key=key, kind=Kind.NOTICE, address=Address(chat=chat), facts={**facts, **more}
    )
    page = Page(delivery=letter, shelf=SHELF, texts=WORDS, bot="")
    return WORDS(key, **page.spoken(letter.facts))


class Life:
    """One case: where it stood after each unit, and all that somebody had to hear of it."""

    def __init__(self, case):
        self.case = case
        self.stood = []  # (place in the audit, the case from there on)
        self.told = Counter()  # (chat, words)
        self.sheets = []  # (officer, number of the assignment) of each worksheet
        self.asked = []  # the number of the assignment of each verdict
        self.since = {}  # when it came to its status; when it was offered to somebody else

    def open(self, place, steps):
        """Let it be filed: what follows by rule follows at once."""
        self._walk(steps, THE_CLOCK, [])
        if self.case.urgency is Urgency.URGENT:
            for member in TOWN.holders(Role.COMMITTEE):
                if member.telegram != self.case.reporter:
                    self._tell("case-urgent", member.telegram)
        self._shown(None, place, self.case.at)

    def step(self, place, steps, by):
        """Take the step of a press or of the clock, and those that follow; raise Amiss."""
        before, told = self.case, []
        self._first(steps[0], by, told)
        self._walk(steps[1:], THE_CLOCK, told)
        loud = [n for n, (row, _) in enumerate(told) if Role.REPORTER in row.tells]
        for n, (row, passage) in enumerate(told):
            for role in row.tells:
                if role is not Role.REPORTER or n == loud[-1]:
                    self._hears(role, passage, before)
        self._shown(before, place, steps[-1].at)

    def flag(self, place, verb):
        """Note what its reporter or the desk set, which is no step."""
        self.case = replace(self.case, **FLAGS[verb])
        self.stood.append((place, self.case))

    def _walk(self, steps, by, told):
        for each in steps:
            if (follows := routing.automatic(TOWN, self.case)) != (each.action, each.to):
                found = (each.action, each.to)
                raise Amiss(self.case.id, "follows by rule", follows, found, self._known(each.at))
            self._first(each, by, told)
        if left := routing.automatic(TOWN, self.case):
            raise Amiss(self.case.id, "should have followed", left, self._known())

    def _known(self, at=None):
        """Return all that decides what follows by rule, so that a finding explains itself."""
        case, tried = self.case, [(a.officer, str(a.status)) for a in self.case.assignments]
        asks = {"at": at, "chain": routing.chain(TOWN, case), "tried": tried}
        names = ("status", "bounces", "reopened", "reporters", "entered_by", "desk")
        names += ("category", "grid", "kind", "urgency")
        return asks | {name: getattr(case, name) for name in names}

    def _first(self, passage, by, told):
        before, action = self.case, passage.action
        try:
            row = LIFECYCLE.step(before.status, action, roles_in(before, by))
            until = clocks.accept_by(TOWN, before.category, passage.at, before.kind)
            given = {"note": passage.note, "to": passage.to, "proof": passage.proof}
            move = Move(by=by, at=passage.at, until=until, **given)
            after = advance(before, action, move)
        except Refusal as refusal:
            raise Amiss(self.case.id, action, before.status, by, refusal.key) from None
        if after.status is S.DONE_REPORTED:
            after = replace(after, recorder=intake.recorder(TOWN, after))
        after = routing.placed(TOWN, before, after, action, by)
        if after.status in WITH_SUPERVISION:
            after = replace(after, desk=routing.reviewer(TOWN, after))
        self.case = after
        told.append((row, passage))

    def _hears(self, role, passage, before):
        case = self.case
        if role is Role.REPORTER:
            heard = [] if case.muted and case.status not in CLOSED else [case.reporter]
        elif role is Role.ASSIGNEE:
            heard = [TOWN.officer(before.holder).telegram]
        else:
            heard = [each.telegram for each in TOWN.holders(role)]
        for chat in filter(None, heard):
            self._tell(f"told-{role}-{passage.action}", chat, note=passage.note)

    def _tell(self, key, chat, **facts):
        self.told[chat, says(key, self.case, chat, **facts)] += 1

    def _shown(self, before, place, at):
        """Note the cards that this brings, and when the clock began to wait."""
        case, seq = self.case, len(self.case.assignments)
        if pending(case) and not pending(before):
            self._sheet(case.current.receiver, seq)
            self.since["asked"] = at
        if (before is None or _held(before) != _held(case)) and case.status in WORKING:
            self._sheet(case.holder, seq)
        if before is None or before.status is not case.status:
            self.since["status"] = at
            if case.status is S.DONE_REPORTED:
                self.asked.append(seq)
        self.stood.append((place, case))

    def _sheet(self, officer, seq):
        if (officer, seq) not in self.sheets:
            self.sheets.append((officer, seq))

    def between(self, first, last):
        """Return the case as it stood at any time between two places in the audit."""
        begun = [n for n, (place, _) in enumerate(self.stood) if place <= first]
        held = self.stood[begun[-1] if begun else 0 :]
        return [case for n, (place, case) in enumerate(held) if n == 0 or place <= last]

    def late(self, now):
        """Return what the clock should have done by now, and has not."""
        case, by = self.case, now - LOOK
        current = case.current
        if case.status is S.DISPATCHED and current.until < by and routing.next_in_line(TOWN, case):
            return A.PASS_ON
        if case.status is S.DONE_REPORTED and self.since["status"] + WITHIN < by:
            return A.LAPSE
        if pending(case):
            answer = clocks.accept_by(TOWN, case.category, self.since["asked"], case.kind)
            return A.KEEP if answer < by else None
        return None

    def places(self):
        """Return where its cards stand, each place as often as there must be one."""
        found = Counter(look[:3] for look in self.cards())
        for officer, _ in self.sheets:
            found[TOWN.officer(officer).telegram, "worksheet", self.case.number] += 1
        if self.case.chat > 0:
            found[self.case.chat, "receipt", self.case.number] += 1
        return found - Counter(look[:3] for look in self.cards() if look[1] == "worksheet")

    def broken(self, now):
        """Whether the promise was broken while it was worked on, as it is still."""
        simple = not self.case.reopened and S.NEEDS_INFO not in {c.status for _, c in self.stood}
        return simple and self.case.status in WORKING and self.case.finish_by < now - LOOK

    def cards(self):
        """Return how each card of it must look in the end: what it says, and the steps it offers.

        Of somebody's worksheets only the newest is kept up to date; the others offer nothing.
        """
        case = self.case
        status = WORDS.plain(f"case-status-{case.status}")
        for officer, seq in dict(self.sheets).items():
            chat = TOWN.officer(officer).telegram
            newest = seq == len(case.assignments)
            can = choices(case, actor(chat)) if newest else ()
            steps = frozenset(can) - frozenset(NOT_ON_WORKSHEET)
            yield chat, "worksheet", case.number, status, steps
        for seq in self.asked:
            chat = TOWN.officer(case.recorder).telegram if case.recorder else case.reporter
            if case.status is S.DONE_REPORTED and seq == len(case.assignments):
                yield chat, "verdict", case.number, "", frozenset(REPORTERS)
                continue
            newer = seq < len(case.assignments) or case.status is S.CONTESTED
            over = WORDS.plain(f"case-status-{S.REOPENED}") if newer else status
            yield chat, "verdict", case.number, over, frozenset()
        if case.chat < 0:  # in private it is not drawn anew: there the steps are told
            yield case.chat, "receipt", case.number, self._line(status), frozenset()

    def _line(self, status):
        case, first = self.case, self.case.assignments[:1]
        if case.status in CLOSED:
            return WORDS("receipt-over", status=status)
        if first and case.status in OPEN and case.holder != first[0].officer:
            return WORDS("worksheet-with", owner=TOWN.called(case.holder))
        return ""


REFUSED = {WORDS(f"refusal-{each}") for each in REFUSALS}
WITHIN = TOWN.limits.confirm_within


def pending(case):
    """Whether somebody was asked to take a case over, and has not answered."""
    return bool(case and case.current and case.current.status is T.TRANSFER_PENDING)


def _held(case):
    return case.holder, len(case.assignments), case.status in ON_DESK


def filed(row, **known):
    """Return a case as it was when it was filed."""
    reporter, grid = row["reporter"], row["grid"]
    kind, at = CaseKind(row["kind"]), moment(row["at"])
    promised = clocks.finish_by(TOWN, row["category"], at, kind)
    return Case(
        id=row["id"],
        number=row["number"],
        community=TOWN.key,
        reporter=reporter,
        chat=row["chat"],
        message=row["message"],
        text=row["text"],
        category=row["category"],
        building=row["building"],
        grid=grid,
        at=at,
        finish_by=promised.at,
        calendar_known=promised.known,
        desk=routing.desk(TOWN, reporter),
        kind=kind,
        urgency=Urgency(row["urgency"]),
        entered_by=row["entered_by"],
        **known,
    )

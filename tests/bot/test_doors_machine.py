from collections import Counter
from datetime import timedelta
from functools import partial
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from telegram.error import BadRequest, RetryAfter

from bot.errors import NeverLeft, OutcomeUnknown
from bot.ticks import VERBS
from governance.notices import Priority
from storage import audit, inbox
from storage.audit import AUDIT
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES
from storage.inbox import DUES, INBOX
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.bot.doors import GROUP, LI, WANG, ZHANG, arrival, message, press
from tests.bot.stage import Stage

MATTER = "三号楼电梯坏了两天没人修"
MARKS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
TROUBLE = (
    NeverLeft("refused"),
    OutcomeUnknown("502"),
    RetryAfter(0),
    BadRequest("Message is not modified"),
)
HELD = ("offered", "accepted", "transfer-pending")


def strike(work, n):
    """Leave a trace of each time that it is done."""
    work.note("strike", f"bell:{n}", {})


class Doors(RuleBasedStateMachine):
    """Updates, presses, time and trouble in any order; what was promised holds at every rest."""

    @initialize()
    def open(self):
        self.pauses = mock.patch("bot.failing.PAUSES", (0, 0, 0, 0, 0, 0))
        self.pauses.start()
        self.verbs = mock.patch.dict(VERBS, {"strike": strike})
        self.verbs.start()
        self.stage = Stage()
        self.last, self.cut, self.known = 0, False, set()
        self.bells = []
        self.reports, self.pressed, self.poisoned = [], {}, []

    @rule(who=st.sampled_from((LI, ZHANG)), times=st.integers(1, 3))
    def report(self, who, times):
        self._give(self._said(who), times=times)

    @rule(who=st.sampled_from((LI, ZHANG)))
    def report_before_the_power_fails(self, who):
        self._give(self._said(who), heard=False)
        self.crash()

    @rule()
    def poison(self):
        self.poisoned.append(self._next())
        self._give({"message": {"message_id": "?", "chat": 7}})

    @rule(
        case=st.integers(1, 4),
        action=st.sampled_from(("accept", "hand-back", "confirm")),
        times=st.integers(1, 3),
    )
    def press(self, case, action, times):
        self.pressed[self._next()] = (case, action)
        self._give(
            press(f"c:{case}:{action}", chat=WANG, sender=WANG), times=times, lane=f"{WANG}"
        )

    @rule(trouble=st.lists(st.sampled_from(TROUBLE), max_size=3))
    def telegram_has_trouble(self, trouble):
        self.stage.caller.script.extend(trouble)

    @rule(minutes=st.sampled_from((-600, -1, 1, 40, 300, 3000)))
    def time_is(self, minutes):
        self.stage.ask(self.stage.look, self.stage.at + timedelta(minutes=minutes))

    @rule(minutes=st.sampled_from((0, 1, 300)))
    def a_bell_is_set(self, minutes):
        self.bells.append(ms(self.stage.at + timedelta(minutes=minutes)))
        n = len(self.bells)
        bell = (self.bells[-1], "strike", f"bell:{n}", {"n": n})
        self.stage.ask(self.stage.town.unit, lambda c: inbox.ask(c, *bell))

    @rule()
    def crash(self):
        self.cut = True
        self.stage.crash()

    @rule()
    def rest(self):
        self.stage.caller.script.clear()
        self.stage.ask(self.stage.rest)
        self.stage.ask(self._promises)

    def teardown(self):
        if hasattr(self, "stage"):
            try:
                self.rest()
            finally:
                self.stage.close()
                self.verbs.stop()
                self.pauses.stop()

    def _said(self, who):
        self.reports.append(self._next())
        mark = "".join(MARKS[int(each)] for each in str(len(self.reports)))
        return {
            "message": message(
                f"/report {MATTER}{mark}", chat=GROUP, sender=who, number=self._next()
            )
        }

    def _next(self):
        return self.last + 1

    def _give(self, update, *, times=1, heard=True, lane="chat:1"):
        self.last += 1
        arrivals = [arrival(self.last, update, lane)] * times
        for each in arrivals:
            self.stage.ask(partial(self.stage.arrive, [each], heard=heard))

    async def _promises(self):
        rows, now = self.stage.town.rows, ms(self.stage.at)
        fates = dict(await rows(INBOX.c.update_id, INBOX.c.status))
        units = await rows(AUDIT.c.unit, AUDIT.c.verb, AUDIT.c.object)
        filed = Counter(unit for unit, verb, _ in units if verb == "report")
        held = Counter(
            c for c, s in await rows(ASSIGNMENTS.c.case_id, ASSIGNMENTS.c.status) if s in HELD
        )
        stands = dict(await rows(CASES.c.id, CASES.c.status))

        assert fates == {
            n: "dead" if n in self.poisoned else "done" for n in range(1, self.last + 1)
        }
        assert filed == Counter(f"u{number}" for number in self.reports)
        assert len(stands) == len(self.reports)
        assert [unit for unit, times in Counter(units).items() if times > 1] == []
        for unit, verb, about in units:
            if (number := int(unit[1:]) if unit[1:].isdigit() else 0) in self.pressed and unit[
                0
            ] == "u":
                case, action = self.pressed[number]
                assert verb != action or about == f"case:{case}"
        assert {c: held[c] for c in stands} == {
            c: int(s in ("dispatched", "in-progress")) for c, s in stands.items()
        }
        assert len(await rows(PASSAGES.c.id)) == sum(
            verb not in ("report", "apply-edition") and about.startswith("case:")
            for _, verb, about in units
        )
        assert [
            r for r in await rows(DUES.c.at, DUES.c.status) if r[1] == "open" and r[0] <= now
        ] == []
        struck = Counter(about for _, verb, about in units if verb == "strike")
        for n, at in enumerate(self.bells, 1):  # unlike others it does not look whether it is done
            assert struck[f"bell:{n}"] == 1 or (at > now and not struck[f"bell:{n}"])
        await self._told()

    async def _told(self):
        fates = OUTBOX.c.status, OUTBOX.c.priority, OUTBOX.c.chat, OUTBOX.c.message
        fated = await self.stage.town.rows(*fates)
        assert {status for status, *_ in fated} <= {
            "sent", "uncertain", "undeliverable", "superseded", "expired",
        }  # fmt: skip
        # two days passed before it left: what a reminder said is then said no more
        assert {p for status, p, *_ in fated if status == "expired"} <= {Priority.REMINDER}
        known = {(chat, message) for *_, chat, message in fated if message}
        if not self.cut:  # what was answered is written down; else it may be sent once more
            assert Counter(self.stage.caller.made) == Counter(known - self.known)
        self.stage.caller.made.clear()
        self.cut, self.known = False, known
        house = self.stage.town.house
        verdict = await house.writer.submit(lambda c: audit.verify(c, house.community_id))
        assert verdict.broken is None


TestDoors = Doors.TestCase
TestDoors.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

"""No order of commands opens a ballot before talk and summary (E05), whoever gives them.

Everybody presses everything, in any order, by the services that the buttons call. What a topic
was given is reckoned here anew, from what was done and written down, and not by the rules.
"""

import os
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from config.community import read
from governance.ballots.ballot import ADVISORY
from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.refusals import Refusal
from services.ballots import acting as balloting
from storage import inbox
from storage.rows import moment, ms
from tests.bases import memory
from tests.services.ballots import booth
from tests.services.deliberations import topics
from tests.services.meetings import assembly
from tests.services.town import CHEN, HE, LI, VERBS, WU, ZHANG, Town

TOWN = read(Path(__file__).parents[2] / "config" / "community.example.toml")
A, B, S = TopicAction, BallotAction, BallotStatus
RESIDENTS = (LI, ZHANG, 5003, 5004, 5005)
EVERYBODY = (CHEN, CHEN, HE, WU, LI)
HURRY = (A.SUMMARISE, A.POLL, B.SCHEDULE)
UNHELD = frozenset({S.DRAFT, S.CANCELLED})
DAYS, VOICES, NOTICE = 3, 5, 5  # as the example's [deliberation] asks
LONG = bool(os.environ.get("LINLI_SOAK"))


class Guard(RuleBasedStateMachine):
    """One topic under discussion, and whoever would have it voted on at once."""

    @initialize(vital=st.sampled_from(("yes", "no")))
    def open(self, vital):
        self.base = memory()
        self.town = Town(self.base.__enter__(), TOWN)
        topics.discussed(self.town, vital=vital)
        for n, person in enumerate(RESIDENTS[1:], start=2):
            booth.live(self.town, person, f"{n}-301")
        self.vital = vital == "yes"
        self.began, self.summed, self.polled = self.town.now, False, False
        self.said, self.met, self.asked, self.called = set(), False, None, 0
        self.held = {}
        self.is_drafted(Instrument.DELIBERATIVE)

    def teardown(self):
        if hasattr(self, "base"):
            self.base.__exit__(None, None, None)

    def tries(self, verb, *args, **words):
        """Whether it went through; a refusal is an answer, and anything else a defect."""
        try:
            verb(self.town, *args, **words)
        except Refusal:
            return False
        return True

    @rule(action=st.sampled_from(A), who=st.sampled_from(EVERYBODY))
    def steps(self, action, who):
        went = self.tries(topics.take, action, who, proof="会议记录")
        if went and action in {A.DISCUSS, A.RETRY}:
            self.began, self.said, self.met = self.town.now, set(), False
        if went and action in {A.SUMMARISE, A.RESUME, A.RETRY, A.POLL}:
            self.summed = action in {A.SUMMARISE, A.POLL}
            self.polled = action is A.POLL

    @rule(order=st.permutations(HURRY))
    def somebody_is_in_a_hurry(self, order):
        for action in order * 2:
            if action is B.SCHEDULE:
                self.is_pressed(1, action, CHEN)
            else:
                self.steps(action, CHEN)
            self.no_ballot_is_held_before_its_time()

    @rule(who=st.sampled_from(RESIDENTS))
    def speaks(self, who):
        if self.tries(topics.speak, who):
            self.said.add(who)

    @rule()
    def everybody_speaks(self):
        for who in RESIDENTS:
            self.speaks(who)

    @rule()
    def it_is_talked_over(self):
        self.is_sounded()
        self.everybody_speaks()
        self.rings_until(self.town.now + timedelta(days=NOTICE))

    @rule()
    def is_sounded(self):
        if self.tries(assembly.sound, Consultation.NOTICE) and self.asked is None:
            self.asked = self.town.now

    @rule()
    def meets(self):
        on = self.town.now + timedelta(days=2)
        if self.tries(assembly.call, day=f"{on.month}-{on.day}", hour="10点"):
            self.called += 1
            self.rings_until(on + timedelta(days=1))
            if self.tries(assembly.hold, self.called):
                self.met = True

    @rule(instrument=st.sampled_from(Instrument))
    def is_drafted(self, instrument):
        method = {Instrument.MENU: "menu", Instrument.EVALUATION: "evaluation"}
        with_costs = {"paper": booth.menu(灯=100_000, 椅=50_000)}
        more = with_costs if instrument is Instrument.MENU else {}
        booth.draft(
            self.town,
            topic=1,
            instrument=instrument,
            method=method.get(instrument, "motion"),
            opens=self.town.now + timedelta(hours=1),
            **more,
        )

    @rule(number=st.integers(1, 3), action=st.sampled_from(B), who=st.sampled_from(EVERYBODY))
    def is_pressed(self, number, action, who):
        """By its button, and past the button's own question what lacks."""
        self.tries(lambda town: town.do(who, balloting.press, number, action))
        self.tries(lambda town: town.do(who, balloting.act, number, action, "理由"))

    @rule()
    def time_passes(self):
        self.rings_until(self.town.now + timedelta(days=1))

    def rings_until(self, end):
        """Let ring what falls due until then, one after another, each at its own time."""
        while True:
            with self.town.engine.begin() as connection:
                due = inbox.next_due(connection)
                if due is None or moment(due) > end:
                    break
                self.town.now = max(self.town.now, moment(due))
                due_id, name, words = inbox.due(connection, ms(self.town.now))[0]
                inbox.rang(connection, due_id)
            self.town.do(0, VERBS[name], **words)
            self.no_ballot_is_held_before_its_time()
        self.town.now = max(self.town.now, end)

    @invariant()
    def no_ballot_is_held_before_its_time(self):
        with self.town.work(0) as work:
            ballots = list(work.ballots.of_topic(1))
            status = work.topics.get(1).status
        for ballot in ballots:
            before = self.held.get(ballot.id, S.DRAFT)
            self.held[ballot.id] = ballot.status
            if ballot.status == before or ballot.status in UNHELD:
                continue
            if ballot.instrument not in ADVISORY and before in {S.DRAFT, S.SCHEDULED}:
                assert self.missing() == [], f"{ballot.status} without it"
        if status is TopicStatus.POLLING:
            assert self.missing() == []

    def missing(self):
        """Return what was not done, as one counts it who reads only what was done."""
        long = self.town.now - self.began >= timedelta(days=DAYS)
        asked = self.asked and self.town.now - self.asked >= timedelta(days=NOTICE)
        talked = long and len(self.said) >= VOICES
        wanted = {
            "talk": talked or self.met,
            "summary": self.summed,
            "consultation": asked or not self.vital,
            "poll": self.polled,
        }
        return [name for name, given in wanted.items() if not given]


TestGuard = Guard.TestCase
TestGuard.settings = settings(
    max_examples=200 if LONG else 10,
    stateful_step_count=40 if LONG else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_the_same_commands_in_their_order_open_it():
    """Or the machine would hold because nothing is ever opened."""
    guard = Guard()
    guard.open("yes")
    guard.it_is_talked_over()
    guard.somebody_is_in_a_hurry(HURRY)
    guard.time_passes()
    guard.no_ballot_is_held_before_its_time()

    assert guard.held[1] in {S.SCHEDULED, S.OPEN}
    guard.teardown()

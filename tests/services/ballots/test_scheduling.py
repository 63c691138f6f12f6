"""Before a ballot opens: what lacks, who schedules, and where its card stands."""

from dataclasses import replace

import pytest

from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.deliberations.statements import Passage
from governance.deliberations.states import TopicAction, TopicStatus
from governance.directory import ChatKind
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.ballots import acting, telling
from tests.services.ballots.booth import (
    DAY,
    ballot,
    draft,
    households,
    opened,
    take,
    topic,
)
from tests.services.town import AT, CHEN, GROUP, LI, WANG, WU

A, S, T = BallotAction, BallotStatus, TopicStatus


# ── before it opens ──


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"status": T.SUMMARY}, "polling"),
        ({"discussed_from": None, "summarised_at": None}, "discussion,summary"),
        ({"vital": True}, "consultation"),
    ],
)
def test_nothing_is_scheduled_without_talk_and_it_says_what_lacks(town, changed, missing):
    made = draft(town, topic=topic(town, **changed).id)

    assert town.do(CHEN, acting.press, made.id, A.SCHEDULE) is None

    assert town.facts("ballot-lacking") == {"number": 1, "missing": missing}
    assert ballot(town).status is S.DRAFT
    with pytest.raises(Refusal) as found:
        town.do(CHEN, acting.act, made.id, A.SCHEDULE)
    assert found.value.key == "refusal-ballot-untalked"


@pytest.mark.parametrize(("days", "missing"), [(None, "notice"), (9, "notice"), (10, "")])
def test_a_body_that_wants_days_of_notice_is_given_them(town, days, missing):
    """村民会议 is made known ten days before (organic law of villagers' committees)."""
    made = draft(town, body="villagers-meeting")
    with town.work(CHEN) as work:
        if days is not None:
            step = Passage(action=TopicAction.NOTICE, officer="chen", at=AT - days * DAY)
            work.topics.passed(1, step)
        assert ",".join(acting.lacking(work, made)) == missing
        survey = replace(made, instrument=Instrument.SURVEY, body="villagers-meeting")
        assert "notice" not in acting.lacking(work, survey)


def test_two_ballots_do_not_decide_the_same_at_once(town):
    households(town)
    opened(town)
    second = draft(town, topic=1)

    assert town.do(CHEN, acting.press, second.id, A.SCHEDULE) is None
    assert town.facts("ballot-lacking")["missing"] == "another"
    take(town, CHEN, A.ASK_VOID)
    take(town, WU, A.VOID)
    assert town.do(CHEN, acting.press, second.id, A.SCHEDULE).status is S.SCHEDULED


def test_a_scheduled_ballot_is_told_to_supervision_and_opens_by_itself(town):
    households(town)
    made = draft(town, opens=town.now + DAY, closes=town.now + 3 * DAY)

    town.do(CHEN, acting.press, made.id, A.SCHEDULE)
    assert town.told() == [("ballot-told-supervision-schedule", WU)]
    assert ("ballot_open", town.now + DAY) in town.dues()
    town.ring("ballot_open")

    assert ballot(town).status is S.OPEN
    assert town.told() == [("ballot:1:0:0", GROUP)]
    assert ("ballot_close", made.closes) in town.dues()
    assert town.audit() == ["ballot-open"]


def test_a_cancelled_ballot_does_not_open(town):
    households(town)
    draft(town)
    town.do(CHEN, acting.press, 1, A.SCHEDULE)

    take(town, CHEN, A.CANCEL, "问题没写清楚")
    assert town.facts("ballot-told-supervision-cancel")["note"] == "问题没写清楚"
    town.ring("ballot_open")

    assert ballot(town).status is S.CANCELLED


def test_nobody_on_the_roll_nothing_opens_and_the_drafter_hears_why(town):
    made = draft(town)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)

    town.ring("ballot_open")

    assert ballot(town).status is S.SCHEDULED
    assert town.facts("ballot-unopened")["reason"] == "refusal-ballot-nobody"


def test_without_a_drafter_in_office_nobody_is_told(town):
    draft(town, drafted_by="gone")
    town.do(CHEN, acting.press, 1, A.SCHEDULE)
    town.ring("ballot_open")

    assert "ballot-unopened" not in [key for key, _ in town.told()]


def test_owners_without_a_roster_do_not_open(town):
    draft(town, body="owners-ordinary")
    town.do(CHEN, acting.press, 1, A.SCHEDULE)

    town.ring("ballot_open")

    assert town.facts("ballot-unopened")["reason"] == "refusal-ballot-roster"


@pytest.mark.parametrize("person", [LI, WANG, WU])
def test_only_the_committee_schedules(town, person):
    draft(town)

    with pytest.raises(NotAllowed):
        town.do(person, acting.press, 1, A.SCHEDULE)


def test_the_card_of_one_building_stands_in_its_own_group(town):
    made = draft(town)
    with town.work(0) as work:
        [chat] = [c for c in work.community.chats if c.kind is ChatKind.COMMUNITY]
        own = replace(chat, id=-5, kind=ChatKind.BUILDING, scope="b3")
        grouped = replace(work.community, chats=(chat, own))
        work._community = grouped
        one = made
        two = replace(one, scope=replace(one.scope, buildings=frozenset({"b2", "b3"})))
        assert telling.group(work, one).chat == -5
        assert telling.group(work, two).chat == chat.id
        elsewhere = replace(one, scope=replace(one.scope, buildings=frozenset({"b2"})))
        assert telling.group(work, elsewhere).chat == chat.id
        work._community = replace(grouped, chats=())
        assert telling.group(work, one) is None
        telling.public(work, one)
    assert town.told() == []


def test_a_talk_about_a_step_can_be_left(town):
    draft(town)
    town.do(CHEN, acting.press, 1, A.CANCEL)

    town.answer(CHEN, talks.CANCEL)

    assert ballot(town).status is S.DRAFT

"""The steps of a ballot: what lacks, who opens and closes, who certifies, what the topic hears."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.ballots.evaluation import EVALUATION
from governance.ballots.result import Verdict
from governance.ballots.states import BallotAction, BallotStatus, Instrument
from governance.deliberations.statements import Passage
from governance.deliberations.states import Consultation, TopicAction, TopicStatus
from governance.directory import ChatKind
from governance.procedure import Level
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.ballots import acting, counting, telling, waiting
from storage import inbox
from storage.rows import ms
from tests.governance.deliberations.matters import REVIEW, STANDING
from tests.services.ballots.booth import (
    AGAINST,
    DAY,
    FOR,
    LIANG,
    ballot,
    certified,
    closed,
    draft,
    flats,
    households,
    live,
    matter,
    opened,
    press,
    result,
    topic,
    votes,
)
from tests.services.town import AT, CHEN, GROUP, HE, LI, WANG, WU, ZHANG

A, S, T = BallotAction, BallotStatus, TopicStatus


def take(town, person, action, note="理由"):
    """Press a button, and give the reason where one is asked for."""
    done = town.do(person, acting.press, 1, action)
    if getattr(done, "kind", "") == "step-ballot":
        return town.say(person, note)
    return done


def final(town):
    town.ring("ballot_final")


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


# ── the close ──


def test_it_closes_after_one_further_poll_counts_and_asks_supervision(town):
    households(town)
    made = opened(town)
    press(town, LI)
    press(town, ZHANG, AGAINST)

    town.ring("ballot_close")
    assert ballot(town).status is S.OPEN
    town.ring("ballot_close")

    assert town.now == made.closes + waiting.FURTHER
    assert ballot(town).status is S.TALLIED
    assert {"lock-votes", "tally-votes", "ballot-close", "ballot-tally"} == set(town.audit())
    told = town.told()
    assert ("ballot-told-supervision-tally", WU) in told
    assert (f"ballot:1:{WU}:0", WU) in told
    found = result(town)
    assert (found.verdict, found.entered) == (Verdict.FAILED, 0)
    with town.work(0) as work:
        assert {v.status for v in work.ballots.votes(1)} == {"locked"}


def test_the_close_waits_for_every_press_that_was_written_down_in_time(town):
    households(town)
    made = opened(town)
    before, at = made.closes - timedelta(milliseconds=1), made.closes
    waits = {before: True, at: False}
    for written, expected in waits.items():
        with town.work(0) as work:
            letter(work, written)
            assert work.unheard(made.opens, made.closes) is expected
            work.connection.exec_driver_sql("DELETE FROM inbox")
    with town.work(0) as work:
        letter(work, before)
    for _ in range(3):
        town.ring("ballot_close")
    assert ballot(town).status is S.OPEN

    with town.work(0) as work:
        work.connection.exec_driver_sql("UPDATE inbox SET status = 'done'")
    closed(town)
    assert ballot(town).status is S.TALLIED


def letter(work, at):
    inbox.keep(work.connection, 1, ms(at), [inbox.Arrival(1, "5001", "{}")])


def test_a_clock_that_jumps_over_the_close_closes_once(town):
    households(town)
    opened(town)
    press(town, LI)
    town.now += 30 * DAY

    closed(town)
    with town.work(0) as work:
        waiting.closed(work, 1, 0)
        waiting.opened(work, 1)
        waiting.turnout(work, 1)

    assert ballot(town).status is S.TALLIED
    assert result(town).whole.taking_part["heads"] == 1


def test_what_was_in_the_box_is_digested_into_the_audit(town):
    households(town)
    opened(town)
    press(town, LI)
    with town.work(0) as work:
        first = counting.digest(work.ballots.votes(1))
    press(town, LI, AGAINST)
    with town.work(0) as work:
        second = counting.digest(work.ballots.votes(1))

    assert first != second
    assert len(first) == 64


# ── supervision ──


def test_whoever_drafted_it_does_not_certify(town):
    households(town)
    opened(town, drafted_by="wu")
    closed(town)

    assert (f"ballot:1:{LIANG}:0", LIANG) in town.told()
    with pytest.raises(NotAllowed):
        town.do(WU, acting.press, 1, A.CERTIFY)
    assert town.do(LIANG, acting.press, 1, A.CERTIFY).status is S.PUBLISHED


def test_certified_is_published_in_the_group_and_can_be_contested_for_days(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)

    done = certified(town)

    assert done.status is S.PUBLISHED
    assert done.contest_until == town.now + 5 * DAY
    assert ("ballot:1:0:0", GROUP) in town.told()
    assert ("ballot-told-committee-certify", CHEN) in town.told()
    assert matter(town).status is T.POLLING


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((FOR, FOR), T.CONSENSUS),
        ((FOR, AGAINST), T.NO_CONSENSUS),
        ((FOR,), T.INVALID),
    ],
)
def test_the_topic_goes_on_when_nobody_can_contest_any_more(town, options, status):
    households(town)
    opened(town)
    for person, option in zip((LI, ZHANG), options, strict=False):
        press(town, person, option)
    certified(town)

    final(town)

    assert matter(town).status is status


def test_an_objection_that_nobody_met_ends_it_whatever_the_count(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    with town.work(0) as work:
        work.topics.object(1, STANDING, town.now)
    certified(town)

    final(town)

    assert result(town).verdict is Verdict.CARRIED
    assert matter(town).status is T.NO_CONSENSUS


def test_what_is_contested_waits_and_is_published_again_when_it_stands(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    done = certified(town)

    take(town, LI, A.CONTEST, "漏了我家")
    told = town.told()
    assert ("ballot-told-supervision-contest", WU) in told
    assert ("ballot-told-committee-contest", CHEN) in told
    final(town)
    assert (ballot(town).status, matter(town).status) == (S.CONTESTED, T.POLLING)

    take(town, WU, A.UPHOLD, "核对过了")
    assert ballot(town).status is S.PUBLISHED
    assert ballot(town).contest_until == done.contest_until
    assert ("ballot-told-resident-uphold", GROUP) in town.told()
    final(town)
    assert matter(town).status is T.CONSENSUS


def test_only_who_stands_on_the_roll_contests_and_only_in_time(town):
    households(town)
    opened(town)
    certified(town)

    with pytest.raises(NotAllowed):
        town.do(77, acting.press, 1, A.CONTEST)
    town.now += 6 * DAY
    with pytest.raises(NotAllowed):
        town.do(LI, acting.press, 1, A.CONTEST)


def test_to_void_takes_two_bodies_and_a_reason(town):
    households(town)
    opened(town)
    press(town, LI)
    certified(town)
    with pytest.raises(NotAllowed):
        town.do(WU, acting.press, 1, A.VOID)

    take(town, CHEN, A.ASK_VOID, "名册错了")
    assert ("ballot-told-supervision-ask-void", WU) in town.told()
    assert (f"ballot:1:{WU}:0", WU) in town.told()
    final(town)
    assert matter(town).status is T.POLLING  # it waits for the answer
    with pytest.raises(NotAllowed):
        town.do(HE, acting.press, 1, A.VOID)
    take(town, WU, A.VOID, "名册确实错了")

    assert ballot(town).status is S.VOIDED
    assert ("ballot-told-resident-void", GROUP) in town.told()
    assert ("ballot-told-committee-void", CHEN) in town.told()
    with town.work(0) as work:
        waiting.final(work, 1)
    steps = [p.action for p in passages(town)]
    assert steps[-2:] == [A.ASK_VOID, A.VOID]


def test_what_is_not_voided_goes_on(town):
    households(town)
    opened(town)
    press(town, LI)
    press(town, ZHANG)
    take(town, CHEN, A.ASK_VOID)
    take(town, WU, A.KEEP)  # while it is open nothing waits for it
    certified(town)
    take(town, CHEN, A.ASK_VOID)
    final(town)

    take(town, WU, A.KEEP)
    assert ("ballot-told-committee-keep", CHEN) in town.told()
    final(town)

    assert matter(town).status is T.CONSENSUS


def passages(town):
    with town.work(0) as work:
        return work.ballots.passages(1)


# ── what decides nothing ──


@pytest.mark.parametrize(
    ("status", "consulted"), [(T.DISCUSSION, {Consultation.SURVEY}), (T.SUMMARY, set())]
)
def test_a_survey_is_a_consultation_and_no_decision(town, status, consulted):
    households(town)
    opened(town, topic=topic(town, status=status).id, instrument=Instrument.SURVEY)
    press(town, LI)
    certified(town)

    final(town)

    assert matter(town).status is status
    assert matter(town).consultations == consulted


def test_an_evaluation_ends_the_road(town):
    households(town)
    opened(
        town,
        topic=topic(town, status=T.RESOLVED).id,
        instrument=Instrument.EVALUATION,
        method="evaluation",
        paper=EVALUATION,
    )
    certified(town)

    final(town)
    assert matter(town).status is T.EVALUATED
    assert result(town).verdict is Verdict.COUNTED
    with town.work(0) as work:
        counting.settle(work, work.ballots.get(1))  # it is over already
    assert matter(town).status is T.EVALUATED


def test_a_ballot_that_was_never_counted_settles_nothing(town):
    made = draft(town)

    with town.work(0) as work:
        counting.settle(work, made)

    assert matter(town).status is T.POLLING


def test_a_topic_that_went_on_meanwhile_is_left_alone(town):
    households(town)
    opened(town)
    certified(town)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(1), status=T.CONSENSUS))

    final(town)

    assert matter(town).status is T.CONSENSUS


def test_most_heads_agree_and_the_floor_space_does_not(town):
    """Article 278: both by heads and by area; one measure that fails is enough."""
    flats(town, ("1", 8000, "1", False), ("2", 8000, "2", False), ("3", 32000, "3", False))
    with town.work(HE) as work:
        for key, person in (("1", LI), ("2", ZHANG), ("3", 5003)):
            work.flats.link(key, person, "he", town.now)
    live(town, 5003, "3")
    opened(town, body="owners-ordinary")
    press(town, LI)
    press(town, ZHANG)
    press(town, 5003, AGAINST)
    certified(town)

    found = result(town)
    assert found.verdict is Verdict.FAILED
    assert {m: t.of("for") for m, t in found.whole.tallies.items()} == {"heads": 2, "area": 16000}
    assert votes(town).keys() == {"@1", "@2", "@3"}


def test_a_meeting_level_topic_waits_for_the_meeting(town):
    households(town)
    opened(town, topic=topic(town, review=replace(REVIEW, level=Level.MEETING)).id)
    press(town, LI)
    press(town, ZHANG)
    certified(town)

    final(town)

    assert matter(town).status is T.CONSENSUS


def test_a_talk_about_a_step_can_be_left(town):
    draft(town)
    town.do(CHEN, acting.press, 1, A.CANCEL)

    town.answer(CHEN, talks.CANCEL)

    assert ballot(town).status is S.DRAFT

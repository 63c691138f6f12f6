from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations.states import Consultation, TopicStatus
from governance.directory import ChatKind
from governance.meetings.sounding import Sounding
from governance.meetings.states import SoundingStatus
from governance.notices import Kind, Policy
from governance.refusals import NotAllowed, Refusal
from services.meetings import objecting, polling, sounding, telling
from tests.services.joining import verified
from tests.services.meetings.assembly import (
    fill,
    look,
    save,
    say,
    sound,
    sounded,
    told_by_telegram,
    topic,
)
from tests.services.town import AT, CHEN, GROUP, HE, LI, WU, ZHANG

C, S = Consultation, SoundingStatus
END = AT + timedelta(days=5)
FIRST = (("poll", GROUP, {"about": "poll", "sounding": 1}, Policy.ONCE),)


@pytest.fixture
def noticed(town):
    topic(town)
    sound(town, C.NOTICE)
    return town


@pytest.fixture
def asked(town):
    topic(town)
    sound(town, C.SURVEY)
    return town


@pytest.fixture
def standing(asked):
    """A survey that stands in the group as a poll."""
    asked.do(0, polling.stands, told_by_telegram())
    return asked


def refused(verb, *given):
    with pytest.raises(Refusal) as found:
        verb(*given)
    return found.value.key.removeprefix("refusal-")


def enquiries(town):
    return tuple(
        (d.key, d.address.chat, dict(d.facts), d.policy)
        for d in town.deliveries()
        if d.kind is Kind.ENQUIRY
    )


# ── a notice ──


def test_a_notice_stands_in_the_group_until_its_end(noticed):
    found = sounded(noticed)

    assert (found.kind, found.text, found.until) == (C.NOTICE, "拟在三号楼装刷卡", END)
    assert noticed.fresh() == [(f"sounding:1:{-GROUP}", GROUP)]
    noticed.ring("sounding_close")
    assert (noticed.now, sounded(noticed).status) == (END, S.CLOSED)
    assert look(noticed).consultations == {C.NOTICE}
    assert noticed.fresh() == [("notice-result", GROUP)]


def test_a_notice_leaves_time_and_nobody_else_posts_one(town):
    topic(town)

    assert refused(lambda: sound(town, C.NOTICE, days="3")) == "sounding-short"
    for person in (LI, WU):
        with pytest.raises(NotAllowed):
            town.do(person, sounding.begin, 1, C.NOTICE)
    save(town, 1, status=TopicStatus.SUMMARY)
    assert refused(town.do, CHEN, sounding.begin, 1, C.NOTICE) == "topic-discussion"


def test_a_notice_whose_topic_went_on_counts_for_none(noticed):
    save(noticed, 1, status=TopicStatus.SUMMARY)
    noticed.ring("sounding_close")

    assert look(noticed).consultations == frozenset()


def test_a_notice_is_withdrawn_with_a_reason_and_counts_for_nothing(noticed):
    with pytest.raises(NotAllowed):
        noticed.do(LI, sounding.press, 1)
    talk = noticed.do(HE, sounding.press, 1).id
    fill(noticed, HE, talk, note="写错了")

    assert (sounded(noticed).status, sounded(noticed).note) == (S.WITHDRAWN, "写错了")
    assert noticed.fresh() == [("sounding-withdrawn", GROUP)]
    noticed.ring("sounding_close")
    assert noticed.told() == []
    assert look(noticed).consultations == frozenset()


# ── objections ──


def object_to(town, person=LI, affected="yes", text="太吵"):
    talk = town.do(person, objecting.begin, 1).id
    return fill(town, person, talk, affected=affected, text=text)


def test_whoever_lives_here_objects_and_the_group_sees_a_number(noticed):
    verified(noticed)
    before = noticed.audit_of(LI)
    object_to(noticed)

    [found] = look(noticed).objections
    assert (found.person, found.text, found.affected) == (str(LI), "太吵", True)
    assert noticed.fresh() == [
        ("object-taken", LI),
        ("object-told", CHEN),
        ("object-told", HE),
    ]
    assert not any("太吵" in str(d.facts) for d in noticed.deliveries())
    assert noticed.audit_of(LI) == before  # the audit does not tell who objects


def test_an_objection_needs_a_home_here_and_each_has_one(noticed):
    assert refused(noticed.do, LI, objecting.begin, 1) == "object-resident"
    verified(noticed)
    object_to(noticed, affected="no")
    assert not look(noticed).standing_objections
    assert refused(noticed.do, LI, objecting.begin, 1) == "object-again"


def test_an_objection_that_was_met_or_withdrawn_bars_no_other(noticed):
    verified(noticed)
    object_to(noticed)
    with noticed.work(CHEN) as work:
        [found] = work.topics.get(1).objections
        work.topics.settle(replace(found, met="装隔音"))

    object_to(noticed, text="还是吵")
    assert len(look(noticed).objections) == 2


def test_after_its_end_nobody_objects(noticed):
    verified(noticed)
    noticed.now = END - timedelta(minutes=1)
    talk = noticed.do(LI, objecting.begin, 1).id
    noticed.ring("sounding_close")

    assert refused(noticed.do, LI, objecting.begin, 1) == "sounding-over"
    late = {"affected": "no", "text": "太吵"}
    assert refused(lambda: fill(noticed, LI, talk, **late)) == "sounding-over"
    assert look(noticed).objections == ()


# ── a survey ──


def test_a_survey_is_asked_once_as_a_poll_of_telegram(asked):
    found = sounded(asked)

    assert (found.kind, found.options, found.counts) == (C.SURVEY, ("装", "不装"), None)
    assert enquiries(asked) == FIRST
    assert asked.dues()[-1] == ("sounding_close", END)


@pytest.mark.parametrize(
    ("field", "said", "why"),
    [
        ("text", "问" * 241, "survey-question"),
        ("options", "装", "survey-options"),
    ],
)
def test_what_telegram_could_not_ask_is_refused_at_once(town, field, said, why):
    topic(town)

    assert refused(lambda: sound(town, C.SURVEY, **{field: said})) == why


def test_without_a_group_of_everybody_there_is_no_survey(town, monkeypatch):
    topic(town)
    monkeypatch.setattr(type(town.community), "chat", lambda _self, _kind: None)

    assert refused(town.do, CHEN, sounding.begin, 1, C.SURVEY) == "survey-group"
    with town.work(0) as work:
        asked = Sounding(topic=1, kind=C.SURVEY, text="？", by="chen", at=AT, until=END)
        polling.ask(work, asked)
        kinds = {c.kind for c in telling.groups(work)}
    assert enquiries(town) == ()
    assert ChatKind.STAFF not in kinds


def test_counts_come_in_while_it_runs_and_telegram_ends_it(standing):
    assert (sounded(standing).poll, sounded(standing).message) == ("500", 77)
    standing.do(-1, polling.counted, told_by_telegram(counts=(2, 1), answered=3))
    assert sounded(standing).counts == (2, 1)

    standing.ring("sounding_close")
    assert [e[0] for e in enquiries(standing)] == ["stop-poll"]
    assert sounded(standing).status is S.OPEN
    standing.do(0, polling.stopped, told_by_telegram(counts=(5, 2), answered=7))

    found = sounded(standing)
    assert (found.status, found.counts, found.answered) == (S.CLOSED, (5, 2), 7)
    assert look(standing).consultations == {C.SURVEY}
    assert standing.fresh() == [("survey-result", GROUP)]


def test_where_telegram_tells_no_last_count_the_newest_stands(standing):
    standing.do(-1, polling.counted, told_by_telegram(counts=(2, 1), answered=3))
    standing.ring("sounding_close")
    standing.do(0, polling.stopped, told_by_telegram(counts=()))

    assert (sounded(standing).status, sounded(standing).counts) == (S.CLOSED, (2, 1))
    standing.ring("sounding_end")
    assert standing.told() == []


def test_where_telegram_never_answers_patience_ends(standing):
    standing.ring("sounding_close")
    standing.ring("sounding_end")

    assert standing.now == END + polling.PATIENCE
    assert sounded(standing).status is S.CLOSED
    assert look(standing).consultations == frozenset()  # nobody answered: nobody was heard
    standing.do(0, polling.stopped, told_by_telegram(counts=(1, 0), answered=1))
    standing.do(-1, polling.counted, told_by_telegram(counts=(9, 0), answered=9))
    assert sounded(standing).counts is None


def test_a_poll_that_does_not_stand_is_told_to_the_committee_and_ends_empty(asked):
    asked.do(0, polling.stands, told_by_telegram(poll=""))

    assert asked.fresh() == [("survey-unposted", CHEN), ("survey-unposted", HE)]
    asked.ring("sounding_close")
    assert sounded(asked).status is S.CLOSED


def test_a_poll_that_is_not_ours_says_nothing(standing):
    standing.do(-1, polling.counted, told_by_telegram(poll="666", counts=(9, 9), answered=9))

    assert sounded(standing).counts is None


def test_a_survey_withdrawn_is_stopped_also_where_it_stands_later(asked):
    talk = asked.do(CHEN, sounding.press, 1).id
    fill(asked, CHEN, talk, note="写错了")
    assert enquiries(asked) == ()
    asked.do(0, polling.stands, told_by_telegram())
    assert [e[0] for e in enquiries(asked)] == ["stop-poll"]


def test_a_survey_that_stands_is_stopped_when_it_is_withdrawn(standing):
    talk = standing.do(CHEN, sounding.press, 1).id
    fill(standing, CHEN, talk, note="写错了")

    assert [e[0] for e in enquiries(standing)] == ["stop-poll"]


def test_a_stranger_says_nothing_into_a_form_of_pictures(noticed):
    verified(noticed, ZHANG)
    talk = noticed.do(ZHANG, objecting.begin, 1).id
    with pytest.raises(Refusal):
        say(noticed, ZHANG, talk, "太吵")

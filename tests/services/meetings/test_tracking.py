from datetime import UTC, datetime

import pytest

from governance.deliberations.states import TopicStatus
from governance.fourstep import FourStep, Stage
from governance.refusals import NotAllowed, Refusal
from services.hearing import Asked
from services.meetings import looking, tracking
from tests.services.meetings.assembly import fill, save, say, take, tap, topic
from tests.services.town import AT, CHEN, GROUP, HE, LI, WU

DAYS = ("10-1", "10-8", "10-15", "10-22")


@pytest.fixture
def decided(town):
    """A topic that has come through the four bodies."""
    topic(town, major=True)
    for day in DAYS:
        take(town, on=day)
    return town


def track(town, number=1):
    with town.work(0) as work:
        return tracking.track_of(work, number)


def refused(verb, *given):
    with pytest.raises(Refusal) as found:
        verb(*given)
    return found.value.key.removeprefix("refusal-")


def test_a_step_is_recorded_with_all_that_shows_it(town):
    topic(town)
    found = take(town).records[0]

    assert (found.step, found.on.isoformat()) == (FourStep.PROPOSE, "2026-11-01")
    assert (found.expected, found.present, found.passed) == (9, 7, True)
    assert (found.result, found.photo, found.by, found.at) == ("同意", "p1", "chen", AT)
    assert track(town).stage is Stage.PROPOSED
    assert town.audit() == ["propose"]
    assert town.fresh() == [("fourstep-minutes", CHEN)]


def test_four_bodies_lead_to_a_decision_whose_showing_is_awaited(decided):
    assert track(decided).stage is Stage.DECIDED
    due = datetime(2026, 10, 28, 1, tzinfo=UTC)  # the morning after the fifth day
    assert ("fourstep_unshown", due) in decided.dues()

    decided.ring("fourstep_unshown")
    assert decided.told() == [
        ("fourstep-unshown", CHEN),
        ("fourstep-unshown", HE),
        ("fourstep-unshown", WU),
    ]


def test_what_is_shown_is_told_in_the_group_and_no_more_awaited(decided):
    take(decided, on="10-23")

    assert ("fourstep-shown", GROUP) in decided.fresh()
    assert track(decided).last.step is FourStep.SHOW_DECISION
    decided.ring("fourstep_unshown")
    assert decided.told() == []
    take(decided, on="10-30")
    assert track(decided).stage is Stage.RESULT_SHOWN
    assert refused(decided.do, CHEN, tracking.begin, 1) == "closed"


def test_a_body_that_did_not_agree_is_asked_again(town):
    topic(town)
    take(town, passed="no")

    assert track(town).stage is Stage.BEGUN
    assert take(town).stage is Stage.PROPOSED


def test_days_between_and_what_is_not_there_are_refused(town):
    topic(town)
    take(town, on="10-30")

    assert refused(lambda: take(town, on="11-1")) == "step-early"
    save(town, 1, status=TopicStatus.REJECTED)
    assert refused(town.do, CHEN, tracking.begin, 1) == "closed"


def test_a_form_that_was_overtaken_records_no_step_twice(town):
    topic(town)
    first, second = (town.do(p, tracking.begin, 1).id for p in (CHEN, HE))
    given = {"on": "11-1", "expected": "9", "present": "7", "passed": "yes", "photo": "p"}
    fill(town, CHEN, first, **given)

    assert refused(lambda: fill(town, HE, second, **given)) == "not-allowed"
    assert len(track(town).records) == 1


def test_a_step_wants_a_picture_of_its_minutes(town):
    topic(town)
    talk = town.do(CHEN, tracking.begin, 1).id
    tap(town, CHEN, talk, "on", "2026-11-01")
    for said in ("9", "7"):
        say(town, CHEN, talk, said)
    tap(town, CHEN, talk, "passed", "yes")
    tap(town, CHEN, talk, "result")

    assert refused(say, town, CHEN, talk, "没有照片") == "picture"
    assert refused(tap, town, CHEN, talk, "photo", "") == "no-dialogue"


def test_committee_and_supervision_read_the_record_and_nobody_else(town):
    topic(town)
    town.do(WU, tracking.show, 1)
    assert town.told() == [("fourstep-minutes", WU)]
    with pytest.raises(NotAllowed):
        town.do(LI, tracking.show, 1)
    for person in (LI, WU):
        with pytest.raises(NotAllowed):
            town.do(person, tracking.begin, 1)


def test_everybody_lists_what_is_called(town):
    town.do(LI, looking.listing, Asked(chat=GROUP, message=7))

    assert town.told() == [("meetings", GROUP)]


def test_the_committee_is_offered_what_is_talked_over_and_what_is_on_its_way(town):
    topic(town)
    topic(town, status=TopicStatus.ADMITTED, major=True)
    topic(town, status=TopicStatus.ARCHIVED, major=True)
    topic(town, status=TopicStatus.SUMMARY)
    take(town, 4)

    with town.work(CHEN) as work:
        assert [t.id for t in looking.in_talk(work)] == [1]
        assert [t.id for t in looking.on_the_way(work)] == [2, 4]
        assert [looking.leads(work, p) for p in (CHEN, LI, WU)] == [True, False, False]

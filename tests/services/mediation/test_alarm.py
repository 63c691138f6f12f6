from datetime import timedelta

import pytest
from sqlalchemy import select

from governance.mediation import DisputeStatus
from storage.audit import AUDIT, DETAILS
from tests.services.mediation.people import (
    LIANG,
    MA,
    ZHENG,
    act,
    answer,
    begin,
    dispute,
    name_all,
    press,
    say,
    tap,
    tell,
)
from tests.services.town import AT, CHEN, HE, LI

MINUTES = timedelta(minutes=1)


def alerted(town):
    return sorted(chat for key, chat in town.fresh() if key.startswith("danger:"))


@pytest.fixture
def threatened(town):
    """李婶 said yes, and not yet who is involved."""
    tap(town, LI, begin(town), "threat", "yes")
    return town


def test_after_three_minutes_without_an_answer_the_township_is_called_alone(threatened):
    threatened.ring("undeclared")

    assert threatened.now == AT + 3 * MINUTES
    assert alerted(threatened) == [LIANG]


def test_then_again_and_never_anybody_who_may_be_a_party(threatened):
    threatened.ring("undeclared")
    threatened.ring("alarm")

    assert threatened.now == AT + 13 * MINUTES
    assert alerted(threatened) == [LIANG]


def test_once_the_parties_are_known_the_others_are_called_too(threatened):
    threatened.ring("undeclared")

    answer(threatened, LI, 1, "involved", ("chen",))

    assert alerted(threatened) == [ZHENG, HE, LIANG]


def test_for_kin_the_alarm_waits_no_longer_than_the_three_minutes(threatened):
    answer(threatened, LI, 1, "involved", ("chen",))
    assert alerted(threatened) == []

    threatened.ring("undeclared")

    assert alerted(threatened) == [ZHENG, HE]
    answer(threatened, LI, 1, "kin", ("he",))
    threatened.ring("alarm")
    assert alerted(threatened) == [ZHENG, MA]


def test_whoever_answered_in_time_is_not_overtaken_by_the_clock(threatened):
    name_all(threatened)
    assert alerted(threatened) == [ZHENG, CHEN, HE]

    threatened.ring("undeclared")

    assert alerted(threatened) == []


def test_every_ten_minutes_the_next_in_line_until_a_human_acknowledges(threatened):
    name_all(threatened)

    threatened.ring("alarm")
    assert alerted(threatened) == [ZHENG, MA, CHEN, HE]
    threatened.ring("alarm")
    assert (threatened.now - AT, alerted(threatened)) == (
        20 * MINUTES,
        [ZHENG, MA, CHEN, HE, LIANG],
    )
    press(threatened, MA, "acknowledge")
    threatened.ring("alarm")

    assert alerted(threatened) == []
    assert "alarm" not in {verb for verb, _ in threatened.dues()}


def test_who_was_left_out_and_why_stands_in_the_audit(town):
    tap(town, LI, begin(town), "threat", "yes")
    name_all(town, involved=("wang",), kin=("zheng",))

    query = select(DETAILS.c.detail).join(AUDIT, AUDIT.c.id == DETAILS.c.audit_id)
    with town.work(0) as work:
        [detail] = work.connection.execute(query.where(AUDIT.c.verb == "alert")).scalars()
    assert detail == {
        "alerted": ["ma", "chen", "he"],
        "left_out": {"wang": "party", "zheng": "kin"},
    }


def test_an_alarm_lowered_or_ended_meanwhile_rings_no_more(town):
    tell(town)
    press(town, LI, "raise")
    assert alerted(town) == [ZHENG, CHEN, HE]
    act(town, ZHENG, "lower", "误会，没有危险")

    town.ring("alarm")

    assert alerted(town) == []


def test_the_alarm_of_an_earlier_flag_does_not_ring_for_a_later_one(town):
    tell(town)
    press(town, LI, "raise")
    act(town, ZHENG, "lower", "没有危险")
    press(town, LI, "raise")
    assert dispute(town).rounds == 2

    town.ring("alarm")
    assert (alerted(town), dispute(town).rounds) == ([], 2)
    town.ring("alarm")
    assert (alerted(town), dispute(town).rounds) == ([ZHENG, MA, CHEN, HE], 3)


def test_a_dispute_closed_under_its_flag_is_silent(town):
    tell(town)
    press(town, LI, "raise")
    talk = press(town, ZHENG, "refer")
    for words in ("派出所", "和平路2号", "110", "有危险"):
        say(town, ZHENG, talk.id, words)
    assert dispute(town).status is DisputeStatus.REFERRED

    town.ring("alarm")

    assert alerted(town) == []


def test_where_nobody_can_be_called_the_reporter_is_told_to_call(town):
    tell(town, kin=("zheng", "ma", "chen", "he", "liang"))

    press(town, LI, "raise")

    assert ("dispute-nobody", LI) in town.told()
    assert alerted(town) == []
    assert "alarm" in {verb for verb, _ in town.dues()}


def test_an_alert_goes_to_people_alone_and_goes_first(town):
    tell(town)
    press(town, LI, "raise")

    found = [d for d in town.deliveries() if d.subject.startswith("danger:")]

    assert {(d.address.chat > 0, d.address.instead, d.priority) for d in found} == {
        (True, None, 0)
    }

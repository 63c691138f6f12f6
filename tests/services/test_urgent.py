"""One message that would wait goes at once: with a reason, by whoever leads, counted, once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from governance.notices import Address, Priority
from governance.refusals import NotAllowed, Refusal, Unknown
from services import attention, deliveries, urgent
from tests.services.town import AT, CHEN, GROUP, HE, LI, STAFF, WANG, WU

NIGHT, WHY = AT + timedelta(hours=13), "今晚十点停水，请先接水"
MORNING = AT + timedelta(hours=23)  # the end of the quiet hours
DAY, ZONE = "2026-11-02", ZoneInfo("Asia/Shanghai")


@pytest.fixture
def night(town):
    """A town by night, in which a notice waits, and a card twice."""
    town.now = NIGHT
    with town.work(0) as work:
        here, aloud = Address(chat=GROUP), Priority.BROADCAST
        deliveries.notice(work, "stopped", here, reader=0, priority=aloud)
        deliveries.notice(work, "other", here, reader=0, priority=aloud)
        for _ in range(2):
            deliveries.card(work, "topic:1:0:0", here, reader=0, priority=aloud, afresh=True)
    return town


def waiting(town):
    with town.work(0) as work:
        return {d.subject or d.key: number for number, d in work.attention.waiting().items()}


def send(town, what, why=WHY, by=CHEN):
    town.do(by, urgent.send, waiting(town)[what], why)


def month(town):
    with town.work(0) as work:
        return [(u.why, u.officer) for u in work.urgents.told("2026-11")]


def test_it_goes_at_once_by_night_with_its_reason_before_it(night):
    send(night, "stopped")

    here = [d.key for d in night.deliveries() if d.address.chat == GROUP]
    assert here == ["urgent-told", "stopped"]
    assert night.facts("urgent-sent") == {"group": GROUP, "month": "2026-11"}  # his answer
    assert night.facts("urgent-told") == {"why": WHY}


def test_a_card_goes_once_however_often_it_waited_and_the_rest_waits_on(night):
    send(night, "topic:1:0:0")

    here = sorted(each for each in night.fresh() if each[1] == GROUP)
    assert here == [("topic:1:0:0", GROUP), ("urgent-told", GROUP)]
    assert list(waiting(night)) == ["stopped", "other"]


def test_the_same_message_goes_only_once_and_is_on_no_list(night):
    number = waiting(night)["stopped"]
    send(night, "stopped")
    with pytest.raises(Unknown, match="refusal-urgent-number"):
        night.do(CHEN, urgent.send, number, WHY)
    with night.work(0, at=MORNING) as work:
        attention.listed(work, GROUP, "2026-11-03")
        spared = work.attention.listed(GROUP, "2026-11-03")
        assert [d.key for d in spared] == [
            "other",
            "topic",
            "topic",
        ]

    assert len(month(night)) == 1


def test_what_was_on_the_mornings_list_already_goes_no_more(night):
    number = waiting(night)["stopped"]
    with night.work(0, at=MORNING) as work:
        attention.listed(work, GROUP, "2026-11-03")

    with pytest.raises(Unknown, match="refusal-urgent-number"):
        night.do(CHEN, urgent.send, number, WHY)


@pytest.mark.parametrize("why", ["", "  ", "打13812345678问老周"])
def test_without_a_reason_that_all_may_read_it_waits_on(night, why):
    with pytest.raises(Refusal, match=r"refusal-urgent-(reason|private)"):
        send(night, "stopped", why)

    assert "stopped" in waiting(night)
    assert month(night) == []


@pytest.mark.parametrize("by", [LI, WANG, WU])
def test_nobody_else_may_send_or_see_what_waits(night, by):
    with pytest.raises(NotAllowed):
        send(night, "stopped", by=by)
    with pytest.raises(NotAllowed):
        night.do(by, urgent.show)

    assert "stopped" in waiting(night)


def test_what_waits_is_shown_in_private(night):
    night.do(CHEN, urgent.show)

    assert night.told() == [("urgent-waiting", CHEN)]


def test_it_and_its_reason_are_counted_among_the_days_messages_and_audited(night):
    send(night, "stopped")

    with night.work(0) as work:
        assert work.attention.heard(GROUP, DAY) == 2
    assert "send-urgent" in night.audit()


def test_the_months_number_and_reasons_go_to_both_powers_when_it_is_over(night):
    send(night, "stopped")
    send(night, "topic:1:0:0", "明早八点的会改地点")
    assert month(night) == [("明早八点的会改地点", "chen"), (WHY, "chen")]
    night.send()
    night.ring(urgent.VERB)

    assert night.now == datetime(2026, 12, 1, 9, tzinfo=ZONE)
    told = {chat for key, chat in night.told() if key == urgent.MONTH}
    assert told >= {CHEN, HE, WU}
    assert not told & {LI, GROUP, STAFF}
    facts = [dict(d.facts) for d in night.deliveries() if d.key == urgent.MONTH]
    assert facts[0] == {"month": "2026-11"}


def test_december_is_told_in_january(town):
    town.now = datetime(2026, 12, 31, 23, tzinfo=ZONE)
    with town.work(0) as work:
        here = Address(chat=GROUP)
        deliveries.notice(work, "stopped", here, reader=0, priority=Priority.BROADCAST)
    send(town, "stopped")

    assert (urgent.VERB, datetime(2027, 1, 1, 9, tzinfo=ZONE)) in town.dues()

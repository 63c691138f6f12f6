"""Whoever is left out of a dispute hears nothing of it, not even that it exists (C06, N21)."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from services.hearing import Asked
from services.mediation import looking
from storage.cards import CARDS
from storage.outbox import OUTBOX
from tests.services.mediation.people import (
    DANGER,
    LIANG,
    MA,
    ZHENG,
    act,
    answer_all,
    begin,
    dispute,
    press,
    say,
    tap,
    tell,
)
from tests.services.town import CHEN, HE, LI, LIU, STAFF, SUN, WANG, WU, ZHANG, ZHOU

OFFICERS = {WANG, LIU, ZHOU, SUN, ZHENG, MA, CHEN, HE, WU, LIANG}
NAMES = {"wang": WANG, "zheng": ZHENG, "ma": MA, "chen": CHEN, "he": HE, "liang": LIANG}
NEVER = {LIU, ZHOU, SUN, WU, ZHANG, STAFF}  # their offices handle no dispute


def heard(town):
    """Return everybody to whom anything was ever addressed, first or instead."""
    with town.work(0) as work:
        told = work.connection.execute(select(OUTBOX)).all()
        shown = work.connection.execute(select(CARDS)).all()
    instead = {row.instead["chat"] for row in (*told, *shown) if row.instead}
    return {row.chat for row in (*told, *shown)} | {row.reader for row in told} | instead


def live(town, parties, kin):
    """Let a dispute be told with a danger, alarmed, lowered, and go as far as it can."""
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    answer_all(town, LI, talk, involved=parties, kin=kin, type="neighbours")
    tap(town, LI, talk, "submit")
    for _ in range(4):
        town.ring("alarm")
    first = dispute(town).called[0]
    handler = town.community.officer(first).telegram
    press(town, handler, "acknowledge")
    act(town, handler, "lower", "没有危险了")
    act(town, LI, "reply", "他又来了，拿着刀", reading=DANGER)
    return town


@pytest.mark.parametrize(
    ("parties", "kin", "out"),
    [
        ((), (), set()),
        (("wang",), (), {"wang"}),
        (("wang", "chen"), ("zheng",), {"wang", "chen", "zheng"}),
        ((), ("ma", "he"), {"ma", "he"}),
        (("the_committee",), (), {"chen", "he", "zheng", "ma"}),
        (("zheng", "ma"), ("chen",), {"zheng", "ma", "chen"}),
        (("chen", "he", "wang"), (), {"chen", "he", "wang"}),
    ],
)
def test_nobody_left_out_is_ever_told_of_it(town, parties, kin, out):
    live(town, parties, kin)

    assert heard(town) & ({NAMES[key] for key in out} | NEVER | {WANG}) == set()
    assert heard(town) & OFFICERS


def test_a_handler_who_turns_out_to_be_kin_is_told_nothing_more(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    tap(town, LI, talk, "involved", "no_more")
    town.send()
    before = [k for k, chat in town.told() if chat == ZHENG]
    answer_all(town, LI, talk, kin=("zheng",))
    tap(town, LI, talk, "submit")

    town.ring("alarm")

    assert ZHENG not in {chat for key, chat in town.fresh()}
    assert before == []


def test_a_mediator_who_turns_out_to_be_kin_hears_no_more_of_it(town):
    tell(town)
    press(town, CHEN, "ask-consent")
    press(town, LI, "agree", "zheng")
    press(town, ZHENG, "accept")
    with town.work(0) as work:
        work.disputes.save(replace(work.disputes.get(1), kin=("zheng",)))

    act(town, LI, "reply", "请不要再来了")

    assert ZHENG not in {chat for _, chat in town.fresh()}


def test_the_list_is_told_without_a_fact_in_it(town):
    live(town, ("chen",), ())

    town.do(CHEN, looking.queue, Asked(chat=CHEN, message=1))

    [listed] = [d for d in town.deliveries() if d.key == "dispute-queue"]
    assert dict(listed.facts) == {}


def test_what_the_other_side_might_hear_is_never_sent(town):
    """The other side has no address in this house: a dispute leads to its handlers alone."""
    live(town, ("wang",), ())
    say(town, LI, press(town, LI, "reply").id, "请不要告诉他")

    assert heard(town) <= {LI, ZHENG, MA, CHEN, HE, LIANG}

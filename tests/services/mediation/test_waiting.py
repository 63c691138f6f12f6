"""A dispute that nobody begins with comes back until somebody does (8.4, A04)."""

from dataclasses import replace

from sqlalchemy import select

from governance import mediation
from governance.directory import Role
from governance.mediation import DisputeStatus
from services import talks
from storage.alarms import ALARMS
from tests.services.mediation.people import (
    LIANG,
    MA,
    ZHENG,
    act,
    begin,
    dispute,
    name_all,
    press,
    tap,
    tell,
)
from tests.services.seats.posts import apply
from tests.services.town import CHEN, HE, LI, WANG

EVERYBODY = ("zheng", "ma", "chen", "he", "liang")


def readers(town):
    return [chat for key, chat in town.fresh() if key.startswith("dispute:")]


def alarmed(town):
    with town.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(ALARMS.c.key, ALARMS.c.what))]


def without_township(town):
    apply(town, [o for o in town.roll.plan.officers if Role.TOWNSHIP not in o.offices])


def test_after_the_last_head_all_and_the_township_are_reminded_each_working_day(town):
    tell(town)
    town.ring("unattended")
    days = []
    for _ in range(3):
        town.ring("unattended")
        assert readers(town) == [CHEN, HE, LIANG]
        days.append(town.now.date())

    assert len(set(days)) == 3
    assert dispute(town).called == ("liang",)
    press(town, LIANG, "ask-consent")
    town.ring("unattended")
    assert (readers(town), dispute(town).status) == ([], DisputeStatus.CONSENT_ASKED)
    assert "unattended" not in {verb for verb, _ in town.dues()}


def test_where_nobody_may_ask_the_reporter_hears_it_once_and_the_operator_each_day(town):
    tell(town, kin=EVERYBODY)
    assert ("dispute-nobody", LI) in town.told()

    town.ring("unattended")

    assert "dispute-nobody" not in {key for key, _ in town.told()}
    assert alarmed(town) == [("unheld", "dispute:1")] * 2
    assert "unattended" in {verb for verb, _ in town.dues()}


def test_a_dispute_whose_form_was_dropped_is_handed_over_when_the_flag_was_lowered(town):
    talk = begin(town)
    tap(town, LI, talk, "threat", "yes")
    name_all(town, talk=talk)
    act(town, ZHENG, "lower", "没有危险了")
    tap(town, LI, talk, talks.CANCEL)

    town.ring("unattended")

    assert readers(town) == [CHEN]
    assert dispute(town).status is DisputeStatus.REPORTED


def test_without_a_township_an_abandoned_yes_comes_back_and_the_operator_is_told(town):
    without_township(town)
    tap(town, LI, begin(town), "threat", "yes")

    town.ring("undeclared")
    assert ("dispute-nobody", LI) in town.told()
    town.ring("alarm")

    assert "dispute-nobody" not in {key for key, _ in town.told()}
    assert alarmed(town) == [("unheld", "dispute:1")] * 2
    assert "alarm" in {verb for verb, _ in town.dues()}


def all_decline(town):
    tell(town)
    press(town, CHEN, "ask-consent")
    for key, person in (("zheng", ZHENG), ("ma", MA)):
        press(town, LI, "agree", key)
        act(town, person, "decline", "没空")


def test_once_every_mediator_has_declined_the_heads_are_told(town):
    all_decline(town)
    press(town, LI, "agree", "liang")

    act(town, LIANG, "decline", "没空")

    heads = [chat for key, chat in town.fresh() if key == "dispute-told-committee-nobody"]
    assert heads == [CHEN, HE]


def test_where_no_head_is_left_either_the_operator_is_told(town):
    without_township(town)
    tell(town)
    press(town, CHEN, "ask-consent")
    press(town, LI, "agree", "zheng")
    act(town, ZHENG, "decline", "没空")
    press(town, LI, "agree", "ma")
    apply(town, [o for o in town.roll.plan.officers if o.key not in {"chen", "he"}])

    act(town, MA, "decline", "没空")

    assert alarmed(town) == [("unheld", "dispute:1")]


def test_a_party_who_comes_into_another_post_neither_reads_nor_handles_it(town):
    tell(town, involved=("wang",))
    seats = {"wang": LI + 1000, "he": WANG}
    replanned = [
        replace(o, telegram=seats.get(o.key, o.telegram)) for o in town.community.officers
    ]
    community = replace(town.community, officers=tuple(replanned))

    assert dispute(town).persons == (WANG,)
    assert mediation.left_out(community, dispute(town))["he"] is mediation.LeftOut.NAMED

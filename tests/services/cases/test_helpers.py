"""A helper is called second: offers and handed-over work go to him before they go up (A06)."""

import pytest

from governance.cases import AssignmentStatus, CaseStatus
from governance.categories import Reading
from storage import roll
from tests.services.cases.test_absences import leave
from tests.services.town import LIU, ZHOU

TANG = 2007
HERE = Reading(category="lift", building="b1")


@pytest.fixture
def short(town):
    """The substitute of grid 1 is away: while its worker is there nobody else is needed."""
    leave(town, ZHOU)
    return town


def test_while_the_worker_is_there_no_helper_is_called(short):
    assert short.report(reading=HERE).holder == "liu"


def test_a_new_case_goes_to_the_helper_where_no_worker_is_there(short):
    leave(short, LIU)

    case = short.report(reading=HERE)

    assert (case.holder, case.status) == ("tang", CaseStatus.DISPATCHED)
    assert ("worksheet:1:tang:1", TANG) in short.told()


def test_a_post_that_nobody_took_up_is_helped_out_as_well(short):
    with short.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE grants SET status = 'expired' WHERE officer = 'liu'")
        roll.changed(connection, short.id)

    assert short.report(reading=HERE).holder == "tang"


def test_an_open_offer_goes_on_to_the_helper_and_from_him_to_the_head(short):
    short.report(reading=HERE)
    leave(short, LIU, held="keep")
    offered = short.case().holder

    short.ring("unanswered")
    short.ring("unanswered")

    assert (offered, short.case().holder) == ("tang", "sun")


def test_the_helper_takes_it_and_sees_it_through(short):
    leave(short, LIU)
    short.report(reading=HERE)

    short.act(TANG, "accept")
    short.act(TANG, "finish", note="修好了")

    assert short.case().status is CaseStatus.DONE_REPORTED


def test_what_is_worked_on_is_handed_to_the_helper_before_it_goes_up(short):
    short.report(reading=HERE)
    short.act(LIU, "accept")
    leave(short, LIU, held="hand-over")
    asked = short.case().current

    short.act(TANG, "receive")

    assert (asked.status, asked.receiver) == (AssignmentStatus.TRANSFER_PENDING, "tang")
    assert short.case().holder == "tang"


def test_what_the_helper_does_not_take_goes_up(short):
    short.report(reading=HERE)
    short.act(LIU, "accept")
    leave(short, LIU, held="hand-over")

    short.ring("unreceived")

    assert short.case().status is CaseStatus.ESCALATED

"""The fund for micro-projects: resolutions in force bind it, no menu spends more (G16)."""

from dataclasses import replace

import pytest

from governance.ballots.states import BallotAction, BallotStatus
from governance.deliberations.states import TopicStatus
from governance.refusals import Refusal
from governance.resolutions.states import ResolutionKind, ResolutionStatus
from services import pots
from services.ballots import acting, waiting
from tests.bases import memory
from tests.handlers.showing import show
from tests.services.ballots.booth import ballot, draft, households
from tests.services.ballots.booth import topic as talked
from tests.services.ballots.test_drafting import MENU, fill
from tests.services.resolutions.test_choosing import MENU as BALLOT
from tests.services.resolutions.test_choosing import chosen, named, worded
from tests.services.town import AT, CHEN, Town

S = ResolutionStatus
A = BallotAction
WHOLE, BUDGET, CHOSEN = 5_000_000, 1_800_000, 900_000 + 600_050


@pytest.fixture
def town(community):
    fund = replace(community.deliberation, pot_yuan=50_000)
    with memory() as engine:
        yield Town(engine, replace(community, deliberation=fund))


def resolved(town, status, **changed):
    worded(town, chosen(town))
    named(town, "wang")
    named(town, "liu")
    with town.work(0) as work:
        found = work.resolutions.get(1)
        work.resolutions.save(replace(found, status=status, **changed))


def balance(town):
    with town.work(0) as work:
        found = pots.balance(work)
        return found and (found.bound, found.reserved, found.left)


@pytest.mark.parametrize(
    ("status", "stands"),
    [
        (S.DRAFTED, (0, BUDGET, WHOLE - BUDGET)),
        (S.OBJECTION_WINDOW, (0, BUDGET, WHOLE - BUDGET)),
        (S.IN_FORCE, (CHOSEN, 0, WHOLE - CHOSEN)),
        (S.UNDER_CORRECTION, (CHOSEN, 0, WHOLE - CHOSEN)),
        (S.CLOSED, (CHOSEN, 0, WHOLE - CHOSEN)),
    ],
)
def test_what_a_menu_chose_is_reserved_until_it_is_in_force_and_bound_then(town, status, stands):
    resolved(town, status)

    assert balance(town) == stands


@pytest.mark.parametrize("status", sorted(BallotStatus))
def test_a_menu_reserves_its_budget_from_when_it_is_scheduled(town, status):
    talked(town)
    draft(
        town,
        topic=1,
        instrument=BALLOT.instrument,
        method="menu",
        paper=BALLOT.paper,
        status=status,
    )

    free = {"draft", "cancelled", "voided", "published"}  # published without a result
    taken = 0 if status in free else BUDGET
    assert balance(town) == (0, taken, WHOLE - taken)


@pytest.mark.parametrize(
    "changed",
    [
        {"status": TopicStatus.MEETING_FAILED},
        {"status": TopicStatus.POLLING, "discussed_from": AT},
    ],
)
def test_what_is_given_up_or_talked_over_anew_reserves_nothing(town, changed):
    number = chosen(town)
    assert balance(town) == (0, BUDGET, WHOLE - BUDGET)
    with town.work(0) as work:
        work.topics.save(replace(work.topics.get(number), **changed))

    assert balance(town) == (0, 0, WHOLE)


def test_what_was_not_carried_reserves_nothing(town):
    chosen(town, votes=())

    assert balance(town) == (0, 0, WHOLE)


def menu(town, budget):
    paper = replace(BALLOT.paper, budget=budget)
    return draft(town, instrument=BALLOT.instrument, method="menu", paper=paper)


def test_two_menus_do_not_promise_the_same_money(town):
    households(town)
    first, second = menu(town, WHOLE), menu(town, 1)
    town.do(CHEN, acting.press, first.id, A.SCHEDULE)

    assert town.do(CHEN, acting.press, second.id, A.SCHEDULE) is None
    assert town.facts("ballot-lacking")["missing"] == "pot"
    with pytest.raises(Refusal) as refused:
        town.do(CHEN, acting.act, second.id, A.SCHEDULE)
    assert refused.value.key == "refusal-ballot-overspent"
    said = show(town, "ballot-lacking", CHEN, number=2, missing="pot").text
    assert "专项经费" in said


def test_of_two_menus_that_overspend_together_the_first_opens_and_the_second_does_not(town):
    households(town)
    first, second = menu(town, WHOLE), menu(town, 1)
    town.do(CHEN, acting.press, first.id, A.SCHEDULE)
    with town.work(0) as work:  # as if both had been scheduled in the same moment
        work.ballots.save(replace(second, status=BallotStatus.SCHEDULED))

    town.ring("ballot_open")
    assert ballot(town, first.id).status is BallotStatus.OPEN
    town.do(0, waiting.opened, second.id)

    kept = ballot(town, second.id)
    assert (kept.status, kept.paper) == (BallotStatus.SCHEDULED, second.paper)
    assert town.facts("ballot-unopened")["reason"] == "refusal-ballot-overspent"


def test_a_menu_that_the_fund_can_pay_opens(town):
    households(town)
    made = menu(town, WHOLE)
    town.do(CHEN, acting.press, made.id, A.SCHEDULE)

    town.ring("ballot_open")

    assert ballot(town).status is BallotStatus.OPEN


def test_what_is_no_menu_wants_nothing_of_it(town):
    households(town)
    draft(town, status=BallotStatus.OPEN)
    assert balance(town) == (0, 0, WHOLE)
    motion = ballot(town)
    with town.work(0) as work:
        assert not pots.overspent(work, motion)


def test_no_other_resolution_binds_it(town):
    resolved(town, S.IN_FORCE, kind=ResolutionKind.PLAN)

    assert balance(town) == (0, 0, WHOLE)


def test_a_menu_cannot_spend_more_than_is_left(town):
    talked(town)
    lines = {"options": "甲 1\n乙 2", "most": "2"}

    with pytest.raises(Refusal) as refused:
        fill(town, **MENU, **lines, budget="50001元")
    assert (refused.value.key, refused.value.facts) == ("refusal-ballot-pot", {"left": "50000"})
    assert fill(town, **MENU, **lines, budget="50000元").paper.budget == 5_000_000


def test_where_more_is_bound_than_there_is_nothing_is_left(community):
    fund = replace(community.deliberation, pot_yuan=1)
    with memory() as engine:
        town = Town(engine, replace(community, deliberation=fund))
        resolved(town, S.IN_FORCE)
        with town.work(0) as work, pytest.raises(Refusal) as refused:
            pots.check(work, 1)
    assert refused.value.facts == {"left": "0"}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_menu_shows_what_is_left_and_of_each_project_where_for_whom_and_when(town, language):
    details = {"长椅": {"place": "南门", "people": "老人", "time": "六月"}}
    paper = replace(BALLOT.paper, details=details)
    made = draft(town, instrument=BALLOT.instrument, method="menu", paper=paper)
    subject = f"ballot:{made.id}:{CHEN}:0"
    said = show(town, "ballot", CHEN, subject=subject, reader=CHEN, language=language).text

    assert "50" in said
    assert all(word in said for word in ("南门", "老人", "六月"))


def test_without_a_fund_none_is_shown(community):
    with memory() as engine:
        town = Town(engine, community)
        talked(town, status=TopicStatus.POLLING)
        assert balance(town) is None
        made = draft(
            town, topic=1, instrument=BALLOT.instrument, method="menu", paper=BALLOT.paper
        )
        card = show(town, "ballot", CHEN, subject=f"ballot:{made.id}:{CHEN}:0", reader=CHEN).text
        assert "预算" in card
        assert "专项经费" not in card

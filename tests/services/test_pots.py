"""The fund for micro-projects: resolutions in force bind it, no menu spends more (G16)."""

from dataclasses import replace

import pytest

from governance.deliberations.states import TopicStatus
from governance.refusals import Refusal
from governance.resolutions.states import ResolutionKind, ResolutionStatus
from services import pots
from tests.bases import memory
from tests.handlers.showing import show
from tests.services.ballots.booth import draft
from tests.services.ballots.booth import topic as talked
from tests.services.ballots.test_drafting import MENU, fill
from tests.services.resolutions.test_choosing import MENU as BALLOT
from tests.services.resolutions.test_choosing import chosen, named, worded
from tests.services.town import CHEN, Town

S = ResolutionStatus
LEFT = 5_000_000 - 900_000 - 600_050


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
        return pots.balance(work)


@pytest.mark.parametrize(
    ("status", "left"),
    [
        (S.DRAFTED, 5_000_000),
        (S.OBJECTION_WINDOW, 5_000_000),
        (S.IN_FORCE, LEFT),
        (S.UNDER_CORRECTION, LEFT),
        (S.CLOSED, LEFT),
    ],
)
def test_what_a_menu_chose_is_bound_from_when_it_is_in_force(town, status, left):
    resolved(town, status)

    assert balance(town) == left


def test_no_other_resolution_binds_it(town):
    resolved(town, S.IN_FORCE, kind=ResolutionKind.PLAN)

    assert balance(town) == 5_000_000


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

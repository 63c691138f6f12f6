"""Posts that nobody took up yet: the case waits where somebody sees it, the operator is told."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from governance.directory import ChatKind
from storage.alarms import ALARMS
from tests.services.cases.desks import OTHER
from tests.services.town import LI, STAFF, WANG, WU


def alarms(town):
    with town.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(ALARMS.c.key, ALARMS.c.what))]


@pytest.fixture
def vacant(town):
    """Return how one empties posts: `vacant("he", "chen")`."""

    def empty(*posts, without=()):
        class Plan(type(town.roll)):
            def _compose(self, connection):
                found = super()._compose(connection)
                return replace(
                    found,
                    officers=tuple(
                        replace(o, telegram=0) if o.key in posts else o for o in found.officers
                    ),
                    chats=tuple(c for c in found.chats if c.kind not in without),
                )

        town.roll = Plan(town.community, town.id)
        with town.work(0) as work:
            work.changed()
        return town

    return empty


def test_what_nobody_can_take_waits_in_the_staff_group_and_the_operator_is_alarmed(vacant):
    town = vacant("he", "chen")

    case = town.report(reading=OTHER)

    assert (case.holder, alarms(town)) == ("he", [("vacant", "case:1")])
    assert ("worksheet:1:he:0", STAFF) in town.told()


def test_without_a_staff_group_the_operator_alone_hears_of_it(vacant):
    town = vacant("he", "chen", without={ChatKind.STAFF})

    town.report(reading=OTHER)

    assert alarms(town) == [("vacant", "case:1")]
    assert [t for t in town.told() if t[0].startswith("worksheet")] == []


def test_an_empty_post_is_passed_over_and_nobody_is_alarmed(vacant):
    town = vacant("wang")

    case = town.report()

    assert (case.holder, alarms(town)) == ("zhou", [])


def test_nobody_is_told_where_nobody_is(vacant):
    town = vacant("wu")
    town.report()
    town.act(WANG, "accept")
    for _ in range(3):
        town.act(WANG, "finish", note="好了")
        town.act(LI, "reopen")
        if town.case().status == "dispatched":
            town.act(WANG, "accept")

    assert [t for t in town.told() if t[1] in {WU, 0}] == []

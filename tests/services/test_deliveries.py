import pytest
from sqlalchemy import delete

from governance.cases import CaseAction
from governance.notices import Address
from services import deliveries
from storage.chats import CHATS
from tests.services.town import GROUP, LI, STAFF, SUN, WANG, ZHOU


def shut(town, person):
    with town.work(person) as work:
        work.people.reach(person, reachable=False)


@pytest.mark.parametrize("reachable", [None, True])
def test_a_worker_is_written_to_in_private_and_else_in_the_staff_group(town, reachable):
    with town.work(WANG) as work:
        if reachable is not None:
            work.people.reach(WANG, reachable=reachable)

        assert deliveries.to_officer(work, "wang") == Address(
            chat=WANG, instead=Address(chat=STAFF)
        )


def test_where_everybody_is_within_reach_the_staff_group_hears_nothing(town):
    """As `chat-bound` says of it: from the report through every handing on to its end."""
    told = set()
    for step in (
        town.report,
        lambda: town.ring("unanswered"),  # it passes on from 王师傅
        lambda: town.act(ZHOU, CaseAction.ACCEPT),
        lambda: town.ring("overdue"),
        lambda: town.ring("overdue"),
        lambda: town.ring("digest"),
    ):
        step()
        told |= {d.address.chat for d in town.deliveries()}

    assert {GROUP, WANG, ZHOU, SUN} <= told
    assert STAFF not in told


def test_a_worker_out_of_reach_is_asked_in_the_staff_group(town):
    shut(town, WANG)

    town.report()

    assert town.told() == [("receipt:1:0", GROUP), ("worksheet:1:wang:1", STAFF)]


def test_a_reporter_out_of_reach_is_told_under_the_report(town):
    town.report()
    shut(town, LI)

    town.act(WANG, CaseAction.ACCEPT)

    [told] = [d for d in town.deliveries() if d.key == "told-reporter-accept"]
    assert told.address == Address(chat=GROUP, reply_to=7)


def test_a_reporter_is_told_in_private_and_else_under_the_report(working):
    case = working.case()
    with working.work(0) as work:
        assert deliveries.to_reporter(work, case) == Address(
            chat=LI, instead=Address(chat=GROUP, reply_to=7)
        )


def test_a_report_made_in_private_never_reaches_the_group(town):
    town.report(chat=LI)
    shut(town, LI)

    town.act(WANG, CaseAction.ACCEPT)

    [told] = [d for d in town.deliveries() if d.key == "told-reporter-accept"]
    assert told.address == Address(chat=LI)


def test_without_a_staff_group_a_worker_is_written_to_all_the_same(town):
    shut(town, WANG)

    with town.work(0) as work:
        work.connection.execute(delete(CHATS))
        work.changed()
        assert deliveries.to_officer(work, "wang") == Address(chat=WANG)


def test_one_unit_repeated_tells_once(town):
    for _ in range(2):
        with town.work(LI, unit="u7") as work:
            deliveries.notice(work, "help", Address(chat=LI), reader=LI)

    assert town.told() == [("help", LI)]


def test_a_unit_may_say_the_same_twice(town):
    with town.work(LI) as work:
        for _ in range(2):
            deliveries.notice(work, "help", Address(chat=LI), reader=LI)

    assert town.told() == [("help", LI), ("help", LI)]

from datetime import timedelta

import pytest

from governance.refusals import NotAllowed, Unknown
from governance.residents import ResidentStatus as S
from services import residents
from services.hearing import Asked
from storage.grants import GRANTS
from tests.services.joining import asks, bindings, press, private, verified
from tests.services.town import AT, CHEN, GROUP, HE, LI, LIU, STAFF, SUN, WANG, ZHANG, ZHOU

# ── moving out ──


def test_a_resident_moves_out_by_himself_and_the_worker_hears_of_it(town):
    verified(town)
    town.do(LI, residents.moving, private(LI))
    shown = town.told()

    press(town, LI, "move")

    assert shown == [("resident-moving", LI)]
    assert bindings(town)[0].status is S.MOVED
    assert town.fresh() == [("resident-left", WANG)]


def test_a_suspension_is_not_left_by_moving_out(town):
    verified(town)
    town.answer(CHEN, "note", "disputed", press(town, CHEN, "suspend").id)

    with pytest.raises(NotAllowed, match="refusal-not-yours"):
        press(town, LI, "move")


def test_the_committee_notes_that_somebody_moved_and_he_is_told(town):
    verified(town)

    press(town, HE, "move")

    assert town.fresh() == [("resident-told-move", LI)]


def test_moving_in_a_group_points_to_private(town):
    town.do(LI, residents.moving, Asked(chat=GROUP, message=7))

    assert town.facts("in-private") == {"token": "r_moved"}


# ── the lists ──


def test_a_worker_lists_his_grids_and_shows_one_of_them(town):
    asks(town)
    town.do(WANG, residents.listing, private(WANG), "")
    listed = town.facts("residents")

    town.do(WANG, residents.show, 1)

    assert listed == {"building": ""}
    assert town.told() == [("resident", WANG)]


def test_a_building_is_found_by_its_words(town):
    town.do(CHEN, residents.listing, private(CHEN), "五号楼")

    assert town.facts("residents") == {"building": "b5"}


@pytest.mark.parametrize(("by", "said"), [(WANG, "5号楼"), (SUN, "")])
def test_doors_of_another_grid_are_not_listed(town, by, said):
    with pytest.raises(NotAllowed, match="refusal-read"):
        town.do(by, residents.listing, private(by), said)


def test_residents_list_nobody(town):
    with pytest.raises(NotAllowed):
        town.do(LI, residents.listing, private(LI), "")


def test_a_list_asked_for_in_a_group_comes_in_private(town):
    town.do(WANG, residents.listing, Asked(chat=STAFF, message=7), "")

    assert town.told() == [("in-private", STAFF)]
    assert town.facts("in-private") == {"token": "r_residents"}


def test_who_may_not_read_a_door_is_shown_nobody(town):
    asks(town)

    with pytest.raises(NotAllowed, match="refusal-read"):
        town.do(LIU, residents.show, 1)
    with pytest.raises(Unknown, match="refusal-no-resident"):
        town.do(WANG, residents.show, 7)


# ── the weekly list ──


def test_the_worker_gets_one_list_a_week_of_those_who_wait_too_long(town):
    for door in ("101", "102"):
        asks(town, door=door)
    asks(town, ZHANG, door="103")
    alarms = [verb for verb, _ in town.dues() if verb == "residents"]

    town.ring("residents")

    assert alarms == ["residents"]
    assert town.fresh() == [("residents-late", WANG)]
    assert town.facts("residents-late") == {"residents": "1,2,3"}
    assert ("residents", AT + timedelta(days=14)) in town.dues()


def test_whoever_came_late_in_the_week_is_not_on_the_list_yet_but_on_the_next(town):
    town.now = AT + timedelta(days=4)
    asks(town)

    town.ring("residents")
    first = town.fresh()
    town.ring("residents")

    assert first == []
    assert town.fresh() == [("residents-late", WANG)]


def test_the_list_ends_when_nobody_waits(town):
    verified(town)

    town.ring("residents")

    assert "residents" not in [verb for verb, _ in town.dues()]
    assert town.fresh() == []


def test_a_worker_waits_on_the_list_of_the_substitute(town):
    asks(town, WANG)
    asks(town, LI, door="101")

    town.ring("residents")

    assert town.fresh() == [("residents-late", WANG), ("residents-late", ZHOU)]


def test_nobody_is_reminded_where_nobody_is_in_office(town):
    asks(town)
    with town.engine.begin() as connection:
        connection.execute(GRANTS.update().values(status="ended"))
    with town.work(0) as work:
        work.changed()

    town.ring("residents")

    assert town.fresh() == []


def test_a_grid_that_is_no_more_is_let_go(town):
    town.do(0, residents.weekly, "gone")

    assert town.told() == []
    assert town.dues() == []

"""Leave that begins and ends by itself, and coming back before its time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from governance.refusals import NotAllowed
from services.cases import absences
from tests.services.cases.test_absences import SAID, leave, officer
from tests.services.town import LIU, SUN, WANG, ZHANG, ZHOU


def test_leave_to_come_begins_at_its_time_and_ends_at_its_time(town):
    leave(town, WANG, "dates", "11-4", "11月5日")
    planned = officer(town, "wang").away

    told = town.fresh()
    town.ring("leave_begins")
    begun = (officer(town, "wang").away, town.now)
    town.ring("leave_ends")

    assert (planned, told) == (False, [("leave-planned", WANG)])
    assert begun == (True, datetime(2026, 11, 3, 16, tzinfo=UTC))
    assert (officer(town, "wang").away, town.now) == (
        False,
        datetime(2026, 11, 5, 16, tzinfo=UTC),
    )


def test_planned_leave_hands_over_in_the_name_of_who_planned_it(working):
    leave(working, WANG, "dates", "11-4", "11-5", held="hand-over")

    working.ring("leave_begins")

    assert working.passages()[-1] == ("transfer", "wang", "@away")


def test_leave_may_be_called_off_and_then_never_begins(town):
    leave(town, WANG, "dates", "11-4", "11-5")
    town.do(WANG, absences.back, 1)
    told = town.fresh()

    town.ring("leave_begins")

    assert (told, officer(town, "wang").away) == ([("leave-cancelled", WANG)], False)


def test_who_comes_back_reads_what_became_of_his_cases(working):
    leave(working, held="hand-over")
    working.act(ZHOU, "receive")
    working.now += timedelta(days=1)
    working.report(ZHANG, text=SAID, message=8)

    working.do(WANG, absences.back, 1)

    assert working.fresh() == [("leave-over", WANG), ("leave-relieved", ZHOU)]
    facts = working.facts("leave-over")
    assert (facts["gone"], facts["held"]) == ("1", "")
    assert officer(working, "wang").present


def test_who_kept_his_cases_reads_them_too(working):
    leave(working, held="keep")

    working.do(WANG, absences.back, 1)

    assert (working.facts("leave-over")["gone"], working.facts("leave-over")["held"]) == ("", "1")


def test_coming_back_twice_or_after_the_end_changes_nothing(town):
    leave(town, WANG, "evening")
    town.do(WANG, absences.back, 1)

    town.ring("leave_ends")
    again = town.told()
    town.do(WANG, absences.back, 1)

    assert (again, town.told()) == ([], [])


def test_nobody_comes_back_for_another(town):
    leave(town)

    with pytest.raises(NotAllowed):
        town.do(LIU, absences.back, 1)


def test_who_is_away_and_asks_again_is_shown_the_way_back(town):
    leave(town)

    town.do(WANG, absences.ask)

    assert town.told() == [("leave-on", WANG)]


def test_whoever_had_no_substitute_thanks_nobody(town):
    leave(town, SUN)

    town.do(SUN, absences.back, 1)

    assert town.fresh() == [("leave-over", SUN)]


def without(town, *posts):
    """Let posts be no more in the file."""
    town.roll.plan = replace(
        town.roll.plan, officers=tuple(o for o in town.roll.plan.officers if o.key not in posts)
    )
    with town.work(0) as work:
        work.changed()


def test_leave_of_a_post_that_is_no_more_does_not_begin(town):
    leave(town, SUN, "dates", "11-4", "11-5")
    without(town, "sun")

    town.ring("leave_begins")

    assert town.told() == []


def test_leave_of_a_post_that_is_no_more_ends_and_its_substitute_is_relieved(town):
    leave(town, LIU, "evening", officer="wang")
    without(town, "liu")

    town.ring("leave_ends")

    assert town.told() == [("leave-relieved", WANG)]


def test_a_substitute_whose_post_is_no_more_stands_in_for_nobody(town):
    leave(town, WANG, officer="liu")
    without(town, "liu")

    assert officer(town, "wang").stand_in == ""
    assert town.report().holder == "zhou"

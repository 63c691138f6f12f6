from datetime import date

import pytest

from governance.disclosures import changes
from governance.disclosures.edition import corrected
from governance.disclosures.states import ChangeAction, EditionStatus, ProgrammeStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services.disclosures import changing, owing
from tests.services.disclosures.programmes import (
    about,
    ask,
    begun,
    changed,
    edition,
    editions,
    look,
    planned,
    sounded,
    stands,
    told,
    until,
)
from tests.services.resolutions.promises import empty
from tests.services.town import CHEN, GROUP, HE, LI, LIU, WU

S = EditionStatus


def standing(town, item="ledger"):
    with town.work(0) as work:
        return changes.status(owing.of_item(work, item))


def owed(town, found):
    with town.work(0) as work:
        return owing.day_of(work, found)


def test_the_other_side_is_asked_in_private_and_both_hear(town):
    begun(town)
    made = ask(town, CHEN, "pause")

    assert (f"programme-change:{made.id}:{WU}", WU) in town.told()
    assert "ask-pause" in town.audit()
    assert standing(town) is ProgrammeStatus.ACTIVE
    town.do(WU, changing.decide, made.id, ChangeAction.CONFIRM)
    assert standing(town) is ProgrammeStatus.PAUSED
    assert told(town.deliveries(), "programme-decided") == [CHEN, HE]
    assert town.audit() == ["confirm-change"]


def test_what_is_refused_changes_nothing_and_is_told(town):
    begun(town)
    made = ask(town, WU, "retire")
    town.do(CHEN, changing.decide, made.id, ChangeAction.REFUSE)

    assert standing(town) is ProgrammeStatus.ACTIVE
    assert told(town.deliveries(), "programme-decided") == [HE, WU]
    assert town.audit() == ["refuse-change"]


def test_nobody_pauses_alone(town):
    begun(town)
    made = ask(town, CHEN, "pause")

    for by in (CHEN, HE, LIU, LI):
        with pytest.raises(NotAllowed):
            town.do(by, changing.decide, made.id, ChangeAction.CONFIRM)
    for by in (LIU, LI):
        with pytest.raises(NotAllowed):
            town.do(by, changing.begin, "ledger")
    assert standing(town) is ProgrammeStatus.ACTIVE


def test_what_is_not_there_cannot_be_changed(town):
    begun(town)
    with pytest.raises(Unknown):
        town.do(CHEN, changing.begin, "moon")
    with pytest.raises(Unknown):
        town.do(CHEN, changing.decide, 99, ChangeAction.CONFIRM)


def test_a_second_wish_waits_for_the_first(town):
    begun(town)
    ask(town, WU, "pause")
    with pytest.raises(Refusal, match="refusal-programme-asked"):
        ask(town, CHEN, "retire")


def test_where_the_other_side_is_vacant_the_operator_hears(town):
    begun(town)
    empty(town, "wu")
    ask(town, CHEN, "pause")

    assert ("unheld", "item:ledger") in sounded(town)


def test_while_it_is_paused_nobody_is_reminded_and_nothing_is_absent(town):
    begun(town)
    until(town, "2026-12-01")
    changed(town, "pause", CHEN, WU)
    found = edition(town)

    assert about(until(town, "2027-01-15"), found) == []
    assert owed(town, found) is None
    assert editions(town) == [found]  # no other was made meanwhile


def test_a_pause_puts_off_and_wipes_nothing_out(town):
    begun(town)
    until(town, "2026-12-01")
    changed(town, "pause", CHEN, WU)
    until(town, "2027-01-20")
    changed(town, "resume", WU, CHEN)

    november, december = editions(town)
    assert (november.period.end, december.period.start) == (december.period.start,) * 2
    assert owed(town, november) == owed(town, december) == date(2027, 1, 30)
    assert told(about(until(town, "2027-01-23"), november), "programme-remind") == [HE]
    assert told(about(until(town, "2027-01-30"), november), "programme-absent") == []
    heard = until(town, "2027-01-31")
    assert told(about(heard, november), "programme-absent") == [GROUP, WU]
    assert told(about(heard, december), "programme-absent") == [GROUP, WU]


def test_what_was_missed_before_a_pause_is_not_told_again(town):
    begun(town)
    until(town, "2026-12-11")
    found = edition(town)
    changed(town, "pause", CHEN, WU)
    until(town, "2026-12-20")
    changed(town, "resume", CHEN, WU)

    assert owed(town, found) == date(2026, 12, 10)
    assert about(until(town, "2027-01-05"), found) == []


def test_the_period_in_which_it_is_retired_is_still_owed(town):
    begun(town)
    until(town, "2026-12-01")
    changed(town, "retire", CHEN, WU)
    until(town, "2027-06-01")

    assert [e.period.start for e in editions(town)] == [date(2026, 11, 1), date(2026, 12, 1)]
    assert standing(town) is ProgrammeStatus.RETIRED


def test_a_correction_is_owed_by_its_own_day(town):
    begun(town)
    until(town, "2026-12-01")
    stands(town, edition(town))
    with town.work(0) as work:
        first = work.disclosures.of("ledger")[0]
        made = work.disclosures.add(
            corrected(first, work.actor(HE), "金额错了", date(2026, 12, 20))
        )
    changed(town, "pause", CHEN, WU)
    changed(town, "resume", CHEN, WU)

    heard = about(until(town, "2026-12-25"), made)
    assert {d.key for d in heard} >= {"programme-remind", "programme-absent"}


def test_what_left_the_file_after_it_was_paused_is_not_prepared(town):
    begun(town)
    changed(town, "pause", CHEN, WU)
    made = ask(town, CHEN, "resume")
    planned(town, disclosures=())
    town.do(WU, changing.decide, made.id, ChangeAction.CONFIRM)
    look(town)

    assert editions(town) == []

from dataclasses import replace
from datetime import date, timedelta

import pytest

from governance.directory import Chat, ChatKind
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionAction, EditionStatus
from services.disclosures import scheduling
from tests.services.disclosures.programmes import (
    about,
    at,
    begun,
    edition,
    editions,
    items,
    look,
    planned,
    sounded,
    stands,
    told,
    until,
)
from tests.services.resolutions.promises import empty
from tests.services.town import CHEN, GROUP, HE, LIU, WU

NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))
S = EditionStatus


def test_what_was_over_before_the_bot_came_is_held_against_nobody(town):
    begun(town)
    heard = until(town, "2026-11-29")

    assert editions(town) == []
    assert told(heard, "programme-absent") == []


def test_an_edition_exists_before_its_day_and_its_drafter_has_the_worksheet(town):
    begun(town)
    heard = until(town, "2026-11-30")

    found = edition(town)
    assert (found.period, found.due, found.status) == (NOVEMBER, date(2026, 12, 10), S.DUE)
    sheets = {d.subject for d in heard if d.subject.startswith("disclosure-work")}
    assert f"disclosure-work:{found.id}:{HE}" in sheets
    assert f"disclosure-work:{found.id}:{CHEN}" not in sheets


def test_the_drafter_is_reminded_three_times_in_private_and_nobody_else(town):
    begun(town)
    until(town, "2026-11-30")
    days = {}
    for day in range(1, 11):
        days[day] = about(until(town, f"2026-12-{day:02}"), edition(town))

    reminded = {
        day: [(d.address.chat, d.facts["days"]) for d in those] for day, those in days.items()
    }
    assert {day: those for day, those in reminded.items() if those} == {
        3: [(HE, 7)],
        7: [(HE, 3)],
        9: [(HE, 1)],
    }


def test_the_day_after_its_absence_is_public_once_and_supervision_hears(town):
    begun(town)
    heard = [*until(town, "2026-12-10")]
    assert told(heard, "programme-absent") == []

    [absent] = [
        d
        for d in until(town, "2026-12-11")
        if d.key == "programme-absent" and d.address.chat == GROUP
        if about([d], edition(town))
    ]
    assert str(edition(town).id) in absent.facts["editions"].split(",")
    assert absent.policy == "once"
    assert told(until(town, "2026-12-14"), "programme-absent") == []


def test_supervision_and_its_group_hear_of_what_is_absent(town):
    watching = Chat(id=-77, kind=ChatKind.SUPERVISION, name="监督群")
    planned(town, chats=(*town.community.chats, watching))
    begun(town)
    heard = until(town, "2026-12-11")

    ours = about(heard, edition(town))
    assert told(ours, "programme-absent") == [GROUP, -77, WU]


def test_what_was_shown_on_its_day_is_not_missed(town):
    begun(town)
    until(town, "2026-12-01")
    stands(town, edition(town))
    heard = until(town, "2026-12-11")

    ours = about(heard, edition(town))
    assert ours == []


def test_after_a_long_absence_one_reminder_is_enough_and_none_is_late(town):
    begun(town)
    until(town, "2026-11-30")

    ours = [d for d in until(town, "2026-12-09", asleep=True) if d.key == "programme-remind"]
    assert [d.facts["days"] for d in ours if d.facts["edition"] == edition(town).id] == [1]


def test_whose_step_it_is_is_reminded(town):
    begun(town)
    until(town, "2026-11-30")
    stands(town, edition(town), S.IN_REVIEW, drafters=("he",))
    heard = until(town, "2026-12-03")
    assert told(about(heard, edition(town)), "programme-remind") == [CHEN]
    stands(town, edition(town), S.APPROVED)
    assert about(until(town, "2026-12-07"), edition(town)) == []


def test_only_the_groups_of_an_item_hear_of_it(town):
    chats = (*town.community.chats, Chat(id=-66, kind=ChatKind.BUILDING, name="3号楼群"))
    found = tuple(
        replace(i, chats=("building",)) if i.key == "ledger" else i
        for i in town.community.disclosures
    )
    planned(town, chats=chats, disclosures=found)
    begun(town)
    heard = until(town, "2026-12-11")

    ours = about(heard, edition(town))
    assert told(ours, "programme-absent") == [-66, WU]


def test_a_vacant_drafter_falls_to_the_committee(town):
    empty(town, "he")
    begun(town)
    heard = until(town, "2026-11-30")

    sheets = {d.subject for d in heard if d.subject.startswith("disclosure-work")}
    assert f"disclosure-work:{edition(town).id}:{CHEN}" in sheets


def test_party_affairs_fall_to_nobody_and_the_operator_hears(town):
    empty(town, "chen")
    begun(town, "party")
    heard = until(town, "2027-01-02")

    found = edition(town, "party")
    assert not [d for d in heard if d.subject.startswith(f"disclosure-work:{found.id}:")]
    assert ("vacant", f"disclosure:{found.id}") in sounded(town)


def test_an_edition_of_an_item_that_has_left_the_file_wakes_nobody(town):
    begun(town)
    until(town, "2026-11-30")
    planned(town, disclosures=())

    assert told(until(town, "2026-12-11"), "programme-absent") == []


def test_it_looks_again_each_morning_and_once(town):
    begun(town)
    look(town)
    looks = [at for verb, at in town.dues() if verb == scheduling.VERB]

    assert [f"{each:%m-%d %H}" for each in looks] == ["11-03 01"]


def test_what_was_shown_long_ago_is_archived_and_stays(town):
    begun(town)
    until(town, "2026-11-30")
    shown = stands(town, edition(town))
    items(town, "ledger", keep=timedelta(days=30))
    until(town, "2026-12-29")
    assert edition(town).status is S.PUBLISHED

    until(town, "2026-12-31")

    found = editions(town)[0]
    assert (found.id, found.status, found.published_at) == (
        shown.id,
        S.ARCHIVED,
        shown.published_at,
    )
    with town.work(0) as work:
        assert [p.action for p in work.disclosures.passages(shown.id)] == [EditionAction.ARCHIVE]


def test_what_left_the_file_is_not_archived(town):
    begun(town)
    until(town, "2026-11-30")
    stands(town, edition(town))
    planned(town, disclosures=())
    at(town, "2032-01-01")
    look(town)

    assert edition(town).status is S.PUBLISHED


@pytest.mark.parametrize("office", [LIU])
def test_a_worker_may_be_the_drafter(town, office):
    items(town, "ledger", drafter="liu")
    begun(town)
    heard = until(town, "2026-11-30")

    sheets = {d.subject for d in heard if d.subject.startswith("disclosure-work")}
    assert f"disclosure-work:{edition(town).id}:{office}" in sheets

from dataclasses import replace

import pytest

from governance.refusals import Unknown
from governance.residents import Residency, Resident, ResidentStatus
from services import whereabouts
from services.cases import looking
from services.hearing import Asked
from tests.services.town import AT, CHEN, GROUP, LI, ZHANG

TANG = 2007


def asked(chat=LI):
    return Asked(chat=chat, message=7)


@pytest.fixture
def home(town):
    """李婶 lives in building 3, and did live in building 1."""
    for building, status in (("b3", ResidentStatus.PENDING), ("b1", ResidentStatus.MOVED)):
        with town.work(LI) as work:
            work.residents.save(
                Resident(
                    person=LI,
                    building=building,
                    door="1-101",
                    residency=Residency.SETTLED,
                    status=status,
                    asked_at=AT,
                )
            )
    return town


def told(town):
    return [(d.key, d.address.chat, dict(d.facts)) for d in town.deliveries()]


def test_a_resident_hears_who_looks_after_his_home(home):
    home.do(LI, whereabouts.grid, asked())

    keepers = {"owner": "王师傅", "away": False, "substitute": "周姐", "head": "孙姐"}
    [(key, chat, facts)] = told(home)
    assert (key, chat) == ("grid-told", LI)
    assert facts == {"grid": home.community.grid_of("b3").name, "which": "g2", **keepers}


@pytest.mark.parametrize("chat", [LI, GROUP])
def test_who_lives_nowhere_and_whoever_asks_in_a_group_is_asked_for_the_building(town, chat):
    town.do(LI, whereabouts.grid, asked(chat))

    assert [key for key, *_ in told(town)] == ["grid-ask"]


def test_a_group_never_learns_where_somebody_lives(home):
    home.do(LI, whereabouts.grid, asked(GROUP))

    assert told(home) == [("grid-ask", GROUP, {})]


def test_a_building_that_was_tapped_is_told_in_private_and_toasted_in_a_group(town):
    in_group = town.do(LI, whereabouts.look, "b3", asked(GROUP))
    silent = told(town)
    town.do(LI, whereabouts.look, "b3", asked(LI))

    assert in_group["owner"] == "王师傅"
    assert silent == []
    assert told(town) == [("grid-told", LI, in_group)]


def test_a_building_that_is_not_in_the_file_is_unknown(town):
    with pytest.raises(Unknown):
        town.do(LI, whereabouts.look, "b99", asked())


def test_a_worker_who_is_away_is_named_with_the_substitute(town):
    with town.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE grants SET status = 'expired' WHERE officer = 'wang'")

    facts = town.do(LI, whereabouts.look, "b3", asked())

    assert (facts["away"], facts["substitute"]) == (True, "周姐")


@pytest.mark.parametrize(
    ("chat", "reachable", "expected"),
    [
        (LI, None, ("whoami", LI)),
        (GROUP, True, ("whoami", LI)),
        (GROUP, None, ("whoami-private", GROUP)),
        (GROUP, False, ("whoami-private", GROUP)),
    ],
)
def test_who_somebody_is_is_told_in_private_alone(town, chat, reachable, expected):
    with town.work(LI) as work:
        if reachable is not None:
            work.people.reach(LI, reachable=reachable)

    town.do(LI, whereabouts.whoami, asked(chat))

    assert [(key, where) for key, where, _ in told(town)] == [expected]


def test_asking_in_private_opens_the_private_chat(town):
    town.do(LI, whereabouts.whoami, asked())

    with town.work(0) as work:
        assert work.people.get(LI).reachable is True


def test_whom_nobody_has_verified_may_report_and_read(home):
    for person in (LI, ZHANG):  # one waits to be met, one never named a home
        home.report(person=person, text=f"三号楼电梯坏了两天没人修，{person}")
    home.do(ZHANG, looking.status, 1, asked(chat=GROUP))

    with home.work(0) as work:
        assert [work.cases.get(n).reporter for n in (1, 2)] == [LI, ZHANG]
        assert {r.status for r in work.residents.of(LI)} <= {
            ResidentStatus.PENDING,
            ResidentStatus.MOVED,
        }
        assert list(work.residents.of(ZHANG)) == []
    assert ("status", GROUP) in home.told()


def test_a_grid_is_told_under_the_name_that_the_file_has_for_its_level(home):
    village = replace(home.community, levels=("村", "村民小组"))
    found = village.grid_of("b3")

    told = whereabouts.keepers(village, found, "zh-CN")

    assert told["grid"] == f"村民小组 {found.name}"


def live(town, person, building, status):
    with town.work(person) as work:
        work.residents.save(
            Resident(
                person=person,
                building=building,
                door="1-101",
                residency=Residency.SETTLED,
                status=status,
                asked_at=AT,
            )
        )


@pytest.mark.parametrize(
    ("reader", "building", "expected"),
    [
        (LI, "b1", [("tang", None)]),
        (LI, "b3", []),
        (ZHANG, "", []),
        (CHEN, "", [("tang", ("1-302", "2-101"))]),
        (TANG, "", [("tang", ("1-302", "2-101"))]),
    ],
)
def test_helpers_are_shown_to_their_own_people_and_households_to_fewer(
    town, reader, building, expected
):
    """A06: a grid that is not there shows nobody."""
    if building:
        live(town, reader, building, ResidentStatus.VERIFIED)

    with town.work(0) as work:
        shown = whereabouts.helping(work, reader, "g1")
        assert whereabouts.helping(work, reader, "gone") == ()

    doors = [h.households and tuple(home.door for home in h.households) for h in shown]
    assert list(zip([h.helper.key for h in shown], doors, strict=True)) == expected


def test_who_reads_of_several_grids_is_asked_for_a_building_too(town):
    live(town, CHEN, "b1", ResidentStatus.VERIFIED)

    town.do(CHEN, whereabouts.grid, asked(CHEN))

    assert [key for key, *_ in told(town)] == ["grid-told", "grid-ask"]

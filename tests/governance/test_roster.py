import pytest

from governance.roster import COLUMNS, Line, Words, read

WORDS = Words(yes=frozenset({"是", "yes"}), no=frozenset({"否", "no"}))


def line(row, *cells):
    return Line(row=row, cells=dict(zip(COLUMNS, cells, strict=False)))


def flat(  # noqa: PLR0913, PLR0917 -- one argument a column
    row=2, building="3号楼", unit="2单元301", area="89.5", owners="王伟", numbers="", vacant=""
):
    return line(row, building, unit, area, owners, numbers, vacant)


def faults(community, *lines):
    return [(f.row, f.column, f.code) for f in read(lines, community, WORDS)[1]]


def test_a_flat_is_read_with_its_normalised_door_and_whole_hundredths(community):
    roster, wrong = read([flat(area="89.5 ㎡", vacant="是")], community, WORDS)

    [unit] = roster.units
    assert wrong == ()
    assert (unit.building, unit.door, unit.area, unit.vacant) == ("b3", "2-301", 8950, True)
    assert [(o.key, o.name) for o in unit.owners] == [("王伟", "王伟")]


def test_a_building_goes_by_every_name_it_has(community):
    lines = [
        flat(2, "b1", "101"),
        flat(3, "门楼", "102", owners="李"),
        flat(4, "1号楼", "103", owners="张"),
    ]

    roster, wrong = read(lines, community, WORDS)

    assert ([u.building for u in roster.units], wrong) == (["b1"] * 3, ())


def test_several_flats_of_one_owner_are_one_head(community):
    lines = [flat(2, unit="301", numbers="7"), flat(3, unit="302", numbers="7")]

    roster, wrong = read(lines, community, WORDS)

    assert (len(roster.units), roster.heads, roster.area, wrong) == (2, 1, 17900, ())


def test_joint_owners_are_one_head_together(community):
    lines = [flat(2, owners="王伟、李娜"), flat(3, unit="302", owners="张强")]

    roster, _ = read(lines, community, WORDS)

    assert (roster.heads, roster.joint, roster.vacant) == (2, 1, 0)


def test_an_owner_alone_and_the_same_with_another_are_two_heads(community):
    lines = [
        flat(2, owners="王伟、李娜", numbers="1、2"),
        flat(3, unit="302", owners="王伟", numbers="1"),
    ]

    roster, wrong = read(lines, community, WORDS)

    assert (roster.heads, wrong) == (2, ())


@pytest.mark.parametrize(
    ("cells", "column", "code"),
    [
        ({"building": "9号楼"}, "building", "building"),
        ({"building": ""}, "building", "building"),
        ({"unit": ""}, "unit", "unit"),
        ({"area": "很大"}, "area", "area"),
        ({"area": ""}, "area", "area"),
        ({"area": "0"}, "area", "area"),
        ({"area": "-3"}, "area", "area"),
        ({"area": "1.005"}, "area", "area"),
        ({"area": "1000000"}, "area", "area"),
        ({"area": "NaN"}, "area", "area"),
        ({"area": "Infinity"}, "area", "area"),
        ({"owners": ""}, "owners", "owners"),
        ({"owners": "王伟、王伟"}, "owners", "owner-twice"),
        ({"owners": "王伟、李娜", "numbers": "1"}, "numbers", "numbers"),
        ({"vacant": "大概"}, "vacant", "vacant"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(community, cells, column, code):
    assert faults(community, flat(**cells)) == [(2, column, code)]


def test_every_fault_of_a_sheet_is_named_at_once(community):
    found = faults(
        community, flat(2, area="x", vacant="?"), flat(3, "9号楼", "302", owners="李娜")
    )

    assert found == [(2, "area", "area"), (2, "vacant", "vacant"), (3, "building", "building")]


def test_an_empty_sheet_is_no_roster(community):
    assert faults(community) == [(1, "building", "empty")]


def test_a_flat_stands_once_however_it_is_written(community):
    found = faults(community, flat(2), flat(3, "b3", "2单元 301室", owners="李娜"))

    assert found == [(3, "unit", "twice")]


def test_a_name_that_stands_twice_must_be_told_apart(community):
    same = [flat(2), flat(3, unit="302")]
    half = [flat(2, numbers="1"), flat(3, unit="302")]
    apart = [flat(2, numbers="1"), flat(3, unit="302", numbers="2")]

    assert faults(community, *same) == [(3, "owners", "namesake")]
    assert faults(community, *half) == [(3, "owners", "namesake")]
    assert faults(community, *apart) == []


def test_a_number_has_one_name(community):
    found = faults(
        community, flat(2, numbers="1"), flat(3, unit="302", owners="李娜", numbers="1")
    )

    assert found == [(3, "numbers", "renamed")]


def test_words_for_empty_flats_are_those_of_the_sheet(community):
    roster, _ = read(
        [flat(2, vacant="YES"), flat(3, unit="302", owners="李娜", vacant="否")], community, WORDS
    )

    assert [u.vacant for u in roster.units] == [True, False]

from governance.roster import Owner, Roster, Unit
from storage import directory, roster

WEI, NA = Owner(key="1", name="王伟"), Owner(key="2", name="李娜")
FIRST = Roster(
    units=(
        Unit(building="b3", door="2-301", area=8950, owners=(WEI, NA)),
        Unit(building="b3", door="2-302", area=9000, owners=(WEI,), vacant=True),
    )
)


def test_a_roster_is_read_as_it_was_written(connection):
    number = directory.community(connection, "xingfuli")

    assert roster.newest(connection, number) is None
    assert roster.put(connection, number, FIRST, at=1, digest="d") == 1
    assert roster.newest(connection, number) == FIRST


def test_the_newest_import_counts_in_its_own_community(connection):
    ours, other = (directory.community(connection, name) for name in ("ours", "other"))
    roster.put(connection, ours, FIRST, at=1, digest="d")
    second = Roster(units=FIRST.units[:1])

    assert roster.put(connection, ours, second, at=2, digest="e") == 2
    assert roster.newest(connection, ours) == second
    assert roster.newest(connection, other) is None

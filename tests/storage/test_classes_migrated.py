"""Whoever was verified before ages were asked for keeps the vote that he had."""

from contextlib import closing
from sqlite3 import connect

from storage.upgrade import upgrade

COMMUNITY = "INSERT INTO communities (id, key) VALUES (1, 'xingfuli')"
HOME = (
    "INSERT INTO residents (community_id, person, building, door, residency, status, asked_at,"
    " decided_by, note, doubted, version) VALUES (1, ?, 'b3', ?, 'settled', ?, 1, '', '', 0, 0)"
)


def test_whoever_was_verified_counts_as_of_age_and_nobody_else(tmp_path):
    path = tmp_path / "linli.db"
    address = f"sqlite+aiosqlite:///{path}"
    upgrade(address, head="0017")
    with closing(connect(path)) as database:
        database.execute(COMMUNITY)
        for person, status in enumerate(("verified", "suspended", "pending", "moved")):
            database.execute(HOME, (person, str(person), status))
        database.commit()

    upgrade(address, head="0018")

    with closing(connect(path)) as database:
        found = dict(database.execute("SELECT status, adult FROM residents"))
    assert found == {"verified": 1, "suspended": 1, "pending": 0, "moved": 0}

import pytest

from storage import directory, health, upgrade
from storage.database import WrongAddress
from storage.migrations import HEAD
from tests.bases import memory


@pytest.fixture
def address(tmp_path):
    return f"sqlite+aiosqlite:///{tmp_path}/a.db"


def test_a_database_that_is_not_there_is_not_made_by_looking(address, tmp_path):
    found = health.look(address)

    assert (found.there, found.revision, found.verdict) == (False, "", health.SOUND)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_up_to_date_is_sound(address):
    upgrade.upgrade(address)

    found = health.look(address)

    assert (found.there, found.current, found.verdict) == (True, True, health.SOUND)
    assert found.revision == HEAD


def test_an_older_database_is_sound_but_not_current(address):
    upgrade.upgrade(address, head="0001")

    found = health.look(address)

    assert (found.current, found.verdict) == (False, health.SOUND)


@pytest.mark.parametrize(
    ("content", "verdict"),
    [(b"no database at all" * 100, "DatabaseError"), (b"", "OperationalError")],
)
def test_what_is_no_database_of_ours_is_named(address, tmp_path, content, verdict):
    (tmp_path / "a.db").write_bytes(content)

    assert health.look(address).verdict == verdict


def test_another_kind_of_database_has_a_wrong_address():
    with pytest.raises(WrongAddress):
        health.look("postgresql+asyncpg://linli@db/linli")


def test_a_community_is_looked_up_and_not_begun():
    with memory() as engine, engine.begin() as connection:
        assert health.number(connection, "k") is None
        begun = directory.community(connection, "k")
        assert health.number(connection, "k") == begun

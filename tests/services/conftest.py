from pathlib import Path

import pytest

from config.community import read
from governance.cases import CaseAction
from tests.bases import memory
from tests.services.town import WANG, Town

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def community():
    return read(ROOT / "config" / "community.example.toml")


@pytest.fixture
def town(community):
    with memory() as engine:
        yield Town(engine, community)


@pytest.fixture
def work(town):
    """Return how one begins a unit of work: `with work(person, at=…) as w:`."""
    return town.work


@pytest.fixture
def working(town):
    """A case reported in the group and accepted by 王师傅."""
    town.report()
    town.act(WANG, CaseAction.ACCEPT)
    return town


@pytest.fixture
def finished(working):
    """That case reported as done."""
    working.act(WANG, CaseAction.FINISH, note="换了零件", proof="photo-1")
    return working

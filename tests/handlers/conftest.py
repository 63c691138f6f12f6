import pytest

from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.services.mediation.people import tell
from tests.services.town import Town


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


@pytest.fixture
def told(town):
    """A dispute of 李婶 with 王师傅, of whom 何副主任 is a friend."""
    tell(town, involved=("wang",), kin=("he",), type="land", pair="owners")
    return town

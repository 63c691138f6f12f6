import pytest

from storage.database import METADATA, writing
from tests.bot.doors import COMMUNITY
from tests.services.mediation.people import tell
from tests.services.town import Town


@pytest.fixture
def town():
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    yield Town(engine, COMMUNITY)
    engine.dispose()


@pytest.fixture
def told(town):
    """A dispute of 李婶 with 王师傅, of whom 何副主任 is a friend."""
    tell(town, involved=("wang",), kin=("he",), type="land", pair="owners")
    return town

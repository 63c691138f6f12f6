from dataclasses import replace

import pytest

from storage.database import METADATA, writing
from tests.services.seats.posts import found
from tests.services.town import Town


@pytest.fixture
def empty(community):
    """A town whose file was applied, and where nobody has taken up a post."""
    engine = writing("sqlite://")
    METADATA.create_all(engine)
    officers = tuple(replace(o, telegram=0) for o in community.officers)
    yield Town(engine, replace(community, officers=officers))
    engine.dispose()


@pytest.fixture
def begun(empty):
    """That town with committee and supervision in office, the grids still vacant."""
    found(empty)
    return empty

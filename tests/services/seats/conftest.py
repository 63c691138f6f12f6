from dataclasses import replace

import pytest

from tests.bases import memory
from tests.services.seats.posts import found
from tests.services.town import Town


@pytest.fixture
def empty(community):
    """A town whose file was applied, and where nobody has taken up a post."""
    with memory() as engine:
        officers = tuple(replace(o, telegram=0) for o in community.officers)
        yield Town(engine, replace(community, officers=officers))


@pytest.fixture
def begun(empty):
    """That town with committee and supervision in office, the grids still vacant."""
    found(empty)
    return empty

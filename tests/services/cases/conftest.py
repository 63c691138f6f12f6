import pytest

from tests.services.cases.desks import MORE, OTHER
from tests.services.town import WANG, ZHANG


@pytest.fixture
def lying(town):
    """A report that waits at the desk."""
    town.report(reading=OTHER)
    return town


@pytest.fixture
def two(town):
    """One case that 王师傅 works on, and the same once more at the desk, by 张伯."""
    town.report()
    town.act(WANG, "accept")
    town.report(ZHANG, text=MORE, reading=OTHER, message=8)
    return town

import pytest

from bot import demo
from tests.journeys.towns import MORNING, Place


@pytest.fixture
def town(tmp_path, forks):
    with demo.sandbox(tmp_path, start=MORNING) as address:
        place = Place(address, tmp_path)
        try:
            yield place
            place.check()
        finally:
            place.close()

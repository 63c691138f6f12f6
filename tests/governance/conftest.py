from pathlib import Path

import pytest

from config.community import read

EXAMPLE = Path(__file__).parents[2] / "config" / "community.example.toml"


@pytest.fixture(scope="session")
def community():
    """Return the community of the example file: seven officers, six buildings, three grids."""
    return read(EXAMPLE)

import pytest

from storage import upgrade
from tests.bases import once


@pytest.fixture(scope="module", autouse=True)
def migrated_once():
    """Let commands of the operator copy a new database from one that was migrated."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "_upgrade", once)
        yield

import os

import pytest

from bot import demo, errands
from tests.forks import Nursery, forking


@pytest.fixture(scope="session")
def nursery():
    """The process that bots and sandboxes are forked from; None where the system cannot."""
    if not hasattr(os, "pidfd_open"):
        yield None
        return
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="module")
def forks(nursery):
    """Bots, sandboxes and the operator's commands begin at once: loaded before, and forked."""
    with forking(nursery, demo, errands):
        yield

"""What every room of tests may ask for: forked processes, and a PostgreSQL."""

import os

import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from bot import demo, errands
from storage.driving import drive_on
from tests import postgres as servers
from tests.forks import Nursery, forking

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no defect
hypothesis.settings.load_profile("untimed")


def pytest_collection_modifyitems(items):
    """Begin with what waits most: at the end one would wait for it, with nothing to do beside."""
    items.sort(key=lambda item: "early" not in item.keywords)


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


@pytest.fixture(scope="session")
def postgres():
    """One server for each process that runs tests, started by the first test that needs it."""
    server = servers.start()
    yield server
    server.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Run a test, its fixtures too, so that SQLAlchemy's synchronous engine works over asyncpg."""
    if "postgres" not in item.fixturenames and "postgres" not in named(item):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    drive_on(servers.LOOP, runtestprotocol, item, nextitem=nextitem)
    for server in servers.RUNNING:
        server.sweep()
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def named(item):
    """Return the words by which a test's parameters are named."""
    return item.callspec.params.values() if hasattr(item, "callspec") else ()


def pytest_unconfigure():
    servers.LOOP.close()

"""Cut off at any moment, on either database, heard either way: nothing is lost or doubled."""

import time
from contextlib import nullcontext

import pytest
from sqlalchemy.exc import DBAPIError

from bot import demo
from storage import audit, directory
from storage.database import writing
from storage.driving import drive
from tests.bases import look
from tests.crash.balance import balancing
from tests.crash.books import Books
from tests.crash.crowd import Crowd, people
from tests.crash.errands import RIGHTING, Errand, twice
from tests.crash.planted import Record, unseen
from tests.crash.power import Power, Site, free_ports
from tests.crash.recount import Recount

pytestmark = pytest.mark.usefixtures("forks")
MORNING = "2026-03-02T09:00:00+08:00"
ENGINES, WAYS = ("sqlite", "postgres"), ("polling", "webhook")
COPIES = {"sqlite": 1, "postgres": 2}
PATIENCE = 90
ROUNDS, BURST, HOURS = 4, 40, (0.1, 0.6, 3, 24)
TOOK = []  # seconds of each great run
LEFT = """
    select (select count(*) from inbox where status = 'open')
         + (select count(*) from outbox where status in ('waiting', 'claimed'))
         + (select count(*) from dues where status = 'open' and at <= {now})
"""


class Base:
    """A look at the database of the bots, from outside."""

    def __init__(self, address):
        self.address = address

    def rows(self, question):
        return look(self.address, question)

    def left(self, now):
        """Count what is not done yet; nobody knows before the first bot has made the tables."""
        try:
            ((left,),) = self.rows(LEFT.format(now=now))
        except DBAPIError:
            return -1
        return left

    def place(self, crowd):
        """Return the newest update that was given out, and the newest entry of the audit."""
        ((entry,),) = self.rows("select max(id) from audit")
        return crowd.newest(), entry

    def verdict(self):
        return drive(self._verdict)

    def _verdict(self):
        engine = writing(self.address)
        try:
            with engine.begin() as connection:
                return audit.verify(connection, directory.community(connection, "xingfuli"))
        finally:
            engine.dispose()


def at_rest(crowd, base):
    """Wait until no bot has anything left to do."""
    until, calm = time.monotonic() + PATIENCE, 0
    while calm < 3:
        left = base.left(crowd.now)
        calm = 0 if left or crowd.unheard() else calm + 1
        assert time.monotonic() < until, (left, crowd.unheard())
        time.sleep(0.2)


def live_through(crowd, power, base, deeds):
    """Let the crowd live until every cut was made; between, the time passes.

    Return the rests, and the button that did not stand where a case was seen through in peace.
    """
    rests = []
    while not power.spent or crowd.done < deeds:
        assert power.cutting or power.spent
        with Errand(crowd):
            for _ in range(ROUNDS):
                if not power.spent or crowd.done < deeds:
                    crowd.live(BURST)
        at_rest(crowd, base)
        rests.append(base.place(crowd))
        crowd.later(crowd.chance.choice(HOURS))
    power.quiet()
    at_rest(crowd, base)
    stuck = Errand(crowd, PATIENCE / 4).once() or Errand(crowd, PATIENCE / 4, RIGHTING).once()
    twice(crowd, lambda: at_rest(crowd, base))
    at_rest(crowd, base)
    return rests, stuck


def tried(request, folder, engine, way, *, seed, kills, updates, plants=False):  # noqa: PLR0913 -- one a dial
    """Live through so many cuts; hold against the recount what is left of it."""
    copies = COPIES[engine]
    database = f"sqlite+aiosqlite:///{folder / 'linli.db'}"
    if engine == "postgres":
        database = request.getfixturevalue("postgres").empty()
    ports = free_ports(copies) if way == "webhook" else ()
    with (
        demo.sandbox(folder, start=MORNING, people=people(folder)) as address,
        balancing(ports) if len(ports) > 1 else nullcontext() as balance,
    ):
        told = balance and balance.server_address[1]
        site, base = Site(folder, address, database, ports, told), Base(database)
        crowd = Crowd(address, seed)
        crowd.wire.post("/webhook", scale=0.02, patience=5)
        with Power(site, seed, kills=kills, copies=copies) as power:
            rests, stuck = live_through(crowd, power, base, 1.2 * updates)
            assert power.dead() == []
        known = {"rests": rests, "cuts": power.cuts, "alone": copies == 1}
        recount, books = Recount(crowd.wire, base.rows, **known), Books(crowd.wire, base.rows)

        assert (recount.wrong(), books.wrong()) == ({}, {})  # each may explain the other
        assert stuck is None
        assert base.verdict().broken is None
        assert power.kills == kills
        assert balance is None or all(balance.taken.values())  # each copy heard
        assert len(recount.updates) >= updates
        if plants:
            assert unseen(Record(crowd.wire, base.rows, **known)) == {}
        return recount, base


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_few_cuts_of_each_kind(request, tmp_path, engine, way):
    plants = (engine, way) == ("sqlite", "polling")
    tried(request, tmp_path, engine, way, seed=1, kills=5, updates=75, plants=plants)


@pytest.mark.soak
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ENGINES)
def test_fifty_cuts_of_each_kind(request, tmp_path, capsys, engine, way):
    began = time.monotonic()
    recount, base = tried(request, tmp_path, engine, way, seed=2, kills=50, updates=2000)
    TOOK.append(time.monotonic() - began)

    with capsys.disabled():
        print(  # noqa: T201 -- a soak tells what it was
            f"\n{engine} {way}: {len(recount.updates)} updates, 50 cuts, in {TOOK[-1]:.0f} s;",
            f"so far {50 * len(TOOK)} cuts in {sum(TOOK) / 60:.1f} min;",
            recount.told_of(),
            dict(base.rows("select status, count(*) from cases group by status")),
            dict(base.rows("select verb, count(*) from audit group by verb")),
        )

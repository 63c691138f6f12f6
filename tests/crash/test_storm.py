"""Every fault at once for a day of civil time, at Telegram's own pace."""

import time

import pytest

from bot import demo
from tests.crash.aftermath import Aftermath, StormBooks
from tests.crash.crowd import STAFF
from tests.crash.power import Site, free_ports
from tests.crash.storming import ALWAYS, HEARD_BY, LONG_OVER, Neighbour, Townsfolk, Weather, town
from tests.crash.test_crash import ENGINES, WAYS, Base
from tests.leaks import leaks

pytestmark = pytest.mark.usefixtures("forks")
MORNING = "2026-03-02T09:00:00+08:00"
DAY = 24
SHORT = {"seconds": 2, "rate": 10}
LONG = {"seconds": 8, "rate": 6}
WEIGHED = 10  # of what people were owed, that whoever was not shut out must have had
LONGEST_WAIT = 10.0  # seconds from the hand of Telegram to the answer


def weather(crowd, sky, *, bursts, deeds):
    """Let storms pass over a living town, a day long; return where its staff group is then."""
    moved = STAFF
    for burst in range(bursts):
        sky.rise()
        end = time.monotonic() + sky.seconds
        while (left := end - time.monotonic()) > 0:
            crowd.live(deeds)
            time.sleep(min(left, 1.0))  # people have other things to do
        if burst == bursts // 2:
            sky.calm()  # nothing is to undo what befell a group that is another now
            moved = sky.wire.post(f"/chats/{STAFF}/migrate")["chat"]
        sky.hours_go_by(1.3 * DAY / bursts)
    sky.calm()
    return moved


def settled(crowd, patience):
    """Wait until the bot has nothing left to do; a group takes its twenty messages a minute."""
    end = time.monotonic() + patience
    while not (idle := crowd.rest()) and time.monotonic() < end:
        pass
    return idle


def withstand(site, seed, *, storm, patience, pause, brings=ALWAYS, **how):  # noqa: PLR0913
    """Live through it, look at what is left; return the neighbour and what the storm brought."""
    base, address = Base(site.database), site.address
    crowd, sky = Townsfolk(address, seed), Weather(address, seed, **storm)
    sky.wire.post("/limits", on=True)
    sky.wire.post("/webhook", scale=0.02, patience=5)
    with site.start(0) as bot:
        assert crowd.rest()  # it is up: from here on nothing is spared
        with Neighbour(address, pause) as neighbour:
            moved = weather(crowd, sky, **how)
        assert settled(crowd, patience)
        assert bot.ended(0) is None
    aftermath, limits = Aftermath(sky.wire, base.rows), sky.wire.get("/limits")

    assert aftermath.wrong() == {}
    assert StormBooks(sky.wire, base.rows, {STAFF: moved}).wrong() == {}
    assert min(aftermath.weighed[each] for each in ("told", "carded")) >= WEIGHED
    assert aftermath.broken
    assert buried(site.folder / "copy-0" / "bot.log") <= aftermath.broken
    assert (limits["refused"], limits["last"]) == (0, [])
    assert neighbour.waits
    assert max(neighbour.waits) <= LONGEST_WAIT
    assert base.verdict().broken is None
    assert sky.now() - sky.began >= DAY
    assert brings - sky.met().keys() - aftermath.befell() == set()
    assert {"kicked", "restricted", "member"} <= aftermath.standings()
    assert list(leaks(site.folder)) == []
    return neighbour, aftermath, limits


def buried(log):
    """Return what was given up at any time, though the inbox may call it done since."""
    told = log.read_text(encoding="utf-8").splitlines()
    return {int(line.rpartition("update=")[2]) for line in told if " update.dead " in line}


@pytest.fixture
def site(request, tmp_path, engine, way):
    """A town, and where a bot shall live in it: the database, and how it hears."""
    database = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    if engine == "postgres":
        database = request.getfixturevalue("postgres").empty()
    ports = free_ports(1) if way == "webhook" else ()
    with demo.sandbox(tmp_path, start=MORNING, people=town(tmp_path)) as address:
        yield Site(tmp_path, address, database, ports, pace="telegram")


@pytest.mark.soak  # beside other tests a busy machine delays what the pacer let go
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_day_of_every_fault_at_once_loses_nothing(site):
    withstand(site, 6, bursts=3, deeds=4, storm=SHORT, patience=60, pause=0.3)


@pytest.mark.soak
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("seed", [2])
def test_a_long_day_of_every_fault_at_once_loses_nothing(site, capsys, engine, way, seed):
    brings = LONG_OVER | HEARD_BY[way]
    neighbour, aftermath, limits = withstand(
        site, seed, bursts=9, deeds=6, storm=LONG, patience=120, pause=1.0, brings=brings
    )

    assert len(neighbour.waits) >= 10
    with capsys.disabled():
        print(  # noqa: T201 -- a soak tells its figures
            f"\n{engine}, {way}: {len(aftermath.updates)} updates, {len(aftermath.broken)} broken;"
            f" {limits['counted']} calls, {limits['fullest_minute']} a minute in a group at most;"
            f" the quiet chat was answered {len(neighbour.waits)} times,"
            f" within {max(neighbour.waits):.1f} s; weighed: {dict(aftermath.weighed)}"
        )

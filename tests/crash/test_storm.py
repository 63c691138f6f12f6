"""Every fault at once for a day of civil time, at Telegram's own pace."""

import time

import pytest

from bot import demo
from storage import audit, directory
from storage.database import writing
from tests.crash.aftermath import Aftermath
from tests.crash.crowd import STAFF
from tests.crash.storming import ALWAYS, Neighbour, Townsfolk, Weather, town
from tests.leaks import leaks

pytestmark = pytest.mark.usefixtures("forks")
MORNING = "2026-03-02T09:00:00+08:00"
DAY = 24
SHORT = {"seconds": 2, "rate": 10}
LONG = {"seconds": 8, "rate": 6}
LONGEST_WAIT = 10.0  # seconds from the hand of Telegram to the answer


def look(folder):
    engine = writing(f"sqlite+aiosqlite:///{folder / 'linli.db'}")

    def rows(question):
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(question).all()]

    return engine, rows


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


def withstand(folder, seed, *, storm, patience, pause, **how):
    """Live through it, look at what is left; return the neighbour and what the storm brought."""
    with demo.sandbox(folder, start=MORNING, people=town(folder)) as address:
        crowd, sky = Townsfolk(address, seed), Weather(address, seed, **storm)
        sky.wire.post("/limits", on=True)
        with demo.bot(folder, address) as bot:
            assert crowd.rest()  # it is up: from here on nothing is spared
            with Neighbour(address, pause) as neighbour:
                moved = weather(crowd, sky, **how)
            assert settled(crowd, patience)
            assert bot.ended(0) is None
        engine, rows = look(folder)
        aftermath, limits = Aftermath(address, rows, {STAFF: moved}), sky.wire.get("/limits")

        assert aftermath.wrong() == {}
        assert aftermath.broken
        assert buried(folder / "bot.log") <= aftermath.broken
        assert (limits["refused"], limits["last"]) == (0, [])
        assert neighbour.waits
        assert max(neighbour.waits) <= LONGEST_WAIT
        assert chain(engine).broken is None
        assert sky.now() - sky.began >= DAY
        assert sky.met().keys() >= ALWAYS
        assert {"kicked", "restricted", "member"} <= aftermath.standings()
        engine.dispose()
    assert list(leaks(folder)) == []
    return neighbour, aftermath, limits


def buried(log):
    """Return what was given up at any time, though the inbox may call it done since."""
    told = log.read_text(encoding="utf-8").splitlines()
    return {int(line.rpartition("update=")[2]) for line in told if " update.dead " in line}


def chain(engine):
    with engine.begin() as connection:
        return audit.verify(connection, directory.community(connection, "xingfuli"))


def test_a_day_of_every_fault_at_once_loses_nothing(tmp_path):
    withstand(tmp_path, 6, bursts=3, deeds=4, storm=SHORT, patience=60, pause=0.3)


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2])
def test_a_long_day_of_every_fault_at_once_loses_nothing(tmp_path, capsys, seed):
    neighbour, aftermath, limits = withstand(
        tmp_path, seed, bursts=9, deeds=6, storm=LONG, patience=120, pause=1.0
    )

    assert len(neighbour.waits) >= 10
    with capsys.disabled():
        print(  # noqa: T201 -- a soak tells its figures
            f"\n{len(aftermath.updates)} updates, {len(aftermath.broken)} of them broken;"
            f" {limits['counted']} calls, {limits['fullest_minute']} a minute in a group at most;"
            f" the quiet chat was answered {len(neighbour.waits)} times,"
            f" within {max(neighbour.waits):.1f} s"
        )

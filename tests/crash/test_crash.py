import pytest

from bot import demo
from storage import audit, directory
from storage.database import writing
from tests.crash.crowd import Crowd, people
from tests.crash.power import Power
from tests.crash.recount import Recount

MORNING = "2026-03-02T09:00:00+08:00"
SHORT = 20


def look(folder):
    engine = writing(f"sqlite+aiosqlite:///{folder / 'linli.db'}")

    def rows(question):
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(question).all()]

    return engine, rows


def chain(engine):
    with engine.begin() as connection:
        return audit.verify(connection, directory.community(connection, "xingfuli"))


def live_through(crowd, power, deeds, hours=(0.6, 3, 24)):
    """Let the crowd live until every cut was made; between, the time passes."""
    while not power.spent or crowd.done < deeds:
        crowd.live(120)
        crowd.later(crowd.chance.choice(hours))
    power.quiet()
    assert crowd.rest()
    crowd.later(0.1)


@pytest.mark.parametrize("seed", [1])
def test_cut_off_at_any_moment_nothing_is_lost_or_doubled(tmp_path, seed):
    with demo.sandbox(tmp_path, start=MORNING, people=people(tmp_path)) as address:
        crowd = Crowd(address, seed)
        with Power(tmp_path, address, seed, kills=SHORT) as power:
            live_through(crowd, power, 300)
            assert power.dead() == []
        engine, rows = look(tmp_path)
        recount = Recount(address, rows)

        assert recount.wrong() == {}
        assert chain(engine).broken is None
        assert len(recount.updates) > 200
        assert recount.again() <= 3 * power.kills
        print(
            "\nupdates",
            len(recount.updates),
            "again",
            recount.again(),
            rows("select status,count(*) from cases group by status"),
            rows("select verb,count(*) from audit group by verb"),
            rows("select status,policy,count(*) from outbox group by status,policy"),
        )
        engine.dispose()

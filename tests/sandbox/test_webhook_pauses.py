"""How long a webhook that fails is left alone, and that it is forgiven."""

import pytest

from sandbox.courier import Webhook, _Lane
from sandbox.posting import Answer
from tests.sandbox.playing import LI


@pytest.mark.parametrize(
    ("failures", "asked", "seconds"), [(1, "", 2), (5, "", 32), (20, "", 60), (0, "7200", 3600)]
)
async def test_a_pause_doubles_to_a_minute_and_is_never_more_than_an_hour(
    play, monkeypatch, failures, asked, seconds
):
    courier, lane = play.sandbox.courier, _Lane(failures=failures)
    hook = Webhook(url="", secret="", connections=1, poster=None)

    async def refused(*_):
        return courier._judge(hook, Answer(status=503, headers={"retry-after": asked}))

    monkeypatch.setattr(courier, "_post", refused)
    update = {"update_id": 1, "message": {"chat": {"id": LI}}}

    assert await courier._deliver(hook, update, lane) == seconds


async def test_one_that_is_taken_makes_good_for_all_that_failed_before(play, monkeypatch):
    courier, lane = play.sandbox.courier, _Lane(failures=9)
    hook = Webhook(url="", secret="", connections=1, poster=None, gone_since=1)

    async def taken_in(*_):
        return None, 0.0

    monkeypatch.setattr(courier, "_post", taken_in)

    assert await courier._deliver(hook, {"update_id": 1, "message": {}}, lane) == 0
    assert (lane.failures, hook.gone_since) == (0, None)

import asyncio
import shutil

import pytest

from sandbox.playing import Stopped
from sandbox.stage import ROOT
from tests.sandbox.playing import GROUP, LI, TOWN
from tests.sandbox.small_bot import heard, served

START = "2026-03-02T09:00:00+08:00"
MOMENT = 1_772_413_200_000
STORY = f"""
title = "Hello"
chinese = "你好"
town = "small"
start = "{START}"
[[step]]
who = "李婶"
says = "你好"
[[step]]
who = "李婶"
sees = "收到：你好"
[[step]]
who = "Emma"
never_sees = "你好"
"""


@pytest.fixture
def house(play, tmp_path):
    """A house with one town and one story."""
    for folder in ("towns", "stories"):
        (tmp_path / folder).mkdir()
    shutil.copytree(ROOT / "pictures", tmp_path / "pictures")
    (tmp_path / "towns" / "small.toml").write_text(TOWN, encoding="utf-8")
    (tmp_path / "towns" / "small.community.toml").write_text("", encoding="utf-8")
    (tmp_path / "stories" / "hello.toml").write_text(STORY, encoding="utf-8")
    play.sandbox.root = tmp_path
    return tmp_path


async def ends(play, **body):
    """Play a story until it ends; return how it ended."""

    async def begin():
        await play.post("/play", story="hello", speed=8, **body)

    def over(event):
        return event["story"] is not None and event["story"]["state"] in ("told", "broken")

    return (await heard(play, "story", over, begin))["story"]


async def test_reset_forgets_all_and_begins_at_the_time_named(play):
    await play.does(LI, "say", chat=GROUP, text="/report")
    await play.post("/people", name="小王")
    before = (await play.get("/clock"))["version"]
    assert await play.post("/reset", start=START) == {"run": 2}

    world = await play.get("/world")
    assert (world["run"], len(world["people"])) == (2, 3)
    assert 0 <= world["now"] - MOMENT < 60_000
    assert await play.seen(LI, GROUP) == []
    assert await play.updates() == []
    assert (await play.get("/clock"))["version"] > before
    assert (await play.get("/calls"))["calls"] == []


async def test_update_ids_grow_over_a_reset(play):
    await play.does(LI, "say", chat="private", text="one")
    (before,) = await play.updates()
    await play.post("/reset")
    await play.does(LI, "say", chat="private", text="two")

    (after,) = await play.updates()
    assert after["update_id"] > before["update_id"]


async def test_the_bot_of_a_former_run_is_kept_out_and_unheard(play):
    token = play.sandbox.world.bot.token
    signal = {"session": "old", "idle": True, "offset": 0, "next": None}
    await play.post("/bot", **signal, clock=1, doors={"units": 1})
    assert (await play.get("/world"))["doors"] == {"units": 1}
    await play.post("/reset")
    clock = (await play.get("/clock"))["version"]
    await play.post("/bot", **signal, clock=clock, doors={"units": 2})

    assert (await play.http.get(f"/run/1/bot{token}/getMe")).status_code == 401
    assert (await play.http.get(f"/run/2/bot{token}/getMe")).status_code == 200
    world = await play.get("/world")
    assert (world["idle"], world["doors"]) == (False, None)
    await play.post("/bot", **{**signal, "session": "new"}, clock=clock)
    assert (await play.get("/world"))["idle"] is True


async def test_a_poll_of_the_former_run_ends(play):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(play.bot_raw("getUpdates", timeout=50))
        async with asyncio.timeout(5):
            while play.sandbox.updates._poll < 1:
                await play.get("/world")
        await play.post("/reset")

    assert poll.result()["error_code"] == 409


async def test_a_town_is_chosen_by_its_name(play, house):
    await play.post("/reset", town="small")
    assert play.sandbox.town == house / "towns" / "small.toml"

    for name in ("moon", "../towns/small", "small.community", ""):
        status, words = await play.mistaken("/reset", town=name)
        assert (status, words.endswith("there are: small.")) == (400, True)
    for start in ("soon", "2026-03-02T09:00:00"):
        assert (await play.mistaken("/reset", start=start))[0] == 400
    (house / "towns" / "small.toml").write_text("x", encoding="utf-8")
    assert (await play.mistaken("/reset", town="small"))[0] == 400


async def test_stories_are_listed_with_their_towns(play, house):
    found = (await play.get("/stories"))["stories"]

    assert found == [{"name": "hello", "title": "Hello", "chinese": "你好", "town": "small"}]
    (house / "stories" / "hello.toml").write_text("title = 1", encoding="utf-8")
    assert (await play.http.get("/sandbox/v1/stories")).status_code == 400


async def test_a_story_is_played_in_a_fresh_town_by_a_fresh_bot(play, house):
    await play.does(LI, "say", chat="private", text="before")
    async with served(play) as bot:
        end = await ends(play)

        assert end == {
            "name": "hello",
            "title": "Hello",
            "chinese": "你好",
            "step": 3,
            "steps": 3,
            "state": "told",
            "line": "Emma never_sees “你好”",
            "error": None,
        }
        assert [one["text"] for one in await play.seen(LI)] == ["你好", "收到：你好"]
        assert (await play.get("/world"))["story"] == end
        assert bot.runs == [1, 2]


async def test_a_story_that_goes_otherwise_is_broken_and_says_where(play, house):
    wrong = STORY.replace("收到：你好", "再见")
    (house / "stories" / "hello.toml").write_text(wrong, encoding="utf-8")

    async with served(play):
        end = await ends(play)

    assert (end["state"], end["step"]) == ("broken", 2)
    assert end["error"].startswith("step 2: expected 李婶 to see “再见” in private; seen: ")


async def test_without_a_bot_a_story_is_broken(play, house, monkeypatch):
    monkeypatch.setattr("sandbox.playing.BOT_SECONDS", 0)

    end = await ends(play)

    assert (end["state"], end["step"]) == ("broken", 0)
    assert end["error"] == "No bot came to rest behind this sandbox within a minute."


async def test_a_story_goes_step_by_step_and_on_and_stops(play, house):
    async def begin():
        await play.post("/play", story="hello", speed=8, step=True)

    def at(state, step):
        return lambda event: (
            (event["story"] or {}).items() >= {"state": state, "step": step}.items()
        )

    async def deed(name):
        return await play.post(f"/play/{name}")

    async with served(play):
        await heard(play, "story", at("paused", 0), begin)
        assert await play.seen(LI) == []
        await heard(play, "story", at("paused", 1), lambda: deed("next"))
        await heard(play, "story", at("told", 3), lambda: deed("resume"))

        await begin()
        await heard(play, "story", at("paused", 0), lambda: deed("pause"))
        stopped = await heard(
            play, "story", lambda event: event["story"] is None, lambda: deed("stop")
        )
        assert stopped["story"] is None
        assert (await play.mistaken("/play/next"))[0] == 400


async def test_a_reset_ends_the_story_and_nothing_of_it_reaches_the_new_town(play, house):
    async with served(play):
        await play.post("/play", story="hello", step=True)
        old = play.sandbox.playing
        await play.post("/reset")

        assert (await play.get("/world"))["story"] is None
        assert play.sandbox.playing is None
        with pytest.raises(Stopped):
            old._town.world()
        old._tell(state="told")
        assert (await play.get("/world"))["story"] is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/play", {"story": "moon"}),
        ("/play", {"story": "hello", "speed": 9}),
        ("/play", {"story": "hello", "speed": True}),
        ("/play", {}),
        ("/play/dance", {}),
        ("/play/next", {}),
    ],
)
async def test_what_cannot_be_played_is_a_mistake(play, house, path, body):
    status, words = await play.mistaken(path, **body)

    assert (status, words[-1]) == (400, ".")

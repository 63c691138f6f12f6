import asyncio
import json

from tests.sandbox.playing import EMMA, GROUP, LI


async def listen(play, count):
    heard = []
    async with play.http.stream("GET", "/sandbox/v1/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                heard.append(json.loads(line.removeprefix("data: ")))
            if len(heard) == count:
                return heard
    return heard


async def test_everything_that_changes_is_told(play):
    async with asyncio.TaskGroup() as group:
        hearing = group.create_task(listen(play, 10))
        async with asyncio.timeout(5):
            while not play.sandbox.events._listeners:
                await play.get("/world")
        said = await play.does(LI, "say", chat=GROUP, text="one")
        await play.does(LI, "edit", chat=GROUP, message=said["message"], text="two")
        await play.does(LI, "delete", chat=GROUP, message=said["message"])
        signal = {"session": "a", "idle": True, "offset": 0, "clock": 1, "next": None}
        await play.post("/bot", **signal)
        await play.post("/bot", **{**signal, "idle": False})
        await play.post("/bot", **signal)
        await play.does(LI, "leave", chat=GROUP)
        await play.bot("getMe")

    place = {"chat": GROUP, "message": 1}
    assert hearing.result() == [
        {"kind": "message", **place},
        {"kind": "edit", **place},
        {"kind": "delete", **place},
        {"kind": "starts", "starts": 1},
        {"kind": "idle", "idle": True},
        {"kind": "idle", "idle": False},
        {"kind": "idle", "idle": True},
        {"kind": "member", "chat": GROUP, "person": LI, "status": "left"},
        {"kind": "message", "chat": GROUP, "message": 2},
        {"kind": "idle", "idle": False},
    ]


async def test_a_chat_counts_its_events_so_that_nobody_need_read_it_again(play):
    async def counted():
        return {chat["id"]: chat["events"] for chat in (await play.get("/world"))["chats"]}

    before = await counted()
    said = await play.does(LI, "say", chat=GROUP, text="one")
    deeds = [
        play.does(LI, "edit", chat=GROUP, message=said["message"], text="two"),
        play.does(EMMA, "look", chat=GROUP, upto=said["message"]),
        play.does(LI, "delete", chat=GROUP, message=said["message"]),
        play.does(LI, "leave", chat=GROUP),
        play.does(LI, "join", chat=GROUP),
        play.post(f"/chats/{GROUP}/mute", can_send=False),
    ]
    counts = [(await counted())[GROUP]]
    for deed in deeds:
        await deed
        counts.append((await counted())[GROUP])

    assert all(
        one < next_one for one, next_one in zip([before[GROUP], *counts], counts, strict=False)
    )
    assert (await counted()) | {GROUP: before[GROUP]} == before

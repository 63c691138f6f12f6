import asyncio

from tests.sandbox.small_bot import heard


async def test_a_command_goes_to_the_operator_and_its_output_back(play):
    asked = (await play.post("/operator", command="linli check"))["id"]
    assert (await play.get("/operator"))["asked"] == [{"id": asked, "command": "linli check"}]

    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(play.get(f"/operator/{asked}"))
        await play.get("/world")
        await play.post(f"/operator/{asked}", code=1, output="x" * 5000)

    told = {"command": "linli check", "done": True, "code": 1, "output": "x" * 4000}
    assert waiting.result() == told
    await play.post(f"/operator/{asked}", code=0, output="again")
    assert (await play.get(f"/operator/{asked}"))["code"] == 1


async def test_the_operator_is_told_as_soon_as_something_is_asked(play):
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(play.get("/operator", after=0, run=1))
        await play.get("/world")
        assert not waiting.done()
        await play.post("/operator", command="linli check")

    told = waiting.result()
    assert (told["run"], told["town"], len(told["asked"])) == (1, "town", 1)


async def test_the_operator_hears_of_another_run_and_of_no_command_of_the_last(play):
    first = (await play.post("/operator", command="linli check"))["id"]
    await play.post("/reset")

    told = await play.get("/operator", after=0, run=1)
    assert (told["asked"], told["run"]) == ([], 2)
    assert (await play.get(f"/operator/{first}"))["code"] == 1


async def test_commands_are_told_as_events(play):
    async def ask():
        await play.post("/operator", command="linli check")

    event = await heard(play, "operator", lambda _: True, ask)
    asked = {"kind": "operator", "id": 1, "command": "linli check", "done": False}
    assert event == asked


async def test_the_power_may_be_cut_at_the_desk_too(play):
    asked = (await play.post("/operator", command="kill -9 linli"))["id"]

    assert (await play.get("/operator"))["asked"] == [{"id": asked, "command": "kill -9 linli"}]


async def test_what_is_no_command_is_a_mistake(play):
    for command in ("rm -rf /", "linlicheck", "kill -9 1", "linli " + "x" * 500):
        assert (await play.mistaken("/operator", command=command))[0] == 400
    answer = await play.http.get("/sandbox/v1/operator/1")
    assert answer.status_code == 404

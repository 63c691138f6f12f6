import asyncio
import json
from contextlib import asynccontextmanager, suppress

import httpx


class SmallBot:
    """A bot of a few lines, and its operator: a fresh one with each run of the sandbox."""

    def __init__(self, play, outputs=None):
        self.play = play
        self.outputs = outputs or {}
        self.runs = []

    async def live(self):
        while True:
            run = (await self.play.get("/world"))["run"]
            self.runs.append(run)
            await self.stay(run)

    async def stay(self, run):
        """Answer until the run is over."""
        offset = wait = 0
        while True:
            reply = await self.call(run, "getUpdates", offset=offset, timeout=wait)
            wait = 1
            if not reply["ok"]:
                return
            for update in reply["result"]:
                offset = update["update_id"] + 1
                await self.take(run, update)
            clock = (await self.play.get("/clock"))["version"]
            signal = {"session": f"run {run}", "idle": True, "offset": offset, "clock": clock}
            await self.play.post("/bot", **signal, next=None)

    async def call(self, run, method, **params):
        token = self.play.sandbox.world.bot.token
        return (await self.play.http.post(f"/run/{run}/bot{token}/{method}", json=params)).json()

    async def take(self, run, update):
        message = update.get("message", {})
        text, chat = message.get("text", ""), message.get("chat", {}).get("id")
        if text.startswith("/poll"):
            body = {"question": "装不装？", "options": ["同意", "反对"], "is_anonymous": False}
            await self.call(run, "sendPoll", chat_id=chat, **body)
        elif text:
            thread = message.get("message_thread_id") if message.get("is_topic_message") else None
            place = {"chat_id": chat, "message_thread_id": thread} if thread else {"chat_id": chat}
            await self.call(run, "sendMessage", **place, text=f"收到：{text}")

    async def operate(self):
        """Answer what the operator is asked."""
        after = 0
        while True:
            asked = (await self.play.get("/operator", after=after))["asked"]
            for one in asked:
                after = one["id"]
                code, output = self.outputs[one["command"]]
                await self.play.post(f"/operator/{after}", code=code, output=output)


@asynccontextmanager
async def served(play, outputs=None):
    """Let a small bot live behind the sandbox."""
    bot, other = SmallBot(play, outputs), None
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(quietly(work)) for work in (bot.live, bot.operate)]
        try:
            yield bot
        except Exception as raised:  # noqa: BLE001 -- told below, not within a group of errors
            other = raised
        for task in tasks:
            task.cancel()
    if other is not None:
        raise other


async def quietly(work):
    with suppress(httpx.HTTPError):
        await work()


async def heard(play, kind, until, after):
    """Do something; return the first event of a kind that fits."""
    async with play.http.stream("GET", "/sandbox/v1/events") as stream:
        lines = stream.aiter_lines()
        async for line in lines:
            if line == ": listening":
                break
        await after()
        async for line in lines:
            event = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
            if event.get("kind") == kind and until(event):
                return event
    return None

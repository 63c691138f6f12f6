import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx

from sandbox.stage import Sandbox

TOWN = """
[bot]
id = 7000000001
name = "邻里"
username = "linli_demo_bot"
token = "7000000001:AAsandbox"
privacy = true

[[people]]
id = 1001
name = "李婶"
role = "居民"
started = true

[[people]]
id = 1002
name = "Emma"
language = "en"
started = true

[[people]]
id = 1003
name = "赵阿姨"

[[chats]]
id = -1001
type = "supergroup"
title = "居民群"
members = [1001, 1002, 1003]
admins = [1002]

[[chats]]
id = -1002
type = "supergroup"
title = "工作群"
members = [1001, 1002]
admins = [1002]
bot_admin = true

[[chats]]
id = -3
type = "group"
title = "楼组"
members = [1001, 1002]
"""
GROUP, ADMIN_GROUP, BASIC_GROUP = -1001, -1002, -3
LI, EMMA, ZHAO, BOT = 1001, 1002, 1003, 7000000001
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
    "DwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass
class Play:
    """One fresh sandbox behind the running server, spoken to over HTTP."""

    url: str
    sandbox: Sandbox
    http: httpx.AsyncClient

    async def bot(self, method: str, **params: Any) -> Any:
        return (await self.bot_raw(method, **params))["result"]

    async def bot_raw(self, method: str, **params: Any) -> dict[str, Any]:
        token = self.sandbox.world.bot.token
        return (await self.http.post(f"/bot{token}/{method}", json=params)).json()

    async def refused(self, method: str, **params: Any) -> str:
        reply = await self.bot_raw(method, **params)
        assert not reply["ok"], reply
        return reply["description"]

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        return await self.bot("getUpdates", **params)

    async def does(self, who: int, verb: str, **body: Any) -> dict[str, Any]:
        answer = await self.http.post(f"/sandbox/v1/people/{who}/{verb}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def mistake(self, who: int, verb: str, **body: Any) -> tuple[int, str]:
        answer = await self.http.post(f"/sandbox/v1/people/{who}/{verb}", json=body)
        return answer.status_code, answer.json()["error"]

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        answer = await self.http.get(f"/sandbox/v1{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        answer = await self.http.post(f"/sandbox/v1{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def mistaken(self, path: str, **body: Any) -> tuple[int, str]:
        answer = await self.http.post(f"/sandbox/v1{path}", json=body)
        return answer.status_code, answer.json()["error"]

    async def upload(self, method: str, files: dict[str, Any], **params: Any) -> dict[str, Any]:
        url = f"/bot{self.sandbox.world.bot.token}/{method}"
        packed = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
        return (await self.http.post(url, data=packed, files=files)).json()

    async def forum(self, **more: Any) -> int:
        """Make a forum of Li and Emma with the bot in it; return its id."""
        plan = {"title": "论坛", "by": LI, "members": [EMMA], "bot": True, **more}
        made = await self.post("/chats", type="supergroup", forum=True, **plan)
        await self.updates(offset=-1)
        self.sandbox.updates.drop()
        return int(made["id"])

    async def seen(self, who: int, chat: int | str = "private") -> list[dict[str, Any]]:
        return (await self.get(f"/people/{who}/chats/{chat}/messages"))["messages"]

    async def texts_given(self) -> list[str]:
        given = await self.updates()
        return [(one.get("message") or one["edited_message"])["text"] for one in given]


async def until(holds: Callable[[], Awaitable[Any]]) -> Any:
    """Ask again and again, at most ten seconds, until the answer is yes; return it."""
    async with asyncio.timeout(10):
        while True:
            if answer := await holds():
                return answer
            await asyncio.sleep(0.01)

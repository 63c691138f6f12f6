"""What goes on in the sandbox by itself: webhooks are served, storms pass, faults end."""

import asyncio

from sandbox.stage import Sandbox
from sandbox.storms import keep_weather


async def live(sandbox: Sandbox) -> None:
    """Let all of it go on, until cancelled."""
    async with asyncio.TaskGroup() as group:
        group.create_task(sandbox.courier.run())
        group.create_task(keep_weather(sandbox))

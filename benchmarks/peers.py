"""The bots beside which ours is measured: each says back what it is told, and does nothing else.

`python -m benchmarks.peers NAME ADDRESS`. `own` is our house with nothing in it: its transport,
its parsing, its loop, and one raw sendMessage.
"""

import asyncio
import contextlib
import gc
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"  # noqa: S105 -- opens no real door
GRAMMY = Path(__file__).parent / "grammy.cjs"


def ptb(base: str, *, concurrent: bool) -> None:
    """Run python-telegram-bot as its guide shows it, on its own HTTP client."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler, filters

    async def echo(update: Update, _context: Any) -> None:  # noqa: ANN401 -- PTB's own
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{base}/bot")
    if concurrent:
        builder = builder.concurrent_updates(True)  # noqa: FBT003 -- PTB's own
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


def aiogram(base: str) -> None:
    """Run aiogram as its guide shows it, on uvloop."""
    import uvloop
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Any) -> None:  # noqa: ANN401 -- aiogram's own
        await message.answer(message.text)

    async def main() -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(base))
        await dispatcher.start_polling(Bot(TOKEN, session=session), handle_signals=False)

    uvloop.run(main())


def own(base: str) -> None:
    """Run the house's transport and parsing, tuned as the house is, with nothing behind it."""
    import uvloop
    from telegram import Update

    from bot.app import GARBAGE
    from bot.lanes import Silent
    from bot.receiving import POLL_SECONDS
    from bot.transport import AiohttpRequest, Transport

    silent: Any = Silent(7000000001, "linli_bot")

    async def main() -> None:
        ways = [Transport(TOKEN, base, AiohttpRequest()) for _ in range(2)]
        for way in ways:
            await way.start()
        offset = 0

        async def echo(raw: dict[str, Any]) -> None:
            update = Update.de_json(raw, silent)
            message = update.message
            if message:
                await ways[0].call(
                    "sendMessage", {"chat_id": message.chat_id, "text": message.text}
                )

        async with asyncio.TaskGroup() as tasks:
            while True:
                params = {"offset": offset, "limit": 100}
                for raw in await ways[1].poll(params, seconds=POLL_SECONDS):
                    offset = raw["update_id"] + 1
                    tasks.create_task(echo(raw))

    gc.freeze()
    gc.set_threshold(GARBAGE)
    uvloop.run(main())


def command(name: str, base: str) -> list[str]:
    """Return how a peer is started."""
    if name == "grammy":
        return ["node", str(GRAMMY), base, TOKEN]
    return [sys.executable, "-m", "benchmarks.peers", name, base]


def has_grammy() -> bool:
    """Whether node is there, and grammY beside it."""
    if not shutil.which("node"):
        return False
    found = subprocess.run(
        ["node", "-e", 'require.resolve("grammy")'],  # noqa: S607 -- wherever node is
        cwd=GRAMMY.parent,
        capture_output=True,
        check=False,
    )
    return found.returncode == 0


def _elsewhere(_base: str) -> None:
    raise SystemExit("grammY is started by node")


PEERS: dict[str, Callable[[str], None]] = {
    "ptb": lambda base: ptb(base, concurrent=False),
    "ptb-concurrent": lambda base: ptb(base, concurrent=True),
    "aiogram": aiogram,
    "own": own,
    "grammy": _elsewhere,
}

if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    with contextlib.suppress(KeyboardInterrupt):
        PEERS[sys.argv[1]](sys.argv[2])

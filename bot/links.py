"""Links into the private chat, and their QR pictures; a link carries one word and nothing else."""

import asyncio
from pathlib import Path

import segno
from telegram.error import InvalidToken, TelegramError

from bot.opening import NotOpened, Opened
from bot.speech import both
from bot.wiring import transports
from config.settings import Settings
from handlers.texts import Library
from storage import directory

PIXELS = 10  # of one module of a QR picture: sharp on paper at the width of a hand
PATIENCE = 10  # seconds for Telegram's answer


def link(bot: str, payload: str) -> str:
    """Return the link that opens the private chat and hands over a word (`/start WORD`)."""
    return f"https://t.me/{bot}?start={payload}"


def picture(folder: Path, name: str, address: str) -> Path:
    """Write the QR picture of a link, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.png"
    segno.make(address, error="m", micro=False).save(str(file), scale=PIXELS, border=4)
    return file


def bot_name(house: Opened, words: Library) -> str:
    """Return the bot's user name, as Telegram says, else as it last ran; NotOpened if neither."""
    try:
        return asyncio.run(_me(house.settings))
    except InvalidToken:
        raise NotOpened(both(words, "bot-token")) from None
    except TelegramError:
        with house.begin() as connection:
            known = directory.bot(connection, house.number)
    if not known:
        raise NotOpened(both(words, "bot-unreachable"))
    return known


async def _me(settings: Settings) -> str:
    way, _ = transports(settings)
    await way.start()
    try:
        me = await way.call("getMe", read_timeout=PATIENCE)
        return str(me["username"])
    finally:
        await way.shutdown()

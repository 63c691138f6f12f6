"""Telegram's limits, in one table, and the refusals they lead to."""

import re
from typing import Any, Final

from sandbox.errors import BadRequestError

LIMITS: Final = {
    "text": 4096,
    "caption": 1024,
    "entities": 100,
    "callback_data": 64,  # bytes
    "callback_answer": 200,
    "callback_age": 150,  # seconds
    "message_age": 86_400,  # seconds an undelivered message is kept
    "delete_age": 172_800,  # seconds after which a message stays
    "buttons": 100,
    "buttons_per_row": 8,
    "commands": 100,
    "command": 32,
    "command_description": 256,
    "start_payload": 64,
    "updates": 100,
    "poll_seconds": 50,
    "photo_bytes": 10_000_000,
    "download_bytes": 20_000_000,
    "upload_bytes": 50_000_000,
    "poll_question": 300,
    "poll_option": 100,
    "poll_options": 12,
    "poll_period": 2_628_000,  # seconds
    "topic": 128,
    "description": 512,
    "short_description": 120,
}

_COMMAND = re.compile(r"[a-z0-9_]+")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]*")
_URL = re.compile(r"(https?|tg|tonsite)://[^\s/]+\S*|[\w-]+(\.[\w-]+)+(/\S*)?", re.IGNORECASE)


def utf16_length(text: str) -> int:
    """Count as Telegram counts offsets; the strictest reading of its "characters"."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str) -> None:
    """Refuse a message without text, or with too much of it."""
    if not text:
        raise BadRequestError("message text is empty")
    if utf16_length(text) > LIMITS["text"]:
        raise BadRequestError("message is too long")


def check_caption(caption: str) -> None:
    """Refuse a caption that is too long."""
    if utf16_length(caption) > LIMITS["caption"]:
        raise BadRequestError("message caption is too long")


def check_callback_answer(text: str) -> None:
    """Refuse a toast that is too long."""
    if utf16_length(text) > LIMITS["callback_answer"]:
        raise BadRequestError("MESSAGE_TOO_LONG")


def check_keyboard(rows: list[list[dict[str, Any]]]) -> None:
    """Refuse an inline keyboard that is too large or has a button that cannot be."""
    if not all(isinstance(row, list) for row in rows):
        raise BadRequestError("can't parse inline keyboard: expected an Array of Arrays")
    too_wide = any(len(row) > LIMITS["buttons_per_row"] for row in rows)
    if too_wide or sum(len(row) for row in rows) > LIMITS["buttons"]:
        raise BadRequestError("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)


def _check_button(button: dict[str, Any]) -> None:
    if not isinstance(button, dict) or not button.get("text"):
        raise BadRequestError("can't parse inline keyboard button: BUTTON_TEXT_EMPTY")
    data, url = button.get("callback_data"), button.get("url")
    if data is None and url is None:
        raise BadRequestError(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if data is not None and not 1 <= len(str(data).encode()) <= LIMITS["callback_data"]:
        raise BadRequestError("BUTTON_DATA_INVALID")
    if url is not None and not _URL.fullmatch(str(url)):
        raise BadRequestError(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_commands(commands: list[dict[str, Any]]) -> None:
    """Refuse a list of commands that Telegram would not show."""
    if len(commands) > LIMITS["commands"]:
        raise BadRequestError("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = str(command.get("command", "")).removeprefix("/")
        if len(name) > LIMITS["command"] or not _COMMAND.fullmatch(name):
            raise BadRequestError("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= LIMITS["command_description"]:
            raise BadRequestError("BOT_COMMAND_DESCRIPTION_INVALID")


def is_start_payload(payload: str) -> bool:
    """Tell whether a deep link may carry this."""
    return len(payload) <= LIMITS["start_payload"] and bool(_PAYLOAD.fullmatch(payload))

"""From what is shown to a call of the Bot API."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from governance.notices import Delivery
from handlers.texts import TAG
from handlers.views import Button, Shown

CAPTION = 1024
ENTITY = re.compile(r"&(lt|gt|amp|quot);")
PLAIN = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def sending(delivery: Delivery, shown: Shown) -> tuple[str, dict[str, Any]]:
    """Return the method and parameters that put a message into a chat."""
    params: dict[str, Any] = {"chat_id": delivery.address.chat, "parse_mode": "HTML"}
    if topic := delivery.address.topic:
        params["message_thread_id"] = topic
    if reply_to := delivery.address.reply_to:
        params["reply_parameters"] = {
            "message_id": reply_to,
            "allow_sending_without_reply": True,
        }
    if shown.poll:
        return "sendPoll", {**_bare(params), **_poll(shown)}
    if shown.buttons:
        params["reply_markup"] = keyboard(shown.buttons)
    if len(shown.album) > 1:
        return "sendMediaGroup", {**_bare(params), "media": _media(shown)}
    if shown.file[1]:
        kind, found = shown.file
        return f"send{kind.capitalize()}", {**params, kind: found, "caption": shown.text}
    if photo := shown.photo or next(iter(shown.album), ""):
        return "sendPhoto", {**params, "photo": photo, "caption": shown.text}
    no_preview = {"is_disabled": True}
    return "sendMessage", {**params, "text": shown.text, "link_preview_options": no_preview}


def _poll(shown: Shown) -> dict[str, Any]:
    """Return a poll: nobody sees who answered what, and nobody a count before its end."""
    return {
        "question": shown.text,
        "options": [{"text": option} for option in shown.poll],
        "is_anonymous": True,
        "allows_revoting": True,
        "hide_results_until_closes": True,
    }


def _bare(params: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in params.items() if k not in {"parse_mode", "reply_markup"}}


def _media(shown: Shown) -> list[dict[str, str]]:
    """Return the photos of an album; the words stand under the first."""
    photos = [{"type": "photo", "media": each} for each in shown.album]
    return [{**photos[0], "caption": shown.text, "parse_mode": "HTML"}, *photos[1:]]


def messages_of(params: Mapping[str, Any]) -> int:
    """Return how many messages a call makes: an album as many as its photos."""
    return len(params.get("media", ())) or 1


def editing(chat: int, message: int, shown: Shown, *, photo: bool) -> tuple[str, dict[str, Any]]:
    """Return the method and parameters that draw a card anew."""
    params: dict[str, Any] = {
        "chat_id": chat,
        "message_id": message,
        "parse_mode": "HTML",
        "reply_markup": keyboard(shown.buttons),
    }
    if photo:
        return "editMessageCaption", {**params, "caption": shown.text}
    return "editMessageText", {**params, "text": shown.text}


def keyboard(rows: Sequence[Sequence[Button]]) -> dict[str, Any]:
    """Return an inline keyboard; an empty one takes the buttons away."""
    return {"inline_keyboard": [[_button(b) for b in row] for row in rows]}


def _button(button: Button) -> dict[str, str]:
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "callback_data": button.data}


def plainly(params: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of the same message without markup, of an album's parts too."""
    bare = {k: v for k, v in params.items() if k != "parse_mode"}
    for name in ("text", "caption"):
        if name in bare:
            bare[name] = ENTITY.sub(lambda m: PLAIN[m[1]], TAG.sub("", str(bare[name])))
    if "media" in bare and not isinstance(bare["media"], str):  # an album's, not one of its parts
        bare["media"] = [plainly(part) for part in bare["media"]]
    return bare

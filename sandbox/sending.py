"""The Bot API's methods that send, change and delete messages."""

from dataclasses import replace
from typing import Any

from sandbox import limits, shapes
from sandbox.entities import Entity, detect, trim
from sandbox.errors import BadRequestError
from sandbox.markup import parse_html
from sandbox.messages import Content, Frame, Message, Origin
from sandbox.params import Params
from sandbox.reach import (
    check_may_send,
    find_message,
    find_thread,
    own_message,
    reachable,
)
from sandbox.stage import Sandbox
from sandbox.world import Chat

Json = dict[str, Any]

_MARKUPS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_MAX_LATITUDE = 90
_MAX_LONGITUDE = 180


def send_message(sandbox: Sandbox, params: Params) -> Json:
    """Send a text."""
    text, entities = formatted(params, "text", "entities")
    limits.check_text(text)
    return send(sandbox, params, Content(text=text, entities=entities))


def send_location(sandbox: Sandbox, params: Params) -> Json:
    """Send a place."""
    try:
        latitude, longitude = float(params.text("latitude")), float(params.text("longitude"))
    except ValueError:
        raise BadRequestError("latitude and longitude must be specified") from None
    if abs(latitude) > _MAX_LATITUDE or abs(longitude) > _MAX_LONGITUDE:
        raise BadRequestError("wrong HTTP URL or location specified")
    return send(sandbox, params, Content(location={"latitude": latitude, "longitude": longitude}))


def edit_text(sandbox: Sandbox, params: Params) -> Json:
    """Change the text of a message."""
    text, entities = formatted(params, "text", "entities")
    limits.check_text(text)
    message = own_message(sandbox, params, _NOTHING_TO_EDIT)
    content = message.content
    if content.captioned or content.location is not None or content.poll is not None:
        raise BadRequestError("there is no text in the message to edit")
    return _edit(sandbox, message, replace(content, text=text, entities=entities), _inline(params))


def edit_caption(sandbox: Sandbox, params: Params) -> Json:
    """Change what stands under a picture, a document or a voice."""
    text, entities = captioned(params)
    message = own_message(sandbox, params, _NOTHING_TO_EDIT)
    if not message.content.captioned:
        raise BadRequestError("there is no caption in the message to edit")
    content = replace(message.content, text=text, entities=entities)
    return _edit(sandbox, message, content, _inline(params))


def edit_buttons(sandbox: Sandbox, params: Params) -> Json:
    """Change the buttons under a message, or take them away."""
    message = own_message(sandbox, params, _NOTHING_TO_EDIT)
    return _edit(sandbox, message, message.content, _inline(params))


def delete_message(sandbox: Sandbox, params: Params) -> bool:
    """Take a message away."""
    chat = reachable(sandbox, params)
    message = find_message(chat, params, "message to delete not found")
    bot = sandbox.world.bot.id
    foreign = message.author != bot and chat.type != "private"
    if foreign and not chat.bot_may("can_delete_messages", bot):
        raise BadRequestError("message can't be deleted")
    if sandbox.clock.now() - message.at > 1000 * limits.LIMITS["delete_age"]:
        raise BadRequestError("message can't be deleted for everyone")
    sandbox.remove(message)
    return True


def send(sandbox: Sandbox, params: Params, content: Content) -> Json:
    """Send what a call has made ready."""
    chat = reachable(sandbox, params)
    check_may_send(chat, content)
    frame = framed(sandbox, params, chat)
    message = sandbox.post(chat, sandbox.world.bot.id, content, frame)
    return shapes.message(sandbox.world, message)


def framed(sandbox: Sandbox, params: Params, chat: Chat, origin: Origin | None = None) -> Frame:
    """Read where in its chat a message shall stand, and with which buttons."""
    markup = _markup(params)
    reply_to = _reply_to(chat, params)
    topic = find_thread(sandbox, chat, params, reply_to)
    return Frame(reply_to=reply_to, topic=topic, markup=markup, origin=origin)


def captioned(params: Params) -> tuple[str, list[Entity]]:
    """Return a caption of the bot with its entities."""
    text, entities = formatted(params, "caption", "caption_entities")
    limits.check_caption(text)
    return text, entities


def formatted(params: Params, text_name: str, entities_name: str) -> tuple[str, list[Entity]]:
    """Return a text of the bot with its entities."""
    text, mode = params.text(text_name), params.text("parse_mode")
    entities = _given(params.parsed(entities_name) or [])
    if mode and mode.lower() != "html":
        raise BadRequestError("unsupported parse_mode")
    if mode:
        text, entities = parse_html(text)
    text, entities = trim(text, entities)
    return text, detect(text, entities)[: limits.LIMITS["entities"]]


_NOTHING_TO_EDIT = "message to edit not found"


def _given(entities: list[Any]) -> list[Entity]:
    for one in entities:
        if not isinstance(one, dict) or not {"type", "offset", "length"} <= one.keys():
            raise BadRequestError("can't parse entities: Can't parse entities JSON object")
    return entities


def _edit(sandbox: Sandbox, message: Message, content: Content, markup: Json | None) -> Json:
    rows = (markup or {}).get("inline_keyboard", [])
    if content == message.content and rows == message.keyboard:
        raise BadRequestError(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    sandbox.edit(message, content, markup if rows else None)
    return shapes.message(sandbox.world, message)


def _reply_to(chat: Chat, params: Params) -> int | None:
    reply = params.parsed("reply_parameters") or {}
    wanted = reply.get("message_id") or params.number("reply_to_message_id")
    if wanted is None or int(wanted) in chat.messages:
        return None if wanted is None else int(wanted)
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise BadRequestError("message to be replied not found")


def _markup(params: Params) -> Json | None:
    markup = params.parsed("reply_markup")
    if not markup:
        return None
    if not any(kind in markup for kind in _MARKUPS):
        raise BadRequestError("object expected as reply markup")
    limits.check_keyboard(markup.get("inline_keyboard", []))
    shape: Json = markup
    return shape


def _inline(params: Params) -> Json | None:
    markup = _markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise BadRequestError("inline keyboard expected")
    return markup

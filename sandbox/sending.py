"""The Bot API's methods that send, change and delete messages."""

from dataclasses import replace
from typing import Any

from sandbox import limits, shapes
from sandbox.entities import Entity, detect, trim
from sandbox.errors import BadRequestError, ForbiddenError
from sandbox.files import File
from sandbox.markup import parse_html
from sandbox.params import Params
from sandbox.stage import Sandbox
from sandbox.world import Chat, Content, Message

Json = dict[str, Any]

_MARKUPS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_MAX_LATITUDE = 90
_MAX_LONGITUDE = 180


def send_message(sandbox: Sandbox, params: Params) -> Json:
    """Send a text."""
    text, entities = formatted(params, "text", "entities")
    limits.check_text(text)
    return _send(sandbox, params, Content(text=text, entities=entities))


def send_photo(sandbox: Sandbox, params: Params) -> Json:
    """Send a picture, uploaded or already known."""
    text, entities = formatted(params, "caption", "caption_entities")
    limits.check_caption(text)
    photo = _photo(sandbox, params)
    return _send(sandbox, params, Content(text=text, entities=entities, photo=photo))


def send_location(sandbox: Sandbox, params: Params) -> Json:
    """Send a place."""
    try:
        latitude, longitude = float(params.text("latitude")), float(params.text("longitude"))
    except ValueError:
        raise BadRequestError("latitude and longitude must be specified") from None
    if abs(latitude) > _MAX_LATITUDE or abs(longitude) > _MAX_LONGITUDE:
        raise BadRequestError("wrong HTTP URL or location specified")
    return _send(sandbox, params, Content(location={"latitude": latitude, "longitude": longitude}))


def edit_text(sandbox: Sandbox, params: Params) -> Json:
    """Change the text of a message."""
    text, entities = formatted(params, "text", "entities")
    limits.check_text(text)
    message = _own_message(sandbox, params)
    if message.content.photo is not None or message.content.location is not None:
        raise BadRequestError("there is no text in the message to edit")
    content = replace(message.content, text=text, entities=entities)
    return _edit(sandbox, message, content, _inline(params))


def edit_caption(sandbox: Sandbox, params: Params) -> Json:
    """Change what stands under a picture."""
    text, entities = formatted(params, "caption", "caption_entities")
    limits.check_caption(text)
    message = _own_message(sandbox, params)
    if message.content.photo is None:
        raise BadRequestError("there is no caption in the message to edit")
    content = replace(message.content, text=text, entities=entities)
    return _edit(sandbox, message, content, _inline(params))


def edit_buttons(sandbox: Sandbox, params: Params) -> Json:
    """Change the buttons under a message, or take them away."""
    message = _own_message(sandbox, params)
    return _edit(sandbox, message, message.content, _inline(params))


def delete_message(sandbox: Sandbox, params: Params) -> bool:
    """Take a message away."""
    chat = reachable(sandbox, params)
    message = chat.messages.get(_message_id(params))
    if message is None:
        raise BadRequestError("message to delete not found")
    own = message.author == sandbox.world.bot.id
    if not own and chat.type != "private" and chat.bot != "administrator":
        raise BadRequestError("message can't be deleted")
    if sandbox.clock.now() - message.at > 1000 * limits.LIMITS["delete_age"]:
        raise BadRequestError("message can't be deleted for everyone")
    sandbox.remove(message)
    return True


def find_chat(sandbox: Sandbox, params: Params) -> Chat:
    """Return the chat that a call names."""
    if not params.text("chat_id"):
        raise BadRequestError("chat_id is empty")
    chat = sandbox.world.chats.get(params.number("chat_id") or 0)
    if chat is None:
        raise BadRequestError("chat not found")
    return chat


def reachable(sandbox: Sandbox, params: Params) -> Chat:
    """Return the chat that a call names, if the bot may act there."""
    chat = find_chat(sandbox, params)
    if chat.bot == "kicked":
        raise ForbiddenError(f"bot was kicked from the {chat.type} chat")
    if chat.bot == "left":
        raise ForbiddenError(f"bot is not a member of the {chat.type} chat")
    if chat.type == "private":
        person = sandbox.world.people[chat.id]
        if person.blocked:
            raise ForbiddenError("bot was blocked by the user")
        if not person.started:
            raise ForbiddenError("bot can't initiate conversation with a user")
    return chat


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


def _given(entities: list[Any]) -> list[Entity]:
    for one in entities:
        if not isinstance(one, dict) or not {"type", "offset", "length"} <= one.keys():
            raise BadRequestError("can't parse entities: Can't parse entities JSON object")
    return entities


def _send(sandbox: Sandbox, params: Params, content: Content) -> Json:
    chat = reachable(sandbox, params)
    markup = _markup(params)
    reply_to = _reply_to(chat, params)
    message = sandbox.post(chat, sandbox.world.bot.id, content, reply_to=reply_to, markup=markup)
    return shapes.message(sandbox.world, message)


def _edit(sandbox: Sandbox, message: Message, content: Content, markup: Json | None) -> Json:
    rows = (markup or {}).get("inline_keyboard", [])
    if content == message.content and rows == message.keyboard:
        raise BadRequestError(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    sandbox.edit(message, content, markup if rows else None)
    return shapes.message(sandbox.world, message)


def _own_message(sandbox: Sandbox, params: Params) -> Message:
    chat = reachable(sandbox, params)
    message = chat.messages.get(_message_id(params))
    if message is None:
        raise BadRequestError("message to edit not found")
    if message.author != sandbox.world.bot.id:
        raise BadRequestError("message can't be edited")
    return message


def _message_id(params: Params) -> int:
    if not params.number("message_id"):
        raise BadRequestError("message identifier is not specified")
    return params.number("message_id") or 0


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


def _photo(sandbox: Sandbox, params: Params) -> File:
    named = params.text("photo")
    upload = params.files.get(named.removeprefix("attach://") if named else "photo")
    if upload is None and not named:
        raise BadRequestError("there is no photo in the request")
    if upload is None:
        photo = sandbox.files.by_id(named)
        if photo is None:
            raise BadRequestError("wrong file identifier/HTTP URL specified")
        return photo
    if len(upload.content) > limits.LIMITS["photo_bytes"]:
        raise BadRequestError("file is too big for a photo")
    photo = sandbox.files.picture(upload.content)
    if photo is None:
        raise BadRequestError("IMAGE_PROCESS_FAILED")
    return photo

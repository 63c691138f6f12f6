"""The Bot API's methods that pass messages on, pin them, and leave a chat."""

from dataclasses import replace
from typing import Any

from sandbox import members, shapes
from sandbox.errors import BadRequestError
from sandbox.messages import Content, Message, Origin, Poll, Service
from sandbox.params import Params
from sandbox.reach import check_may_send, find_message, known_chat, reachable
from sandbox.sending import captioned, framed
from sandbox.stage import Sandbox
from sandbox.world import Chat

Json = dict[str, Any]


def copy_message(sandbox: Sandbox, params: Params) -> Json:
    """Send what a message holds anew, without saying where it comes from."""
    source = _source(sandbox, params, "copy")
    content = replace(source.content, album=None)
    if content.captioned and params.text("caption"):
        text, entities = captioned(params)
        content = replace(content, text=text, entities=entities)
    if content.poll is not None:
        content = replace(content, poll=_unvoted(sandbox, content.poll))
    chat = _target(sandbox, params, content)
    message = sandbox.post(chat, sandbox.world.bot.id, content, framed(sandbox, params, chat))
    return {"message_id": message.id}


def forward_message(sandbox: Sandbox, params: Params) -> Json:
    """Send a message on, saying whose it is; a poll stays the same poll."""
    source = _source(sandbox, params, "forward")
    content = replace(source.content, album=None)
    chat = _target(sandbox, params, content)
    origin = source.origin or Origin(author=source.author, at=source.at)
    frame = framed(sandbox, params, chat, origin)
    message = sandbox.post(chat, sandbox.world.bot.id, content, frame)
    return shapes.message(sandbox.world, message)


def pin_message(sandbox: Sandbox, params: Params) -> bool:
    """Pin a message at the head of its chat."""
    chat = _pinnable(sandbox, params)
    message = find_message(chat, params, "message to pin not found")
    if message.id in chat.pinned:
        return True
    chat.pinned.append(message.id)
    note = Service(kind="pinned_message", subject=message.id)
    sandbox.post(chat, sandbox.world.bot.id, Content(service=note))
    sandbox.events.publish("chat", chat=chat.id)
    return True


def unpin_message(sandbox: Sandbox, params: Params) -> bool:
    """Unpin a message, or the one pinned last."""
    chat = _pinnable(sandbox, params)
    if params.text("message_id"):
        message = find_message(chat, params, "message to unpin not found")
        wanted = message.id
    else:
        wanted = chat.pinned[-1] if chat.pinned else 0
    chat.pinned = [one for one in chat.pinned if one != wanted]
    sandbox.events.publish("chat", chat=chat.id)
    return True


def leave_chat(sandbox: Sandbox, params: Params) -> bool:
    """Go out of a group."""
    chat = known_chat(sandbox, params)
    if chat.type == "private":
        raise BadRequestError("chat member status can't be changed in private chats")
    members.leave(sandbox, sandbox.world.bot.id, chat)
    return True


def _source(sandbox: Sandbox, params: Params, verb: str) -> Message:
    chat = known_chat(sandbox, params, "from_chat_id")
    message = find_message(chat, params, f"message to {verb} not found")
    if message.content.service is not None:
        what = "copied" if verb == "copy" else "forwarded"
        raise BadRequestError(f"the message can't be {what}")
    return message


def _target(sandbox: Sandbox, params: Params, content: Content) -> Chat:
    chat = reachable(sandbox, params)
    check_may_send(chat, content)
    return chat


def _unvoted(sandbox: Sandbox, poll: Poll) -> Poll:
    number = str(5_000_000_000_000 + len(sandbox.polls))
    sandbox.polls[number] = replace(poll, id=number, votes={}, closed=False)
    return sandbox.polls[number]


def _pinnable(sandbox: Sandbox, params: Params) -> Chat:
    chat = reachable(sandbox, params)
    if chat.type != "private" and not chat.bot_may("can_pin_messages", sandbox.world.bot.id):
        raise BadRequestError("not enough rights to manage pinned messages in the chat")
    return chat

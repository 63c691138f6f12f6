"""What people do in chats: say, edit, delete, press, start."""

import re
from dataclasses import dataclass, replace
from typing import Any

from sandbox import limits, members, shapes, topics
from sandbox.entities import detect
from sandbox.errors import MistakeError
from sandbox.messages import Content, Frame, Message
from sandbox.pictures import read_document, read_picture
from sandbox.stage import Press, Sandbox
from sandbox.world import ANONYMOUS, PRESENT, Chat, Person

Json = dict[str, Any]

PRESS_SECONDS = 10
_START = re.compile(r"/start(?: (\S+))?")


@dataclass(frozen=True, kw_only=True)
class Speech:
    """What a person wants to say."""

    text: str = ""
    reply_to: int | None = None
    photo: str | None = None
    location: dict[str, float] | None = None
    voice: int | None = None
    document: dict[str, Any] | None = None
    album: str | None = None
    topic: int | None = None
    anonymous: bool = False


def say(sandbox: Sandbox, person: Person, chat: Chat, speech: Speech) -> Message:
    """Let a person write into a chat."""
    text = speech.text.strip()
    pressed_start = _START.fullmatch(text)
    if chat.type == "private" and pressed_start:
        return start(sandbox, person, pressed_start[1] or "")
    _check_speaker(person, chat)
    frame = _frame(person, chat, speech)
    content = Content(
        text=text,
        entities=detect(text),
        photo=None if speech.photo is None else read_picture(sandbox, speech.photo),
        location=speech.location,
        voice=None if speech.voice is None else sandbox.files.voice(f"{person.id}"),
        duration=speech.voice or 0,
        document=None if speech.document is None else read_document(sandbox, speech.document),
        album=speech.album,
    )
    _check_content(content)
    return sandbox.post(chat, ANONYMOUS if speech.anonymous else person.id, content, frame)


def edit(sandbox: Sandbox, person: Person, message: Message, text: str) -> Message:
    """Let a person change the words of a message of theirs."""
    chat = sandbox.world.chat(message.chat)
    _check_speaker(person, chat)
    if message.writer != person.id or message.content.service is not None:
        raise MistakeError(f"Message {message.id} is not {person.name}'s to edit.")
    text = text.strip()
    content = replace(message.content, text=text, entities=detect(text))
    _check_content(content)
    if content != message.content:
        sandbox.edit(message, content, message.markup)
    return message


def delete(sandbox: Sandbox, person: Person, message: Message) -> None:
    """Let a person take a message away, for everybody."""
    chat = sandbox.world.chat(message.chat)
    _check_present(person, chat)
    if chat.type != "private" and message.writer != person.id and person.id not in chat.admins:
        raise MistakeError(f"Message {message.id} is not {person.name}'s to delete.")
    sandbox.remove(message)


def start(sandbox: Sandbox, person: Person, payload: str) -> Message:
    """Let a person press Start, with a deep link's payload or without."""
    if not limits.is_start_payload(payload):
        raise MistakeError("`payload` must be at most 64 of A-Z, a-z, 0-9, _ and -.")
    if person.blocked:
        members.unblock(sandbox, person)
    if not person.started:
        person.started = True
        sandbox.events.publish("member", chat=person.id, person=person.id, status="member")
    text = f"/start {payload}".strip()
    content = Content(text=text, entities=detect(text))
    return sandbox.post(sandbox.world.chat(person.id), person.id, content)


async def press(
    sandbox: Sandbox, person: Person, message: Message, wanted: str, *, seconds: float
) -> Json:
    """Let a person press a button; tell the toast they saw in so long, and the chat it opened."""
    chat = sandbox.world.chat(message.chat)
    _check_present(person, chat)
    button = _button(message, wanted)
    if "url" in button:
        return {"toast": None, "opened": _follow(sandbox, person, button["url"])}
    _check_reachable(person, chat)
    look(sandbox, person, chat, message.id)
    if chat.bot not in PRESENT:
        return {"toast": None, "opened": None}
    callback_id = str(7_000_000_000_000 + len(sandbox.presses))
    pressed = Press(at=sandbox.clock.now(), person=person.id, chat=chat.id)
    sandbox.presses[callback_id] = pressed
    data = button["callback_data"]
    shape = shapes.callback(sandbox.world, callback_id, person.id, message, data)
    sandbox.push("callback_query", shape)
    if seconds > 0:
        await sandbox.events.once(pressed.answered, seconds=seconds)
    answer = pressed.answer or {}
    toast = {"text": answer["text"], "alert": answer["alert"]} if answer.get("text") else None
    return {"toast": toast, "opened": _follow(sandbox, person, answer.get("url", ""))}


def look(sandbox: Sandbox, person: Person, chat: Chat, upto: int) -> None:
    """Let a person have looked at a chat up to a message; who looked never looks back."""
    _check_present(person, chat)
    upto = min(upto, chat.last_id)
    if upto <= chat.looked.get(person.id, 0):
        return
    chat.looked[person.id] = upto
    sandbox.events.publish("seen", chat=chat.id, person=person.id, upto=upto)


def _frame(person: Person, chat: Chat, speech: Speech) -> Frame:
    """Say where in the chat it shall stand, or why it cannot."""
    replied = None if speech.reply_to is None else chat.find(speech.reply_to)
    number = speech.topic
    if number is None and replied is not None:
        number = replied.topic
    if number is not None:
        topic = topics.topic_of(topics.forum(chat), number)
        if topic.closed and person.id not in chat.admins:
            raise MistakeError(f"The topic “{topic.name}” is closed.")
    if speech.anonymous and person.id not in chat.anonymous:
        raise MistakeError(f"{person.name} is no anonymous administrator of “{chat.title}”.")
    writer = person.id if speech.anonymous else None
    return Frame(reply_to=speech.reply_to, topic=number, writer=writer)


def _button(message: Message, wanted: str) -> Json:
    buttons = [button for row in message.keyboard for button in row]
    for button in buttons:
        if wanted in (button["text"], button.get("callback_data")):
            return button
    shown = "、".join(button["text"] for button in buttons) or "none"
    raise MistakeError(f"Message {message.id} has no button “{wanted}”; it has: {shown}.")


def _follow(sandbox: Sandbox, person: Person, url: str) -> int | None:
    """Open a link; only one to the bot leads anywhere here."""
    name = re.escape(sandbox.world.bot.username)
    link = re.fullmatch(rf"(?:https?://)?t\.me/{name}(?:\?start=(.*))?", url, re.IGNORECASE)
    if link is None:
        return None
    if link[1] is not None:
        start(sandbox, person, link[1])
    return person.id


def _check_present(person: Person, chat: Chat) -> None:
    if person.id not in chat.members:
        raise MistakeError(f"{person.name} is not in “{chat.title}”; let them join first.")


def _check_speaker(person: Person, chat: Chat) -> None:
    if chat.type != "private":
        members.check_group(chat)
    _check_present(person, chat)
    _check_reachable(person, chat)
    if chat.type == "private" and not person.started:
        raise MistakeError(f"{person.name} has not started the bot; use /start first.")


def _check_reachable(person: Person, chat: Chat) -> None:
    if chat.type == "private" and person.blocked:
        raise MistakeError(f"{person.name} has blocked the bot; unblock it first.")


def _check_content(content: Content) -> None:
    bodies = [content.photo, content.location, content.voice, content.document]
    if sum(body is not None for body in bodies) > 1:
        raise MistakeError("A message holds one of `photo`, `location`, `voice`, `document`.")
    if not content.text and all(body is None for body in bodies):
        wanted = "`text`, `photo`, `location`, `voice` or `document`"
        raise MistakeError(f"Nothing to say: give {wanted}.")
    if content.text and content.location is not None:
        raise MistakeError("A location carries no text.")
    limit = limits.LIMITS["caption" if content.captioned else "text"]
    if limits.utf16_length(content.text) > limit:
        raise MistakeError(f"The text is too long: at most {limit} characters here.")

"""The world as the control interface tells it: what a person sees."""

from typing import Any

from sandbox.stage import Sandbox
from sandbox.world import Chat, Message, Person, World

Json = dict[str, Any]

_NOTES = {
    "zh": {"new_chat_members": "{who} 加入了群组", "left_chat_member": "{who} 离开了群组"},
    "en": {
        "new_chat_members": "{who} joined the group",
        "left_chat_member": "{who} left the group",
    },
}


def world(sandbox: Sandbox) -> Json:
    """Return everybody and every chat."""
    here = sandbox.world
    return {
        "bot": {"id": here.bot.id, "name": here.bot.name, "username": here.bot.username},
        "people": [person(here, one) for one in here.people.values()],
        "chats": [chat(one) for one in here.chats.values()],
        "now": sandbox.clock.now(),
        "idle": sandbox.signals.is_idle(),
    }


def person(here: World, one: Person) -> Json:
    """Return a person, with the chats they are in."""
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role,
        "language": one.language,
        "started": one.started,
        "blocked": one.blocked,
        "chats": [place.id for place in here.chats.values() if one.id in place.members],
    }


def chat(place: Chat) -> Json:
    """Return a chat, with the people in it."""
    return {
        "id": place.id,
        "type": place.type,
        "title": place.title,
        "members": list(place.members),
        "admins": list(place.admins),
    }


def message(here: World, said: Message, viewer: Person) -> Json:
    """Return a message as this person sees it."""
    content = said.content
    replied = said.reply_to in here.chats[said.chat].messages
    return {
        "id": said.id,
        "chat": said.chat,
        "at": said.at,
        "from": {
            "id": said.author,
            "name": here.name_of(said.author),
            "bot": said.author == here.bot.id,
        },
        "text": content.text,
        "entities": content.entities,
        "photo": None if content.photo is None else f"/pictures/{content.photo.name}",
        "location": content.location,
        "voice": None if content.voice is None else {"duration": content.duration},
        "reply_to": said.reply_to if replied else None,
        "buttons": _buttons(said),
        "edited": said.edited,
        "service": _note(here, said, viewer),
    }


def _buttons(said: Message) -> list[list[Json]] | None:
    return [[_button(button) for button in row] for row in said.keyboard] or None


def _button(button: Json) -> Json:
    if "url" in button:
        return {"text": button["text"], "url": button["url"]}
    return {"text": button["text"], "data": button["callback_data"]}


def _note(here: World, said: Message, viewer: Person) -> str | None:
    if said.content.service is None:
        return None
    notes = _NOTES["zh" if viewer.language.startswith("zh") else "en"]
    service = said.content.service
    return notes[service.kind].format(who=here.name_of(service.subject))

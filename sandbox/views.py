"""The world as the control interface tells it: what a person sees."""

from typing import Any

from sandbox.messages import Message, Poll
from sandbox.stage import Sandbox
from sandbox.world import ANONYMOUS, PRESENT, Chat, Person, World

Json = dict[str, Any]

_NOTES = {
    "zh": {
        "new_chat_members": "{who} 加入了群组",
        "left_chat_member": "{who} 离开了群组",
        "group_chat_created": "{by} 创建了群组“{name}”",
        "supergroup_chat_created": "{by} 创建了群组“{name}”",
        "migrate_to_chat_id": "本群已升级为超级群组",
        "migrate_from_chat_id": "本群由普通群组升级而来",
        "forum_topic_created": "{by} 新建了话题“{name}”",
        "forum_topic_closed": "{by} 关闭了话题“{name}”",
        "forum_topic_reopened": "{by} 重新打开了话题“{name}”",
        "pinned_message": "{by} 置顶了一条消息",
    },
    "en": {
        "new_chat_members": "{who} joined the group",
        "left_chat_member": "{who} left the group",
        "group_chat_created": "{by} created the group “{name}”",
        "supergroup_chat_created": "{by} created the group “{name}”",
        "migrate_to_chat_id": "The group was upgraded to a supergroup",
        "migrate_from_chat_id": "The group was upgraded from a plain group",
        "forum_topic_created": "{by} created the topic “{name}”",
        "forum_topic_closed": "{by} closed the topic “{name}”",
        "forum_topic_reopened": "{by} reopened the topic “{name}”",
        "pinned_message": "{by} pinned a message",
    },
}
_OF_SOMEBODY = ("new_chat_members", "left_chat_member")


def world(sandbox: Sandbox) -> Json:
    """Return everybody and every chat."""
    here = sandbox.world
    return {
        "bot": {"id": here.bot.id, "name": here.bot.name, "username": here.bot.username},
        "people": [person(here, one) for one in here.people.values()],
        "chats": [chat(sandbox, one) for one in here.chats.values()],
        "now": sandbox.clock.now(),
        "idle": sandbox.signals.is_idle(),
        "run": sandbox.run,
        "story": sandbox.story,
        "doors": sandbox.doors,
        "starts": sandbox.signals.starts,
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


def chat(sandbox: Sandbox, place: Chat) -> Json:
    """Return a chat, with the people in it; while it has no new events, all in it stays."""
    may_send = place.bot == "administrator" or (place.bot in PRESENT and place.bot_can_send)
    linked = place.linked
    return {
        "id": place.id,
        "type": place.type,
        "title": place.title,
        "members": list(place.members),
        "admins": list(place.admins),
        "anonymous": list(place.anonymous),
        "forum": place.forum,
        "topics": [
            {"id": one.id, "name": one.name, "closed": one.closed} for one in place.topics.values()
        ],
        "linked": None if linked is None else {"id": linked.id, "title": linked.title},
        "migrated_to": place.migrated_to,
        "bot": {"status": place.bot, "can_send": may_send},
        "events": sandbox.events.of[place.id],
    }


def message(here: World, said: Message, viewer: Person) -> Json:
    """Return a message as this person sees it."""
    content, place = said.content, here.chats[said.chat]
    voice, document = content.voice, content.document
    return {
        "id": said.id,
        "chat": said.chat,
        "at": said.at,
        "from": {
            "id": said.author,
            "name": here.name_of(said.author),
            "bot": said.author == here.bot.id,
        },
        "sender_chat": _sender(place, said),
        "forwarded": _origin(here, place, said),
        "text": content.text,
        "entities": content.entities,
        "photo": None if content.photo is None else f"/pictures/{content.photo.name}",
        "album": content.album,
        "location": content.location,
        "voice": voice
        and {
            "duration": content.duration,
            "url": None if voice.silent else f"/pictures/{voice.name}",
        },
        "document": document
        and {
            "name": document.title,
            "size": len(document.content),
            "url": f"/documents/{document.name}",
        },
        "poll": None if content.poll is None else _poll(content.poll, viewer),
        "topic": said.topic,
        "reply_to": said.reply_to if said.reply_to in place.messages else None,
        "buttons": _buttons(said),
        "edited": said.edited,
        "seen_by": _seen_by(place, said),
        "service": _note(here, place, said, viewer),
    }


def _sender(place: Chat, said: Message) -> Json | None:
    if said.author == ANONYMOUS:
        return {"id": place.id, "title": place.title}
    if said.origin is not None and said.origin.post is not None and place.linked is not None:
        return {"id": place.linked.id, "title": place.linked.title}
    return None


def _origin(here: World, place: Chat, said: Message) -> Json | None:
    if said.origin is None:
        return None
    if said.origin.post is not None and place.linked is not None:
        return {"title": place.linked.title}
    return {"title": here.name_of(said.origin.author)}


def _poll(poll: Poll, viewer: Person) -> Json:
    hidden = poll.hides and not poll.closed
    return {
        "id": poll.id,
        "question": poll.question,
        "options": [
            {"text": text, "voters": None if hidden else poll.count(number)}
            for number, text in enumerate(poll.options)
        ],
        "total": len(poll.votes),
        "closed": poll.closed,
        "anonymous": poll.anonymous,
        "multiple": poll.multiple,
        "mine": list(poll.votes.get(viewer.id, ())),
    }


def _seen_by(place: Chat, said: Message) -> list[int]:
    """Name who else has this message and has looked so far."""
    return [
        one
        for one, first in place.members.items()
        if one != said.writer and first <= said.id <= place.looked.get(one, 0)
    ]


def _buttons(said: Message) -> list[list[Json]] | None:
    return [[_button(button) for button in row] for row in said.keyboard] or None


def _button(button: Json) -> Json:
    if "url" in button:
        return {"text": button["text"], "url": button["url"]}
    return {"text": button["text"], "data": button["callback_data"]}


def _note(here: World, place: Chat, said: Message, viewer: Person) -> str | None:
    service = said.content.service
    if service is None:
        return None
    notes = _NOTES["zh" if viewer.language.startswith("zh") else "en"]
    by = place.title if said.author == ANONYMOUS else here.name_of(said.author)
    who = here.name_of(service.subject) if service.kind in _OF_SOMEBODY else ""
    return notes[service.kind].format(who=who, by=by, name=service.name)

"""The world as the Bot API tells it, in JSON."""

from typing import Any

from sandbox.entities import Entity
from sandbox.messages import Message, Origin, Poll, Service
from sandbox.world import ANONYMOUS, TELEGRAM, Channel, Chat, World

Json = dict[str, Any]

_TOPIC_COLOUR = 7322096
_MASKS: dict[int, Json] = {
    ANONYMOUS: {
        "id": ANONYMOUS,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    },
    TELEGRAM: {"id": TELEGRAM, "is_bot": False, "first_name": "Telegram"},
}


def user(world: World, somebody: int) -> Json:
    """Return a person, the bot or a mask of Telegram's own."""
    if somebody in _MASKS:
        return _MASKS[somebody]
    if somebody == world.bot.id:
        bot = world.bot
        return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}
    person = world.people[somebody]
    return {
        "id": person.id,
        "is_bot": False,
        "first_name": person.name,
        "language_code": person.language,
    }


def me(world: World) -> Json:
    """Return the bot as getMe tells it."""
    return {
        **user(world, world.bot.id),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat(world: World, place: Chat) -> Json:
    """Return a chat as it stands in a message."""
    if place.type == "private":
        name = world.people[place.id].name
        return {"id": place.id, "type": place.type, "first_name": name}
    shape = {"id": place.id, "type": place.type, "title": place.title}
    return {**shape, "is_forum": True} if place.forum else shape


def channel(source: Channel) -> Json:
    """Return a channel as it stands in a message."""
    return {"id": source.id, "type": "channel", "title": source.title}


def topic(place: Chat, number: int) -> Json:
    """Return a topic as createForumTopic answers with it."""
    name = place.topics[number].name
    return {"message_thread_id": number, "name": name, "icon_color": _TOPIC_COLOUR}


def message(world: World, said: Message, *, nested: bool = False) -> Json:
    """Return a message; one that is replied to shows no reply of its own."""
    place = world.chats[said.chat]
    shape: Json = {
        "message_id": said.id,
        "from": user(world, said.author),
        "chat": chat(world, place),
        "date": said.at // 1000,
        **_sender(world, place, said),
        **_thread(place, said),
        **_content(world, said),
    }
    if said.edited is not None:
        shape["edit_date"] = said.edited // 1000
    if said.keyboard:
        shape["reply_markup"] = said.markup
    replied = place.messages.get(said.reply_to or _beginning(said))
    if replied is not None and not nested:
        shape["reply_to_message"] = message(world, replied, nested=True)
    return shape


def callback(world: World, callback_id: str, presser: int, under: Message, data: str) -> Json:
    """Return a pressed button."""
    return {
        "id": callback_id,
        "from": user(world, presser),
        "message": message(world, under),
        "chat_instance": str(under.chat * 7919),
        "data": data,
    }


def poll(one: Poll) -> Json:
    """Return a poll with its votes counted."""
    told: Json = {
        "id": one.id,
        "question": one.question,
        "options": [
            {"persistent_id": _persistent(n), "text": text, "voter_count": one.count(n)}
            for n, text in enumerate(one.options)
        ],
        "total_voter_count": len(one.votes),
        "is_closed": one.closed,
        "is_anonymous": one.anonymous,
        "type": "regular",
        "allows_multiple_answers": one.multiple,
        "allows_revoting": one.revoting,
        "members_only": False,
    }
    if one.period is not None:
        told["open_period"] = one.period
    if one.closes is not None:
        told["close_date"] = one.closes // 1000
    return told


def poll_answer(world: World, one: Poll, voter: int) -> Json:
    """Return what somebody chose; nothing chosen means that a vote was taken back."""
    chosen = one.votes.get(voter, ())
    return {
        "poll_id": one.id,
        "user": user(world, voter),
        "option_ids": list(chosen),
        "option_persistent_ids": [_persistent(option) for option in chosen],
    }


def _persistent(option: int) -> str:
    """Name an option as it is known wherever it comes to stand."""
    return f"o{option}"


def _sender(world: World, place: Chat, said: Message) -> Json:
    shape: Json = {}
    if said.author == ANONYMOUS:
        shape["sender_chat"] = chat(world, place)
    if said.author == TELEGRAM and place.linked is not None:
        shape["sender_chat"] = channel(place.linked)
        shape["is_automatic_forward"] = True
    if said.origin is not None:
        shape["forward_origin"] = _origin(world, place, said.origin)
    return shape


def _origin(world: World, place: Chat, origin: Origin) -> Json:
    date = origin.at // 1000
    if origin.post is not None and place.linked is not None:
        source = channel(place.linked)
        return {"type": "channel", "chat": source, "message_id": origin.post, "date": date}
    return {"type": "user", "sender_user": user(world, origin.author), "date": date}


def _beginning(said: Message) -> int:
    """Return the note of the topic: Telegram calls whatever stands in a topic a reply to it."""
    return said.topic if said.topic is not None and said.topic != said.id else 0


def _thread(place: Chat, said: Message) -> Json:
    if said.topic is not None:
        return {"message_thread_id": said.topic, "is_topic_message": True}
    if place.type != "supergroup" or said.reply_to not in place.messages:
        return {}
    # Replies make a thread too; its number leads nowhere, and no is_topic_message says so.
    root = place.messages[said.reply_to]
    while root.reply_to in place.messages:
        root = place.messages[root.reply_to]
    return {"message_thread_id": root.id}


def _content(world: World, said: Message) -> Json:
    content = said.content
    if content.service is not None:
        return _service(world, said, content.service)
    shape: Json = {}
    prefix = "caption_" if content.captioned else ""
    if content.photo is not None:
        shape["photo"] = content.photo.sizes()
    if content.voice is not None:
        shape["voice"] = {**content.voice.shape("audio/ogg"), "duration": content.duration}
    if content.document is not None:
        file = content.document
        shape["document"] = {**file.shape("application/octet-stream"), "file_name": file.title}
    if content.poll is not None:
        shape["poll"] = poll(content.poll)
    if content.album is not None:
        shape["media_group_id"] = content.album
    if content.location is not None:
        shape["location"] = content.location
    if content.text:
        shape["caption" if prefix else "text"] = content.text
    if content.text and content.entities:
        shape[f"{prefix}entities"] = [_entity(world, entity) for entity in content.entities]
    return shape


def _service(world: World, said: Message, service: Service) -> Json:
    told: Any = True
    match service.kind:
        case "new_chat_members":
            told = [user(world, service.subject)]
        case "left_chat_member":
            told = user(world, service.subject)
        case "migrate_to_chat_id" | "migrate_from_chat_id":
            told = service.subject
        case "forum_topic_created":
            told = {"name": service.name, "icon_color": _TOPIC_COLOUR}
        case "forum_topic_closed" | "forum_topic_reopened":
            told = {}
        case "pinned_message":
            pinned = world.chats[said.chat].messages.get(service.subject)
            return {service.kind: message(world, pinned, nested=True)} if pinned else {}
    return {service.kind: told}


def _entity(world: World, entity: Entity) -> Entity:
    if "user_id" not in entity:
        return entity
    rest = {key: value for key, value in entity.items() if key != "user_id"}
    return {**rest, "user": user(world, entity["user_id"])}

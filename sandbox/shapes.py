"""The world as the Bot API tells it, in JSON."""

from typing import Any

from sandbox.entities import Entity
from sandbox.world import Chat, Message, Standing, World

Json = dict[str, Any]

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_send_welcome_messages",
)
_REACTIONS = 11
_ACCENT = 5
_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def user(world: World, somebody: int) -> Json:
    """Return a person or the bot."""
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
    return {"id": place.id, "type": place.type, "title": place.title}


def full_chat(world: World, place: Chat) -> Json:
    """Return a chat as getChat tells it."""
    return {
        **chat(world, place),
        "accent_color_id": _ACCENT,
        "max_reaction_count": _REACTIONS,
        "accepted_gift_types": _NO_GIFTS,
    }


def message(world: World, said: Message, *, nested: bool = False) -> Json:
    """Return a message; one that is replied to shows no reply of its own."""
    place = world.chats[said.chat]
    shape: Json = {
        "message_id": said.id,
        "from": user(world, said.author),
        "chat": chat(world, place),
        "date": said.at // 1000,
        **_content(world, said),
    }
    if said.edited is not None:
        shape["edit_date"] = said.edited // 1000
    if said.keyboard:
        shape["reply_markup"] = said.markup
    if said.reply_to in place.messages and not nested:
        shape["reply_to_message"] = message(world, place.messages[said.reply_to], nested=True)
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


def member(world: World, place: Chat, somebody: int) -> Json:
    """Return somebody's standing in a chat."""
    shape: Json = {"user": user(world, somebody)}
    if place.admins[:1] == [somebody]:
        return {**shape, "status": "creator", "is_anonymous": False}
    return standing(shape, standing_of(world, place, somebody))


def standing_of(world: World, place: Chat, somebody: int) -> Standing:
    """Tell whether somebody is in a chat, and as what."""
    if somebody == world.bot.id:
        return place.bot
    if somebody in place.admins:
        return "administrator"
    return "member" if somebody in place.members else place.gone.get(somebody, "left")


def standing(shape: Json, status: Standing) -> Json:
    """Return a chat member of this standing."""
    if status == "administrator":
        rights = dict.fromkeys(_RIGHTS, True)
        return {**shape, "status": status, "can_be_edited": False, "is_anonymous": False, **rights}
    if status == "kicked":
        return {**shape, "status": status, "until_date": 0}
    return {**shape, "status": status}


def moved(  # noqa: PLR0913 -- the facts of one change
    world: World, place: Chat, *, by: int, who: int, old: Standing, new: Standing, at: int
) -> Json:
    """Return a change of somebody's standing."""
    shape = {"user": user(world, who)}
    return {
        "chat": chat(world, place),
        "from": user(world, by),
        "date": at // 1000,
        "old_chat_member": standing(shape, old),
        "new_chat_member": standing(shape, new),
    }


def _content(world: World, said: Message) -> Json:
    content = said.content
    if content.service is not None:
        subject = user(world, content.service.subject)
        if content.service.kind == "left_chat_member":
            return {"left_chat_member": subject}
        return {"new_chat_members": [subject]}
    shape: Json = {}
    prefix = "" if content.photo is None and content.voice is None else "caption_"
    if content.photo is not None:
        shape["photo"] = content.photo.sizes()
    if content.album is not None:
        shape["media_group_id"] = content.album
    if content.voice is not None:
        shape["voice"] = {
            "file_id": content.voice.file_id,
            "file_unique_id": content.voice.unique_id,
            "duration": content.duration,
            "mime_type": "audio/ogg",
            "file_size": len(content.voice.content),
        }
    if content.location is not None:
        shape["location"] = content.location
    if content.text:
        shape["caption" if prefix else "text"] = content.text
    if content.text and content.entities:
        shape[f"{prefix}entities"] = [_entity(world, entity) for entity in content.entities]
    return shape


def _entity(world: World, entity: Entity) -> Entity:
    if "user_id" not in entity:
        return entity
    rest = {key: value for key, value in entity.items() if key != "user_id"}
    return {**rest, "user": user(world, entity["user_id"])}

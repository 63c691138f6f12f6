"""Who stands where in a chat, as the Bot API tells it."""

from typing import Any

from sandbox import shapes
from sandbox.world import Chat, Standing, World

Json = dict[str, Any]

RIGHTS = (
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
    "can_manage_topics",
    "can_send_welcome_messages",
)
SENDING = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
)
_KEPT_BACK = (
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def standing_of(world: World, place: Chat, somebody: int) -> Standing:
    """Tell whether somebody is in a chat, and as what."""
    if somebody == world.bot.id:
        shut = place.type == "private" and world.people[place.id].blocked
        return "kicked" if shut else place.bot
    if somebody in place.admins:
        return "administrator"
    return "member" if somebody in place.members else place.gone.get(somebody, "left")


def member(world: World, place: Chat, somebody: int) -> Json:
    """Return somebody's standing in a chat."""
    status = standing_of(world, place, somebody)
    shape: Json = {"user": shapes.user(world, somebody), "status": status}
    hidden = somebody in place.anonymous
    if somebody == place.creator and somebody in place.members:
        return {**shape, "status": "creator", "is_anonymous": hidden}
    if status == "administrator":
        return {
            **shape,
            "can_be_edited": False,
            "is_anonymous": hidden,
            **_rights(place, somebody),
        }
    if status == "restricted":
        silent = dict.fromkeys((*SENDING, *_KEPT_BACK), False)
        return {**shape, "is_member": True, "until_date": 0, **silent}
    return {**shape, "until_date": 0} if status == "kicked" else shape


def change(world: World, place: Chat, *, by: int, before: Json, at: int) -> Json:
    """Return a change of somebody's standing: what it was before, and what it is now."""
    return {
        "chat": shapes.chat(world, place),
        "from": shapes.user(world, by),
        "date": at // 1000,
        "old_chat_member": before,
        "new_chat_member": member(world, place, before["user"]["id"]),
    }


def permissions(place: Chat) -> Json:
    """Return what any member may do; a muted bot of a plain group is muted by these."""
    may = place.type == "supergroup" or place.bot_can_send
    shape = {**dict.fromkeys(SENDING, may), **dict.fromkeys(_KEPT_BACK, False)}
    return {**shape, "can_react_to_messages": True, "can_invite_users": True}


def _rights(place: Chat, somebody: int) -> Json:
    usual = {right: right != "can_manage_topics" or place.forum for right in RIGHTS}
    return {**usual, **place.rights.get(somebody, {})}

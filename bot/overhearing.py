"""What the bot is given but was not told is let go of before it is written down (N09).

Telegram gives a bot all that is said in a group where it is an administrator, or where its
privacy mode is off. What is for the bot here is what privacy mode would give it.
"""

from collections.abc import Mapping
from typing import Any

SAID = ("message", "edited_message")
GROUPS = {"group", "supergroup"}
# of a message that is not for the bot only this is kept, so that the update can be ticked off
KEPT = ("message_id", "date", "edit_date", "chat")
# what people put into a message; a message with none of it is Telegram's own, about the group
WORDS = ("text", "caption")
CONTENTS = (
    *WORDS,
    *("animation", "audio", "checklist", "contact", "dice", "document", "game", "giveaway"),
    *("live_location", "location", "paid_media", "photo", "poll", "sticker", "story", "venue"),
    *("video", "video_note", "voice", "forward_origin", "media_group_id", "rich_message"),
)


def unheard(update: Mapping[str, Any], bot: int, name: str) -> Mapping[str, Any]:
    """Return an update as it may be kept: whole if it is for the bot, else without its words."""
    kind = next((kind for kind in SAID if isinstance(update.get(kind), dict)), None)
    if kind is None:
        return update
    message = update[kind]
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") not in GROUPS:
        return update
    if _is_for(message, bot, name):
        return update
    where = {"id": chat.get("id"), "type": chat.get("type")}
    bare = {key: message[key] for key in KEPT if key in message} | {"chat": where}
    return {"update_id": update.get("update_id"), kind: bare}


def _is_for(message: Mapping[str, Any], bot: int, name: str) -> bool:
    """Whether a message of a group is for the bot: Telegram's own, a command, a reply, a call."""
    if not any(key in message for key in CONTENTS):
        return True
    words = "".join(str(message.get(key) or "") for key in WORDS)
    return words.startswith("/") or f"@{name}".lower() in words.lower() or _replies(message, bot)


def _replies(message: Mapping[str, Any], bot: int) -> bool:
    before = message.get("reply_to_message")
    # in a topic every message replies to its beginning, which somebody else may have made
    if not isinstance(before, dict) or "forum_topic_created" in before:
        return False
    author = before.get("from")
    return isinstance(author, dict) and author.get("id") == bot

"""What the bot is given but was not told is let go of before it is written down (N09).

Telegram gives a bot all that is said in a group where it is an administrator, or where its
privacy mode is off. What is for the bot here is what privacy mode would give it.
"""

from collections import deque
from collections.abc import Mapping
from typing import Any

SAID = ("message", "edited_message")
GROUPS = ("group", "supergroup")  # no set: a hostile type is no word, and cannot be hashed
# of a message that is not for the bot only this is kept, so that the update can be ticked off
KEPT = ("message_id", "date", "edit_date")
# what people put into a message; a message with none of it is Telegram's own, about the group
WORDS = ("text", "caption")
# of our own message above a pressed button: where it stands. What its buttons say is ours, and
# beside what one of them carries it would say what somebody voted
READ = frozenset({"message_id", "date", "chat", "message_thread_id", "is_topic_message"})
CONTENTS = (
    *WORDS,
    *("animation", "audio", "checklist", "contact", "dice", "document", "game", "giveaway"),
    *("live_location", "location", "paid_media", "photo", "poll", "sticker", "story", "venue"),
    *("video", "video_note", "voice", "forward_origin", "media_group_id", "rich_message"),
)
ALBUMS = 64  # an album is several messages, of which one bears the words that are for the bot


class Ear:
    """Tells what is for the bot from what neighbours say to each other."""

    def __init__(self, bot: int, name: str) -> None:
        self._bot = bot
        self._call = f"@{name}".lower()
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    def heard(self, update: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return an update as it may be kept: whole if it is for the bot, else without words."""
        kind = next((kind for kind in SAID if isinstance(update.get(kind), dict)), None)
        if kind is None:
            return stripped(update)
        message = update[kind]
        chat = message.get("chat")
        if not isinstance(chat, dict) or chat.get("type") not in GROUPS or self._is_for(message):
            return update
        bare = {key: message[key] for key in KEPT if key in message}
        where = {"id": chat.get("id"), "type": chat.get("type")}
        return {"update_id": update.get("update_id"), kind: {**bare, "chat": where}}

    def _is_for(self, message: Mapping[str, Any]) -> bool:
        """Whether a message of a group is for the bot: Telegram's own, a command, a reply, a call.

        The rest of an album follows the one that bears the words.
        """
        if not any(key in message for key in CONTENTS):
            return True
        album = str(message.get("media_group_id") or "")
        words = "".join(str(message.get(key) or "") for key in WORDS)
        if words.startswith("/") or self._call in words.lower() or self._replies(message):
            self._albums.append(album)
            return True
        return bool(album) and album in self._albums

    def _replies(self, message: Mapping[str, Any]) -> bool:
        before = message.get("reply_to_message")
        # in a topic every message replies to its beginning, which somebody else may have made
        if not isinstance(before, dict) or "forum_topic_created" in before:
            return False
        author = before.get("from")
        return isinstance(author, dict) and author.get("id") == self._bot


def stripped(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave of our own message above a pressed button where it stands, and nothing of its text."""
    query = update.get("callback_query")
    under = query.get("message") if isinstance(query, dict) else None
    if isinstance(query, dict) and isinstance(under, dict):
        left = {name: each for name, each in under.items() if name in READ}
        return {**update, "callback_query": {**query, "message": left}}
    return update

"""From JSON to python-telegram-bot's types; a press by the shortest way, as the most frequent."""

from collections.abc import Mapping
from typing import Any

from telegram import CallbackQuery, Chat, InaccessibleMessage, Update, User

from bot.overhearing import stripped

PRESS = frozenset({"update_id", "callback_query"})
QUERY = frozenset({"id", "from", "message", "chat_instance", "data"})
UNDER = frozenset({"message_id", "date", "chat"})  # in a topic there is more


def parsed(raw: Mapping[str, Any], bot: Any) -> Update:  # noqa: ANN401 -- the silent one
    """Return an update as PTB has it; whatever PTB raises where it is none.

    Of our message above a pressed button no more is made than where it stands: of a whole Message
    PTB sets a hundred fields, which took a tenth of all that a press takes.
    """
    bare = stripped(raw)
    query = bare.get("callback_query")
    if bare.keys() == PRESS and isinstance(query, dict) and _plain(query):
        under = query["message"]
        where = InaccessibleMessage(Chat.de_json(under["chat"], bot), under["message_id"])
        who = User.de_json(query["from"], bot)
        chat_instance, data = query["chat_instance"], query["data"]
        pressed = CallbackQuery(query["id"], who, chat_instance, message=where, data=data)
        return Update(bare["update_id"], callback_query=pressed)
    return Update.de_json(dict(bare), bot)


def _plain(query: Mapping[str, Any]) -> bool:
    if query.keys() != QUERY:
        return False
    under, who = query["message"], query["from"]
    return (
        isinstance(under, dict)
        and under.keys() == UNDER
        and isinstance(under["chat"], dict)
        and isinstance(who, dict)
    )

"""A press parsed by the shortest way is what PTB makes of it, as far as anybody looks."""

import pytest
from telegram import InaccessibleMessage, Message, Update

from bot.lanes import Silent
from bot.overhearing import stripped
from bot.parsing import parsed
from handlers.context import Context, standing
from tests.bot.doors import BOT, GROUP, LI, NAME, message, press

BOTH = Silent(BOT, NAME)


def both(raw):
    return parsed(raw, BOTH), Update.de_json(raw, BOTH)


def seen(update):
    """Return all of a press that the house looks at."""
    query, under = update.callback_query, standing(update)
    return (
        update.update_id,
        update.effective_user.to_dict(),
        update.effective_chat.to_dict(),
        (query.id, query.data, query.chat_instance),
        (under.message_id, under.chat.to_dict()),
        Context(update, None, None, None).topic,
    )


@pytest.mark.parametrize("chat", [LI, GROUP])
def test_a_press_is_parsed_to_the_same(chat):
    ours, ptbs = both({"update_id": 7, **press("b:1:mark=0", chat=chat)})

    assert seen(ours) == seen(ptbs)
    assert isinstance(ours.callback_query.message, InaccessibleMessage)


def test_a_press_in_a_topic_keeps_its_topic():
    raw = {"update_id": 7, **press("b:1:mark=0", chat=GROUP)}
    raw["callback_query"]["message"] |= {"message_thread_id": 9, "is_topic_message": True}
    ours, ptbs = both(raw)

    assert seen(ours) == seen(ptbs)
    assert seen(ours)[-1] == 9
    assert isinstance(ours.callback_query.message, Message)


def odd(**changed):
    raw = {"update_id": 7, **press("b:1:mark=0")}
    return raw | {"callback_query": raw["callback_query"] | changed}


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 7, "message": message("/help")},
        odd(inline_message_id="i"),
        odd(message=None),
        {"update_id": 7, **press("b:1:mark=0"), "message": message("/help")},
    ],
)
def test_all_else_is_parsed_by_ptb(raw):
    ours, ptbs = both(raw)

    assert ours.to_dict() == Update.de_json(dict(stripped(raw)), BOTH).to_dict()
    assert type(standing(ours)) is type(standing(ptbs))
    assert not isinstance(standing(ours), InaccessibleMessage)


@pytest.mark.parametrize(
    "changed",
    [{"from": 3}, {"from": {}}, {"message": {}}, {"message": {"message_id": 1, "chat": 3}}],
)
def test_what_ptb_cannot_read_neither_can_we(changed):
    raw = odd(**changed)
    for read in (parsed, Update.de_json):
        with pytest.raises((TypeError, KeyError, AttributeError, ValueError)):
            read(raw, BOTH)

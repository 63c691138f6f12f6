"""Threads of topics: opened and closed as enquiries, so that what Telegram answers is kept."""

from bot.enquiring import Caller, Told
from bot.house import House
from bot.rendering import render
from governance.notices import Delivery


async def begin(house: House, caller: Caller, delivery: Delivery) -> Told:
    """Open a thread under the topic's name, and tell its number."""
    _, params, _ = await house.reader.run(lambda c: render(house, c, delivery))
    where = {"chat_id": delivery.address.chat, "name": params["text"]}
    made = await caller.call("createForumTopic", where)
    return {"thread": int(made["message_thread_id"])}


async def end(_house: House, caller: Caller, delivery: Delivery) -> Told:
    """Close a thread; nothing to do where its group became another."""
    address = delivery.address
    if address.topic:
        where = {"chat_id": address.chat, "message_thread_id": address.topic}
        await caller.call("closeForumTopic", where)
    return {}

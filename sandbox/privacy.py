"""What Telegram lets a bot see of a group."""

from sandbox.entities import words
from sandbox.messages import Message
from sandbox.world import PRESENT, World


def bot_sees(world: World, said: Message) -> bool:
    """Tell whether the bot is given this message."""
    place = world.chats[said.chat]
    if place.bot not in PRESENT or said.author == world.bot.id:
        return False
    if place.type == "private" or place.bot == "administrator" or not world.bot.privacy:
        return True
    return said.content.service is not None or is_addressed(world, said)


def is_addressed(world: World, said: Message) -> bool:
    """Tell whether a message is a command, a reply to the bot or a mention of it."""
    replied = world.chats[said.chat].messages.get(said.reply_to or 0)
    if replied is not None and replied.author == world.bot.id:
        return True
    name = f"@{world.bot.username}".lower()
    for entity in said.content.entities:
        marked = words(said.content.text, entity).lower()
        if entity["type"] == "mention" and marked == name:
            return True
        if entity["type"] == "bot_command" and entity["offset"] == 0:
            return "@" not in marked or marked.endswith(name)
    return False

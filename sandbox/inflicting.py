"""What a fault does to the town itself: a kick, a migration, an update nobody can read."""

from collections.abc import Callable
from typing import Any, Final

from sandbox import groups, members, people, polls, topics
from sandbox.errors import MistakeError
from sandbox.faults import Fault
from sandbox.stage import Sandbox
from sandbox.world import PRESENT, Chat, Person

Json = dict[str, Any]
Undo = Callable[[], None] | None

# What people and programs have put into chats: marks upon marks, writing that turns round,
# signs without a width, half a page of one letter, markup, a number that is none.
HOSTILE: Final = (
    "z̷̧̛̗̦͙̟̖̙̍̿̄͒̕a̸̡̛͇̲̳̩̓̈́̕l̵̨͓̙͗̾̀g̴̢̺̖̈́̎̄o̶̞͑̚ " * 12,
    "\u202e三号楼\u202d \u2066\u2069\u200f\u200e مرحبا",
    "\x00\x01\x02\x07\x1b[31m\u200b\u200d\ufeff\ufffe",
    "邻" * 4096,
    "<b><i>&lt;script&gt;</b> *_`[x](tg://user?id=1) {0} %s $(id) '; DROP TABLE cases; --",
    "👨‍👩‍👧‍👦" * 300,
    "/report \u3000\u00a0\u2028\u2029",
    "/case 99999999999999999999999999999999 -1 ٣ ½",
)


def inflict(sandbox: Sandbox, fault: Fault) -> None:
    """Do what the fault does; remember how it is undone."""
    fault.undo = DEEDS[fault.kind](sandbox, fault)


def _kick(sandbox: Sandbox, fault: Fault) -> Undo:
    chat, bot = _group(sandbox, fault, _is_with_bot), sandbox.world.bot.id
    office, rights = chat.bot, dict(chat.rights.get(bot, {}))
    members.kick(sandbox, bot, chat)

    def undo() -> None:
        if _is_there(sandbox, chat) and chat.bot not in PRESENT:
            members.join(sandbox, bot, chat)
            _reinstate(sandbox, chat, office, rights)

    return undo


def _mute(sandbox: Sandbox, fault: Fault) -> Undo:
    chat, bot = _group(sandbox, fault, _may_write), sandbox.world.bot.id
    office, rights = chat.bot, dict(chat.rights.get(bot, {}))
    if office == "administrator":
        members.dismiss(sandbox, chat, bot)
    members.mute(sandbox, chat, can_send=False)

    def undo() -> None:
        if _is_there(sandbox, chat) and chat.bot in PRESENT and not chat.bot_can_send:
            members.mute(sandbox, chat, can_send=True)
            _reinstate(sandbox, chat, office, rights)

    return undo


def _block(sandbox: Sandbox, fault: Fault) -> Undo:
    person = _person(sandbox, fault)
    members.block(sandbox, person)

    def undo() -> None:
        if sandbox.world.people.get(person.id) is person and person.blocked:
            members.unblock(sandbox, person)

    return undo


def _migrate(sandbox: Sandbox, fault: Fault) -> None:
    groups.migrate(sandbox, _group(sandbox, fault, lambda chat: chat.type == "group"))


def _delete_topic(sandbox: Sandbox, fault: Fault) -> None:
    chat = _group(sandbox, fault, lambda chat: bool(chat.topics))
    topic = fault.dice.choice(list(topics.forum(chat).topics.values()) or [None])
    if topic is None:
        raise MistakeError(f"“{chat.title}” has no topic that could be deleted.")
    topics.delete_topic(sandbox, chat, topic)


def _jump(sandbox: Sandbox, fault: Fault) -> None:
    sandbox.clock.advance(1000 * fault.jump)
    sandbox.events.publish("clock", **sandbox.clock.reading())
    polls.close_due(sandbox)
    sandbox.settle()


def _poison(sandbox: Sandbox, fault: Fault) -> None:
    chat = fault.chat or _person(sandbox, fault).id
    broken = {
        "message_id": "none",
        "date": "yesterday",
        "chat": {"id": chat, "type": 7},
        "from": [],
    }
    sandbox.updates.push("message", broken, broken=True)
    sandbox.settle()


def _hostile(sandbox: Sandbox, fault: Fault) -> None:
    text = fault.text or fault.dice.choice(HOSTILE)
    person = _person(sandbox, fault)
    chat = sandbox.world.chat(person.id if fault.chat is None else fault.chat)
    if chat.type != "private" and chat.bot != "administrator":
        text = f"/report {text}"[:4096]
    people.say(sandbox, person, chat, people.Speech(text=text))


DEEDS: Final[dict[str, Callable[[Sandbox, Fault], Undo]]] = {
    "kick": _kick,
    "block": _block,
    "mute": _mute,
    "migrate": _migrate,
    "deleted-topic": _delete_topic,
    "clock-jump": _jump,
    "poison": _poison,
    "hostile": _hostile,
}


def _group(sandbox: Sandbox, fault: Fault, fits: Callable[[Chat], bool]) -> Chat:
    """Return the group that is meant, or else any that fits."""
    if fault.chat is not None:
        return sandbox.world.chat(fault.chat)
    found = [chat for chat in sandbox.world.chats.values() if _is_group(chat) and fits(chat)]
    if not found:
        raise MistakeError(f"No group here can suffer {fault.kind!r}: name a `chat`, or make one.")
    fault.chat = fault.dice.choice(found).id
    return sandbox.world.chats[fault.chat]


def _person(sandbox: Sandbox, fault: Fault) -> Person:
    """Return the person who is meant, or else anybody who can reach the bot."""
    if fault.person is not None:
        return sandbox.world.person(fault.person)
    here = None if fault.chat is None else sandbox.world.chat(fault.chat).members
    found = [
        one
        for one in sandbox.world.people.values()
        if one.started and not one.blocked and (here is None or one.id in here)
    ]
    if not found:
        raise MistakeError("Nobody here has started the bot: let somebody start it, or name one.")
    fault.person = fault.dice.choice(found).id
    return sandbox.world.people[fault.person]


def _is_group(chat: Chat) -> bool:
    return chat.type != "private" and chat.migrated_to is None


def _is_with_bot(chat: Chat) -> bool:
    return chat.bot in PRESENT


def _may_write(chat: Chat) -> bool:
    return chat.bot == "administrator" or (chat.bot in PRESENT and chat.bot_can_send)


def _is_there(sandbox: Sandbox, chat: Chat) -> bool:
    return sandbox.world.chats.get(chat.id) is chat and chat.migrated_to is None


def _reinstate(sandbox: Sandbox, chat: Chat, office: str, rights: dict[str, bool]) -> None:
    if office == "administrator":
        bot = sandbox.world.bot.id
        members.appoint(sandbox, chat, bot, anonymous=False, rights=rights)
    sandbox.events.publish("chat", chat=chat.id)

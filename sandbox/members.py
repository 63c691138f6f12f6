"""Who comes and goes, and who holds which office in a group."""

from typing import Any

from sandbox import standings
from sandbox.errors import MistakeError
from sandbox.messages import Content, Service
from sandbox.stage import Sandbox
from sandbox.world import PRESENT, Chat, Person, Standing

Json = dict[str, Any]


def join(sandbox: Sandbox, somebody: int, chat: Chat, by: int | None = None) -> None:
    """Let a person, or the bot, into a group; a bot is added by somebody."""
    check_group(chat)
    if standings.standing_of(sandbox.world, chat, somebody) in PRESENT:
        raise MistakeError(f"{sandbox.world.name_of(somebody)} is in “{chat.title}” already.")
    adder = _adder(sandbox, chat, somebody, by)
    before = standings.member(sandbox.world, chat, somebody)
    if somebody == sandbox.world.bot.id:
        chat.bot = "member"
        chat.bot_can_send = True
    else:
        chat.admit(somebody)
    tell(sandbox, chat, adder, before)
    note = Service(kind="new_chat_members", subject=somebody)
    sandbox.post(chat, adder, Content(service=note))


def leave(sandbox: Sandbox, somebody: int, chat: Chat) -> None:
    """Let a person, or the bot, go out of a group."""
    _depart(sandbox, chat, by=somebody, who=somebody, new="left")


def kick(sandbox: Sandbox, somebody: int, chat: Chat) -> None:
    """Remove a person, or the bot, from a group, in an administrator's name."""
    _depart(sandbox, chat, by=chief(chat, somebody), who=somebody, new="kicked")


def block(sandbox: Sandbox, person: Person) -> None:
    """Let a person block the bot."""
    if person.blocked:
        raise MistakeError(f"{person.name} has blocked the bot already.")
    _shut(sandbox, person, blocked=True)


def unblock(sandbox: Sandbox, person: Person) -> None:
    """Let a person unblock the bot."""
    if not person.blocked:
        raise MistakeError(f"{person.name} has not blocked the bot.")
    _shut(sandbox, person, blocked=False)


def appoint(
    sandbox: Sandbox, chat: Chat, somebody: int, *, anonymous: bool, rights: dict[str, bool]
) -> None:
    """Make a person, or the bot, an administrator, or change what an administrator may do."""
    before = _present(sandbox, chat, somebody)
    if unknown := sorted(set(rights) - set(standings.RIGHTS)):
        raise MistakeError(f"There is no right {unknown[0]!r}: use {', '.join(standings.RIGHTS)}.")
    chat.demote(somebody)
    if somebody == sandbox.world.bot.id:
        chat.bot = "administrator"
        chat.bot_can_send = True
    else:
        chat.admins.append(somebody)
    if anonymous:
        chat.anonymous.append(somebody)
    chat.rights[somebody] = dict(rights)
    _changed(sandbox, chat, before)


def dismiss(sandbox: Sandbox, chat: Chat, somebody: int) -> None:
    """Take an administrator's office away."""
    before = _present(sandbox, chat, somebody)
    if standings.standing_of(sandbox.world, chat, somebody) != "administrator":
        raise MistakeError(f"{sandbox.world.name_of(somebody)} is no administrator here.")
    if somebody == chat.creator:
        raise MistakeError("Nobody dismisses the one who made the group.")
    chat.demote(somebody)
    if somebody == sandbox.world.bot.id:
        chat.bot = "member"
    _changed(sandbox, chat, before)


def mute(sandbox: Sandbox, chat: Chat, *, can_send: bool) -> None:
    """Let the bot write in a group, or not.

    In a supergroup it is restricted by itself and told so; in a plain group nobody may write
    any more but administrators, of which a bot hears nothing.
    """
    bot = sandbox.world.bot.id
    before = _present(sandbox, chat, bot)
    chat.bot_can_send = can_send
    if chat.type == "supergroup":
        chat.demote(bot)
        chat.bot = "member" if can_send else "restricted"
        _changed(sandbox, chat, before)
    else:
        sandbox.events.publish("chat", chat=chat.id)


def tell(sandbox: Sandbox, chat: Chat, by: int, before: Json) -> None:
    """Tell that somebody stands otherwise than before; only an administrator hears of people."""
    world, who = sandbox.world, before["user"]["id"]
    status = standings.standing_of(world, chat, who)
    sandbox.events.publish("member", chat=chat.id, person=who, status=status)
    about_bot = who == world.bot.id
    if about_bot or chat.bot == "administrator":
        change = standings.change(world, chat, by=by, before=before, at=sandbox.clock.now())
        sandbox.push("my_chat_member" if about_bot else "chat_member", change)


def chief(chat: Chat, other_than: int) -> int:
    """Return who acts for a group: an administrator, or else anybody in it."""
    others = [one for one in (*chat.admins, *chat.members) if one != other_than]
    return others[0] if others else other_than


def check_group(chat: Chat) -> None:
    """Refuse what only groups know."""
    if chat.type == "private":
        raise MistakeError("This works in groups only.")
    if chat.migrated_to is not None:
        raise MistakeError(f"“{chat.title}” has become {chat.migrated_to}; do it there.")


def _depart(sandbox: Sandbox, chat: Chat, *, by: int, who: int, new: Standing) -> None:
    before = _present(sandbox, chat, who)
    note = Content(service=Service(kind="left_chat_member", subject=who))
    if who == sandbox.world.bot.id:
        # The note comes first: once outside, the bot is told nothing but its new standing.
        sandbox.post(chat, by, note)
        chat.demote(who)
        chat.bot = new
        tell(sandbox, chat, by, before)
        return
    chat.dismiss(who, new)
    tell(sandbox, chat, by, before)
    sandbox.post(chat, by, note)


def _shut(sandbox: Sandbox, person: Person, *, blocked: bool) -> None:
    chat = sandbox.world.chat(person.id)
    before = standings.member(sandbox.world, chat, sandbox.world.bot.id)
    person.blocked = blocked
    tell(sandbox, chat, person.id, before)


def _changed(sandbox: Sandbox, chat: Chat, before: Json) -> None:
    tell(sandbox, chat, chief(chat, before["user"]["id"]), before)
    sandbox.events.publish("chat", chat=chat.id)


def _present(sandbox: Sandbox, chat: Chat, somebody: int) -> Json:
    """Return somebody's standing in a group they are in."""
    check_group(chat)
    if standings.standing_of(sandbox.world, chat, somebody) not in PRESENT:
        raise MistakeError(f"{sandbox.world.name_of(somebody)} is not in “{chat.title}”.")
    return standings.member(sandbox.world, chat, somebody)


def _adder(sandbox: Sandbox, chat: Chat, somebody: int, by: int | None) -> int:
    """Name who brought somebody in: people come by themselves, a bot is added."""
    if by is None:
        return somebody if somebody != sandbox.world.bot.id else chief(chat, somebody)
    if by not in chat.members:
        raise MistakeError(f"{sandbox.world.person(by).name} is not in “{chat.title}”.")
    return by

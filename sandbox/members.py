"""Who comes and goes: join, leave, kick, block."""

from sandbox import shapes
from sandbox.errors import MistakeError
from sandbox.stage import Sandbox
from sandbox.world import PRESENT, Chat, Content, Person, Service, Standing


def join(sandbox: Sandbox, somebody: int, chat: Chat) -> None:
    """Let a person, or the bot, into a group."""
    _check_group(chat)
    old = shapes.standing_of(sandbox.world, chat, somebody)
    if old in PRESENT:
        raise MistakeError(f"{sandbox.world.name_of(somebody)} is in “{chat.title}” already.")
    if somebody == sandbox.world.bot.id:
        chat.bot = "member"
    else:
        chat.admit(somebody)
    by = _doer(sandbox, chat, somebody)
    _tell(sandbox, chat, by=by, who=somebody, old=old, new="member")
    sandbox.post(chat, by, Content(service=Service(kind="new_chat_members", subject=somebody)))


def leave(sandbox: Sandbox, somebody: int, chat: Chat) -> None:
    """Let a person, or the bot, go out of a group."""
    _depart(sandbox, chat, by=somebody, who=somebody, new="left")


def kick(sandbox: Sandbox, somebody: int, chat: Chat) -> None:
    """Remove a person, or the bot, from a group, in an administrator's name."""
    by = next((admin for admin in chat.admins if admin != somebody), None)
    if by is None:
        by = next((member for member in chat.members if member != somebody), somebody)
    _depart(sandbox, chat, by=by, who=somebody, new="kicked")


def block(sandbox: Sandbox, person: Person) -> None:
    """Let a person block the bot."""
    if person.blocked:
        raise MistakeError(f"{person.name} has blocked the bot already.")
    person.blocked = True
    _tell_private(sandbox, person, old="member", new="kicked")


def unblock(sandbox: Sandbox, person: Person) -> None:
    """Let a person unblock the bot."""
    if not person.blocked:
        raise MistakeError(f"{person.name} has not blocked the bot.")
    person.blocked = False
    _tell_private(sandbox, person, old="kicked", new="member")


def _depart(sandbox: Sandbox, chat: Chat, *, by: int, who: int, new: Standing) -> None:
    _check_group(chat)
    old = shapes.standing_of(sandbox.world, chat, who)
    if old not in PRESENT:
        raise MistakeError(f"{sandbox.world.name_of(who)} is not in “{chat.title}”.")
    note = Content(service=Service(kind="left_chat_member", subject=who))
    if who == sandbox.world.bot.id:
        # The note comes first: once outside, the bot is told nothing but its new standing.
        sandbox.post(chat, by, note)
        chat.bot = new
        _tell(sandbox, chat, by=by, who=who, old=old, new=new)
        return
    _tell(sandbox, chat, by=by, who=who, old=old, new=new)
    chat.dismiss(who, new)
    sandbox.post(chat, by, note)


def _tell(  # noqa: PLR0913 -- the facts of one change
    sandbox: Sandbox, chat: Chat, *, by: int, who: int, old: Standing, new: Standing
) -> None:
    sandbox.events.publish("member", chat=chat.id, person=who, status=new)
    about_bot = who == sandbox.world.bot.id
    if not about_bot and chat.bot != "administrator":
        return
    change = shapes.moved(
        sandbox.world, chat, by=by, who=who, old=old, new=new, at=sandbox.clock.now()
    )
    sandbox.push("my_chat_member" if about_bot else "chat_member", change)


def _tell_private(sandbox: Sandbox, person: Person, *, old: Standing, new: Standing) -> None:
    chat = sandbox.world.chat(person.id)
    _tell(sandbox, chat, by=person.id, who=sandbox.world.bot.id, old=old, new=new)


def _doer(sandbox: Sandbox, chat: Chat, somebody: int) -> int:
    """Name who brought somebody in: people come by themselves, a bot is added."""
    if somebody != sandbox.world.bot.id:
        return somebody
    return next(iter([*chat.admins, *chat.members]), somebody)


def _check_group(chat: Chat) -> None:
    if chat.type == "private":
        raise MistakeError("This works in groups only.")

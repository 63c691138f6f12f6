"""What people do with groups and in the town: found, upgrade, link, arrive."""

from dataclasses import dataclass, field

from sandbox import members, standings
from sandbox.entities import detect
from sandbox.errors import MistakeError
from sandbox.messages import Content, Frame, Message, Origin, Service, ServiceKind
from sandbox.pictures import read_picture
from sandbox.stage import Sandbox
from sandbox.world import ANONYMOUS, PRESENT, TELEGRAM, Channel, Chat, ChatType, Person


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A group that somebody wants to make."""

    title: str
    by: Person
    kind: ChatType = "group"
    forum: bool = False
    members: list[int] = field(default_factory=list)
    bot: bool = False
    linked: str | None = None


def arrive(sandbox: Sandbox, name: str, language: str, role: str) -> Person:
    """Let a newcomer into the town, who has not met the bot yet."""
    name = name.strip()
    taken = {sandbox.world.bot.name, *(one.name for one in sandbox.world.people.values())}
    if not name or name in taken:
        raise MistakeError("`name` must be a name that nobody in the town has.")
    person = Person(
        id=sandbox.world.next_person(), name=name, role=role, language=language, started=False
    )
    sandbox.world.welcome(person)
    sandbox.events.publish("person", person=person.id)
    return person


def found(sandbox: Sandbox, plan: Plan) -> Chat:
    """Make a group; who makes it is its first administrator."""
    world = sandbox.world
    if not plan.title.strip():
        raise MistakeError("`title` is missing: give the group a name.")
    if plan.kind == "group" and (plan.forum or plan.linked):
        raise MistakeError("Only a supergroup has topics or a channel: use type supergroup.")
    chat = Chat(
        id=world.next_chat(plan.kind),
        type=plan.kind,
        title=plan.title.strip(),
        members=dict.fromkeys([plan.by.id, *plan.members], 0),
        admins=[plan.by.id],
        creator=plan.by.id,
        forum=plan.forum,
        bot="left",
    )
    if plan.linked is not None:
        chat.linked = Channel(id=world.next_chat("supergroup") - 1_000_000_000, title=plan.linked)
    world.chats[chat.id] = chat
    sandbox.events.publish("chat", chat=chat.id)
    _fill(sandbox, chat, plan)
    return chat


def migrate(sandbox: Sandbox, old: Chat) -> Chat:
    """Turn a plain group into a supergroup: a new id, and messages that count from 1 again."""
    members.check_group(old)
    if old.type != "group":
        raise MistakeError(f"“{old.title}” is a supergroup already.")
    new = Chat(
        id=sandbox.world.next_chat("supergroup"),
        type="supergroup",
        title=old.title,
        members=dict.fromkeys(old.members, 0),
        admins=list(old.admins),
        creator=old.creator,
        rights={one: dict(rights) for one, rights in old.rights.items()},
        bot=old.bot,
    )
    if not old.bot_can_send and new.bot == "member":
        new.bot, new.bot_can_send = "restricted", False
    sandbox.world.chats[new.id] = new
    by = members.chief(old, sandbox.world.bot.id)
    sandbox.post(old, by, Content(service=Service(kind="migrate_to_chat_id", subject=new.id)))
    old.migrated_to = new.id
    note = Content(service=Service(kind="migrate_from_chat_id", subject=old.id))
    sandbox.post(new, ANONYMOUS, note, Frame(writer=by))
    for changed in (old, new):
        sandbox.events.publish("chat", chat=changed.id)
    return new


def post_in_channel(sandbox: Sandbox, chat: Chat, text: str, photo: str | None) -> Message:
    """Let the linked channel post; Telegram forwards it into the group by itself."""
    members.check_group(chat)
    if chat.linked is None:
        raise MistakeError(f"“{chat.title}” has no channel: set `linked` in the town's file.")
    text = text.strip()
    if not text and photo is None:
        raise MistakeError("Nothing to post: give `text` or `photo`.")
    picture = None if photo is None else read_picture(sandbox, photo)
    chat.linked.posts += 1
    origin = Origin(author=TELEGRAM, at=sandbox.clock.now(), post=chat.linked.posts)
    content = Content(text=text, entities=detect(text), photo=picture)
    return sandbox.post(chat, TELEGRAM, content, Frame(origin=origin))


def _fill(sandbox: Sandbox, chat: Chat, plan: Plan) -> None:
    """Note the beginning and bring the bot in.

    A plain group is made with everybody in it, so the bot hears of the making; into a
    supergroup it is brought afterwards.
    """
    kind: ServiceKind = "group_chat_created"
    if plan.kind == "supergroup":
        kind = "supergroup_chat_created"
    elif plan.bot:
        before = standings.member(sandbox.world, chat, sandbox.world.bot.id)
        chat.bot = "member"
        members.tell(sandbox, chat, plan.by.id, before)
    sandbox.post(chat, plan.by.id, Content(service=Service(kind=kind, name=chat.title)))
    if plan.bot and chat.bot not in PRESENT:
        members.join(sandbox, sandbox.world.bot.id, chat, plan.by.id)

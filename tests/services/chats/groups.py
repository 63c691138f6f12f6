"""Groups of the town: those that are bound, and what Telegram answers about one."""

from governance.chats import Answer, Membership, Standing
from services.hearing import Asked

NEW, OTHER = -1001000000077, -1001000000078
MEMBER = Standing(membership=Membership.MEMBER)
HIGH = Standing(membership=Membership.ADMINISTRATOR)
SILENCED = Standing(membership=Membership.RESTRICTED, can_send=False)
OUT = Standing(membership=Membership.KICKED, inside=False)


def here(chat=NEW, message=7, topic=None):
    return Asked(chat=chat, message=message, topic=topic)


def told(about="bind", chat=NEW, **more):
    whole = {"title": "三号楼", "bot": MEMBER, "member": HIGH} | more
    return Answer(about=about, chat=chat, message=7, **whole)


def registration(town, chat):
    with town.work(0) as work:
        return work.chats.get(chat)


def notices(town):
    """Return what waits as a notice: its words and chat."""
    return sorted((d.key, d.address.chat) for d in town.deliveries() if not d.subject)


def cards(town):
    """Return where the card of groups that put the bot out waits."""
    return sorted(d.address.chat for d in town.deliveries() if d.subject.startswith("chat-lost:"))

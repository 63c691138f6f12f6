"""How the bot stands in a group: seen, said to the committee once, mended where it can be."""

from dataclasses import replace
from datetime import datetime

from governance import chats
from governance.chats import Answer, ChatAction, Membership, Registration, Standing
from governance.directory import Role
from governance.notices import Address
from services import deliveries
from services.chats import binding, telling
from services.hearing import Asked
from services.ports import Work

GONE = Standing(membership=Membership.LEFT, inside=False)


def stood(work: Work, chat: int, standing: Standing) -> None:
    """Take note of how the bot stands in a group of ours; what is known already is not news."""
    found = work.chats.get(chat)
    if found is None or not found.belongs or found.standing == standing:
        return
    fresh = replace(found, standing=standing)
    if found.standing.present != standing.present:
        action = ChatAction.RETURN if standing.present else ChatAction.LOSE
        fresh = chats.advance(fresh, action, Role.CLOCK)
    work.chats.save(fresh)
    work.changed()
    detail = {"membership": standing.membership, "can_send": standing.can_send}
    work.note("chat_standing", f"chat:{chat}", detail)
    for key in news(found.standing, standing):
        if key == telling.LOST:
            telling.lost(work, but=chat)
        else:
            telling.committee(work, key, but=chat, title=found.name)
    if found.standing.present != standing.present:
        _comes_or_goes(work, fresh)
    _look_again(work, fresh)


def _comes_or_goes(work: Work, found: Registration) -> None:
    if found.standing.present:
        telling.back(work)
        catch_up(work, found.id)
    else:
        work.alarm("lost", f"chat:{found.id}")


def catch_up(work: Work, chat: int) -> None:
    """Let a group that was away be shown what was published meanwhile."""
    key = f"edition_missed:{chat}:{work.now.isoformat()}"
    work.due(work.now, "edition_missed", key, chat=chat)


def news(before: Standing, after: Standing) -> tuple[str, ...]:
    """Return what the committee must hear of a change."""
    changes = (
        (telling.LOST, before.present and not after.present),
        ("chat-returned", not before.present and after.can_write),
        ("chat-muted", after.present and before.can_send and not after.can_send),
        ("chat-unmuted", before.present and not before.can_send and after.can_write),
        ("chat-hears-all", after.administrator and not before.administrator),
    )
    return tuple(key for key, happened in changes if happened)


def failed(work: Work, chat: int, *, inside: bool) -> None:
    """Learn from a message that could not be sent: the bot is out, or may not write.

    That it is out may be older than that it came back, which is told once: so Telegram is asked.
    The committee hears of the loss before the answer: one that is none is taken back by the next
    line, while a true one would wait in silence for as long as Telegram does.
    """
    found = work.chats.get(chat)
    if found is None:
        return
    stood(work, chat, replace(found.standing, can_send=False) if inside else GONE)
    if not inside and found.belongs and found.standing.present:
        _look_at(work, chat, work.now)


def _look_again(work: Work, found: Registration) -> None:
    if found.standing.present and not found.can_write:
        _look_at(work, found.id, work.now + chats.LOOK_AGAIN)


def _look_at(work: Work, chat: int, at: datetime) -> None:
    work.due(at, "look", f"look:{chat}:{at.isoformat()}", chat=chat)


def look(work: Work, chat: int) -> None:
    """Ask Telegram whether the bot may write again: that a ban was lifted is not told."""
    found = work.chats.get(chat)
    if found and found.belongs and not found.can_write:
        binding.enquire(work, "look", Asked(chat=chat, message=0))


def looked(work: Work, answer: Answer) -> None:
    """Take note of what Telegram answered; where it is as before, or unknown, look again later."""
    found = work.chats.get(answer.chat)
    if found is None or not found.belongs:
        return
    if not answer.reached and not found.can_write:
        _look_at(work, answer.chat, work.now + chats.LOOK_AGAIN)
        return
    standing = (answer.bot or GONE) if answer.reached else found.standing
    if standing == found.standing or not (standing.present or found.standing.present):
        _look_again(work, found)
        return
    stood(work, answer.chat, standing)


def introduce(work: Work, asked: Asked) -> None:
    """Say hello in a group that is not one of ours yet, and how it becomes one."""
    found = work.chats.get(asked.chat)
    if found is None or not found.belongs:
        facts = {"community": work.community.name}
        deliveries.notice(work, "chat-hello", asked.address, reader=0, facts=facts)


def unregistered(work: Work, here: Address) -> bool:
    """Say that this group is not registered, if so; then nothing is taken up here (A01).

    One that the bot is out of is still ours: webhooks keep no order between what was said there
    and how the bot stands, so a report may come after the news that the bot was put out.
    """
    if here.chat > 0 or work.community.chat_kind(here.chat) is not None:
        return False
    found = work.chats.get(here.chat)
    if found is not None and found.belongs:
        return False
    deliveries.notice(work, "chat-unregistered", here, reader=work.by.id)
    return True


def renamed(work: Work, chat: int, title: str) -> None:
    """Follow the name that a group of ours is given."""
    found = work.chats.get(chat)
    if found and found.name != title:
        work.chats.save(replace(found, name=title))
        work.note("chat_renamed", f"chat:{chat}", {"title": title})
        work.changed()


def hears_all(work: Work) -> None:
    """Tell the committee that Telegram gives the bot all that is said in groups (N09)."""
    telling.committee(work, "privacy-off", but=0)

"""A group became a supergroup: it has another number, and nobody should notice."""

from dataclasses import replace

from governance.cases import OPEN
from governance.chats import ChatAction, ChatStatus, Membership, Standing, advance
from governance.dialogues import DialogueStatus
from governance.directory import Role
from governance.notices import Delivery
from services.chats import standing, telling
from services.disclosures import answering, carrying, publishing
from services.ports import Work

OF_CASES = frozenset({"receipt", "worksheet", "verdict"})
OF_EDITIONS = frozenset({carrying.CARD, answering.BENEATH})
OF_TALKS = frozenset({"dialogue", "pointer"})


def moved(work: Work, old: int, new: int) -> None:
    """Put the new number wherever the old one stood, and show anew what stood there.

    Telegram says it three times over, in any order; the second time nothing is left to do.
    """
    changed, stranded = work.move_chat(old, new)
    if not changed:
        return
    work.note("chat_moved", f"chat:{new}", {"from": old})
    work.alarm("moved", f"chat:{new}")
    _back(work, new)
    work.changed()
    standing.catch_up(work, new)
    newest = {_whose(each): each for each in sorted(stranded, key=_round)}
    anew = [each for each in newest.values() if _alive(work, each.subject)]
    shown = {each.subject for each in anew}
    work.let_go([each.subject for each in stranded if each.subject not in shown])
    for each in anew:
        work.tell(each)


def _back(work: Work, chat: int) -> None:
    """Take back that the bot is out: leaving the old group may be told before the move is."""
    found = work.chats.get(chat)
    if found and found.status is ChatStatus.OUT:
        here = replace(found, standing=Standing(membership=Membership.MEMBER))
        work.chats.save(advance(here, ChatAction.RETURN, Role.CLOCK))
        telling.committee(work, "chat-returned", but=0, title=found.name)
        telling.back(work)


def _whose(card: Delivery) -> tuple[str, int]:
    """Name a reader's card, whichever round of it this is."""
    return ":".join(card.subject.split(":")[:2]), card.reader


def _round(card: Delivery) -> int:
    last = card.subject.rsplit(":", 1)[-1]
    return int(last) if last.isdecimal() else 0


def _alive(work: Work, subject: str) -> bool:
    """Whether anybody still needs a card: one of a talk or case that is over is let go."""
    kind, number, *_ = subject.split(":")
    if kind in OF_TALKS:
        return work.dialogues.get(int(number)).status is DialogueStatus.OPEN
    if kind in OF_CASES:
        return work.cases.get(int(number)).status in OPEN
    if kind in OF_EDITIONS:
        return publishing.stands(work, work.disclosures.get(int(number)))
    return True

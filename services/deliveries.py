"""Where a message goes: in private first, else to the group that may see it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from governance.cases import Case
from governance.directory import ChatKind
from governance.notices import Address, Delivery, Fact, Kind, Policy, Priority
from services import attention
from services.ports import Shelf, Work

NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


def to_person(shelf: Shelf, person: int, instead: Address | None = None) -> Address:
    """Address a person in private, or the other place where he is known to be out of reach."""
    if shelf.people.get(person).reachable is False and instead:
        return instead
    return Address(chat=person, instead=instead)


def to_officer(shelf: Shelf, officer: str) -> Address:
    """Address an officer in private, else in the staff group (a bot cannot write first)."""
    staff = shelf.community.chat(ChatKind.STAFF)
    person = shelf.community.officer(officer).telegram
    instead = Address(chat=staff.id) if staff else None
    # nobody took up the post yet: there is no private chat
    return to_person(shelf, person, instead) if person or instead is None else instead


def to_reporter(shelf: Shelf, case: Case) -> Address:
    """Address the reporter in private, else under the report in the group where it was made."""
    if case.chat == case.reporter:
        return Address(chat=case.chat)
    here = Address(chat=case.chat, reply_to=case.message or None, topic=case.topic)
    return to_person(shelf, case.reporter, here)


def notice(  # noqa: PLR0913 -- each is a column of the outbox
    work: Work,
    key: str,
    address: Address,
    *,
    reader: int,
    priority: Priority = Priority.ANSWER,
    policy: Policy = Policy.RESEND,
    facts: Mapping[str, Fact] = NO_FACTS,
) -> None:
    """Tell words with facts."""
    delivery = Delivery(
        key=key,
        kind=Kind.NOTICE,
        address=address,
        reader=reader,
        facts=facts,
        priority=priority,
        policy=policy,
    )
    attention.tell(work, delivery)


def come_private(work: Work, here: Address, *, reader: int, token: str) -> None:
    """Point somebody to the private chat; the link's word says what goes on there."""
    notice(work, "come-private", here, reader=reader, facts={"token": token})


def card(  # noqa: PLR0913 -- each is a column of the outbox, but the last
    work: Work,
    subject: str,
    address: Address,
    *,
    reader: int,
    priority: Priority,
    afresh: bool = False,
) -> None:
    """Show a card, or draw the one shown before anew; afresh at the end of the chat."""
    shown = Delivery(
        key=subject.split(":", 1)[0],
        kind=Kind.CARD,
        address=address,
        subject=subject,
        reader=reader,
        priority=priority,
    )
    attention.tell(work, shown, afresh=afresh)


def tasks(work: Work, subject: str, readers: Iterable[int], *, afresh: bool = False) -> None:
    """Show the same task to several people in private, each on a card of his own."""
    for reader in readers:
        own, here = f"{subject}:{reader}", Address(chat=reader)
        card(work, own, here, reader=reader, priority=Priority.ASSIGNMENT, afresh=afresh)


def sheet(work: Work, subject: str, reader: int) -> None:
    """Show a card at the end of a private chat.

    Whoever acts is answered: a question that follows stands below it, not above.
    """
    priority = Priority.ANSWER if reader == work.by.id else Priority.ASSIGNMENT
    card(work, subject, Address(chat=reader), reader=reader, priority=priority, afresh=True)


def each(
    work: Work,
    key: str,
    readers: Iterable[int],
    facts: Mapping[str, Fact],
    priority: Priority = Priority.ASSIGNMENT,
) -> None:
    """Tell several people the same words, each in private."""
    for reader in readers:
        notice(work, key, Address(chat=reader), reader=reader, priority=priority, facts=facts)

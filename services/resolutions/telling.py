"""Who hears of a resolution: the whole community, those who lead, those who judge (E21, F01)."""

from collections.abc import Iterable

from governance.directory import Chat, Officer, Role
from governance.notices import Address, Fact, Policy, Priority
from governance.resolutions.advance import judges
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import ResolutionAction
from services import deliveries, near
from services.ports import Shelf, Work

A = ResolutionAction
EVERYBODY = 0  # the reader of what stands in the group
# its public card says these, drawn anew; the first of them puts it at the end of the group
DRAWN = frozenset({A.PUBLISH, A.DISCLOSE, A.CLOSE})


def public(work: Work, resolution: Resolution) -> None:
    """Show a resolution at the end of the group of those whom it is for, where there is one."""
    chat = near.group(work, work.topics.get(resolution.topic))
    if chat is None:
        return
    subject = f"resolution:{resolution.id}:{EVERYBODY}:0"
    work.afresh(subject)
    here = Address(chat=chat.id)
    deliveries.card(work, subject, here, reader=EVERYBODY, priority=Priority.BROADCAST)


def from_afar(work: Work, resolution: Resolution) -> None:
    """Show it in private to whoever hears of its topic there (A11, A14)."""
    for reader in readers(work, resolution):
        sheet(work, resolution, reader)


def readers(shelf: Shelf, resolution: Resolution) -> tuple[int, ...]:
    """Return who hears of it in private, besides what stands in a group."""
    return near.readers(shelf, shelf.topics.get(resolution.topic))


def sheet(work: Work, resolution: Resolution, reader: int) -> None:
    """Show a resolution at the end of a private chat, with what this reader may do."""
    deliveries.sheet(work, f"resolution:{resolution.id}:{reader}:0", reader)


def sheets(work: Work, resolution: Resolution, readers: Iterable[Officer]) -> None:
    """Show it to several officers, each in private."""
    for officer in readers:
        if officer.seated:
            sheet(work, resolution, officer.telegram)


def leaders(work: Work, resolution: Resolution) -> None:
    """Show it to each of the committee."""
    sheets(work, resolution, work.community.holders(Role.COMMITTEE))


def checkers(work: Work, resolution: Resolution) -> None:
    """Show it to whoever may check and judge; the operator hears where there is nobody."""
    keys = judges(work.community, resolution)
    if not keys:
        work.alarm("unheld", f"resolution:{resolution.id}")
    sheets(work, resolution, (work.community.officer(key) for key in sorted(keys)))


def redraw(work: Work, resolution: Resolution) -> None:
    """Draw every card of a resolution anew."""
    work.redraw(f"resolution:{resolution.id}:")


def facts(resolution: Resolution, **more: Fact) -> dict[str, Fact]:
    """Return what every sentence about a resolution may use."""
    return {"resolution": resolution.id, "number": resolution.number, **more}


def step(
    work: Work,
    resolution: Resolution,
    action: ResolutionAction,
    said: dict[str, Fact],
    tells: tuple[Role, ...],
) -> None:
    """Tell those whom the table names of a step; whoever took it knows."""
    for role in tells:
        key = f"resolution-told-{role}-{action}"
        if role is not Role.RESIDENT:
            officers(work, key, said, role, but=work.by.id)
        elif action in DRAWN:
            public(work, resolution)
            from_afar(work, resolution)
        else:
            aloud(work, key, said)
            for reader in readers(work, resolution):
                private(work, key, said, reader)


def officers(
    work: Work,
    key: str,
    said: dict[str, Fact],
    role: Role,
    but: int = 0,
) -> None:
    """Tell those who hold an office, each in private."""
    for officer in work.community.holders(role):
        if officer.seated and officer.telegram != but:
            private(work, key, said, officer.telegram)


def private(work: Work, key: str, said: dict[str, Fact], reader: int) -> None:
    """Tell somebody in private."""
    deliveries.notice(work, key, Address(chat=reader), reader=reader, facts=said)


def aloud(work: Work, key: str, said: dict[str, Fact], *, policy: Policy = Policy.RESEND) -> None:
    """Say something in the group of those whom it is for, under the card of the resolution."""
    chat = _group(work, said)
    if chat is None:
        return
    place = work.placed(f"resolution:{said.get('resolution')}:{EVERYBODY}:0")
    deliveries.notice(
        work,
        key,
        place or Address(chat=chat.id),
        reader=EVERYBODY,
        priority=Priority.BROADCAST,
        policy=policy,
        facts=said,
    )


def _group(shelf: Shelf, said: dict[str, Fact]) -> Chat | None:
    if "resolution" in said:
        topic = shelf.resolutions.get(int(said["resolution"] or 0)).topic
    else:
        topic = int(said["matter"] or 0)
    return near.group(shelf, shelf.topics.get(topic))


def checkin(work: Work, resolution: Resolution, clause: Clause, turn: int) -> None:
    """Ask whoever is responsible how far a promise has come: by the card of that day."""
    officer = work.community.known(clause.who)
    if officer is None or not officer.seated:
        work.alarm("vacant", f"resolution:{resolution.id}")
        return
    deliveries.card(
        work,
        f"resolution-checkin:{resolution.id}:{clause.id}:{turn}",
        deliveries.to_officer(work, officer.key),
        reader=officer.telegram,
        priority=Priority.ASSIGNMENT,
    )


def lead(shelf: Shelf, resolution: Resolution) -> Officer | None:
    """Return who of the committee answers for it: whoever drafted it, else the first in office."""
    seated = [o for o in shelf.community.holders(Role.COMMITTEE) if o.seated]
    return min(seated, key=lambda o: o.key != resolution.drafted_by, default=None)

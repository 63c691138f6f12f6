"""The first time somebody comes into the private chat: the five lines stand before all else."""

from collections.abc import Callable

from services import consent, directory, residents
from services.ports import Work

# verbs that show the five lines themselves, with what goes on after the answer
SHOWING: frozenset[Callable[..., object]] = frozenset(
    {directory.start, residents.arrive, consent.read}
)


def first(work: Work, verb: Callable[..., object]) -> None:
    """Show the five lines to whoever comes for the first time; the verb does not wait for them.

    Once: from now on the bot may write to this person, so this was the first time. Whoever is in
    office read them when he took it up, and is not stopped at his duty.
    """
    person = work.by.id
    if work.by.officer or work.people.get(person).reachable:
        return
    work.people.reach(person, reachable=True)
    if verb not in SHOWING and work.residents.consent(person) is None:
        consent.lay_out(work, person)

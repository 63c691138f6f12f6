"""Meeting people: what the bot says first, and in which language."""

from collections.abc import Sequence

from governance.notices import Address
from services import consent, deliveries
from services.hearing import Asked
from services.ports import Work


def start(work: Work, asked: Asked) -> None:
    """Greet somebody who opened the private chat; from now on the bot may write to him."""
    if asked.chat > 0:
        work.people.reach(work.by.id, reachable=True)
        if not consent.stands(work, work.by.id):
            consent.ask(work, consent.START)
            return
    guide(work, asked)


def guide(work: Work, asked: Asked) -> None:
    """Say what can be done here; officers read of their duty too."""
    key = "help-officer" if asked.chat > 0 and work.by.officer else "help"
    deliveries.notice(
        work, key, asked.address, reader=work.by.id, facts={"community": work.community.name}
    )


def language(work: Work, wanted: str, languages: Sequence[str], asked: Asked) -> None:
    """Speak to this person in the language named from now on; ask where none of ours is named."""
    named = next((n for n in languages if wanted and n.lower().startswith(wanted.lower())), "")
    if named:
        work.people.speak(work.by.id, named)
    key = "language-chosen" if named else "language-ask"
    deliveries.notice(work, key, asked.address, reader=work.by.id)


def reach(work: Work, *, reachable: bool) -> None:
    """Remember that a person opened or blocked the private chat."""
    work.people.reach(work.by.id, reachable=reachable)


def refuse(work: Work, address: Address, key: str) -> None:
    """Put a refusal into words where the person asked."""
    deliveries.notice(work, key, address, reader=work.by.id)

"""Meeting people: what the bot says first, and in which language."""

from collections.abc import Sequence

from governance.notices import Address
from services import deliveries
from services.hearing import Asked
from services.ports import Work


def start(work: Work, asked: Asked) -> None:
    """Greet somebody who opened the private chat; from now on the bot may write to him."""
    if asked.chat > 0:
        work.people.reach(work.by.id, reachable=True)
    guide(work, asked)


def guide(work: Work, asked: Asked) -> None:
    """Say what can be done here; officers read of their duty too."""
    key = "help-officer" if asked.chat > 0 and work.by.officer else "help"
    deliveries.notice(
        work, key, asked.address, reader=work.by.id, facts={"community": work.community.name}
    )


def language(work: Work, wanted: str, languages: Sequence[str], asked: Asked) -> None:
    """Speak to this person in the language named, else in the next of ours, from now on."""
    present = work.people.get(work.by.id).language
    named = next((n for n in languages if wanted and n.lower().startswith(wanted.lower())), "")
    after = languages.index(present) + 1 if present in languages else 0
    work.people.speak(work.by.id, named or languages[after % len(languages)])
    deliveries.notice(work, "language-chosen", asked.address, reader=work.by.id)


def reach(work: Work, *, reachable: bool) -> None:
    """Remember that a person opened or blocked the private chat."""
    work.people.reach(work.by.id, reachable=reachable)


def refuse(work: Work, address: Address, key: str) -> None:
    """Put a refusal into words where the person asked."""
    deliveries.notice(work, key, address, reader=work.by.id)

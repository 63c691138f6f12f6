"""Reading every edition in private: a person's own choice, taken back as easily (G07)."""

from governance.notices import Address, Fact
from services import deliveries
from services.hearing import Asked
from services.ports import Work

WORD = "subscribe"


def ask(work: Work, asked: Asked) -> None:
    """Show whether somebody reads along in private, with the tap that changes it."""
    if asked.chat < 0:
        facts: dict[str, Fact] = {"token": f"w_{WORD}"}
        deliveries.notice(work, "in-private", asked.address, reader=work.by.id, facts=facts)
        return
    work.people.reach(work.by.id, reachable=True)
    _show(work)


def choose(work: Work, wanted: int) -> None:
    """Let the actor read along from now on, or no longer."""
    if wanted:
        work.programme.subscribe(work.by.id, work.now)
    else:
        work.programme.unsubscribe(work.by.id)
    _show(work)


def _show(work: Work) -> None:
    on = work.by.id in work.programme.subscribers()
    here = Address(chat=work.by.id)
    deliveries.notice(work, WORD, here, reader=work.by.id, facts={"on": "yes" if on else "no"})

"""A reader says with one tap whether an edition was understood: counted, and nobody's (G17)."""

from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionStatus
from governance.refusals import Refusal
from services.disclosures import audience, counting
from services.ports import Work


def say(work: Work, edition_id: int, said: Understood, chat: int = 0) -> None:
    """Write down what a reader made of an edition, once for each person; the newest tap counts.

    The audit has no line of it: who did not understand is nobody's business.
    """
    edition = audience.shown(work, edition_id, chat)
    if edition.status is not EditionStatus.PUBLISHED:
        raise Refusal("refusal-edition-replaced")
    work.readings.read(edition.id, work.by.id, said, work.now)
    counting.wake(work)

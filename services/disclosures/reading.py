"""A reader says with one tap whether an edition was understood: counted, and nobody's (G17)."""

from governance.disclosures.readers import Understood
from governance.disclosures.states import EditionStatus
from governance.refusals import Refusal
from services.disclosures import counting
from services.ports import Work


def say(work: Work, edition_id: int, said: Understood) -> None:
    """Write down what a reader made of an edition, once for each person; the newest tap counts.

    The audit has no line of it: who did not understand is nobody's business.
    """
    edition = work.disclosures.get(edition_id)
    if edition.published_at is None:
        raise Refusal("refusal-no-edition")
    if edition.status is not EditionStatus.PUBLISHED:
        raise Refusal("refusal-edition-replaced")
    work.readings.read(edition.id, work.by.id, said, work.now)
    counting.wake(work)

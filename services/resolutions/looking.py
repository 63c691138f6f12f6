"""Asking how resolutions stand: which there are, and one by its number."""

from governance.refusals import Unknown
from governance.resolutions.states import PUBLIC
from services import deliveries, near
from services.hearing import Asked
from services.ports import Work
from services.resolutions import telling


def listing(work: Work, asked: Asked) -> None:
    """List what was resolved, and to the committee in private what waits to be written."""
    deliveries.notice(work, "resolutions", asked.address, reader=work.by.id)


def status(work: Work, number: int, asked: Asked) -> None:
    """Show a resolution by its number: to everybody, or in private with what one may do."""
    resolution = work.resolutions.numbered(number)
    if resolution.status not in PUBLIC and not work.by.officer:
        raise Unknown("refusal-no-resolution")
    near.require(work, work.topics.get(resolution.topic), asked.chat)
    if asked.chat > 0:
        telling.sheet(work, resolution, work.by.id)
        return
    if resolution.status not in PUBLIC:
        raise Unknown("refusal-no-resolution")
    telling.public(work, resolution)


def show(work: Work, resolution_id: int) -> None:
    """Show a resolution in private to whoever pressed its name."""
    number = work.resolutions.get(resolution_id).number
    status(work, number, Asked(chat=work.by.id, message=0))

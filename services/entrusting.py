"""Asking for the list of small powers: which there are, and one by its number (F05)."""

from governance.notices import Address, Fact
from governance.refusals import Unknown
from services import deliveries
from services.hearing import Asked
from services.ports import Work

KEY = "powers"


def show(work: Work, number: int, asked: Asked) -> None:
    """Show the list to whoever asks, or one power of it by its number from 1."""
    _told(work, number, asked.address)


def page(work: Work, number: int) -> None:
    """Show the same in private, at the press of a button."""
    _told(work, number, Address(chat=work.by.id))


def _told(work: Work, number: int, address: Address) -> None:
    if number > len(work.community.small_powers):
        raise Unknown("refusal-no-power")
    facts: dict[str, Fact] = {"number": number}
    deliveries.notice(work, KEY, address, reader=work.by.id, facts=facts)

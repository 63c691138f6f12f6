"""Contracts that end soon: whoever keeps the register hears of it in time (G14)."""

from datetime import date, timedelta

from governance.disclosures.contents import Contract, Register
from governance.disclosures.edition import Edition
from governance.disclosures.periods import instant
from governance.notices import Address, Fact, Policy, Priority
from services import deliveries
from services.disclosures import asking, beside, owing
from services.ports import Work

VERB, ENDS = "contract_ends", "contract-ends"
BEFORE = (90, 30, 7)  # days
DAY = timedelta(days=1)


def watch(work: Work, edition: Edition, register: Register) -> None:
    """Set the alarms of every contract that ends later than today, once for each of them."""
    for each in register.contracts:
        for days in BEFORE:
            at = instant(each.end - days * DAY, work.community.calendar)
            if at > work.now:
                work.due(at, VERB, _key(edition, each, days), **_words(edition, each), days=days)


def _key(edition: Edition, contract: Contract, days: int) -> str:
    same = f"{contract.asset}:{contract.contract}:{contract.end}"
    return f"contract:{edition.item}:{same}:{days}"


def _words(edition: Edition, contract: Contract) -> dict[str, str]:
    return {
        "item": edition.item,
        "asset": contract.asset,
        "contract": contract.contract,
        "end": contract.end.isoformat(),
    }


def ends(work: Work, item: str, asset: str, contract: str, end: str, days: int) -> None:  # noqa: PLR0913, PLR0917 -- the words of an alarm
    """Tell the drafters that a contract ends, if the newest register still says so."""
    kept = work.community.item(item)
    if kept is None or not _stands(work, item, (asset, contract, end)):
        return
    facts: dict[str, Fact] = {
        "asset": asset,
        "contract": contract or "—",
        "day": end,
        "days": (date.fromisoformat(end) - owing.local(work, work.now)).days,
    }
    for officer in asking.drafters(work.community, kept):
        deliveries.notice(
            work,
            ENDS,
            Address(chat=officer.telegram),
            reader=officer.telegram,
            priority=Priority.REMINDER,
            policy=Policy.ALWAYS,
            facts=facts,
        )
    work.note("contract_ends", f"item:{item}", {"end": end, "days": days})


def _stands(work: Work, item: str, wanted: tuple[str, str, str]) -> bool:
    """Whether a contract stands in the newest register, shown or not."""
    for edition in reversed(work.disclosures.of(item)):
        known = beside.content(work, edition)
        if isinstance(known, Register):
            return any((c.asset, c.contract, c.end.isoformat()) == wanted for c in known.contracts)
    return False

"""What cannot wait for the morning's list: one message at once, with a reason all read (idea 16).

It is counted: supervision sees each with its reason, and hears with the committee of the month.
"""

from datetime import datetime, time

from governance import powers, privacy
from governance.attention import Urgent
from governance.directory import Role
from governance.notices import Address, Fact, Priority
from governance.powers import Verb
from governance.refusals import Refusal
from services import attention, deliveries
from services.ports import Work

WAITING, TOLD, MONTH = "urgent-waiting", "urgent-told", "urgent-month"
SENT = "urgent-sent"
VERB = "urgent_month"
DECEMBER, MORNING = 12, 9  # hours of the day on which a month is told


def show(work: Work) -> None:
    """Show in private what waits, each with the number by which it can be told at once."""
    powers.require(work.by, Verb.SEND_URGENT)
    deliveries.notice(work, WAITING, Address(chat=work.by.id), reader=work.by.id)


def send(work: Work, number: int, why: str) -> None:
    """Tell a group at once what waits, the reason before it; the same message goes only once."""
    powers.require(work.by, Verb.SEND_URGENT)
    why = why.strip()
    if not why:
        raise Refusal("refusal-urgent-reason")
    if privacy.is_private(why):
        raise Refusal("refusal-urgent-private")
    message = work.attention.take(number)
    chat, local = message.address.chat, work.now.astimezone(work.community.calendar.zone)
    said = Urgent(chat=chat, at=work.now, month=f"{local:%Y-%m}", officer=work.by.officer, why=why)
    work.urgents.add(said)
    work.note("send-urgent", f"chat:{chat}", {"message": message.key, "why": why})
    facts: dict[str, Fact] = {"why": why}
    here = Address(chat=chat, topic=message.address.topic)
    # answered rather than broadcast: the budget is counted, and does not hold it
    deliveries.notice(work, TOLD, here, reader=0, priority=Priority.ANSWER, facts=facts)
    attention.at_once(work, message)
    done: dict[str, Fact] = {"group": chat, "month": said.month}
    deliveries.notice(work, SENT, Address(chat=work.by.id), reader=work.by.id, facts=done)
    _wake(work, local)


def _wake(work: Work, local: datetime) -> None:
    """Let this month be told once it is over."""
    year, month = local.year + local.month // DECEMBER, local.month % DECEMBER + 1
    at = datetime.combine(datetime(year, month, 1), time(MORNING), local.tzinfo)  # noqa: DTZ001 -- its zone is given beside it
    of = f"{local:%Y-%m}"
    work.due(at, VERB, f"{VERB}:{of}", month=of)


def month(work: Work, month: str) -> None:
    """Tell committee and supervision how many there were in a month, and why."""
    both = (*work.community.holders(Role.COMMITTEE), *work.community.holders(Role.SUPERVISION))
    readers = dict.fromkeys(o.telegram for o in both if o.seated)
    deliveries.each(work, MONTH, readers, {"month": month})

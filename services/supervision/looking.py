"""The desk of supervision: it reads everything that is no person's, and edits nothing (F03)."""

from governance import powers
from governance.notices import Address, Fact
from governance.powers import Verb
from governance.supervision import Matter
from services import deliveries
from services.ports import Work
from services.supervision import matters
from services.supervision.finding import List

KEY = "supervise"
# what the clock writes down where something was not done in time; supervision heard of each
LAPSED = (
    "absent-edition",
    "undisclosed",
    "unshown",
    "early-stage",
    "unreported",
    "topic-overdue",
    "resolution-late",
    "missing-reply",
)
FIRST = "first"  # how much there is of each list


def show(work: Work) -> None:
    """Show supervision how much lies before it, in private; NotAllowed to all others."""
    powers.require(work.by, Verb.SUPERVISE)
    _told(work, {"list": FIRST, "start": 0})


def page(work: Work, start: int, shown: List) -> None:
    """Show a page of one of its lists; that the audit was read is in the audit too (A16)."""
    powers.require(work.by, Verb.SUPERVISE)
    if shown in {List.AUDIT, List.LAPSED}:
        powers.require(work.by, Verb.SEE_AUDIT)
        work.note("read_trail", f"community:{work.community.key}", {"list": shown, "start": start})
    _told(work, {"list": shown, "start": start})


def look(work: Work, matter: Matter, about: int) -> None:
    """Show one matter with what supervision may do about it."""
    powers.require(work.by, Verb.SUPERVISE)
    matters.over(work, matter, about)
    _told(work, {"matter": matter, "about": about}, "supervise-matter")


def measure(work: Work, measure_id: int) -> None:
    """Show an opinion at the end of the private chat, to supervision and the committee."""
    found = work.measures.get(measure_id)
    if not powers.may(work.by, Verb.SUPERVISE):
        powers.require(work.by, Verb.ANSWER_OPINION)
    matters.sheet(work, found, work.by.id)


def _told(work: Work, facts: dict[str, Fact], key: str = KEY) -> None:
    said = facts | {"now": int(work.now.timestamp() * 1000)}
    deliveries.notice(work, key, Address(chat=work.by.id), reader=work.by.id, facts=said)

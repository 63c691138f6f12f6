"""Opening a case: number, desk, dispatch where the rule says so, and the receipt (B01, B08)."""

from dataclasses import dataclass
from datetime import datetime

from governance import clocks, routing
from governance.cases import Case, Urgency
from services import consent
from services.cases import acting, collecting, telling, waking
from services.deliberations import promoting
from services.hearing import Heard
from services.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Out of what a case comes: the talk that held it, the case it goes on with, a proxy (B11).

    `reporter` asks at its end whether it is done, where that is not who acts; `until` is the day
    that was promised, where somebody promised one.
    """

    talk: int = 0
    parent: int | None = None
    behalf: str = ""
    entered_by: int = 0
    reporter: int = 0
    until: datetime | None = None


DIRECT = Origin()


def file(work: Work, heard: Heard, origin: Origin = DIRECT) -> Case:
    """Open the case, dispatch it where the rule says so, give the receipt."""
    case = work.cases.add(_case(work, heard, origin))
    if origin.talk:
        work.attachments.hand_over(origin.talk, case.id)
    else:
        collecting.keep(work, heard, case=case.id)
    work.note("report", f"case:{case.id}", {"text": heard.text, "chat": heard.chat})
    if origin.entered_by:
        work.note("enter", f"case:{case.id}", {"behalf": origin.behalf, "consent": True})
    case, taken = acting.follow(work, case, [])
    case = work.cases.save(case) if taken else case
    telling.receipt(work, case)
    acting.settle(work, None, case, taken)
    waking.promise(work, case)
    if case.urgency is Urgency.URGENT:
        telling.urgent(work, case)
    consent.follow_up(work, case)
    promoting.look(work, case)
    return case


def _case(work: Work, heard: Heard, origin: Origin) -> Case:
    reading, reporter = heard.reading, origin.reporter or work.by.id
    category = str(reading.category)
    grid = work.community.grid_of(reading.building).key if reading.building else None
    finish = clocks.finish_by(work.community, category, work.now, reading.kind)
    return Case(
        community=work.community.key,
        reporter=reporter,
        chat=heard.chat,
        message=heard.message,
        topic=heard.topic,
        text=heard.text,
        photo=heard.photo,
        category=category,
        building=reading.building,
        grid=grid,
        at=work.now,
        finish_by=origin.until or finish.at,
        calendar_known=finish.known,
        desk=routing.desk(work.community, reporter),
        parent=origin.parent,
        kind=reading.kind,
        urgency=reading.urgency,
        behalf=origin.behalf,
        entered_by=origin.entered_by,
    )

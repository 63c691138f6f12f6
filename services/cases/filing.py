"""Opening a case: number, desk, dispatch where the rule says so, and the receipt (B01, B08)."""

from governance import clocks, routing
from governance.cases import Case
from services.cases import acting, telling
from services.hearing import Heard
from services.ports import Work


def file(work: Work, heard: Heard, *, parent: int | None) -> Case:
    """Open the case, dispatch it where the rule says so, give the receipt."""
    reading = heard.reading
    grid = work.community.grid_of(reading.building).key if reading.building else None
    finish = clocks.finish_by(work.community, str(reading.category), work.now)
    case = Case(
        community=work.community.key,
        reporter=work.by.id,
        chat=heard.chat,
        message=heard.message,
        text=heard.text,
        photo=heard.photo,
        category=str(reading.category),
        building=reading.building,
        grid=grid,
        at=work.now,
        finish_by=finish.at,
        calendar_known=finish.known,
        desk=routing.desk(work.community, work.by.id),
        parent=parent,
    )
    case = work.cases.add(case)
    work.note("report", f"case:{case.id}", {"text": heard.text, "chat": heard.chat})
    case, taken = acting.follow(work, case, [])
    case = work.cases.save(case) if taken else case
    telling.receipt(work, case)
    acting.settle(work, None, case, taken)
    acting.promise(work, case)
    return case

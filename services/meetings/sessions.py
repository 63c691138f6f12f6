"""The council's sessions by the calendar of the file: called ahead, with their agenda (E24).

Reminders, minutes due and their silence are those of any meeting.
"""

from datetime import date, datetime, time, timedelta

from governance.council import Council
from governance.directory import Role
from governance.meetings import meeting as meetings
from governance.meetings.meeting import COUNCIL_TAKES, Meeting
from governance.meetings.states import MeetingKind
from governance.notices import Fact, Priority
from services.meetings import filling, telling, waiting
from services.ports import Shelf, Work

LOOK, CALL = "council_look", "council_call"
MORNING = time(9)
DAY = timedelta(days=1)


def look(work: Work) -> None:
    """Ask for each session that is to be called by now, once; look again tomorrow morning."""
    today = filling.today(work.community, work.now)
    zone = work.community.calendar.zone
    at = datetime.combine(today + DAY, MORNING, zone)
    work.due(at, LOOK, f"{LOOK}:{today + DAY}")
    if council := work.community.council:
        for day in council.called(today):
            work.due(work.now, CALL, f"{CALL}:{day}", day=day.isoformat())


def call(work: Work, day: str) -> None:
    """Call a session with all that was admitted; where nothing was, say so (N19).

    Nothing where the calendar changed meanwhile, or the committee called one for that day.
    """
    council, on = work.community.council, date.fromisoformat(day)
    if council is None or on not in council.called(on - DAY) or _called(work, on):
        return
    agenda = meetings.session(work.topics.standing(sorted(COUNCIL_TAKES)))
    if agenda:
        _convene(work, council, on, agenda)
        return
    facts: dict[str, Fact] = {"day": day}
    telling.everybody(work, "council-nothing", facts, priority=Priority.BROADCAST)
    telling.office(work, Role.COMMITTEE, "council-nothing", facts, Priority.REMINDER)


def _convene(work: Work, council: Council, on: date, agenda: tuple[int, ...]) -> None:
    meeting = work.meetings.add(
        Meeting(
            agenda=agenda,
            kind=MeetingKind.COUNCIL,
            place=council.place,
            opens=council.opens(on, work.community.calendar.zone),
            called_by="",
            at=work.now,
        )
    )
    work.note("convene", f"meeting:{meeting.id}", {"kind": meeting.kind, "agenda": list(agenda)})
    telling.invite(work, meeting)
    facts = telling.of_meeting(meeting)
    telling.office(work, Role.COMMITTEE, "council-called", facts, Priority.ASSIGNMENT)
    waiting.arm(work, meeting)


def _called(shelf: Shelf, on: date) -> bool:
    """Whether a session of that day stands in the record, however it went."""
    every = shelf.meetings.standing(list(meetings.S))
    councils = (m for m in every if m.kind is MeetingKind.COUNCIL)
    return any(filling.today(shelf.community, m.opens) == on for m in councils)

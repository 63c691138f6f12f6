"""What the clock does about a meeting: it reminds, and misses the minutes (E17, E24)."""

from governance.directory import Role
from governance.meetings import meeting as meetings
from governance.meetings.meeting import Meeting
from governance.meetings.states import Coming, MeetingStatus
from governance.notices import Address, Policy, Priority
from services import deliveries
from services.meetings import telling
from services.ports import Work

COMES = frozenset({Coming.COME, Coming.SPEAK})


def arm(work: Work, meeting: Meeting) -> None:
    """Ask to be woken for the reminders, and when the minutes are due.

    A meeting that was moved meanwhile has another time: these alarms then do nothing.
    """
    opens = telling.ms(meeting.opens)
    for turn, at in enumerate(meetings.reminders(meeting.opens, work.now)):
        key = f"meeting_remind:{meeting.id}:{opens}:{turn}"
        work.due(at, "meeting_remind", key, meeting=meeting.id, opens=opens)
    due = meetings.minutes_due(meeting, work.community.deliberation)
    key = f"meeting_unminuted:{meeting.id}:{opens}"
    work.due(due, "meeting_unminuted", key, meeting=meeting.id, opens=opens)


def _still(work: Work, meeting: int, opens: int) -> Meeting | None:
    found = work.meetings.get(meeting)
    same = found.status is MeetingStatus.ANNOUNCED and telling.ms(found.opens) == opens
    return found if same else None


def remind(work: Work, meeting: int, opens: int) -> None:
    """Remind the groups of a meeting, and in private those who said that they come."""
    found = _still(work, meeting, opens)
    if found is None:
        return
    facts = telling.of_meeting(found)
    telling.everybody(
        work, "meeting-reminder", facts, priority=Priority.REMINDER, policy=Policy.ONCE
    )
    for person, coming in work.meetings.answers(meeting).items():
        if coming in COMES and work.people.get(person).reachable:
            here = Address(chat=person)
            deliveries.notice(
                work,
                "meeting-reminder-own",
                here,
                reader=person,
                priority=Priority.REMINDER,
                policy=Policy.ONCE,
                facts={**facts, "coming": coming},
            )


def unminuted(work: Work, meeting: int, opens: int) -> None:
    """Ask the committee for the minutes, and say in the groups that they are missing."""
    if found := _still(work, meeting, opens):
        facts = telling.of_meeting(found)
        telling.office(work, Role.COMMITTEE, "meeting-unminuted", facts, Priority.REMINDER)
        telling.everybody(work, "meeting-silent", facts, priority=Priority.BROADCAST)

"""Who comes to a meeting: everybody answers for himself, the group sees numbers alone (E17)."""

from collections import Counter
from collections.abc import Mapping

from governance.meetings import meeting as meetings
from governance.meetings.states import Coming
from services import near
from services.meetings import telling
from services.ports import Shelf, Work


def answer(work: Work, meeting_id: int, coming: Coming) -> int:
    """Write an answer down; return the turn of a registered speaker, else 0."""
    meeting = work.meetings.get(meeting_id)
    meetings.check_coming(meeting, coming, work.now)
    near.among(work, work.topics.get(meeting.agenda[0]))
    before = work.meetings.answers(meeting.id).get(work.by.id)
    if before is not coming:  # whoever taps twice keeps his turn
        work.meetings.answer(meeting.id, work.by.id, coming, work.now)
        telling.redraw(work, meeting)
    if coming is not Coming.SPEAK:
        return 0
    return speakers(work, meeting.id).index(work.by.id) + 1


def speakers(shelf: Shelf, meeting: int) -> list[int]:
    """Return who is registered to speak, in order."""
    return [p for p, c in shelf.meetings.answers(meeting).items() if c is Coming.SPEAK]


def numbers(shelf: Shelf, meeting: int) -> Mapping[Coming, int]:
    """Return how many gave each answer."""
    return Counter(shelf.meetings.answers(meeting).values())

"""The list of what is called and asked; for the committee, what it can begin."""

from collections.abc import Iterable
from datetime import date

from governance.deliberations.topic import Topic
from governance.meetings.meeting import Meeting
from governance.meetings.sounding import Sounding
from governance.meetings.states import MeetingStatus, SoundingStatus
from handlers.buttons import VerbPress
from handlers.views.meetings.parts import LETTER, heading, instrument, wanted, where
from handlers.views.shown import BESIDE, Button, Page, Shown, fitting
from services import near
from services.meetings import looking

SOUNDS = ("notice", "survey")
BEGINS = ("convene", *SOUNDS)
LATELY = 3  # meetings on record that are listed


def listing(page: Page) -> Shown:
    """List meetings to come, the newest on record, and what is being asked."""
    shelf = page.shelf
    meetings = _seen(page, shelf.meetings.standing([MeetingStatus.ANNOUNCED]))
    held = _seen(page, shelf.meetings.standing([MeetingStatus.RECORDED]))[-LATELY:]
    asked = [s for s in shelf.soundings.standing([SoundingStatus.OPEN]) if _sees(page, s.topic)]
    lines = [page.texts("meetings" if meetings or asked or held else "meetings-none")]
    lines += _calendar(page)
    for meeting in meetings:
        lines += ["", heading(page, meeting), *where(page, meeting)]
    for found in asked:
        until = page.texts("sounding-until", until=page.when(found.until))
        words = page.texts("sounding-text", text=wanted(page, found, BESIDE))
        lines += ["", instrument(page, found), words, until]
    for meeting in held:
        lines += ["", heading(page, meeting), *where(page, meeting)]
        lines.append(page.texts("meeting-status-recorded", note="", count=meeting.attendance))
    return Shown(text=fitting(lines[:1], lines[1:]), buttons=_leading(page))


def _calendar(page: Page) -> list[str]:
    """Say when the council sits next, by its calendar."""
    council, day = page.community.council, str(page.delivery.facts.get("sits") or "")
    if council is None or not day:
        return []
    at = council.opens(date.fromisoformat(day), page.community.calendar.zone)
    return [page.texts("council-next", at=page.when(at), days=council.ahead)]


def _seen(page: Page, meetings: Iterable[Meeting]) -> list[Meeting]:
    return [m for m in meetings if _sees(page, m.agenda[0])]


def _sees(page: Page, topic: int) -> bool:
    """Whether this reader may know of what is called or asked about a topic; 0 is of none."""
    reader, chat = page.delivery.reader, page.delivery.address.chat
    return not topic or near.sees(page.shelf, page.shelf.topics.get(topic), reader, chat)


def _leading(page: Page) -> list[list[Button]]:
    """Return what the committee, or a group's head, can begin or go on with, in private alone."""
    reader, shelf = page.delivery.reader, page.shelf
    if page.delivery.address.chat != reader:
        return []
    if not looking.leads(shelf, reader):
        own = looking.heads(shelf, reader)
        return [[_tap(page, f"meeting-begin-{v}", t, v) for v in SOUNDS] for t in own]
    meetings = shelf.meetings.standing([MeetingStatus.ANNOUNCED])
    asked = shelf.soundings.standing([SoundingStatus.OPEN])
    return [
        *(
            [_tap(page, f"meeting-begin-{v}", t, v) for v in BEGINS]
            for t in looking.in_talk(shelf)
        ),
        *([_tap(page, "fourstep-open", t, "steps")] for t in looking.on_the_way(shelf)),
        *([_tap(page, "meeting-open", m, "open")] for m in meetings),
        *([_tap(page, "sounding-withdraw", s, "withdraw")] for s in asked if s.topic),
    ]


def _tap(page: Page, words: str, about: Topic | Meeting | Sounding, verb: str) -> Button:
    text = page.texts.plain(words, number=about.number)
    return Button(text, VerbPress(LETTER, about.id, verb).data)

"""Cards: an invitation and a notice in the group, a meeting for whoever leads it."""

from governance.meetings.meeting import LIFECYCLE, Meeting
from governance.meetings.states import Coming, MeetingKind, MeetingStatus, SoundingStatus
from handlers.views.meetings.parts import button, heading, instrument, of_card, topic, where
from handlers.views.shown import BESIDE, Button, Page, Shown, pairs
from services.meetings import coming

S = MeetingStatus


def invitation(page: Page) -> Shown:
    """Invite everybody; who answered what is shown as numbers alone."""
    meeting = page.shelf.meetings.get(of_card(page))
    lines = [heading(page, meeting), *where(page, meeting), *_standing(page, meeting)]
    if meeting.status is not S.ANNOUNCED:
        return Shown(text="\n".join(lines))
    answers = [Coming.COME, Coming.STAY]
    answers += [Coming.SPEAK] if meeting.kind is MeetingKind.HEARING else []
    taps = [button(page, f"meeting-tap-{a}", meeting.id, a) for a in answers]
    return Shown(text="\n".join(lines), buttons=pairs(taps))


def _standing(page: Page, meeting: Meeting) -> list[str]:
    lines = [_numbers(page, meeting)]
    if meeting.status is not S.ANNOUNCED or meeting.note:
        words = page.gate(meeting.note, BESIDE)
        lines.append(
            page.texts(f"meeting-status-{meeting.status}", note=words, count=meeting.attendance)
        )
    return lines


def _numbers(page: Page, meeting: Meeting) -> str:
    found = coming.numbers(page.shelf, meeting.id)
    said = {answer.value: found.get(answer, 0) for answer in Coming}
    hearing = "yes" if meeting.kind is MeetingKind.HEARING else "no"
    return page.texts("meeting-coming", hearing=hearing, **said)


def gathering(page: Page) -> Shown:
    """Show a meeting to whoever leads it: the speakers in their turn, and what can be done."""
    meeting = page.shelf.meetings.get(of_card(page))
    viewer = page.shelf.actor(page.delivery.reader)
    lines = [heading(page, meeting), *where(page, meeting), *_standing(page, meeting)]
    for turn, person in enumerate(coming.speakers(page.shelf, meeting.id), 1):
        name = page.gate(page.shelf.people.get(person).name, BESIDE)
        lines.append(page.texts("meeting-speaker", turn=turn, name=name))
    taps = [
        button(page, f"meeting-action-{action}", meeting.id, action)
        for action in LIFECYCLE.choices(meeting.status, viewer.offices)
    ]
    if meeting.status is not S.CANCELLED:
        taps.append(button(page, "meeting-action-state", meeting.id, "state"))
    return Shown(text="\n".join(lines), buttons=pairs(taps))


def notice(page: Page) -> Shown:
    """Show a notice, until when one may object, and how many did."""
    found = page.shelf.soundings.get(of_card(page))
    about = page.shelf.topics.get(found.topic)
    lines = [
        instrument(page, found),
        topic(page, about),
        page.texts("sounding-text", text=page.gate(found.text)),
        page.texts(
            "notice-until",
            until=page.when(found.until),
            count=len(about.objections),
            status=str(found.status),
        ),
    ]
    if found.status is not SoundingStatus.OPEN:
        return Shown(text="\n".join(lines))
    url = f"https://t.me/{page.bot}?start=q_{found.id}"
    return Shown(
        text="\n".join(lines), buttons=[[Button(page.texts.plain("notice-object"), url=url)]]
    )

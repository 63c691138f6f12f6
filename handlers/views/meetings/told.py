"""What is told of meetings, notices and surveys, each from the state as it stands when sent."""

from governance.deliberations.states import Consultation
from governance.meetings.sounding import LONGEST_QUESTION, Sounding
from governance.meetings.states import MeetingAction
from handlers.buttons import VerbPress
from handlers.views.forms import day
from handlers.views.meetings.parts import (
    LETTER,
    fact,
    heading,
    instrument,
    options,
    sort,
    topic,
    wanted,
    where,
)
from handlers.views.shown import BESIDE, IN_CAPTION, Button, Page, Shown

TOLD = (
    *(f"meeting-told-{action}" for action in MeetingAction),
    "meeting-reminder",
    "meeting-reminder-own",
    "meeting-unminuted",
    "meeting-silent",
    "council-called",
)


def told(page: Page) -> Shown:
    """Say words about a meeting."""
    meeting = page.shelf.meetings.get(fact(page, "meeting"))
    words = page.texts(
        page.delivery.key,
        number=meeting.number,
        sort=sort(page, meeting),
        opens=page.when(meeting.opens),
        place=page.gate(meeting.place, BESIDE),
        note=page.gate(meeting.note, BESIDE),
        minutes=page.gate(meeting.minutes),
        count=meeting.attendance,
        coming=str(page.delivery.facts.get("coming") or ""),
    )
    rows = []
    if page.delivery.key == "meeting-unminuted":
        tap = page.texts.plain(f"meeting-action-{MeetingAction.RECORD}")
        data = VerbPress(LETTER, meeting.id, MeetingAction.RECORD).data
        rows = [[Button(tap, data)]]
    about = where(page, meeting)[1:] if page.delivery.key == "meeting-told-record" else []
    return Shown(text="\n".join([words, *about]), buttons=rows)


def nothing(page: Page) -> Shown:
    """Say that a session by the calendar has nothing to talk over."""
    return Shown(
        text=page.texts("council-nothing", day=day(page, str(page.delivery.facts["day"])))
    )


def photo(page: Page) -> Shown:
    """Show the picture that came with the minutes."""
    meeting = page.shelf.meetings.get(fact(page, "meeting"))
    return Shown(text=heading(page, meeting), photo=meeting.photo)


def sounding(page: Page) -> Shown:
    """Say words about a notice or a survey."""
    found = page.shelf.soundings.get(fact(page, "sounding"))
    note = page.gate(found.note, BESIDE)
    words = page.texts(page.delivery.key, number=found.number, note=note)
    return Shown(text="\n".join([instrument(page, found), words]))


def objection(page: Page) -> Shown:
    """Let the committee read an objection, without the name; gone with its author."""
    about = page.shelf.topics.get(fact(page, "topic"))
    found = [o for o in about.objections if o.id == fact(page, "objection")]
    lines = [
        page.texts(
            "object-told",
            number=fact(page, "number"),
            affected="yes" if each.affected else "no",
            text=page.gate(each.text),
        )
        for each in found
    ]
    return Shown(text="\n".join([*lines, topic(page, about)]))


def result(page: Page) -> Shown:
    """Say what came of a notice or a survey, with what it is not: a decision (N03)."""
    found = page.shelf.soundings.get(fact(page, "sounding"))
    lines = [instrument(page, found)]
    if found.topic:
        about = page.shelf.topics.get(found.topic)
        lines.append(topic(page, about))
        if found.kind is Consultation.NOTICE:
            count = len(about.objections)
            return Shown(text="\n".join([*lines, page.texts("notice-result", count=count)]))
    lines.append(page.texts("survey-asked", text=wanted(page, found, IN_CAPTION)))
    return Shown(text="\n".join([*lines, *_counts(page, found), *_label(page, found)]))


def _label(page: Page, found: Sounding) -> list[str]:
    """Say what a survey is not, and of a report how many could have answered (N18)."""
    if found.edition:
        return [page.texts("duties-label", roster=found.roster, count=found.answered)]
    return [page.texts("survey-label")]


def _counts(page: Page, found: Sounding) -> list[str]:
    if found.counts is None:
        return [page.texts("survey-untold")]
    each = zip(options(page, found), found.counts, strict=False)
    lines = [
        page.texts("survey-option", text=page.gate(option, BESIDE), count=count)
        for option, count in each
    ]
    return [*lines, page.texts("survey-voters", count=found.answered)]


def poll(page: Page) -> Shown:
    """Return the question and the answers of a survey as Telegram asks them: plain words."""
    found = page.shelf.soundings.get(fact(page, "sounding"))
    text = wanted(page, found, LONGEST_QUESTION, public=True)
    question = page.texts.plain("survey-question", number=found.number, text=text)
    return Shown(text=question, poll=tuple(map(page.public, options(page, found))))

"""The clock of the programme: editions exist before their day, and absence is told (G07)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from governance.directory import Role
from governance.disclosures import changes
from governance.disclosures.changes import Change
from governance.disclosures.edition import Edition, Given, advance
from governance.disclosures.periods import REMINDERS, Period, instant, ready, timetable
from governance.disclosures.readers import Passage
from governance.disclosures.states import (
    UNPUBLISHED,
    EditionAction,
    EditionStatus,
    ProgrammeAction,
    ProgrammeStatus,
)
from governance.programme import Item, Template
from services.disclosures import owing, staging, telling, versions
from services.ports import Work

VERB, ABSENCES = "programme", "disclosure_absences"
DAY = timedelta(days=1)
A = ProgrammeAction


def look(work: Work) -> None:
    """Make what is to exist by today, let go of what is old; look again tomorrow morning."""
    today = owing.local(work, work.now)
    at = instant(today + DAY, work.community.calendar)
    work.due(at, VERB, f"{VERB}:{work.community.key}:{today + DAY}")
    for item in work.community.disclosures:
        prepare(work, item)
    for made in [*staging.due(work, today)]:
        add(work, made)
    _archive(work)


def prepare(work: Work, item: Item) -> None:
    """Make the editions of an item that must exist by today; none while it is paused.

    The first time it is only seen: a period that was over by then is held against nobody.
    """
    known = owing.of_item(work, item.key)
    if not known:
        known = [work.programme.add(changes.adopted(item.key, work.now))]
        work.note("adopt-item", f"item:{item.key}", {})
    if changes.status(known) is ProgrammeStatus.PAUSED:
        return
    for period in _new(work, _ended(work, item, known), known):
        due = timetable(item, period, work.community.calendar).due
        for whose in _whose(work, item):
            made = Edition(item=item.key, period=period, due=due, occasion=whose)
            begun(work, item, work.disclosures.add(made))


def _whose(work: Work, item: Item) -> Sequence[str]:
    """Return of whom an item tells: of duties each of the committee, and everyone alone (F07)."""
    if item.template is not Template.DUTIES:
        return [""]
    return [o.key for o in work.community.holders(Role.COMMITTEE) if o.seated]


def _ended(work: Work, item: Item, known: Sequence[Change]) -> Item:
    """Return an item with its end: the period in which it was retired is still owed."""
    retired = changes.day_of(known, A.RETIRE, work.community.calendar.zone)
    return replace(item, until=min(filter(None, (item.until, retired)))) if retired else item


def _new(work: Work, item: Item, known: Sequence[Change]) -> Sequence[Period]:
    calendar = work.community.calendar
    since = changes.day_of(known, A.ADOPT, calendar.zone)
    covered, today = work.disclosures.covered(item.key), owing.local(work, work.now)
    found = ready(item, covered, today, calendar)
    return [period for period in found if since is None or period.end > since]


def add(work: Work, made: Edition) -> Edition | None:
    """Let the edition of a stage be owed; None while its item is paused."""
    item = work.community.item(made.item)
    if item is None or changes.status(owing.of_item(work, made.item)) is ProgrammeStatus.PAUSED:
        return None
    edition = work.disclosures.add(made)
    begun(work, item, edition)
    return edition


def begun(work: Work, item: Item, edition: Edition) -> None:
    """Write down that an edition is owed, set its alarms, and give it to its drafter."""
    detail = {"item": item.key, "due": str(edition.due), "occasion": edition.occasion}
    work.note("owe-edition", f"disclosure:{edition.id}", detail)
    watch(work, edition)
    telling.hand_out(work, item, edition)


def watch(work: Work, edition: Edition) -> None:
    """Set the alarms of an edition by the day on which it is owed now."""
    day = owing.day_of(work, edition)
    if day is None:
        return
    words: dict[str, int | str] = {"edition": edition.id, "day": day.isoformat()}
    for left in REMINDERS:
        at = instant(day - left * DAY, work.community.calendar)
        work.due(at, "disclosure_remind", f"remind:{edition.id}:{day}:{left}", **words, left=left)
    at = instant(day + DAY, work.community.calendar)
    work.due(at, "disclosure_absent", f"absent:{edition.id}:{day}", **words)


def remind(work: Work, edition: int, day: str, left: int) -> None:
    """Remind whoever must act; not where a later reminder is due already, or it was put off."""
    found, today = work.disclosures.get(edition), owing.local(work, work.now)
    due = date.fromisoformat(day)
    later = [due - each * DAY for each in REMINDERS if each < left]
    if not _owed(work, found, due) or today >= min([*later, due + DAY]):
        return
    if item := work.community.item(found.item):
        telling.remind(work, item, found, (due - today).days)


def absent(work: Work, edition: int, day: str) -> None:
    """Let it be said, the day after, that an edition is not there, with all that is not."""
    if _owed(work, work.disclosures.get(edition), date.fromisoformat(day)):
        work.wake(work.now, ABSENCES, f"{ABSENCES}:{work.community.key}")


def absences(work: Work) -> None:
    """Say in public what is not there since the last time, in one list; supervision hears of it.

    Each edition stands on one list, whenever its own alarm rang.
    """
    found = [e for e in work.disclosures.untold(sorted(UNPUBLISHED)) if _is_absent(work, e)]
    for edition in found:
        work.disclosures.told_absent(edition.id, work.now)
        detail = {"status": edition.status, "day": str(owing.day_of(work, edition))}
        work.note("absent-edition", f"disclosure:{edition.id}", detail)
        staging.missed(work, edition)
        telling.redraw(work, edition)
    telling.absences(work, found)


def _is_absent(work: Work, edition: Edition) -> bool:
    """Whether the morning after the day on which an edition is owed has come."""
    day = owing.day_of(work, edition)
    if day is None or work.community.item(edition.item) is None:
        return False
    return instant(day + DAY, work.community.calendar) <= work.now


def _owed(work: Work, edition: Edition, day: date) -> bool:
    """Whether an edition is still to be shown, and by this day."""
    owed = owing.owes(edition) and not staging.dropped(work, edition)
    return owed and owing.day_of(work, edition) == day


def _archive(work: Work) -> None:
    """Archive what was shown long ago: it stays reachable, beside what is new (N24)."""
    for edition in work.disclosures.standing([EditionStatus.PUBLISHED]):
        item, shown = work.community.item(edition.item), edition.published_at
        if item is None or shown is None or work.now < shown + item.keep:
            continue
        if versions.correcting(work, edition):
            continue  # it says so until the new version takes its place
        given = Given(by=work.by, at=work.now)
        work.disclosures.save(advance(edition, EditionAction.ARCHIVE, given))
        step = Passage(action=EditionAction.ARCHIVE, officer="", at=work.now)
        work.disclosures.passed(edition.id, step)
        work.note("archive-edition", f"disclosure:{edition.id}", {})
        telling.redraw(work, edition)

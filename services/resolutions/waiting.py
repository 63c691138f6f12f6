"""What the clock does to resolutions: it looks, reminds and shows absence; it writes nothing."""

from datetime import timedelta

from governance.deliberations.topic import Topic
from governance.directory import Role
from governance.notices import Fact, Policy
from governance.resolutions import clauses
from governance.resolutions.resolution import DRAFTABLE, Resolution
from governance.resolutions.states import WORKING, ResolutionStatus, Stage
from services.deliberations import acting as topics
from services.ports import Work
from services.resolutions import acting, carrying, telling

S = ResolutionStatus
UNWRITTEN = frozenset({S.DRAFTED, S.LEGAL_CHECKED})
UNDISCLOSED = WORKING | {S.IMPLEMENTED}
BETWEEN = timedelta(days=7)  # between two alerts once the time is over


def unresolved(work: Work, topic: int, turn: int, tier: int) -> None:
    """Ask for a resolution; past the set time alert the committee, then supervision too (E07)."""
    found = work.topics.get(topic)
    if found.status not in DRAFTABLE or _turn(work, found) != turn or _written(work, found):
        return
    days = work.community.deliberation.resolve_days
    said: dict[str, Fact] = {"matter": found.id, "number": found.number, "days": days}
    wanted = "resolution-late" if tier else "resolution-wanted"
    telling.officers(work, wanted, said, Role.COMMITTEE)
    if tier > 1:
        telling.officers(work, "resolution-late", said, Role.SUPERVISION)
        telling.aloud(work, "resolution-late", said, policy=Policy.ONCE)
    at = work.now + (BETWEEN if tier else timedelta(days=days))
    key = f"unresolved:{topic}:{turn}:{tier + 1}"
    work.due(at, "unresolved", key, topic=topic, turn=turn, tier=tier + 1)


def _turn(work: Work, topic: Topic) -> int:
    """Return how often it was agreed: an alarm knows for which time it was set."""
    return sum(p.action in topics.AGREEING for p in work.topics.passages(topic.id))


def _written(work: Work, topic: Topic) -> bool:
    known = work.resolutions.of_topic(topic.id)
    return known is not None and known.status not in UNWRITTEN


def look(work: Work, resolution: int) -> None:
    """Take what follows by rule now that a day has come; ask for answers that hold it up."""
    found = acting.follow(work, work.resolutions.get(resolution))
    if found.status is S.OBJECTION_WINDOW and found.unanswered:
        telling.checkers(work, found)
        key = f"resolution-window:{found.id}:{carrying.local(work, work.now)}"
        work.due(work.now + timedelta(days=1), "resolution_look", key, resolution=found.id)


def late(work: Work, resolution: int, clause: int) -> None:
    """Let a resolution be overdue whose promise was not kept by its day."""
    found = work.resolutions.get(resolution)
    promise = found.clause(clause)
    today = carrying.local(work, work.now)
    if promise and clauses.is_overdue(promise, today) and found.status in WORKING:
        acting.follow(work, found)


def disclose(work: Work, resolution: int, clause: int) -> None:
    """Remind the committee that the result is to be public by the end of this day (F02)."""
    if found := _undisclosed(work, resolution, clause):
        said = telling.facts(found)
        telling.officers(work, "resolution-disclose", said, Role.COMMITTEE)


def undisclosed(work: Work, resolution: int, clause: int) -> None:
    """Say in public that a result is not, though its day is over (F02, G07)."""
    found = _undisclosed(work, resolution, clause)
    if found and not _told(found, clause):
        work.note("undisclosed", f"resolution:{found.id}", {"status": found.status})
        said = telling.facts(found)
        telling.aloud(work, "resolution-undisclosed", said, policy=Policy.ONCE)
        telling.officers(work, "resolution-undisclosed", said, Role.SUPERVISION)
        telling.redraw(work, found)


def _told(resolution: Resolution, clause: int) -> bool:
    """Whether it is told as an edition of its own that a project is not shown as settled (G05)."""
    promise = resolution.clause(clause)
    settled = promise.stage(Stage.SETTLED) if promise else None
    return settled is not None and settled.at is None


def _undisclosed(work: Work, resolution: int, clause: int) -> Resolution | None:
    found = work.resolutions.get(resolution)
    promise = found.clause(clause)
    day = carrying.local(work, work.now)
    due = promise is not None and promise.disclose_by <= day
    return found if due and found.status in UNDISCLOSED else None

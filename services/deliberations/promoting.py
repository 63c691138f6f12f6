"""When many report the same, or it comes back, the committee is asked to talk it over (E20)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from governance.cases import LIFECYCLE, Case, CaseStatus
from governance.categories import OTHER
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import THE_CLOCK
from governance.residents import primary
from services.deliberations import acting
from services.ports import Work

MONTH = timedelta(days=30)
S = CaseStatus
SETTLED = frozenset({S.CONFIRMED, S.PARTIAL, S.UNCONFIRMED, S.ANSWERED})
ENDING = frozenset(s.action for s in LIFECYCLE.steps if s.target in SETTLED)
NOBODY = str(THE_CLOCK.id)  # proposed by no person: it grew from cases


def look(work: Work, case: Case) -> None:
    """Ask the clock to weigh a matter once enough households have reported it.

    Whoever was not met yet speaks for no household, and costs one look. However many cross the
    threshold at once, the alarm of these cases rings once.
    """
    if not case.building or case.category == OTHER or not _household(work, case.reporter):
        return
    alike = _alike(work, case.category, case.building)
    if _households(work, alike) >= work.community.deliberation.promote_households:
        oldest = alike[0][0]
        key = f"topic-promote:{case.category}:{case.building}:{oldest}"
        work.due(work.now, "topic_promote", key, category=case.category, building=case.building)
    elif _came_back(work, again := _within_months(work, case.category, case.building)):
        key = f"topic-repeat:{case.category}:{case.building}:{again[0][0]}"
        work.due(work.now, "topic_promote", key, category=case.category, building=case.building)


def promote(work: Work, category: str, building: str) -> None:
    """Put the cases before the committee as one suggestion, which it must answer with a reason."""
    alike = _alike(work, category, building)
    enough = _households(work, alike) >= work.community.deliberation.promote_households
    if not enough:
        alike = _within_months(work, category, building)
        enough = _came_back(work, alike)
    found = tuple(case for case, _ in alike)
    taken = {case for topic in work.topics.standing(tuple(TopicStatus)) for case in topic.cases}
    if taken & set(found) or not enough:
        return
    topic = work.topics.add(Topic(proposer=NOBODY, criteria=frozenset(), cases=found, at=work.now))
    work.note("promote", f"topic:{topic.id}", {"cases": list(found)})
    acting.by_clock(work, topic.id, TopicAction.REVIEW)


def _alike(work: Work, category: str, building: str) -> Sequence[tuple[int, int]]:
    since = work.now - timedelta(days=work.community.deliberation.promote_days)
    return work.cases.alike(category, building, since)


def _came_back(work: Work, alike: Sequence[tuple[int, int]]) -> bool:
    """Whether it came back so often; where too few were reported no case is read."""
    times = work.community.deliberation.repeat_times
    return len(alike) > times and _returns(work, alike) >= times


def _within_months(work: Work, category: str, building: str) -> Sequence[tuple[int, int]]:
    since = work.now - MONTH * work.community.deliberation.repeat_months
    every = work.cases.alike(category, building, since)
    if len(every) <= work.community.deliberation.repeat_times:
        return []  # each report asks this: whose households they are is not read for so few
    met = {by for by in {by for _, by in every} if _household(work, by)}
    return [(case, by) for case, by in every if by in met]


def _returns(work: Work, alike: Sequence[tuple[int, int]]) -> int:
    """Return how often it was reported anew after it had been settled.

    Several reports of one breakage are one time: only what was settled since can come back.
    """
    found, ends = 0, list[datetime]()
    for case in (work.cases.get(each) for each, _ in alike):
        if any(end <= case.at for end in ends):
            found, ends = found + 1, []
        if end := _ended(work, case):
            ends.append(end)
    return found


def _ended(work: Work, case: Case) -> datetime | None:
    """Return since when a case has been settled; None where it is open, or never was a matter."""
    if case.status not in SETTLED:
        return None
    end = None
    for passage in work.cases.passages(case.id):
        end = (end or passage.at) if passage.action in ENDING else None
    return end


def _households(work: Work, alike: Sequence[tuple[int, int]]) -> int:
    behind = {_household(work, reporter) for _, reporter in alike}
    return len(behind - {None})


def _household(work: Work, person: int) -> tuple[str, str] | None:
    found = primary(work.residents.of(person))
    return (found.building, found.door) if found else None

"""When many households report the same, the committee is asked whether to talk it over (E20)."""

from collections.abc import Sequence
from datetime import timedelta

from governance.cases import Case
from governance.categories import OTHER
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import THE_CLOCK
from governance.residents import primary
from services.deliberations import acting
from services.ports import Work

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


def promote(work: Work, category: str, building: str) -> None:
    """Put the cases before the committee as one suggestion, which it must answer with a reason."""
    alike = _alike(work, category, building)
    found = tuple(case for case, _ in alike)
    taken = {case for topic in work.topics.standing(tuple(TopicStatus)) for case in topic.cases}
    enough = _households(work, alike) >= work.community.deliberation.promote_households
    if taken & set(found) or not enough:
        return
    topic = work.topics.add(Topic(proposer=NOBODY, criteria=frozenset(), cases=found, at=work.now))
    work.note("promote", f"topic:{topic.id}", {"cases": list(found)})
    acting.by_clock(work, topic.id, TopicAction.REVIEW)


def _alike(work: Work, category: str, building: str) -> Sequence[tuple[int, int]]:
    since = work.now - timedelta(days=work.community.deliberation.promote_days)
    return work.cases.alike(category, building, since)


def _households(work: Work, alike: Sequence[tuple[int, int]]) -> int:
    behind = {_household(work, reporter) for _, reporter in alike}
    return len(behind - {None})


def _household(work: Work, person: int) -> tuple[str, str] | None:
    found = primary(work.residents.of(person))
    return (found.building, found.door) if found else None

"""Which rows of a table are old enough to be let go of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    Text,
    and_,
    cast,
    func,
    or_,
    select,
)

from governance.ballots.states import OVER as BALLOTS_OVER
from governance.cases import CLOSED as CASES_CLOSED
from governance.deliberations.states import OVER as TOPICS_OVER
from governance.dialogues import DialogueStatus
from governance.mediation import CLOSED as DISPUTES_CLOSED
from governance.residents import ResidentStatus
from storage import inbox
from storage.forgetting.finding import ENDED
from storage.retention.tables import known

BATCH = 500
Finds = Callable[[Table, int, int], ColumnElement[bool]]
# what is blanked of them: an error may quote what people wrote
LETTER: Mapping[str, Any] = {"raw": None, "error": None}
MESSAGE: Mapping[str, Any] = {"facts": {}, "error": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What becomes of a store: `keeps` is the setting that says when, `writes` what stands then.

    Without `writes` the rows are deleted; without `keeps` they stay, and `why` is the reason.
    """

    table: str
    keeps: str = ""
    finds: Finds | None = None
    writes: Mapping[str, Any] | None = None
    why: str = ""


def _not_newest(t: Table) -> ColumnElement[bool]:
    """SQLite gives the number of a deleted newest row again, and numbers stand in other names."""
    top: ColumnElement[bool] = t.c.id < select(func.max(t.c.id)).scalar_subquery()
    return top


def written(t: Table, blank: Mapping[str, Any]) -> ColumnElement[bool]:
    """Find where anything is left to blank."""
    return or_(*(t.c[name].is_distinct_from(value) for name, value in blank.items()))


def _cases_over(before: int, community: int) -> Any:  # noqa: ANN401 -- a Select of one column
    """Select the closed cases with no step since."""
    cases, steps = known("cases"), known("passages")
    since = select(steps.c.id).where(steps.c.case_id == cases.c.id, steps.c.at >= before)
    return select(cases.c.id).where(
        cases.c.community_id == community,
        cases.c.status.in_(CASES_CLOSED),
        cases.c.at < before,
        ~since.exists(),
    )


def _disputes_over(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    """Select the closed disputes with no entry since."""
    disputes, entries = known("disputes"), known("dispute_entries")
    since = select(entries.c.id).where(
        entries.c.dispute_id == disputes.c.id, entries.c.at >= before
    )
    return select(disputes.c.id).where(
        disputes.c.community_id == community,
        disputes.c.status.in_(DISPUTES_CLOSED),
        disputes.c.at < before,
        ~since.exists(),
    )


def _topics_over(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    """Select the topics that are over with no step since."""
    topics, steps = known("topics"), known("topic_passages")
    since = select(steps.c.id).where(steps.c.topic_id == topics.c.id, steps.c.at >= before)
    return select(topics.c.id).where(
        topics.c.community_id == community,
        topics.c.status.in_(TOPICS_OVER),
        topics.c.at < before,
        ~since.exists(),
    )


def of_topic(blank: Mapping[str, Any]) -> Finds:
    """Find what somebody said or supported in topics that are over."""

    def finds(t: Table, before: int, community: int) -> ColumnElement[bool]:
        over = t.c.topic_id.in_(_topics_over(before, community))
        return and_(over, written(t, blank)) if blank else over

    return finds


def _ballots_over(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    """Select the ballots that are over with no step since."""
    ballots, steps = known("ballots"), known("ballot_passages")
    since = select(steps.c.id).where(steps.c.ballot_id == ballots.c.id, steps.c.at >= before)
    return select(ballots.c.id).where(
        ballots.c.community_id == community,
        ballots.c.status.in_(BALLOTS_OVER),
        ballots.c.closes < before,
        ~since.exists(),
    )


def of_ballot(blank: Mapping[str, Any], *, ids: bool = False, voters: bool = False) -> Finds:
    """Find who could vote and did in ballots that are over, or what voters said of them."""

    def finds(t: Table, before: int, community: int) -> ColumnElement[bool]:
        found: list[ColumnElement[bool]] = [t.c.ballot_id.in_(_ballots_over(before, community))]
        found += [written(t, blank)] if blank else []
        found += [_not_newest(t)] if ids else []
        found += [t.c.officer == ""] if voters else []
        return and_(*found)

    return finds


def answers(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find who agreed with what in topics that are over."""
    said = known("statements")
    own = select(said.c.id).where(said.c.topic_id.in_(_topics_over(before, community)))
    return t.c.statement_id.in_(own)


def _shown_before(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    """Select the editions that were shown so long ago."""
    editions = known("disclosures")
    return select(editions.c.id).where(
        editions.c.community_id == community, editions.c.published_at < before
    )


def readers(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find who said what about editions shown long ago."""
    return t.c.disclosure_id.in_(_shown_before(before, community))


def questions(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find what was asked about them, and answered; the answers stay under their lines."""
    old = t.c.disclosure_id.in_(_shown_before(before, community))
    return and_(old, t.c.answered_at.is_not(None), written(t, {"text": ""}))


def _talks_over(before: int) -> Any:  # noqa: ANN401 -- as above
    talks = known("dialogues")
    return select(talks.c.id).where(
        talks.c.status != str(DialogueStatus.OPEN), talks.c.expires < before
    )


def of_case(column: str, blank: Mapping[str, Any], *, reporters: bool = False) -> Finds:
    """Find what belongs to cases that are over, and still says something."""

    def finds(t: Table, before: int, community: int) -> ColumnElement[bool]:
        over = t.c[column].in_(_cases_over(before, community))
        own = (t.c.officer == "",) if reporters else ()
        return and_(over, *own, written(t, blank) if blank else _not_newest(t))

    return finds


def of_dispute(column: str, blank: Mapping[str, Any]) -> Finds:
    """Find what was told of disputes that are over."""
    return lambda t, before, community: and_(
        t.c[column].in_(_disputes_over(before, community)), written(t, blank)
    )


def letters(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find updates that could not be read."""
    return and_(t.c.status == inbox.DEAD, t.c.at < before, written(t, LETTER))


def received(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find updates that are over; the newest of Telegram's and of ours say where to go on."""
    later = t.alias()
    ours = inbox.ANSWERS
    newer = select(later.c.update_id).where(
        later.c.bot == t.c.bot,
        later.c.update_id > t.c.update_id,
        or_(t.c.update_id >= ours, later.c.update_id < ours),
    )
    over = and_(t.c.status != inbox.OPEN, t.c.raw.is_(None))
    return and_(over, t.c.at < before, newer.exists())


def messages(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find what was told, and is over."""
    said = or_(cast(t.c.facts, Text) != "{}", t.c.error.is_not(None))
    return and_(t.c.status.in_(ENDED), t.c.at < before, said)


def reminders(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find what woke a verb, and is over."""
    over = t.c.status.in_((inbox.DONE, inbox.DEAD))
    return and_(over, t.c.at < before, _not_newest(t))


def held(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find what stood on a group's list of a day long gone."""
    day = datetime.fromtimestamp(before / 1000, UTC).date().isoformat()
    own = and_(t.c.community_id == community, t.c.day != "", t.c.day < day)
    return and_(own, _not_newest(t))


def invitations(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find who meant to come to meetings that are over."""
    meetings = known("meetings")
    over = select(meetings.c.id).where(
        meetings.c.community_id == community, meetings.c.opens < before
    )
    return t.c.meeting_id.in_(over)


def alarms(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find what the operator was told."""
    return and_(t.c.told.is_(True), t.c.at < before, _not_newest(t))


def pictures_of_talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find the files of talks that became no case."""
    return and_(t.c.dialogue_id.in_(_talks_over(before)), t.c.case_id.is_(None), _not_newest(t))


def filed_from_talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find the files of cases that still point at the talk they came from."""
    return and_(t.c.dialogue_id.in_(_talks_over(before)), t.c.case_id.is_not(None))


def talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    """Find talks that are over, and whose files are gone."""
    held = select(known("attachments").c.id).where(known("attachments").c.dialogue_id == t.c.id)
    return and_(t.c.id.in_(_talks_over(before)), ~held.exists(), _not_newest(t))


def residents(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find bindings that were refused or have ended."""
    gone = t.c.status.in_((ResidentStatus.REFUSED, ResidentStatus.MOVED))
    since = func.coalesce(t.c.decided_at, t.c.asked_at) < before
    return and_(t.c.community_id == community, gone, since, _not_newest(t))


def _units_replaced(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    rosters, units = known("rosters"), known("roster_units")
    later = rosters.alias()
    newer = select(later.c.id).where(
        later.c.community_id == rosters.c.community_id,
        later.c.seq > rosters.c.seq,
        later.c.at < before,
    )
    return (
        select(units.c.id)
        .join(rosters, rosters.c.id == units.c.roster_id)
        .where(rosters.c.community_id == community, newer.exists())
    )


def former_owners(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find the accounts of owners who stand in no list that is left."""
    units, rosters, listed = known("roster_units"), known("rosters"), known("roster_owners")
    still = (
        select(listed.c.owner)
        .join(units, units.c.id == listed.c.unit_id)
        .join(rosters, rosters.c.id == units.c.roster_id)
        .where(rosters.c.community_id == community, listed.c.owner == t.c.owner)
    )
    return and_(t.c.community_id == community, t.c.at < before, ~still.exists())


def owners(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find the owners in a list that a newer one replaced."""
    return t.c.unit_id.in_(_units_replaced(before, community))


def units(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find the flats in such a list."""
    return and_(t.c.id.in_(_units_replaced(before, community)), _not_newest(t))


def details(t: Table, before: int, community: int) -> ColumnElement[bool]:
    """Find the details of old entries of the audit."""
    audit = known("audit")
    old = select(audit.c.id).where(audit.c.community == community, audit.c.at < before)
    return t.c.audit_id.in_(old)

"""The one table of how long each store is kept, and the purge that follows it in small batches.

A test walks every table there is: each is let go of by a rule, or kept for a reason. Rules run in
this order. What is open is never touched, and no chain is ever broken.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    cast,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from governance.cases import CLOSED as CASES_CLOSED
from governance.dialogues import DialogueStatus
from governance.mediation import CLOSED as DISPUTES_CLOSED
from governance.residents import ResidentStatus
from governance.retention import Retention
from storage import inbox
from storage.alarms import ALARMS
from storage.attachments import ATTACHMENTS
from storage.audit import AUDIT, DETAILS
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES, REVISIONS
from storage.dialogues import DIALOGUES
from storage.forgetting.finding import ENDED
from storage.forgetting.rules import GONE
from storage.inbox import DUES, INBOX
from storage.mediation import DISPUTES, ENTRIES
from storage.outbox import OUTBOX
from storage.relays import RELAYS
from storage.residents import RESIDENTS
from storage.roster import OWNERS, ROSTERS, UNITS

BATCH = 500
Finds = Callable[[Table, int, int], ColumnElement[bool]]


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


# named one by one: what nobody has loaded is not in the list of tables
_TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(INBOX, DUES, OUTBOX, ALARMS, AUDIT, DETAILS, DIALOGUES, ATTACHMENTS),
        *(CASES, PASSAGES, ASSIGNMENTS, REVISIONS, RELAYS, DISPUTES, ENTRIES),
        *(RESIDENTS, ROSTERS, UNITS, OWNERS),
    )
}


def _t(name: str) -> Table:
    return _TABLES[name]


def _not_newest(t: Table) -> ColumnElement[bool]:
    """SQLite gives the number of a deleted newest row again, and numbers stand in other names."""
    top: ColumnElement[bool] = t.c.id < select(func.max(t.c.id)).scalar_subquery()
    return top


def _written(t: Table, blank: Mapping[str, Any]) -> ColumnElement[bool]:
    """Find where anything is left to blank."""
    return or_(*(t.c[name].is_distinct_from(value) for name, value in blank.items()))


def _cases_over(before: int, community: int) -> Any:  # noqa: ANN401 -- a Select of one column
    """Select the closed cases with no step since."""
    cases, steps = _t("cases"), _t("passages")
    since = select(steps.c.id).where(steps.c.case_id == cases.c.id, steps.c.at >= before)
    return select(cases.c.id).where(
        cases.c.community_id == community,
        cases.c.status.in_(CASES_CLOSED),
        cases.c.at < before,
        ~since.exists(),
    )


def _disputes_over(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    """Select the closed disputes with no entry since."""
    disputes, entries = _t("disputes"), _t("dispute_entries")
    since = select(entries.c.id).where(
        entries.c.dispute_id == disputes.c.id, entries.c.at >= before
    )
    return select(disputes.c.id).where(
        disputes.c.community_id == community,
        disputes.c.status.in_(DISPUTES_CLOSED),
        disputes.c.at < before,
        ~since.exists(),
    )


def _talks_over(before: int) -> Any:  # noqa: ANN401 -- as above
    talks = _t("dialogues")
    return select(talks.c.id).where(
        talks.c.status != str(DialogueStatus.OPEN), talks.c.expires < before
    )


def _of_case(column: str, blank: Mapping[str, Any], *, reporters: bool = False) -> Finds:
    def finds(t: Table, before: int, community: int) -> ColumnElement[bool]:
        over = t.c[column].in_(_cases_over(before, community))
        own = (t.c.officer == "",) if reporters else ()
        return and_(over, *own, _written(t, blank) if blank else _not_newest(t))

    return finds


def _of_dispute(column: str, blank: Mapping[str, Any]) -> Finds:
    return lambda t, before, community: and_(
        t.c[column].in_(_disputes_over(before, community)), _written(t, blank)
    )


def _letters(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    return and_(t.c.status == inbox.DEAD, t.c.at < before, _written(t, _LETTER))


def _received(t: Table, before: int, _community: int) -> ColumnElement[bool]:
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


def _messages(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    said = or_(cast(t.c.facts, Text) != "{}", t.c.error.is_not(None))
    return and_(t.c.status.in_(ENDED), t.c.at < before, said)


def _reminders(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    return and_(t.c.status != inbox.OPEN, t.c.at < before, _not_newest(t))


def _alarms(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    return and_(t.c.told.is_(True), t.c.at < before, _not_newest(t))


def _pictures_of_talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    return and_(t.c.dialogue_id.in_(_talks_over(before)), t.c.case_id.is_(None), _not_newest(t))


def _filed_from_talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    return and_(t.c.dialogue_id.in_(_talks_over(before)), t.c.case_id.is_not(None))


def _talks(t: Table, before: int, _community: int) -> ColumnElement[bool]:
    held = select(_t("attachments").c.id).where(_t("attachments").c.dialogue_id == t.c.id)
    return and_(t.c.id.in_(_talks_over(before)), ~held.exists(), _not_newest(t))


def _residents(t: Table, before: int, community: int) -> ColumnElement[bool]:
    gone = t.c.status.in_((ResidentStatus.REFUSED, ResidentStatus.MOVED))
    since = func.coalesce(t.c.decided_at, t.c.asked_at) < before
    return and_(t.c.community_id == community, gone, since, _not_newest(t))


def _units_replaced(before: int, community: int) -> Any:  # noqa: ANN401 -- as above
    rosters, units = _t("rosters"), _t("roster_units")
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


def _owners(t: Table, before: int, community: int) -> ColumnElement[bool]:
    return t.c.unit_id.in_(_units_replaced(before, community))


def _units(t: Table, before: int, community: int) -> ColumnElement[bool]:
    return and_(t.c.id.in_(_units_replaced(before, community)), _not_newest(t))


def _details(t: Table, before: int, community: int) -> ColumnElement[bool]:
    audit = _t("audit")
    old = select(audit.c.id).where(audit.c.community == community, audit.c.at < before)
    return t.c.audit_id.in_(old)


def _kept(why: str, *tables: str) -> tuple[Rule, ...]:
    return tuple(Rule(table=table, why=why) for table in tables)


# an error may quote what people wrote
_LETTER = {"raw": None, "error": None}
_MESSAGE: Mapping[str, Any] = {"facts": {}, "error": None}
_SAID = {"text": "", "photo": "", "voice": ""}
_REPORT = {"text": GONE, "photo": "", "behalf": ""}
_TOLD = dict.fromkeys(("behalf", "since", "tried", "wishes", "text", "voice"), "")
_NOTE = {"note": ""}
_STEPS = _of_case("case_id", _NOTE, reporters=True)
RULES: tuple[Rule, ...] = (
    Rule(table="inbox", keeps="letters", finds=_letters, writes=_LETTER),
    Rule(table="inbox", keeps="received", finds=_received),
    Rule(table="outbox", keeps="messages", finds=_messages, writes=_MESSAGE),
    Rule(table="dues", keeps="reminders", finds=_reminders),
    Rule(table="alarms", keeps="letters", finds=_alarms),
    Rule(table="attachments", keeps="talks", finds=_pictures_of_talks),
    Rule(
        table="attachments", keeps="talks", finds=_filed_from_talks, writes={"dialogue_id": None}
    ),
    Rule(table="dialogues", keeps="talks", finds=_talks),
    Rule(table="relays", keeps="relays", finds=_of_case("case_id", _SAID), writes=_SAID),
    Rule(table="revisions", keeps="revisions", finds=_of_case("case_id", {})),
    Rule(table="attachments", keeps="cases", finds=_of_case("case_id", {})),
    Rule(table="assignments", keeps="cases", finds=_of_case("case_id", _NOTE), writes=_NOTE),
    Rule(table="passages", keeps="cases", finds=_STEPS, writes=_NOTE),
    Rule(table="cases", keeps="cases", finds=_of_case("id", _REPORT), writes=_REPORT),
    Rule(
        table="dispute_entries",
        keeps="disputes",
        finds=_of_dispute("dispute_id", _NOTE),
        writes=_NOTE,
    ),
    Rule(table="disputes", keeps="disputes", finds=_of_dispute("id", _TOLD), writes=_TOLD),
    Rule(table="residents", keeps="residents", finds=_residents),
    Rule(table="roster_owners", keeps="rosters", finds=_owners),
    Rule(table="roster_units", keeps="rosters", finds=_units),
    Rule(table="audit_details", keeps="details", finds=_details),
    *_kept("chain", "audit", "seals"),
    *_kept("office", "communities", "editions", "absences", "desks", "screenings", "grants"),
    *_kept("chats", "chats"),
    *_kept("person", "people", "menus"),
    *_kept("consent", "consents"),
    *_kept("cards", "cards"),
    *_kept("rosters", "rosters"),
    *_kept("again", "forgotten"),
    *_kept("copies", "leases"),
)
PURGED = tuple(rule for rule in RULES if rule.keeps)
KINDS = tuple(each.name for each in fields(Retention))


def found(
    connection: Connection, rule: Rule, before: int, community: int
) -> Sequence[tuple[Any, ...]]:
    """Return the keys of rows that are older than a time in UTC ms, at most a batch of them."""
    table = _t(rule.table)
    wanted = select(*table.primary_key.columns).where(_finds(rule, before, community)).limit(BATCH)
    return [tuple(row) for row in connection.execute(wanted).all()]


def purge(
    connection: Connection,
    rule: Rule,
    keys: Sequence[tuple[Any, ...]],
    before: int,
    community: int,
) -> int:
    """Let go of these rows, as far as the rule still finds them; return how many."""
    table = _t(rule.table)
    these = tuple_(*table.primary_key.columns).in_(keys)
    where = and_(these, _finds(rule, before, community))
    if rule.writes is None:
        return connection.execute(delete(table).where(where)).rowcount
    return connection.execute(update(table).where(where).values(**rule.writes)).rowcount


def _finds(rule: Rule, before: int, community: int) -> ColumnElement[bool]:
    if rule.finds is None:
        raise ValueError(f"{rule.table} is kept")
    return rule.finds(_t(rule.table), before, community)

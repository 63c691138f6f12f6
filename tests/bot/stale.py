"""A town in which everything that can be let go of is six years old, and some of it is not."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import insert, update

from governance.deliberations.opinions import Answer
from governance.deliberations.statements import Second, Stance, Statement
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Objection
from governance.meetings.states import Coming
from storage import inbox
from storage.alarms import ALARMS
from storage.attachments import ATTACHMENTS
from storage.attention import HELD
from storage.ballots import BALLOTS
from storage.cases import CASES
from storage.cases.tables import ASSIGNMENTS, PASSAGES, REVISIONS
from storage.database import METADATA
from storage.dialogues import DIALOGUES
from storage.disclosures import DISCLOSURES
from storage.flats import ACCOUNTS
from storage.inbox import DUES
from storage.mediation import DISPUTES, ENTRIES
from storage.meetings import Meetings
from storage.outbox import OUTBOX
from storage.readings import QUESTIONS, READERS
from storage.relays import RELAYS
from storage.residents import RESIDENTS
from storage.roster import OWNERS, ROSTERS, UNITS
from storage.rows import ms
from storage.statements import Statements
from storage.topics import Topics
from tests.bot.doors import LI, MONDAY
from tests.bot.resolved import resolution
from tests.governance.deliberations.matters import TOPIC
from tests.governance.meetings.gatherings import MEETING
from tests.services.blank import blank

YEARS = timedelta(days=6 * 365)
OLD = ms(MONDAY)
SAYS = "BadRequest: wrong 没人修"  # an error may quote what people wrote


def put(connection, table, **values):
    connection.execute(insert(table).values(**values))


def fill(connection):
    """Put one old row into every store that is purged, and one younger beside it."""
    for day in ("2026-11-02", "2026-11-03"):
        held(connection, day)
    disclosed(connection)
    _filled(connection)


def _filled(connection):
    late = ms(MONDAY + YEARS - timedelta(days=1))
    for number, when in ((1, OLD), (2, OLD), (3, late)):
        carriage(connection, number, when)
    case(connection)
    for number, status in ((1, "withdrawn"), (2, "reported")):
        dispute(connection, number, status)
    for status in (TopicStatus.ARCHIVED, TopicStatus.DISCUSSION):
        topic(connection, status)
    for number, status in ((1, "published"), (2, "contested")):
        ballot(connection, number, status)
    for number, status in ((1, "closed"), (2, "disputed")):
        resolution(connection, number, status)
    for owner in ("A", "gone"):
        put(connection, ACCOUNTS, community_id=1, owner=owner, person=LI, at=OLD, by="wang")
    for opens in (MONDAY, MONDAY + YEARS):
        meetings = Meetings(connection, 1)
        made = meetings.add(replace(MEETING, opens=opens)).id
        meetings.answer(made, LI, Coming.COME, MONDAY)
    for door, status in (("101", "moved"), ("102", "verified"), ("103", "moved")):
        home = {"building": "b3", "door": door, "residency": "owner", "status": status}
        when = {"asked_at": OLD, "decided_at": OLD, "decided_by": "wang", "note": ""}
        more = {"community_id": 1, "person": LI, "doubted": False, "version": 1}
        put(connection, RESIDENTS, **more, **home, **when)
    for seq in (1, 2):
        by = {"applied_by": "operator", "digest": "d"}
        put(connection, ROSTERS, community_id=1, seq=seq, at=OLD, **by)
        put(connection, UNITS, roster_id=seq, building="b3", door="101", area=1, vacant=False)
        put(connection, OWNERS, unit_id=seq, owner="A", name="王大明")


def disclosed(connection):
    """An edition that was shown, read, and asked about; one question has no answer yet."""
    shown = {"community_id": 1, "published_at": OLD, "due": "2026-10-10"}
    connection.execute(insert(DISCLOSURES).values(blank("disclosures", **shown)))
    of = {"disclosure_id": 1, "person": LI}
    connection.execute(insert(READERS).values(blank("disclosure_readers", **of)))
    for answered in (OLD, None):
        asked = {**of, "text": "为什么没人修", "answered_at": answered}
        connection.execute(insert(QUESTIONS).values(blank("disclosure_questions", **asked)))


def held(connection, day):
    """A message that a group was spared on a day."""
    more = {"community_id": 1, "day": day, "facts": {"note": "没人修"}}
    connection.execute(insert(HELD).values(blank("held_messages", **more)))


def topic(connection, status):
    """A topic in which somebody said, supported and objected to something."""
    topics, statements = Topics(connection, 1), Statements(connection)
    made = topics.add(replace(TOPIC, at=MONDAY, status=status)).id
    topics.second(Second(topic=made, household="b3/101", person=LI, at=MONDAY))
    topics.object(made, Objection(person=str(LI), affected=True, text="吵"), MONDAY)
    said = {"person": LI, "stance": Stance.FOR, "text": "吵", "shown": True}
    first = statements.add(Statement(topic=made, at=MONDAY, **said))
    statements.answer(first.id, LI, Answer.AGREE, MONDAY)


def ballot(connection, number, status):
    """A ballot in which somebody voted, objected, and had a vote entered for a neighbour."""
    of = {"ballot_id": number}
    words = {"number": number, "status": status, "closes": OLD}
    connection.execute(
        insert(BALLOTS).values(blank("ballots", community_id=1, topic_id=1, **words))
    )
    for table, more in (
        ("ballot_units", {"unit": "b3/101"}),
        ("ballot_voters", {"unit": "b3/101", "person": str(LI)}),
        ("votes", {"unit": "b3/101"}),
        ("entered_votes", {"unit": "b3/102"}),
        ("sealed_votes", {"unit": "b3/103", "envelope": b"e"}),
        ("box_marks", {"marks": {"for": 1}}),
        ("box_slips", {"slip": "K7M2"}),
        ("ballot_reminders", {"person": LI}),
        ("ballot_passages", {"person": LI, "note": "漏了我家", "at": OLD}),
    ):
        connection.execute(insert(METADATA.tables[table]).values(blank(table, **of, **more)))


def carriage(connection, number, when):
    inbox.keep(connection, 7, when, [inbox.Arrival(number, "5001", "{}")])
    if number == 2:
        inbox.bury(connection, 7, number, SAYS)
    inbox.done(connection, 7, number)
    due = {"verb": "v", "words": {"case": 1}, "status": "done"}
    put(connection, DUES, key=f"k{number}", at=when, **due)
    put(connection, ALARMS, at=when, key="ticks", what="x", told=True, told_at=when)
    talk = {"kind": "report", "person": LI, "chat": LI, "data": {"text": "灯坏了"}, "version": 1}
    put(connection, DIALOGUES, token=f"t{number}", status="cancelled", expires=when, **talk)


def case(connection):
    connection.execute(update(CASES).values(status="confirmed", photo="p", behalf="邻居"))
    for talk, of in ((1, None), (1, 1), (None, 1), (3, None)):
        given = {"kind": "photo", "file": "f", "by": LI, "at": OLD, "album": ""}
        put(connection, ATTACHMENTS, case_id=of, dialogue_id=talk, **given)
    said = {"sender": LI, "officer": "", "at": OLD, "text": "快点", "photo": "", "voice": ""}
    put(connection, RELAYS, case_id=1, kind="reporter", dealt=True, **said)
    for text in ("旧", "新"):
        put(connection, REVISIONS, case_id=1, at=OLD, text=text)
    connection.execute(update(PASSAGES).values(officer="", note="没人修"))
    connection.execute(update(ASSIGNMENTS).values(note="没人修"))
    connection.execute(update(OUTBOX).values(status="sent", facts={"note": "没人修"}, error=SAYS))


def dispute(connection, number, status):
    words = dict.fromkeys(("behalf", "since", "tried", "wishes", "text", "voice"), "吵")
    names = dict.fromkeys(("acknowledged_by", "mediator", "office", "place", "phone"), "")
    kinds = ("named", "declared", "kin_named", "flagged", "anyone", "withdrawal_asked")
    lists = {name: [] for name in ("parties", "kin", "called", "declined")}
    counts = dict.fromkeys(("entered_by", "raised", "rounds"), 0)
    more = {"number": number, "reporter": LI, "at": OLD, "version": 1, "status": status}
    whether = dict.fromkeys(kinds, False)
    row = {**words, **names, **whether, **lists, **counts, **more}
    put(connection, DISPUTES, community_id=1, **row)
    put(connection, ENTRIES, dispute_id=number, action="report", officer="", at=OLD, note="吵")

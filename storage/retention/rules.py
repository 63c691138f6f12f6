"""The one table of how long each store is kept.

A test walks every table there is: each is let go of by a rule, or kept for a reason. Rules run in
this order. What is open is never touched, and no chain is ever broken.
"""

from storage.forgetting.rules import GONE
from storage.retention.finding import (
    LETTER,
    MESSAGE,
    Rule,
    alarms,
    answers,
    details,
    filed_from_talks,
    former_owners,
    held,
    invitations,
    letters,
    messages,
    of_ballot,
    of_case,
    of_dispute,
    of_topic,
    owners,
    pictures_of_talks,
    questions,
    readers,
    received,
    reminders,
    residents,
    talks,
    units,
)
from storage.retention.resolved import of_resolution


def _kept(why: str, *tables: str) -> tuple[Rule, ...]:
    return tuple(Rule(table=table, why=why) for table in tables)


_SAID = {"text": "", "photo": "", "voice": ""}
_REPORT = {"text": GONE, "photo": "", "behalf": ""}
_TOLD = dict.fromkeys(("behalf", "since", "tried", "wishes", "text", "voice"), "")
_NOTE = {"note": ""}
_STATED = {"text": "", "voice": ""}
_ASKED = {"text": ""}
RULES: tuple[Rule, ...] = (
    Rule(table="inbox", keeps="letters", finds=letters, writes=LETTER),
    Rule(table="inbox", keeps="received", finds=received),
    Rule(table="outbox", keeps="messages", finds=messages, writes=MESSAGE),
    Rule(table="dues", keeps="reminders", finds=reminders),
    Rule(table="alarms", keeps="letters", finds=alarms),
    Rule(table="attachments", keeps="talks", finds=pictures_of_talks),
    Rule(table="attachments", keeps="talks", finds=filed_from_talks, writes={"dialogue_id": None}),
    Rule(table="dialogues", keeps="talks", finds=talks),
    Rule(table="relays", keeps="relays", finds=of_case("case_id", _SAID), writes=_SAID),
    Rule(table="revisions", keeps="revisions", finds=of_case("case_id", {})),
    Rule(table="attachments", keeps="cases", finds=of_case("case_id", {})),
    Rule(table="assignments", keeps="cases", finds=of_case("case_id", _NOTE), writes=_NOTE),
    Rule(
        table="passages",
        keeps="cases",
        finds=of_case("case_id", _NOTE, reporters=True),
        writes=_NOTE,
    ),
    Rule(table="cases", keeps="cases", finds=of_case("id", _REPORT), writes=_REPORT),
    Rule(
        table="dispute_entries",
        keeps="disputes",
        finds=of_dispute("dispute_id", _NOTE),
        writes=_NOTE,
    ),
    Rule(table="disputes", keeps="disputes", finds=of_dispute("id", _TOLD), writes=_TOLD),
    Rule(table="residents", keeps="residents", finds=residents),
    Rule(table="roster_owners", keeps="rosters", finds=owners),
    Rule(table="roster_units", keeps="rosters", finds=units),
    Rule(table="held_messages", keeps="messages", finds=held),
    Rule(table="statement_answers", keeps="topics", finds=answers),
    Rule(table="topic_seconds", keeps="topics", finds=of_topic({})),
    Rule(table="statements", keeps="topics", finds=of_topic(_STATED), writes=_STATED),
    Rule(table="topic_objections", keeps="topics", finds=of_topic(_ASKED), writes=_ASKED),
    Rule(table="resolution_replies", keeps="topics", finds=of_resolution({})),
    Rule(table="resolution_asked", keeps="topics", finds=of_resolution({})),
    Rule(table="resolution_contests", keeps="topics", finds=of_resolution(_ASKED), writes=_ASKED),
    Rule(table="votes", keeps="topics", finds=of_ballot({})),
    Rule(table="entered_votes", keeps="topics", finds=of_ballot({}, ids=True)),
    Rule(table="sealed_votes", keeps="topics", finds=of_ballot({})),
    Rule(table="box_marks", keeps="topics", finds=of_ballot({}, ids=True)),
    Rule(table="box_slips", keeps="topics", finds=of_ballot({}, ids=True)),
    Rule(table="ballot_voters", keeps="topics", finds=of_ballot({})),
    Rule(table="ballot_reminders", keeps="topics", finds=of_ballot({})),
    Rule(table="ballot_units", keeps="topics", finds=of_ballot({})),
    Rule(
        table="ballot_passages",
        keeps="topics",
        finds=of_ballot(_NOTE, voters=True),
        writes=_NOTE,
    ),
    Rule(table="owner_accounts", keeps="rosters", finds=former_owners),
    Rule(table="meeting_answers", keeps="reminders", finds=invitations),
    Rule(table="audit_details", keeps="details", finds=details),
    *_kept("chain", "audit", "seals", "anchors"),
    *_kept("office", "communities", "editions", "absences", "desks", "screenings", "grants"),
    *_kept("chats", "chats"),
    *_kept("person", "people", "menus"),
    *_kept("consent", "consents"),
    *_kept("cards", "cards"),
    *_kept("topics", "topics", "topic_passages", "opinion_cells", "ballots", "ballot_keys"),
    *_kept("office", "paper_batches"),
    *_kept("chats", "group_days"),
    *_kept(
        "topics",
        "resolutions",
        "resolution_clauses",
        "clause_checkins",
        "clause_showings",
        "topic_referrals",
    ),
    *_kept("topics", "resolution_corrections", "resolution_passages"),
    *_kept("topics", "meetings", "soundings", "fourstep_tracks", "fourstep_records"),
    Rule(table="disclosure_readers", keeps="relays", finds=readers),
    Rule(table="disclosure_questions", keeps="relays", finds=questions, writes=_ASKED),
    *_kept("papers", "papers", "disclosures", "disclosure_passages", "disclosure_pins"),
    *_kept("office", "programme_changes", "supervision_measures", "urgent_messages"),
    *_kept("person", "disclosure_subscribers"),
    *_kept("rosters", "rosters"),
    *_kept("again", "forgotten"),
    *_kept("copies", "leases"),
)

"""The one table of what becomes of a person's data in each store, and why (N06, PIPL 47).

A test walks every table there is: none may be without a rule, and nothing of a forgotten person
may stand anywhere but where a rule keeps it. Rows are let go of in this order.
"""

from governance.forgetting import Treatment
from storage.forgetting.finding import (
    Rule,
    among,
    buried,
    deleted,
    either,
    filed,
    holds_number,
    is_own,
    is_own_dispute,
    is_person,
    kept,
    noted,
    own_words,
    repeated,
    spoken,
    standing_in,
    told,
    unlinked,
    unnamed,
    walked,
)

GONE = "—"  # where a text must stand and none is left

RULES: tuple[Rule, ...] = (
    deleted("audit_details", "audit-details", "words", noted),
    deleted("inbox", "letters", "words", buried, raw=None, error=None),
    Rule(
        table="inbox",
        columns=("lane",),
        store="inbox",
        treatment=Treatment.PSEUDONYMISE,
        why="count",
        finds=walked,
        writes=lambda _t, _whose: {"lane": "forgotten"},
    ),
    deleted("outbox", "messages", "told", told),
    deleted(
        "cards",
        "messages",
        "told",
        either(is_person("reader", "chat"), holds_number("instead", "subject")),
    ),
    deleted("dues", "alarms", "needless", holds_number("words", "key")),
    deleted("alarms", "alarms", "needless", holds_number("what")),
    deleted("menus", "menus", "needless", holds_number("scope")),
    deleted("attachments", "reports", "words", filed),  # before the talks: it points at them
    deleted("dialogues", "talks", "words", is_person("person", "chat")),
    deleted("relays", "reports", "words", either(is_own("case_id"), is_person("sender"))),
    deleted("revisions", "reports", "words", is_own("case_id")),
    deleted("assignments", "reports", "words", repeated, note=""),  # found by the steps below
    deleted("passages", "reports", "words", own_words(is_own("case_id")), note=""),
    deleted(
        "cases", "reports", "words", is_own("id"), text=GONE, photo="", behalf="", merged_into=None
    ),
    unnamed("cases", "reports", "summary", finds=is_own("id")),
    unnamed("passages", "steps", "note", finds=is_own("case_id")),
    unnamed("assignments", "steps", "note", finds=is_own("case_id")),
    unlinked("cases", "matters", "matter", "reporter", "chat", "entered_by", message="message"),
    deleted(
        "dispute_entries", "disputes", "words", own_words(is_own_dispute("dispute_id")), note=""
    ),
    unnamed("dispute_entries", "steps", "note", finds=is_own_dispute("dispute_id")),
    deleted(
        "disputes",
        "disputes",
        "words",
        is_own_dispute("id"),
        behalf="",
        since="",
        tried="",
        wishes="",
        text="",
        voice="",
    ),
    unlinked("disputes", "matters", "dispute", "reporter", "entered_by"),
    among("disputes", "matters", "dispute", "persons"),
    deleted("held_messages", "messages", "told", holds_number("facts", "subject")),
    deleted("disclosure_subscribers", "subscriptions", "needless", is_person("person")),
    deleted("disclosure_readers", "opinions", "needless", is_person("person")),
    deleted("disclosure_questions", "opinions", "words", is_person("person"), text=GONE),
    unlinked("disclosure_questions", "topics", "topic", "person"),
    deleted("statement_answers", "opinions", "needless", is_person("person")),
    deleted("topic_seconds", "opinions", "needless", is_person("person")),
    deleted("meeting_answers", "opinions", "needless", is_person("person")),
    deleted("ballot_reminders", "opinions", "needless", is_person("person")),
    deleted(
        "statements", "opinions", "words", is_person("person"), text=GONE, voice="", office=""
    ),
    deleted("topic_objections", "opinions", "words", is_person("person"), text=GONE),
    deleted("resolution_replies", "opinions", "needless", is_person("person")),
    deleted("resolution_asked", "opinions", "needless", is_person("person")),
    deleted("resolution_contests", "opinions", "words", is_person("person"), text=GONE),
    unlinked("resolution_contests", "topics", "topic", "person"),
    unlinked("statements", "topics", "topic", "person"),
    unlinked("topic_objections", "topics", "topic", "person"),
    unlinked("topics", "topics", "topic", "proposer"),
    deleted("ballot_passages", "opinions", "words", spoken, note=""),
    unlinked("ballot_passages", "ballots", "ballot", "person"),
    unlinked("entered_votes", "ballots", "ballot", "entrant"),
    unlinked("paper_batches", "ballots", "ballot", "entrant"),
    among("ballots", "ballots", "ballot", "persons"),
    *(
        standing_in(table, "ballots", "ballot", "unit")
        for table in ("ballot_units", "votes", "entered_votes", "sealed_votes")
    ),
    standing_in("ballot_voters", "ballots", "ballot", "person", "unit"),
    deleted("owner_accounts", "owners", "home", is_person("person")),
    unlinked("grants", "posts", "office", "person"),
    unlinked("chats", "chats", "office", "organiser"),
    deleted("residents", "residents", "home", is_person("person")),
    deleted("consents", "consents", "needless", is_person("person")),
    deleted("people", "people", "needless", is_person("id")),  # cuts the word of the audit off
    *kept("audit", "chain", "audit", "seals", "anchors"),
    *kept("forgotten", "again", "forgotten"),
    *kept("file", "office", "communities", "editions", "absences", "desks", "screenings"),
    *kept("file", "office", "programme_changes", "supervision_measures", "urgent_messages"),
    *kept("box", "box", "ballot_keys", "box_marks", "box_slips"),
    *kept("topics", "topic", "topic_passages", "meetings", "soundings"),
    *kept("topics", "topic", "opinion_cells"),
    *kept("topics", "topic", "fourstep_tracks", "fourstep_records"),
    *kept("papers", "papers", "papers", "disclosures", "disclosure_passages", "disclosure_pins"),
    *kept("topics", "topic", "topic_passages"),
    *kept(
        "topics",
        "topic",
        "resolutions",
        "resolution_clauses",
        "clause_checkins",
        "clause_showings",
    ),
    *kept("topics", "topic", "resolution_corrections", "resolution_passages", "topic_referrals"),
    *kept("roster", "roster", "rosters", "roster_units", "roster_owners"),
    *kept("copies", "copies", "leases"),
    *kept("logs", "logs"),
    *kept("backups", "backups"),
    *kept("groups", "groups", "group_days"),
)

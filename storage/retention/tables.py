"""The tables that hold something which is let go of."""

from collections.abc import Mapping

from sqlalchemy import Table

from storage.against import CONTESTS
from storage.alarms import ALARMS
from storage.attachments import ATTACHMENTS
from storage.attention import HELD
from storage.audit import AUDIT, DETAILS
from storage.ballots import BALLOTS
from storage.ballots import PASSAGES as BALLOT_PASSAGES
from storage.cases.tables import ASSIGNMENTS, CASES, PASSAGES, REVISIONS
from storage.dialogues import DIALOGUES
from storage.disclosures import DISCLOSURES
from storage.flats import ACCOUNTS
from storage.inbox import DUES, INBOX
from storage.mediation import DISPUTES, ENTRIES
from storage.meetings import COMING, MEETINGS
from storage.outbox import OUTBOX
from storage.readings import QUESTIONS, READERS
from storage.relays import RELAYS
from storage.reminders import REMINDERS
from storage.replies import ASKED, REPLIES
from storage.residents import RESIDENTS
from storage.roster import OWNERS, ROSTERS, UNITS
from storage.sealed import BATCHES, KEYS, MARKS, SEALED, SLIPS
from storage.statements import ANSWERS, STATEMENTS
from storage.topics import OBJECTIONS, SECONDS, TOPICS
from storage.topics import PASSAGES as TOPIC_PASSAGES
from storage.votes import ENTERED, VOTERS, VOTES
from storage.votes import UNITS as BALLOT_UNITS

# named one by one: what nobody has loaded is not in the list of tables
_TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(INBOX, DUES, OUTBOX, ALARMS, AUDIT, DETAILS, DIALOGUES, ATTACHMENTS),
        *(CASES, PASSAGES, ASSIGNMENTS, REVISIONS, RELAYS, DISPUTES, ENTRIES),
        *(RESIDENTS, ROSTERS, UNITS, OWNERS, REMINDERS),
        HELD,
        *(DISCLOSURES, READERS, QUESTIONS),
        *(MEETINGS, COMING),
        *(REPLIES, ASKED, CONTESTS),
        *(KEYS, SEALED, MARKS, SLIPS, BATCHES),
        *(TOPICS, OBJECTIONS, SECONDS, TOPIC_PASSAGES, STATEMENTS, ANSWERS),
        *(BALLOTS, BALLOT_UNITS, VOTERS, VOTES, ENTERED, BALLOT_PASSAGES, ACCOUNTS),
    )
}


def known(name: str) -> Table:
    """Return the table of this name."""
    return _TABLES[name]

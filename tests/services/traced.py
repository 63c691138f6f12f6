"""Somebody who leaves something in every store, and where a mark of his stands."""

import json
import re

from sqlalchemy import select, update

from governance.cases import CaseAction
from governance.consent import VERSION
from services import consent, residents, talks
from services.cases import looking
from storage.cases import CASES
from storage.database import METADATA
from storage.forgetting import RULES, Traces
from tests.services.blank import put
from tests.services.joining import private
from tests.services.town import GROUP, LI, WANG

WORDS = "枇杷树下那盏灯"
SAID = f"三号楼电梯坏了两天没人修，{WORDS}"
NAME = f"p{LI}"
MARK = re.compile(rf"(?<![0-9a-f]){LI}(?![0-9a-f])|{WORDS}")  # in a hash it is by chance


def lived(town):
    """Let somebody leave something in every store there is."""
    town.do(LI, residents.agree, VERSION, consent.START)
    town.do(LI, residents.arrive, private(LI), "b_b3")
    town.say(LI, "301")
    town.answer(LI, "residency", "settled")
    town.answer(LI, talks.SUBMIT)
    town.report(LI, text=SAID, photo="photo-1", message=7)
    town.do(LI, looking.revised, chat=GROUP, message=7, text=f"{SAID}，改")
    town.act(WANG, CaseAction.ACCEPT)
    town.act(WANG, CaseAction.FINISH, note=f"和{NAME}说过了", proof="photo-2")
    town.act(LI, CaseAction.REOPEN, note=f"{WORDS}还是不亮")
    town.act(WANG, CaseAction.ACCEPT)
    town.act(WANG, CaseAction.FINISH, note=f"又和{NAME}说过了", proof="photo-3")
    town.act(LI, CaseAction.CONFIRM)
    town.report(LI, text="太吵了", message=8)
    left = {"number": 1, "reporter": LI, "status": "withdrawn", "community_id": town.id}
    left |= {"text": WORDS, "persons": f",{LI},"}
    put(town.engine, "disputes", id=1, **left)
    put(town.engine, "dispute_entries", dispute_id=1, note=WORDS)
    put(town.engine, "dispute_entries", dispute_id=1, officer="wang", note=f"见过{NAME}")
    put(town.engine, "relays", case_id=1, sender=LI, text=WORDS)
    put(town.engine, "attachments", case_id=1, file="photo-1", by=LI)
    put(town.engine, "alarms", key="seat", what=f"person:{LI}")
    put(town.engine, "menus", scope=f"chat:{LI}", language="en")
    put(town.engine, "grants", community_id=town.id, officer="gone", status="ended", person=LI)
    put(town.engine, "chats", id=-7, community_id=town.id, status="left", organiser=LI)
    raw = json.dumps({"message": {"from": {"id": LI}, "text": WORDS}})
    dead = {"raw": raw, "error": f"ValueError: {WORDS}", "status": "dead"}
    put(town.engine, "inbox", bot=1, update_id=1, lane=f"{LI}", **dead)
    deliberated(town)
    voted(town)
    read(town)
    put(town.engine, "dues", key="k", verb="x", words={"person": LI}, status="open")
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(summary=f"{NAME}家的灯"))
    town.send()


def deliberated(town):
    """Let somebody propose, support, object, speak, and mean to come to a meeting."""
    put(town.engine, "topics", id=1, community_id=town.id, number=1, proposer=LI, text="路灯")
    put(town.engine, "topic_seconds", topic_id=1, household="b3 301", person=LI)
    put(town.engine, "topic_objections", id=1, topic_id=1, person=LI, text=WORDS)
    put(town.engine, "statements", id=1, topic_id=1, number=1, person=LI, text=WORDS)
    put(town.engine, "statement_answers", statement_id=1, person=LI, answer="agree")
    put(town.engine, "held_messages", community_id=town.id, facts={"person": LI}, day="2020-01-01")
    put(town.engine, "meetings", id=1, community_id=town.id, number=1, kind="talk")
    put(town.engine, "meeting_answers", meeting_id=1, person=LI, answer="come")


def read(town):
    """Let somebody read what was disclosed, and ask about a line."""
    put(town.engine, "disclosures", id=1, community_id=town.id)
    put(town.engine, "disclosure_subscribers", community_id=town.id, person=LI)
    put(town.engine, "disclosure_readers", disclosure_id=1, person=LI)
    put(town.engine, "disclosure_questions", disclosure_id=1, person=LI, text=WORDS)


def voted(town):
    """Let somebody stand on a roll, vote, object, enter a vote for others, and own a flat."""
    put(town.engine, "ballots", id=1, community_id=town.id, topic_id=1, persons=f",{LI},")
    put(town.engine, "ballot_reminders", ballot_id=1, person=LI)
    put(town.engine, "ballot_units", ballot_id=1, unit=str(LI))
    put(town.engine, "ballot_voters", ballot_id=1, unit=str(LI), person=str(LI))
    put(town.engine, "votes", ballot_id=1, unit=str(LI))
    put(town.engine, "sealed_votes", ballot_id=1, unit=str(LI), envelope=b"e")
    put(town.engine, "paper_batches", ballot_id=1, entrant=LI, envelope=b"e")
    put(town.engine, "entered_votes", ballot_id=1, unit=str(LI), entrant=LI)
    put(town.engine, "ballot_passages", ballot_id=1, person=LI, note=WORDS)
    put(town.engine, "resolutions", id=1, community_id=town.id, topic_id=1, final={})
    for table, words in (("asked", {}), ("replies", {}), ("contests", {"text": WORDS})):
        put(town.engine, f"resolution_{table}", resolution_id=1, person=LI, **words)
    put(town.engine, "owner_accounts", community_id=town.id, owner="A", person=LI)


def found(town, pattern=MARK):
    """Return where a mark stands: table and column."""
    places = set()
    with town.engine.begin() as connection:
        for table in METADATA.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                places |= {
                    (table.name, name) for name, value in row.items() if pattern.search(str(value))
                }
    return places


def counted(town):
    with town.engine.begin() as connection:
        traces = Traces(connection)
        whose = traces._whose(LI)
        return {
            (rule.table, rule.columns, rule.treatment): traces._count(rule, whose)
            for rule in RULES
            if rule.finds
        }


def rows(town, *columns):
    with town.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]

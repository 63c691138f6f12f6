"""A person's data: shown whole, and after forgetting nowhere but where the table keeps it."""

import json
import re

import pytest
from sqlalchemy import insert, select, update

from governance.cases import CaseAction
from governance.forgetting import Treatment
from governance.refusals import Refusal
from services import consent, forgetting, residents, talks
from services.cases import looking
from services.hearing import Asked
from storage import audit
from storage.audit import AUDIT, DETAILS
from storage.cases import CASES, PASSAGES
from storage.database import METADATA
from storage.forgetting import RULES, Traces, forgotten, still_here
from storage.forgetting.traces import STAND_INS
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.services.blank import put
from tests.services.town import AT, GROUP, LI, WANG, ZHANG

WORDS = "枇杷树下那盏灯"
SAID = f"三号楼电梯坏了两天没人修，{WORDS}"
NAME = f"p{LI}"
MARK = re.compile(rf"(?<!\d){LI}(?!\d)|{WORDS}")


def private(person):
    return Asked(chat=person, message=0)


def lived(town):
    """Let somebody leave something in every store there is."""
    town.do(LI, residents.agree, 1, consent.START)
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
    left |= {"text": WORDS}
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
    put(town.engine, "inbox", bot=1, update_id=1, lane=f"{LI}", raw=raw, status="dead")
    put(town.engine, "dues", key="k", verb="x", words={"person": LI}, status="open")
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(summary=f"{NAME}家的灯"))
    town.send()


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


# ── forgetting ──


def test_nothing_of_a_forgotten_person_stands_anywhere_but_where_a_rule_keeps_it(town):
    lived(town)
    left = counted(town)
    marked = found(town)
    kept = {r.table for r in RULES if r.treatment is Treatment.KEEP}

    town.do(LI, forgetting.mine_gone)

    assert [rule for rule, count in left.items() if not count] == []
    assert {table for table, _ in marked} >= {"people", "cases", "outbox", "residents", "inbox"}
    assert {place for place in found(town) if place[0] not in kept} == set()
    assert {place for place in found(town) if place[0] in kept} == set()


def test_every_table_there_is_has_a_rule():
    assert {t.name for t in METADATA.sorted_tables} == {r.table for r in RULES} - {""}


def test_every_column_of_a_rule_exists():
    assert [
        (rule.table, column)
        for rule in RULES
        for column in rule.columns
        if column not in METADATA.tables[rule.table].c
    ] == []


def test_the_chain_of_the_audit_stays_whole_and_leads_to_nobody(town):
    lived(town)
    with town.engine.begin() as connection:
        audit.seal(connection, town.id, ms(town.now))
        pseudonym = Traces(connection).pseudonym(LI)
        before = audit.verify(connection, town.id)

    town.do(LI, forgetting.mine_gone)

    with town.engine.begin() as connection:
        after = audit.verify(connection, town.id)
        audit.seal(connection, town.id, ms(town.now))
        assert audit.verify(connection, town.id).broken is None
    assert (after.broken, after.sealed) == (None, before.sealed)
    acted = rows(town, AUDIT.c.verb, AUDIT.c.object)
    assert ("forget", f"person:{pseudonym}") in acted
    detailed = {entry for (entry,) in rows(town, DETAILS.c.audit_id)}
    own = [e for e, actor in rows(town, AUDIT.c.id, AUDIT.c.actor) if actor == pseudonym]
    assert own
    assert detailed & set(own[:-1]) == set()


def test_the_matter_stays_and_nobody_can_say_whose_it_was(town):
    lived(town)

    town.do(LI, forgetting.mine_gone)

    case = town.case()
    assert case.reporter >= STAND_INS
    assert (case.category, case.building, case.status) == ("lift", "b3", "confirmed")
    assert (case.text, case.photo, case.message, case.summary) == ("—", "", 0, "＊家的灯")
    assert [a.note for a in case.assignments] == ["", "又和＊说过了"]
    notes = {note for (note,) in rows(town, PASSAGES.c.note) if note}
    assert notes == {"和＊说过了", "又和＊说过了"}


def test_the_workers_card_is_drawn_anew_without_the_words(town):
    lived(town)

    town.do(LI, forgetting.mine_gone)

    assert ("worksheet:1:wang:2", WANG) in town.told()


def test_nobody_else_is_touched(town):
    lived(town)
    town.report(ZHANG, text="二号楼门口垃圾堆了三天没人清", message=9)
    town.send()
    before = rows(town, CASES.c.reporter, CASES.c.text)[1:]
    others = found(town, re.compile(rf"(?<!\d){ZHANG}(?!\d)"))

    town.do(LI, forgetting.mine_gone)

    assert rows(town, CASES.c.reporter, CASES.c.text)[1:] == before
    assert found(town, re.compile(rf"(?<!\d){ZHANG}(?!\d)")) == others


def test_what_others_still_wait_for_is_told_them(town):
    """Only what is over is let go of: a waiting message to somebody else goes out."""
    lived(town)
    facts = {"case": 1, "note": "", "number": 1}
    put(town.engine, "outbox", dedupe="w", reader=WANG, chat=WANG, facts=facts, status="waiting")
    put(town.engine, "outbox", dedupe="s", reader=WANG, chat=WANG, facts=facts, status="sent")

    with town.engine.begin() as connection:
        Traces(connection).forget(LI, ms(AT))

    left = rows(town, OUTBOX.c.dedupe)
    assert ("w",) in left
    assert ("s",) not in left


def test_a_name_of_one_letter_is_not_looked_for_in_others_words(town):
    lived(town)
    with town.engine.begin() as connection:
        connection.execute(update(METADATA.tables["people"]).values(name="和"))
        Traces(connection).forget(LI, ms(AT))

    assert town.case().assignments[1].note == f"又和{NAME}说过了"


def test_somebody_who_comes_back_is_somebody_new(town):
    lived(town)
    with town.engine.begin() as connection:
        before = Traces(connection).pseudonym(LI)
    town.do(LI, forgetting.mine_gone)

    town.do(LI, consent.read, private(LI))

    with town.engine.begin() as connection:
        assert Traces(connection).pseudonym(LI) not in {"", before}
    assert town.do(LI, forgetting.open_cases, LI) == []


def test_who_was_never_met_leaves_nothing_to_forget(town):
    with town.engine.begin() as connection:
        traces = Traces(connection)
        traces.forget(LI, ms(AT))

        assert traces.pseudonym(LI) == ""
        assert forgotten(connection) == []
        assert {t.count for t in traces.survey(LI)} == {0}


def test_a_restored_backup_shows_who_must_be_forgotten_again(town):
    lived(town)
    with town.engine.begin() as connection:
        pseudonym = Traces(connection).pseudonym(LI)

        assert still_here(connection, [pseudonym, "other"]) == [LI]
        Traces(connection).forget(LI, ms(AT))
        assert still_here(connection, [pseudonym]) == []
        assert forgotten(connection) == [pseudonym]


# ── before it ──


def test_an_open_case_is_handled_first(town):
    town.report(LI)

    with pytest.raises(Refusal, match="refusal-forget-open") as refused:
        town.do(LI, forgetting.mine_gone)

    assert refused.value.facts == {"numbers": "#1"}
    assert town.case().reporter == LI


def test_open_cases_are_taken_back_where_the_person_so_asks(town):
    town.report(LI)
    town.report(LI, text="三号楼电梯门口漏水漏了两天", message=8)

    town.do(LI, forgetting.withdraw)

    assert {town.case(n).status for n in (1, 2)} == {"withdrawn"}
    assert ("told-assignee-withdraw", WANG) in town.fresh()
    assert found(town, re.compile(rf"(?<!\d){LI}(?!\d)")) == set()


def test_what_its_reporter_alone_may_not_take_back_is_not_forgotten(town):
    """A hazard is let go of by the committee (8.3): until then the person stays its reporter."""
    town.report(LI)
    with town.engine.begin() as connection:
        connection.execute(update(CASES).values(kind="hazard"))

    with pytest.raises(Refusal, match="refusal-forget-open") as refused:
        town.do(LI, forgetting.withdraw)

    assert refused.value.facts == {"numbers": "#1"}
    assert town.case().reporter == LI


def test_an_open_dispute_is_settled_first(town):
    left = {"number": 3, "reporter": LI, "status": "reported", "community_id": town.id}
    put(town.engine, "disputes", id=1, **left)

    with pytest.raises(Refusal, match="refusal-forget-dispute") as refused:
        town.do(LI, forgetting.mine_gone)

    assert refused.value.facts == {"numbers": "3"}


def test_who_holds_an_office_gives_it_up_first(town):
    with pytest.raises(Refusal, match="refusal-forget-post"):
        town.do(WANG, forgetting.mine_gone)


# ── shown ──


def test_data_and_deletion_are_shown_in_private_only(town):
    town.do(LI, forgetting.mine, private(LI))
    data = town.told()
    town.do(LI, forgetting.explain, private(LI))
    deletion = town.told()
    town.do(LI, forgetting.mine, Asked(chat=GROUP, message=7))
    pointed = town.facts("in-private")
    town.do(LI, forgetting.explain, Asked(chat=GROUP, message=7))

    assert data == [("mydata", LI)]
    assert deletion == [("forgetme", LI)]
    assert pointed == {"token": "r_mydata"}
    assert town.facts("in-private") == {"token": "r_forgetme"}


def test_a_page_of_it_is_sent_for_itself(town):
    town.do(LI, forgetting.page, 2)

    assert town.facts("mydata") == {"page": 2}


def test_every_case_and_talk_is_found_not_the_newest_alone(town):
    town.report(LI)
    with town.engine.begin() as connection:
        [row] = connection.execute(select(CASES)).mappings().all()
        more = [dict(row) | {"id": n, "number": n} for n in range(2, 13)]
        connection.execute(insert(CASES), more)
    town.report(LI, text="太吵了", message=20)

    with town.engine.begin() as connection:
        traces = Traces(connection)
        assert list(traces.cases(LI)) == list(range(1, 13))
        assert [t.text("text") for t in traces.talks(LI)] == ["太吵了"]


def test_what_a_person_said_beside_a_case_is_found(town):
    town.report(LI)
    put(town.engine, "relays", case_id=1, sender=LI, text=WORDS)
    put(town.engine, "relays", case_id=1, sender=WANG, officer="wang", text="好的")

    with town.engine.begin() as connection:
        assert list(Traces(connection).said(LI)) == [WORDS]

"""A person's data: shown whole, and after forgetting nowhere but where the table keeps it."""

import re

from sqlalchemy import update

from governance.forgetting import Treatment
from services import consent, forgetting
from storage import audit
from storage.audit import AUDIT, DETAILS
from storage.cases import CASES, PASSAGES
from storage.database import METADATA
from storage.forgetting import RULES, Traces, forgotten, still_here
from storage.forgetting.traces import STAND_INS
from storage.outbox import OUTBOX
from storage.rows import ms
from tests.services.blank import put
from tests.services.joining import asks, private
from tests.services.town import AT, LI, WANG, ZHANG
from tests.services.traced import NAME, counted, found, lived, rows

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


def test_the_card_of_a_registration_is_drawn_anew_without_name_and_door(town):
    asks(town)

    town.do(LI, forgetting.mine_gone)

    assert ("resident:1:wang:1", WANG) in town.told()


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

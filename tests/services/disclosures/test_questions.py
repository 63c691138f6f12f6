"""A line is questioned in private, answered once for all who asked, and nobody is named (G11)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from governance.disclosures.states import EditionAction
from governance.programme import Kind
from governance.refusals import NotAllowed, Refusal, Unknown
from services import forgetting
from services.disclosures import (
    answering,
    beside,
    drafting,
    lines,
    questioning,
    signing,
    subscribing,
)
from storage.alarms import ALARMS
from storage.audit import AUDIT, DETAILS
from storage.dialogues import DIALOGUES
from storage.outbox import OUTBOX
from tests.services.disclosures.accounts import (
    APRIL,
    MARCH,
    approved,
    april,
    corrected,
    drafted,
    draw,
    ledger,
    line,
    owes,
    papers,
    published,
)
from tests.services.disclosures.questions import ANSWER, ASKED, answer, ask
from tests.services.town import CHEN, GROUP, HE, LI, WANG, WU, ZHANG

A = EditionAction
BENEATH = f"edition-answers:1:{GROUP}"


def asked(town, edition=1):
    with town.work(0) as work:
        return list(lines.asked(work, work.disclosures.get(edition)))


def test_a_question_has_its_day_and_goes_to_those_who_write_the_item(town):
    published(town)
    ask(town, LI)

    [question] = asked(town)
    assert (question.line, question.text) == (3, ASKED)
    assert question.due == town.now + timedelta(days=7)
    assert ("edition_question", question.due) in town.dues()
    told = [d for d in town.fresh() if d[0].startswith("edition-")]
    assert told == [("edition-asked", LI), (f"edition-question:1:{WANG}", WANG)]


def test_two_who_ask_the_same_line_share_one_day_and_one_answer(town):
    published(town)
    ask(town, LI)
    first = town.now
    town.now += timedelta(days=2)
    ask(town, ZHANG, text="用的什么灯")
    ask(town, HE, line="2")
    assert [q.due for q in asked(town)[:2]] == [first + timedelta(days=7)] * 2

    answer(town)
    told = town.fresh()
    assert [d for d in told if d[0] == "edition-answered"] == [
        ("edition-answered", LI),
        ("edition-answered", ZHANG),
    ]
    assert [q.answer for q in asked(town)] == [ANSWER, ANSWER, ""]
    assert (BENEATH, GROUP) in told


def test_who_reads_along_in_private_reads_the_answer_there_too(town):
    town.do(ZHANG, subscribing.choose, 1)
    published(town)
    ask(town, LI)
    answer(town)

    assert (f"edition-answers:1:{ZHANG}", ZHANG) in town.fresh()
    assert f"edition-answers:1:{LI}" not in {key for key, _ in town.fresh()}


def test_by_night_the_group_is_left_in_peace_and_reads_the_answer_in_the_morning(town):
    published(town)
    ask(town, LI)
    town.now = town.now.replace(hour=15)  # 23:00
    answer(town)
    told = town.fresh()
    assert ("edition-answered", LI) in told
    assert (BENEATH, GROUP) not in told

    town.ring("edition_answers")
    assert (BENEATH, GROUP) in town.fresh()
    assert town.now.astimezone(town.community.calendar.zone).hour == 8


def test_the_group_is_told_neither_who_asked_nor_what(town):
    published(town)
    ask(town, LI)
    answer(town)

    of_group = [d for d in town.deliveries() if d.address.chat == GROUP]
    assert [d.subject for d in of_group] == [f"disclosure:1:0:{GROUP}", BENEATH]
    assert all(str(LI) not in f"{d.subject}{dict(d.facts)}" for d in of_group)


def test_no_paper_says_who_asked(town):
    """Neither the audit, nor what officers are told: only the question itself knows its asker."""
    published(town)
    town.do(LI, questioning.begin, 1)
    before = town.audit_of(LI)
    town.say(LI, "3")
    town.say(LI, ASKED)
    answer(town)

    assert town.audit_of(LI) == before
    with town.engine.begin() as connection:
        kept = str(connection.execute(select(DETAILS)).all())
        told = str(connection.execute(select(OUTBOX).where(OUTBOX.c.chat != LI)).all())
        assert connection.execute(select(AUDIT).where(AUDIT.c.verb == "edition-answer")).all()
    assert str(LI) not in kept
    assert ASKED not in kept + told
    assert str(LI) not in told


def test_what_was_forgotten_still_waits_and_nobody_is_told(town):
    published(town)
    ask(town, LI)
    ask(town, ZHANG)
    town.do(LI, forgetting.mine_gone)
    [gone, _] = asked(town)
    assert (gone.text, gone.person == LI) == ("—", False)
    with town.engine.begin() as connection:
        left = connection.execute(select(DIALOGUES.c.id).where(DIALOGUES.c.person == LI)).all()
    assert left == []

    answer(town)
    assert [chat for key, chat in town.fresh() if key == "edition-answered"] == [ZHANG]


def test_the_answer_stays_with_its_line_after_a_correction(town):
    edition = published(town)
    ask(town, LI)
    answer(town)
    corrected(town, edition)
    town.do(WANG, signing.press, 2, A.SUBMIT)
    draw(town)
    for _ in range(5):
        town.ring("edition_drawn")
    town.do(CHEN, signing.press, 2, A.APPROVE)
    town.ring("edition_publish")

    assert (f"edition-answers:2:{GROUP}", GROUP) in town.fresh()
    assert [q.answer for q in asked(town, 2)] == [ANSWER]


def test_a_question_asked_of_the_old_version_is_answered_beneath_the_new_one(town):
    edition = published(town)
    ask(town, LI)
    fresh = corrected(town, edition)
    answer(town)

    assert (BENEATH, GROUP) in town.fresh()  # the new one is not shown yet
    town.do(ZHANG, questioning.begin, 1)  # the old one stands until it is
    town.do(WANG, signing.press, fresh.id, A.SUBMIT)
    draw(town)
    town.ring("edition_drawn")
    town.do(CHEN, signing.press, fresh.id, A.APPROVE)
    town.ring("edition_publish")
    with pytest.raises(Refusal, match="refusal-edition-replaced"):
        town.do(ZHANG, questioning.begin, 1)


def test_what_has_no_answer_is_counted_in_the_next_disclosure(town):
    published(town)
    ask(town, LI)
    ask(town, ZHANG)
    approved(town, april(), period=APRIL)

    text = papers(town)["text"]
    with town.work(0) as work:
        body = work.papers.body(text.id).decode()
    assert "还有 1 条疑问没有答复" in body


def test_no_answer_by_its_day_is_told_to_both_powers_and_to_the_asker(town):
    published(town)
    ask(town, LI)
    town.ring("edition_question")

    told = town.fresh()
    late = sorted(chat for key, chat in told if key == "edition-question-late")
    assert {CHEN, HE, WU} <= set(late)
    assert ("edition-ask-late", LI) in told
    assert (f"edition-question:1:{CHEN}", CHEN) in told
    answer(town, CHEN)
    assert asked(town)[0].answered_by == "chen"


def test_what_was_answered_in_time_is_not_late(town):
    published(town)
    ask(town, LI)
    answer(town)
    town.ring("edition_question")

    assert town.fresh() == []


@pytest.mark.parametrize("person", [LI, WU])
def test_only_those_who_write_editions_answer(town, person):
    published(town)
    ask(town, LI)
    with pytest.raises(NotAllowed):
        town.do(person, answering.press, 1)


def test_an_answer_that_would_show_somebody_is_refused(town):
    published(town)
    ask(town, LI)
    with pytest.raises(Refusal, match="refusal-answer-private"):
        answer(town, text="请打13800138000问")

    assert asked(town)[0].open


def test_a_line_is_answered_once(town):
    published(town)
    ask(town, LI)
    answer(town)
    with pytest.raises(Refusal, match="refusal-line-answered"):
        town.do(CHEN, answering.press, 1)


@pytest.mark.parametrize("said", ["99", "三"])
def test_a_line_that_is_not_there_cannot_be_asked_about(town, said):
    published(town)
    town.do(LI, questioning.begin, 1)
    with pytest.raises(Refusal, match="refusal-no-line"):
        town.say(LI, said)


def test_what_is_not_shown_cannot_be_asked_about(town):
    approved(town)
    with pytest.raises(Refusal, match="refusal-no-edition"):
        town.do(LI, questioning.begin, 1)
    with pytest.raises(Unknown):
        town.do(WANG, answering.press, 1)


def test_nobody_there_to_answer_is_an_alarm(town):
    published(town)
    owes(town, kind=Kind.PARTY, drafter="nobody")
    ask(town, LI)

    with town.engine.begin() as connection:
        rows = connection.execute(select(ALARMS.c.key, ALARMS.c.what)).all()
    assert ("unheld", "edition:1") in rows
    town.ring("edition_question")  # of party affairs nobody else speaks
    assert not [key for key, _ in town.fresh() if key.startswith("edition-question:")]
    with pytest.raises(NotAllowed):
        town.do(CHEN, answering.press, 1)


def test_what_is_empty_has_no_lines(town):
    edition = drafted(town)
    with town.work(0) as work:
        named = lines.named(work, edition)
        assert named == dict.fromkeys((1, 2, 3), "楼道灯更换")
        assert lines.named(work, replace(edition, id=99)) == {}


def test_an_answer_stays_beneath_its_line_where_a_row_is_put_in_above_it(town):
    edition = published(town)
    ask(town, LI)
    answer(town)
    fresh = corrected(town, edition)
    rows = list(ledger().lines)
    rows.insert(1, line(2, 100, on=MARCH.start))
    put = ledger(*(replace(each, number=n) for n, each in enumerate(rows, 1)))
    town.do(WANG, drafting.take, fresh, put)

    with town.work(0) as work:
        kept = beside.content(work, fresh)
        answered = [q.line for q in lines.asked(work, fresh)]
    assert [each.number for each in kept.lines] == [1, 4, 2, 3]
    assert {each.number: each.amount for each in kept.lines}[answered[0]] == rows[
        answered[0]
    ].amount

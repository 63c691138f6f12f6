from dataclasses import replace
from datetime import date

import pytest

from governance.deliberations.states import Criterion, TopicAction, TopicStatus
from governance.deliberations.topic import Elements
from governance.dialogues import Dialogue
from governance.procedure import Entry, Level
from governance.refusals import NotAllowed, Refusal
from services.deliberations import promoting, proposing, reviewing
from tests.bases import memory
from tests.services.deliberations.topics import (
    CHECKED,
    SAID,
    fill,
    proposed,
    reviewed,
    specified,
    submit,
    take,
    topic,
)
from tests.services.joining import verified
from tests.services.town import CHEN, HE, LI, WU, Town

A, S = TopicAction, TopicStatus


def press(town, action, person=CHEN):
    return town.do(person, reviewing.press, 1, A(action))


def refused(town, verb, *args, person=CHEN):
    with pytest.raises(Refusal) as found:
        town.do(person, verb, *args)
    return found.value.key


def test_the_checklist_is_written_down_as_it_was_answered(town):
    made = reviewed(town)

    assert made.criteria == {Criterion.PUBLIC_INTEREST}
    assert (made.review.in_scope, made.review.lawful, made.review.level) == (
        True,
        True,
        Level.OTHER,
    )
    assert (made.review.affected, made.review.money) == ("三号楼全体住户", "不花钱")
    assert (made.review.personal_data, made.review.already_decided) == (False, False)
    assert made.review.passed
    assert town.audit() == ["topic-review"]


def test_what_the_checklist_says_against_it_keeps_it_from_being_admitted(town):
    reviewed(town, lawful="no")

    assert refused(town, reviewing.press, 1, A.ADMIT) == "refusal-topic-review"


def test_a_review_that_finds_no_reason_to_deliberate_is_not_written_down(town):
    with pytest.raises(Refusal) as found:
        reviewed(town, interest="no")

    assert found.value.key == "refusal-topic-criteria"


def test_a_second_review_does_not_ask_again_why(town):
    reviewed(town)

    talk = town.do(CHEN, reviewing.check, 1)

    assert (talk.text("sorted"), talk.text("interest")) == ("yes", "")
    fill(
        town, CHEN, in_scope="yes", lawful="yes", already_decided="no", level="meeting",
        major="yes", vital="no", affected="全体", money="公共收益", personal_data="no",
    )  # fmt: skip
    made = submit(town, CHEN)
    assert (made.review.level, made.major, made.criteria) == (
        Level.MEETING,
        True,
        {Criterion.PUBLIC_INTEREST},
    )


@pytest.mark.parametrize("verb", [reviewing.check, reviewing.specify, reviewing.study])
def test_the_committee_alone_fills_in_and_only_while_it_can_be_said(town, verb):
    proposed(town)

    assert refused(town, verb, 1, person=WU) == "refusal-execute"
    assert refused(town, verb, 1) == "refusal-not-allowed"


def test_the_question_is_what_was_proposed_unless_other_words_are_given(town):
    reviewed(town)

    made = specified(town)

    assert made.elements == Elements(
        participants="三号楼全体住户",
        question=SAID,
        form="mixed",
        timetable="三月",
        use="物业照办",
    )


@pytest.mark.parametrize(
    ("said", "day"), [("today", date(2026, 11, 2)), ("10-30", date(2026, 10, 30))]
)
def test_of_the_party_s_study_day_and_conclusion_are_kept(town, said, day):
    reviewed(town, major="yes")
    town.do(CHEN, reviewing.study, 1)
    if said == "today":
        fill(town, CHEN, day=said)
    else:
        town.say(CHEN, said)
    fill(town, CHEN, conclusion="agree")

    made = submit(town, CHEN)

    assert (made.party_studied, made.party_conclusion) == (day, "agree")


def test_a_day_that_is_still_to_come_is_refused(town):
    reviewed(town, major="yes")
    town.do(CHEN, reviewing.study, 1)

    with pytest.raises(Refusal) as found:
        town.say(CHEN, "2026-11-03")

    assert found.value.key == "refusal-day-past"


def test_a_step_without_words_is_taken_at_once(town):
    proposed(town)

    assert press(town, "review").status is S.PRE_REVIEW


@pytest.mark.parametrize("action", ["return", "reject", "redirect"])
def test_what_the_committee_answers_has_a_reason_that_the_proposer_reads(town, action):
    reviewed(town)

    talk = press(town, action)
    town.say(CHEN, "写清楚影响谁")

    assert isinstance(talk, Dialogue)
    assert town.facts(f"topic-told-resident-{action}")["note"] == "写清楚影响谁"
    assert town.audit() == [f"topic-{action}"]
    with town.work(0) as work:
        last = work.topics.passages(1)[-1]
    assert (last.action, last.officer, last.note) == (action, "chen", "写清楚影响谁")


def test_admitted_it_has_a_leader(town):
    reviewed(town)
    press(town, "admit", HE)
    town.say(HE, "值得商量")

    assert (topic(town).status, topic(town).lead) == (S.ADMITTED, "he")


def test_what_a_rule_forbids_is_refused_before_words_are_asked_for(town):
    proposed(town)
    press(town, "review")

    assert refused(town, reviewing.press, 1, A.ADMIT) == "refusal-topic-review"
    with town.work(0) as work:
        assert work.dialogues.waiting(CHEN, CHEN) is None


def test_a_mended_proposal_comes_back_with_its_new_words(town):
    reviewed(town)
    take(town, "return")

    press(town, "resubmit", LI)
    town.say(LI, "三号楼两部电梯要不要装刷卡")

    assert (topic(town).status, topic(town).text) == (S.PROPOSED, "三号楼两部电梯要不要装刷卡")
    told = [c for k, c in town.told() if k == "topic-told-committee-resubmit"]
    assert told == [CHEN, HE]


def test_a_mended_proposal_with_enough_households_goes_before_the_committee_at_once(town):
    proposed(town)
    for n in range(4):
        verified(town, 6000 + n, door=f"2-40{n}")
        town.do(6000 + n, proposing.second, 1)
    take(town, "return")

    take(town, "resubmit", LI)

    assert topic(town).status is S.PRE_REVIEW


def test_what_grew_from_cases_is_not_returned_to_nobody(town):
    for n in range(5):
        verified(town, 6000 + n, door=f"2-40{n}")
        town.report(6000 + n, message=100 + n, text=f"三号楼电梯第{n}次坏了没人修")
    town.ring("topic_promote")

    with pytest.raises(NotAllowed):
        press(town, "return")
    assert topic(town).proposer == promoting.NOBODY


def test_an_old_button_of_a_talk_that_is_over_changes_nothing(town):
    reviewed(town)
    talk = press(town, "reject")
    town.say(CHEN, "不行")

    with pytest.raises(Refusal):
        town.answer(CHEN, "note", "", talk.id)


def test_the_catalogue_says_who_decides(community):
    entry = Entry(key="lights", names={"zh-CN": "楼道灯"}, level=Level.DELEGATED, vital=True)
    with memory() as engine:
        town = Town(engine, replace(community, catalogue=(entry,)))
        catalogued = {k: v for k, v in CHECKED.items() if k not in {"level", "major", "vital"}}
        catalogued.pop("entry")
        three = {k: catalogued.pop(k) for k in ("interest", "difficulty", "conflict")}
        proposed(town)
        take(town, "review")
        town.do(CHEN, reviewing.check, 1)
        fill(town, CHEN, **three, entry="lights", **catalogued)

        made = submit(town, CHEN)

    assert (made.entry, made.vital, made.review.level) == ("lights", True, Level.DELEGATED)


def test_without_a_catalogue_no_kind_is_asked_for(community):
    with memory() as engine:
        town = Town(engine, replace(community, catalogue=()))
        proposed(town)
        take(town, "review")

        talk = town.do(CHEN, reviewing.check, 1)

    assert (talk.text("entry"), talk.text("likely")) == ("other", "")


def test_the_kind_that_the_words_speak_of_is_offered_first(community):
    kinds = [("lights", ()), ("access", ("刷卡",))]
    entries = tuple(
        Entry(key=key, names={"zh-CN": key}, level=Level.OTHER, words=words)
        for key, words in kinds
    )
    with memory() as engine:
        town = Town(engine, replace(community, catalogue=entries))
        proposed(town)
        take(town, "review")

        talk = town.do(CHEN, reviewing.check, 1)

    assert talk.text("likely") == "access"


def test_a_question_of_its_own_stands_beside_the_proposal(town):
    reviewed(town)
    town.do(CHEN, reviewing.specify, 1)
    fill(town, CHEN, participants="三号楼全体住户")
    town.say(CHEN, "刷卡还是刷脸")
    fill(town, CHEN, form="online", timetable="三月", use="物业照办")

    made = submit(town, CHEN)

    assert (made.elements.question, made.text) == ("刷卡还是刷脸", SAID)

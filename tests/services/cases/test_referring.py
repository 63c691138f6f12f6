"""Asking back, referring, merging: how a report leaves the desk, and comes back to it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services.cases import waiting
from services.talks import SUBMIT
from tests.services.cases.desks import MORE, OTHER, asked_back, fill, merged, newest
from tests.services.town import AT, CHEN, GROUP, HE, LI, WANG, ZHANG


def test_what_is_asked_back_is_put_to_the_reporter_in_private_and_lies_with_the_desk(lying):
    case = asked_back(lying)

    assert (case.status, case.holder) == (CaseStatus.NEEDS_INFO, "he")
    talk = newest(lying)
    assert (talk.kind, talk.person, talk.chat) == ("inform", LI, LI)
    assert (f"dialogue:{talk.id}", LI) in lying.fresh()
    assert (talk.text("question"), lying.passages()[-1]) == (
        "哪一层？",
        ("ask-info", "he", "哪一层？"),
    )


def test_who_is_out_of_reach_is_called_to_private_under_his_report(lying):
    with lying.work(LI) as work:
        work.people.reach(LI, reachable=False)

    asked_back(lying)

    assert ("come-private", GROUP) in lying.fresh()
    assert lying.facts("come-private") == {"token": newest(lying).token}


def test_the_reporters_words_bring_it_back_to_the_desk(lying):
    asked_back(lying)

    case = lying.say(LI, "三楼", photo="photo-3")

    assert (case.status, lying.audit()) == (CaseStatus.SUBMITTED, ["say", "inform"])
    assert lying.fresh() == [("relay-inform", HE)]
    with lying.work(0) as work:
        [kept] = work.relays.of_case(1)
    assert (kept.text, kept.photo, kept.officer, kept.dealt) == ("三楼", "photo-3", "", True)


def test_a_reporter_asked_back_may_answer_from_his_card_too(lying):
    asked_back(lying)
    lying.answer(LI, "cancel", dialogue_id=newest(lying).id)

    talk = lying.press(LI, "inform")

    assert (talk.kind, talk.text("question")) == ("inform", "哪一层？")
    assert lying.say(LI, "三楼").status is CaseStatus.SUBMITTED


def test_silence_reminds_once_and_then_lies_on_the_desk_and_never_closes(lying):
    """N19: silence ends nothing."""
    asked_back(lying)

    lying.ring("uninformed")
    reminded, first = lying.fresh(), lying.case().status
    lying.ring("uninformed")

    assert (reminded, first) == ([("info-awaited", LI)], CaseStatus.NEEDS_INFO)
    assert (lying.case().status, lying.now) == (CaseStatus.SUBMITTED, AT + timedelta(days=14))
    assert ("told-assignee-resume", HE) in lying.fresh()


def test_a_question_answered_in_time_is_not_asked_for_again(lying):
    asked_back(lying)
    lying.say(LI, "三楼")

    lying.ring("uninformed")

    assert (lying.case().status, lying.told()) == (CaseStatus.SUBMITTED, [])


def test_the_alarm_of_an_older_question_does_nothing(lying):
    asked_back(lying)
    lying.say(LI, "三楼")
    asked_back(lying)

    lying.do(0, waiting.uninformed, 1, 1, 1)

    assert (lying.case().status, lying.told()) == (CaseStatus.NEEDS_INFO, [])


def test_while_somebody_is_asked_back_nobody_is_reminded_of_the_promise(lying):
    asked_back(lying)
    at = lying.case().finish_by + timedelta(hours=1)
    lying.now = at

    lying.do(0, waiting.overdue, 1, 0, 0)

    assert (lying.told(), [d for d in lying.dues() if d[0] == "overdue" and d[1] > at] != []) == (
        [],
        True,
    )


def test_a_referral_says_who_where_which_number_and_why(lying):
    """B14: never a silent refusal."""
    lying.press(HE, "refer")
    case = fill(lying, HE, "城管局", "人民路12号", "0571-88886666", "要执法权", submit=True)

    told = "城管局\n人民路12号\n0571-88886666\n要执法权"
    assert (case.status, lying.audit()) == (CaseStatus.REFERRED, ["refer"])
    assert lying.fresh() == [("told-reporter-refer", LI)]
    assert lying.facts("told-reporter-refer")["note"] == told


def test_a_referral_half_filled_is_not_one(lying):
    lying.press(HE, "refer")
    lying.say(HE, "城管局")

    with pytest.raises(Unknown):
        lying.answer(HE, SUBMIT, dialogue_id=newest(lying).id)

    assert lying.case().status is CaseStatus.SUBMITTED


def test_a_merger_needs_a_reason_and_tells_reporter_and_handler(two):
    case = merged(two, "#1")

    assert (case.status, case.merged_into) == (CaseStatus.MERGED, 1)
    assert two.case().followers == (ZHANG,)
    assert two.fresh() == [("case-joined", WANG), ("told-reporter-merge", ZHANG)]
    told = two.facts("told-reporter-merge")
    assert (told["number"], told["other"], told["note"]) == (2, "#1", "同一台电梯")
    assert two.facts("case-joined")["text"] == MORE
    [joined] = [d for d in two.deliveries() if d.key == "case-joined"]
    assert joined.address.instead is None  # no group reads another's report
    assert two.audit() == ["merge", "join"]


def test_whose_case_was_merged_hears_the_steps_and_is_asked_in_the_end(two):
    merged(two)

    two.act(WANG, "finish", note="修好了")

    assert two.fresh() == [("verdict:1:1", LI), (f"verdict:1:{ZHANG}:1", ZHANG)]


def test_one_no_is_enough_to_do_it_again_and_all_hear_of_it(two):
    merged(two)
    two.act(WANG, "finish", note="修好了")

    case = two.press(ZHANG, "reopen")

    assert (case.status, case.reopened) == (CaseStatus.DISPATCHED, 1)
    assert [t for t in two.fresh() if t[0] == "told-reporter-dispatch"] == [
        ("told-reporter-dispatch", LI),
        ("told-reporter-dispatch", ZHANG),
    ]


def test_a_yes_of_somebody_merged_is_written_down_once_and_closes_nothing(two):
    merged(two)
    two.act(WANG, "finish", note="修好了")

    case = two.press(ZHANG, "concur")

    assert case.status is CaseStatus.DONE_REPORTED
    assert two.passages(2)[-1] == two.passages(1)[-1] == ("concur", "", "")
    with pytest.raises(NotAllowed):
        two.press(ZHANG, "concur")


def test_a_second_finish_asks_again_who_said_yes_to_the_first(two):
    merged(two)
    two.act(WANG, "finish", note="修好了")
    two.press(ZHANG, "concur")
    two.now += timedelta(minutes=5)
    two.press(LI, "reopen")
    two.act(WANG, "accept")
    two.act(WANG, "finish", note="又修了")

    assert two.press(ZHANG, "concur").status is CaseStatus.DONE_REPORTED


def test_who_reported_both_is_asked_once(town):
    town.report()
    town.act(WANG, "accept")
    town.report(text=MORE, reading=OTHER, message=8)
    merged(town)

    town.act(WANG, "finish", note="修好了")

    assert [t for t in town.fresh() if t[1] == LI] == [("verdict:1:1", LI)]


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("那一件", "refusal-number"),
        ("²", "refusal-number"),
        ("2", "refusal-other-case"),
        ("9" * 40, "refusal-no-case"),
    ],
)
def test_a_merger_into_nothing_is_refused_and_asked_again(two, number, key):
    with pytest.raises(Refusal) as refused:
        merged(two, number)

    assert (refused.value.key, newest(two).status) == (key, "open")


def test_nothing_is_merged_into_what_is_closed(two):
    two.act(LI, "withdraw")

    with pytest.raises(Refusal) as refused:
        merged(two)

    assert (refused.value.key, refused.value.facts) == ("refusal-other-closed", {"number": 1})


def test_nobody_comes_to_handle_his_own_report_by_a_merger(two):
    """A09."""
    with two.work(0) as work:
        work.cases.save(replace(work.cases.get(1), assignments=(), status=CaseStatus.ESCALATED))
    two.report(HE, text=MORE, reading=OTHER, message=9)
    two.press(CHEN, "merge", case_id=3)

    with pytest.raises(Refusal) as refused:
        fill(two, CHEN, "同一件", "1")

    assert refused.value.key == "refusal-own-case"


def test_the_yes_of_one_is_not_the_yes_of_another(two):
    merged(two)
    two.report(CHEN, text=f"{MORE}第三回", reading=OTHER, message=9)
    two.press(HE, "merge", case_id=3)
    fill(two, HE, "同一台电梯", "1")
    two.act(WANG, "finish", note="修好了")
    two.press(ZHANG, "concur")

    assert two.press(CHEN, "concur").status is CaseStatus.DONE_REPORTED
    assert (two.passages(2)[-1][0], two.passages(3)[-1][0]) == ("concur", "concur")


def test_who_was_merged_into_what_was_merged_follows_both(two):
    merged(two)
    two.act(WANG, "escalate", note="@money")
    two.report(LI, text=f"{MORE}第三回", reading=OTHER, message=9)
    two.press(HE, "merge", case_id=1)
    fill(two, HE, "同一台电梯", "3")

    assert two.case(3).followers == (LI, ZHANG)


def test_who_goes_back_from_a_step_has_done_nothing(lying):
    talk = lying.press(HE, "ask-info")

    lying.answer(HE, "back", dialogue_id=talk.id)

    assert (lying.talk(talk.id).status, lying.case().status) == ("cancelled", CaseStatus.SUBMITTED)

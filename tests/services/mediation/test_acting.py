import pytest

from governance.mediation import DisputeAction, DisputeStatus
from governance.refusals import NotAllowed, Refusal, Unknown
from services.mediation import acting
from tests.services.mediation.people import (
    DANGER,
    LIANG,
    MA,
    ZHENG,
    act,
    dispute,
    press,
    say,
    tell,
)
from tests.services.town import CHEN, HE, LI, SUN, WANG, WU, ZHANG

S = DisputeStatus


@pytest.fixture
def told(town):
    """A dispute of 李婶, who named 王师傅 as a party and 何副主任 as its friend."""
    tell(town, involved=("wang",), kin=("he",))
    return town


@pytest.fixture
def assigned(told):
    press(told, CHEN, "ask-consent")
    press(told, LI, "agree", "zheng")
    press(told, ZHENG, "accept")
    return told


def entries(town):
    with town.work(0) as work:
        return [(e.action, e.officer, e.note) for e in work.disputes.entries(1)]


def test_the_head_asks_the_reporter_for_consent_and_nobody_else(told):
    press(told, CHEN, "ask-consent")

    assert dispute(told).status is S.CONSENT_ASKED
    assert told.fresh() == [("disputant:1:1", LI)]
    assert told.audit() == ["ask-consent"]


def test_the_mediator_whom_the_reporter_trusts_is_asked(told):
    press(told, CHEN, "ask-consent")

    press(told, LI, "agree", "ma")

    assert (dispute(told).status, dispute(told).mediator) == (S.MEDIATOR_ASKED, "ma")
    assert told.fresh() == [("dispute:1:ma:2", MA)]
    assert "unmediated" in {verb for verb, _ in told.dues()}


def test_a_mediator_who_takes_it_is_told_to_the_reporter(assigned):
    assert dispute(assigned).status is S.ASSIGNED
    assert assigned.fresh() == [("dispute-told-reporter-accept", LI)]
    assert assigned.facts("dispute-told-reporter-accept")["by"] == "郑老师"


def test_no_consent_ends_it_and_the_committee_hears(told):
    press(told, CHEN, "ask-consent")

    press(told, LI, "refuse")

    assert dispute(told).status is S.NO_CONSENT
    assert told.fresh() == [("dispute-told-committee-refuse", CHEN)]


def test_who_declines_says_why_and_the_reporter_chooses_anew(told):
    press(told, CHEN, "ask-consent")
    press(told, LI, "agree", "zheng")

    act(told, ZHENG, "decline", "下周不在")

    assert (dispute(told).status, dispute(told).declined) == (S.CONSENT_ASKED, ("zheng",))
    assert [k for k, _ in told.fresh()] == ["disputant:1:3", "dispute-told-reporter-decline"]
    assert told.facts("dispute-told-reporter-decline")["note"] == "下周不在"


def test_where_anyone_will_do_the_next_is_asked_at_once(told):
    press(told, CHEN, "ask-consent")
    press(told, LI, "agree", "anyone")

    act(told, ZHENG, "decline", "下周不在")

    assert (dispute(told).status, dispute(told).mediator) == (S.MEDIATOR_ASKED, "ma")
    assert [k for k, _ in told.fresh()] == ["dispute-told-reporter-decline", "dispute:1:ma:3"]
    assert told.audit() == ["decline", "agree"]


def test_a_silent_mediator_is_passed_over(told):
    press(told, CHEN, "ask-consent")
    press(told, LI, "agree", "anyone")

    told.ring("unmediated")

    assert (dispute(told).mediator, dispute(told).declined) == ("ma", ("zheng",))
    assert ("dispute-told-reporter-pass-on", LI) in told.told()


def test_an_answer_in_time_is_not_overtaken(assigned):
    assigned.ring("unmediated")

    assert (dispute(assigned).status, dispute(assigned).mediator) == (S.ASSIGNED, "zheng")


def test_a_dispute_that_nobody_begins_with_is_shown_to_the_next(town):
    tell(town)

    town.ring("unattended")

    assert town.fresh() == [("dispute:1:he:0", HE)]
    [reminder] = town.deliveries()
    assert reminder.priority == 3


def test_a_dispute_begun_with_reminds_nobody(told):
    press(told, CHEN, "ask-consent")

    told.ring("unattended")

    assert told.told() == []


def test_words_go_both_ways_without_a_phone_number(assigned):
    act(assigned, ZHENG, "contact", "明天上午方便吗？")
    assert assigned.facts("dispute-told-reporter-contact")["note"] == "明天上午方便吗？"
    assert ("dispute-told-reporter-contact", LI) in assigned.fresh()

    act(assigned, LI, "reply", "可以，十点")

    assert ("dispute-told-assignee-reply", ZHENG) in assigned.fresh()
    assert [e[0] for e in entries(assigned)][-2:] == ["contact", "reply"]


def test_a_note_is_kept_and_told_to_nobody(assigned):
    act(assigned, ZHENG, "record", "两家原来关系不错")

    assert assigned.fresh() == []
    assert entries(assigned)[-1] == ("record", "zheng", "两家原来关系不错")


def test_a_talk_about_a_step_forgets_what_was_said(assigned):
    talk = press(assigned, ZHENG, "record")
    say(assigned, ZHENG, talk.id, "只记在案里")

    assert assigned.talk(talk.id).data == {}


def test_words_of_danger_in_an_answer_put_up_the_flag(assigned):
    act(assigned, LI, "reply", "他拿刀来敲门", reading=DANGER)

    assert dispute(assigned).flagged
    assert ("dispute-danger", LI) in assigned.told()
    assert {c for k, c in assigned.fresh() if k.startswith("danger:")} == {ZHENG, CHEN}


def test_words_of_danger_under_a_flag_are_only_passed_on(assigned):
    press(assigned, LI, "raise")

    act(assigned, LI, "reply", "他拿刀来敲门", reading=DANGER)

    assert dispute(assigned).raised == 1


def test_what_a_mediator_writes_of_danger_is_his_to_judge(assigned):
    act(assigned, ZHENG, "record", "说起过刀", reading=DANGER)

    assert not dispute(assigned).flagged


def test_a_referral_tells_the_reporter_where(assigned):
    talk = press(assigned, ZHENG, "refer")
    for words in ("街道司法所", "和平路1号", "12345678", "要公证"):
        say(assigned, ZHENG, talk.id, words)

    assert dispute(assigned).status is S.REFERRED
    facts = assigned.facts("dispute-told-reporter-refer")
    assert (facts["office"], facts["place"], facts["phone"], facts["note"]) == (
        "街道司法所",
        "和平路1号",
        "12345678",
        "要公证",
    )


def test_acknowledging_opens_the_dispute_and_tells_the_reporter(told):
    press(told, LI, "raise")

    press(told, ZHENG, "acknowledge")

    assert dispute(told).acknowledged_by == "zheng"
    assert [c for k, c in told.fresh() if k.startswith("dispute:")] == [ZHENG]
    assert ("dispute-told-reporter-acknowledge", LI) in told.told()


def test_the_flag_is_lowered_with_a_reason_which_the_reporter_reads(told):
    press(told, LI, "raise")

    act(told, ZHENG, "lower", "民警到场，对方已道歉")

    assert not dispute(told).flagged
    assert told.facts("dispute-told-reporter-lower")["note"] == "民警到场，对方已道歉"


def test_under_a_flag_the_committee_confirms_a_withdrawal(told):
    press(told, LI, "raise")
    with pytest.raises(NotAllowed):
        press(told, LI, "withdraw")

    press(told, LI, "ask-withdrawal")
    assert ("dispute-told-committee-ask-withdrawal", CHEN) in told.fresh()
    act(told, CHEN, "let-withdraw", "上门核实过，自愿")

    assert dispute(told).status is S.WITHDRAWN
    assert ("dispute-told-reporter-let-withdraw", LI) in told.told()


def test_a_withdrawal_is_told_to_the_mediator(assigned):
    press(assigned, LI, "withdraw")

    assert assigned.fresh() == [("dispute-told-assignee-withdraw", ZHENG)]


@pytest.mark.parametrize("person", [WANG, HE, LIANG, WU, SUN, ZHANG])
def test_for_whoever_is_left_out_a_dispute_does_not_exist(told, person):
    for action in DisputeAction:
        for dispute_id in (1, 404):
            with pytest.raises(Unknown) as caught:
                press(told, person, action, dispute=dispute_id)
            assert caught.value.key == "refusal-no-dispute"


def test_a_button_that_no_longer_fits_opens_no_talk(told):
    with pytest.raises(Refusal) as caught:
        press(told, ZHENG, "lower")
    assert caught.value.key == "refusal-not-allowed"
    with pytest.raises(Unknown):
        told.talk(2)


def test_a_step_that_became_impossible_is_refused_and_its_talk_stays(told):
    press(told, LI, "raise")
    talk = press(told, ZHENG, "lower")
    act(told, CHEN, "lower", "没事了")

    with pytest.raises(Refusal):
        say(told, ZHENG, talk.id, "也没事了")
    assert told.talk(talk.id).text("action") == "lower"


def test_two_steps_at_once_are_not_both_taken(told):
    with told.work(CHEN) as work:
        found = acting.known(work, 1, work.by)
        work.disputes.save(found)
        with pytest.raises(Refusal) as caught:
            work.disputes.save(found)
    assert caught.value.key == "refusal-conflict"

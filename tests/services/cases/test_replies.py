import pytest

from governance.cases import CaseAction, CaseStatus
from governance.dialogues import DialogueStatus
from governance.refusals import Refusal
from handlers.talks import KINDS
from services.cases import asking
from tests.services.town import GROUP, LI, LIU, STAFF, WANG


def test_a_reply_in_the_staff_group_counts_only_under_the_question(working):
    talk = working.press(WANG, CaseAction.FINISH, chat=STAFF)
    working.stand(f"dialogue:{talk.id}", STAFF, 50)
    more = {"chat": STAFF, "photo": "photo-1", "asked": False}

    working.do(WANG, asking.reply, KINDS, STAFF, working.hear("好的", replied=49, **more))
    before = working.case().status
    working.do(WANG, asking.reply, KINDS, STAFF, working.hear("换了零件", replied=50, **more))

    assert (talk.chat, before) == (STAFF, CaseStatus.IN_PROGRESS)
    assert working.case().status is CaseStatus.DONE_REPORTED


def test_a_reply_under_somebody_elses_question_is_refused(working):
    talk = working.press(WANG, CaseAction.FINISH, chat=STAFF)
    working.stand(f"dialogue:{talk.id}", STAFF, 50)

    with pytest.raises(Refusal) as refused:
        working.do(LIU, asking.reply, KINDS, STAFF, working.hear("好", chat=STAFF, replied=50))

    assert (refused.value.key, working.case().status) == (
        "refusal-not-author",
        CaseStatus.IN_PROGRESS,
    )


def test_of_two_questions_the_one_replied_to_is_answered(working):
    working.report(message=8, text="三号楼电梯又坏了，按钮不亮")
    working.act(WANG, "accept", case_id=2)
    first = working.press(WANG, CaseAction.FINISH, 1)
    working.press(WANG, CaseAction.FINISH, 2)
    working.stand(f"dialogue:{first.id}", WANG, 50)

    working.say(WANG, "好了", photo="photo-1", replied=50)

    assert (working.case(1).status, working.case(2).status) == (
        CaseStatus.DONE_REPORTED,
        CaseStatus.IN_PROGRESS,
    )


def test_the_rest_of_an_album_says_nothing_more(working):
    working.press(WANG, CaseAction.FINISH)
    working.say(WANG, "好了", photo="photo-1", album="a1")
    working.fresh()

    done = working.say(WANG, "", photo="photo-2", album="a1")

    assert (done.status, working.told()) == (DialogueStatus.DONE, [])


def test_partly_fixed_leads_who_never_came_to_private(working):
    working.act(WANG, "finish", note="换了")
    with working.work(LI) as work:
        work.people.reach(LI, reachable=False)

    working.press(LI, CaseAction.SETTLE_PART, chat=GROUP)

    assert ("pointer:1:0", GROUP) in working.told()

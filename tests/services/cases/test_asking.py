import pytest

from governance.cases import CaseAction, CaseStatus
from governance.categories import Reading
from governance.dialogues import DialogueKind, DialogueStatus
from governance.refusals import NotAllowed, Refusal
from handlers.talks import KINDS
from services import talks
from services.cases import asking
from services.hearing import Asked
from tests.services.town import AT, GROUP, HE, LI, LIU, STAFF, WANG, WU, ZHANG

NOTHING = Reading(category=None, building=None)


def refused(town, *args, **words):
    with pytest.raises(Refusal) as caught:
        town.do(*args, **words)
    return caught.value.key


def test_a_button_that_needs_nothing_is_the_step(town):
    town.report()

    case = town.press(WANG, CaseAction.ACCEPT)

    assert (case.status, case.first_responsible) == (CaseStatus.IN_PROGRESS, "wang")


@pytest.mark.parametrize(
    ("action", "asks"),
    [
        (CaseAction.FINISH, "proof"),
        (CaseAction.TRANSFER, "to"),
        (CaseAction.ESCALATE, "note"),
        (CaseAction.HAND_BACK, "note"),
    ],
)
def test_a_button_that_needs_more_opens_a_talk(working, action, asks):
    talk = working.press(WANG, action)

    assert (talk.kind, talk.chat, asking.missing(talk)) == (DialogueKind.STEP, WANG, asks)
    assert talk.expires == AT + working.community.limits.draft_lives
    assert working.fresh() == [("dialogue:1", WANG)]
    assert working.dues()[-1][0] in {"expire", "overdue"}
    assert working.case().status is CaseStatus.IN_PROGRESS


@pytest.mark.parametrize(
    ("person", "action", "key"),
    [
        (ZHANG, CaseAction.FINISH, "refusal-not-yours"),
        (WANG, CaseAction.ACCEPT, "refusal-not-allowed"),
        (WANG, CaseAction.LAPSE, "refusal-not-allowed"),
        (WANG, CaseAction.KEEP, "refusal-not-yours"),
        (WU, CaseAction.FINISH, "refusal-not-yours"),
    ],
)
def test_an_old_or_a_strangers_press_is_refused(working, person, action, key):
    assert refused(working, person, asking.press, 1, action, person) == key


def test_a_button_that_does_not_fit_the_assignment_is_refused(working):
    working.act(WANG, CaseAction.TRANSFER, note="忙", to="liu")

    with pytest.raises(NotAllowed) as caught:
        working.press(WANG, CaseAction.ESCALATE)

    assert caught.value.key == "refusal-not-allowed"


def test_a_button_of_no_case_is_refused(town):
    assert refused(town, LI, asking.press, 404, CaseAction.CONFIRM, LI) == "refusal-no-case"


def test_a_photo_finishes(working):
    working.press(WANG, CaseAction.FINISH)

    case = working.say(WANG, "", photo="photo-1", reading=NOTHING)

    assert (case.status, case.current.proof, case.current.note) == (
        CaseStatus.DONE_REPORTED,
        "photo-1",
        "",
    )
    assert working.talk().status is DialogueStatus.DONE


def test_a_photo_with_a_line_finishes(working):
    working.press(WANG, CaseAction.FINISH)

    case = working.say(WANG, "换了零件", photo="photo-1", reading=NOTHING)

    assert (case.current.proof, case.current.note) == ("photo-1", "换了零件")


def test_a_line_waits_for_a_photo_or_the_word_that_there_is_none(working):
    working.press(WANG, CaseAction.FINISH)
    talk = working.say(WANG, "换了零件", reading=NOTHING)
    assert (asking.missing(talk), working.case().status) == ("proof", CaseStatus.IN_PROGRESS)

    case = working.answer(WANG, "bare", "yes")

    assert (case.status, case.current.note) == (CaseStatus.DONE_REPORTED, "换了零件")


def test_no_photo_waits_for_a_line(working):
    working.press(WANG, CaseAction.FINISH)
    talk = working.answer(WANG, "bare", "yes")
    assert asking.missing(talk) == "proof"

    case = working.say(WANG, "换了零件", reading=NOTHING)

    assert case.status is CaseStatus.DONE_REPORTED


def test_a_transfer_asks_for_a_person_and_then_for_a_reason(working):
    working.press(WANG, CaseAction.TRANSFER)
    talk = working.answer(WANG, "to", "liu")
    assert asking.missing(talk) == "note"

    case = working.answer(WANG, "note", "@skill")

    assert (case.holder, case.current.receiver, case.current.note) == ("wang", "liu", "@skill")
    assert working.told() == [
        ("dialogue:1", WANG),
        ("worksheet:1:liu:1", LIU),
        ("worksheet:1:wang:1", WANG),
    ]


def test_the_dispatcher_is_asked_only_for_a_person(town):
    town.report(reading=Reading(category="property", building="b3"))
    town.press(HE, CaseAction.ADMIT)
    town.press(HE, CaseAction.DISPATCH)

    case = town.answer(HE, "to", "liu")

    assert (case.status, case.holder) == (CaseStatus.DISPATCHED, "liu")


def test_a_step_that_became_impossible_is_refused_and_the_talk_stays(working):
    working.press(WANG, CaseAction.HAND_BACK)
    working.act(LI, CaseAction.WITHDRAW)

    assert refused(working, WANG, talks.answer, KINDS, 1, "note", "@away") == "refusal-closed"
    assert working.talk().status is DialogueStatus.OPEN


@pytest.mark.parametrize("field", ["submit", "cancel", "category"])
def test_anothers_talk_is_refused(town, field):
    town.report(asked=False)

    assert refused(town, ZHANG, talks.answer, KINDS, 1, field, "x") == "refusal-not-author"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parent", "1"),
        ("text", "别人的话"),
        ("work", "x"),
        ("category", "nonsense"),
        ("building", "b99"),
        ("to", "nobody"),
    ],
)
def test_a_forged_answer_is_refused(town, field, value):
    """A client may send any callback data under a message of the bot."""
    town.report(asked=False)

    assert refused(town, LI, talks.answer, KINDS, 1, field, value) == "refusal-no-dialogue"
    assert (town.talk().version, town.talk().text("parent")) == (0, "")


@pytest.mark.parametrize("field", ["case", "action"])
def test_a_step_cannot_be_made_another(working, field):
    working.press(WANG, CaseAction.HAND_BACK)

    assert refused(working, WANG, talks.answer, KINDS, 1, field, "answer") == "refusal-no-dialogue"


def test_a_step_is_not_filed_as_a_report(working):
    working.press(WANG, CaseAction.HAND_BACK)

    assert refused(working, WANG, talks.answer, KINDS, 1, "submit", "") == "refusal-no-dialogue"


@pytest.mark.parametrize(
    ("to", "key"), [("wu", "refusal-own-case"), ("li", "refusal-no-dialogue")]
)
def test_a_case_cannot_be_given_to_supervision_or_to_nobody(working, to, key):
    working.press(WANG, CaseAction.TRANSFER)
    working.say(WANG, "忙", reading=NOTHING)

    assert refused(working, WANG, talks.answer, KINDS, 1, "to", to) == key


def test_a_cancelled_talk_is_over(working):
    working.press(WANG, CaseAction.ESCALATE)

    talk = working.answer(WANG, "cancel")

    assert (talk.status, working.told()) == (DialogueStatus.CANCELLED, [("dialogue:1", WANG)])
    assert (
        refused(working, WANG, talks.answer, KINDS, 1, "note", "@money") == "refusal-no-dialogue"
    )


def test_a_talk_nobody_went_on_with_expires_and_nothing_is_filed(town):
    town.report(asked=False)

    town.ring("expire")

    assert town.talk().status is DialogueStatus.EXPIRED
    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP)]
    assert refused(town, LI, talks.answer, KINDS, 1, "submit", "") == "refusal-no-dialogue"
    assert town.dues() == []


def test_a_talk_that_ended_does_not_expire(town):
    town.report(asked=False)
    town.answer(LI, "cancel")

    town.ring("expire")

    assert (town.talk().status, town.told()) == (DialogueStatus.CANCELLED, [])


def test_words_after_an_expired_talk_begin_a_new_one(town):
    town.report(asked=False)
    town.ring("expire")

    talk = town.say(LI, "三号楼电梯又坏了呀呀呀")

    assert (talk.id, talk.status) == (2, DialogueStatus.OPEN)


def test_a_link_goes_on_with_the_talk_and_opens_the_door(town):
    talk = town.report(reading=NOTHING)
    with town.work(LI) as work:
        work.people.reach(LI, reachable=False)

    town.do(LI, talks.resume, talk.token)

    with town.work(LI) as work:
        assert work.people.get(LI).reachable is True
    assert town.told() == [("dialogue:1", LI)]


@pytest.mark.parametrize(
    ("person", "token", "key"),
    [(ZHANG, "", "refusal-not-author"), (LI, "wrong", "refusal-no-dialogue")],
)
def test_a_link_to_anothers_talk_or_none_is_refused(town, person, token, key):
    talk = town.report(reading=NOTHING)

    assert refused(town, person, talks.resume, token or talk.token) == key


def test_stopping_ends_the_talk_here(town):
    town.report(asked=False)

    town.do(LI, talks.stop, Asked(chat=LI, message=9))

    assert town.talk().status is DialogueStatus.CANCELLED
    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP), ("stopped", LI)]


def test_stopping_where_nothing_goes_on_says_so(town):
    town.do(LI, talks.stop, Asked(chat=GROUP, message=9))

    assert town.told() == [("nothing-to-stop", GROUP)]


def test_a_talk_opened_in_a_topic_stands_in_that_topic(working):
    working.do(WANG, asking.press, 1, CaseAction.TRANSFER, STAFF, 77)

    [asked] = [d for d in working.deliveries() if d.subject == "dialogue:1"]
    assert (asked.address.chat, asked.address.topic) == (STAFF, 77)

"""Words between reporter and handler, additions to a report: to the right person alone (N21)."""

from datetime import timedelta

import pytest

from governance.refusals import NotAllowed, Refusal
from services.cases import looking, relaying
from services.hearing import Asked
from tests.services.cases.desks import newest
from tests.services.town import CHEN, GROUP, HE, LI, LIU, SUN, WANG, WU, ZHANG


def said(town, person, text="钥匙在传达室", **more):
    town.do(person, relaying.write, 1)
    return town.say(person, text, **more)


def kept(town):
    with town.work(0) as work:
        return [(r.kind, r.officer, r.text, r.dealt) for r in work.relays.of_case(1)]


def test_the_reporters_words_reach_the_handler_and_nobody_else(working):
    said(working, LI)

    assert working.fresh() == [("relay-word", WANG)]
    assert kept(working) == [("word", "", "钥匙在传达室", False)]


def test_the_handlers_words_reach_the_reporter_in_private_and_answer_what_was_asked(working):
    said(working, LI)

    said(working, WANG, "几点能来？")

    assert working.fresh() == [("relay-word", LI)]
    assert kept(working)[1:] == [("word", "wang", "几点能来？", True)]
    assert kept(working)[0][3]


def test_a_reporter_out_of_reach_is_called_and_the_group_reads_no_word_of_it(working):
    with working.work(LI) as work:
        work.people.reach(LI, reachable=False)

    said(working, WANG, "几点能来？")

    assert working.fresh() == [("come-private", GROUP)]
    assert working.facts("come-private") == {"token": looking.MINE}


@pytest.mark.parametrize("person", [ZHANG, LIU, SUN, CHEN, WU])
def test_nobody_else_writes_to_either(working, person):
    with pytest.raises(NotAllowed):
        working.do(person, relaying.write, 1)


def test_the_desk_writes_about_what_lies_there(town, lying):
    said(lying, HE, "几楼？")

    assert lying.fresh() == [("relay-word", LI)]


def test_about_what_is_closed_nobody_writes(finished):
    finished.act(LI, "confirm")

    with pytest.raises(NotAllowed) as refused:
        finished.do(LI, relaying.write, 1)

    assert refused.value.key == "refusal-closed"


def test_a_number_among_the_words_is_asked_about_and_masked_nowhere(working):
    waits = said(working, LI, "打我电话13800001111")

    assert (waits.kind, kept(working)) == ("relay", [])
    working.answer(LI, "sure", "yes", dialogue_id=newest(working).id)
    assert kept(working) == [("word", "", "打我电话13800001111", False)]


def test_what_was_asked_about_is_answered_by_a_tap(working):
    said(working, LI, "打我电话13800001111")

    with pytest.raises(Refusal) as refused:
        working.say(LI, "好的")

    assert refused.value.key == "refusal-tap"


def test_a_photo_or_a_voice_says_enough_and_nothing_says_nothing(working):
    working.do(LI, relaying.write, 1)
    with pytest.raises(Refusal) as refused:
        working.say(LI, "")
    working.say(LI, "", photo="photo-9")
    working.do(LI, relaying.write, 1)
    working.say(LI, "", voice="voice-9")

    with working.work(0) as work:
        files = [(r.photo, r.voice) for r in work.relays.of_case(1)]
    assert (refused.value.key, files) == (
        "refusal-unreadable",
        [("photo-9", ""), ("", "voice-9")],
    )


def test_five_an_hour_are_carried_and_the_sixth_waits(working):
    for _ in range(5):
        said(working, LI)

    with pytest.raises(Refusal) as refused:
        said(working, LI)
    working.now += timedelta(hours=1)
    said(working, LI)

    assert (refused.value.key, len(kept(working))) == ("refusal-often", 6)


def test_what_was_answered_elsewhere_is_dealt_with(working):
    said(working, LI)

    working.do(WANG, relaying.done, 1)

    assert (kept(working)[0][3], working.audit()) == (True, ["deal"])


def test_a_reporter_does_not_answer_his_own_question(working):
    said(working, LI)

    with pytest.raises(NotAllowed):
        working.do(LI, relaying.done, 1)


def test_what_is_added_stands_on_the_worksheet_and_reaches_the_handler(working):
    working.do(LI, relaying.add, 1)

    working.say(LI, "门口还有一级台阶坏了")

    assert working.told() == [
        ("dialogue:1", LI),
        ("relay-supplement", WANG),
        ("worksheet:1:wang:1", WANG),
    ]
    assert kept(working) == [("supplement", "", "门口还有一级台阶坏了", True)]


def test_nobody_adds_to_anothers_report_nor_to_a_closed_one(working):
    with pytest.raises(NotAllowed):
        working.do(ZHANG, relaying.add, 1)
    working.act(LI, "withdraw")
    with pytest.raises(NotAllowed) as refused:
        working.do(LI, relaying.add, 1)

    assert refused.value.key == "refusal-closed"


def test_a_reporter_opens_his_own_case_on_a_card(working):
    working.do(LI, looking.own, 1)

    assert working.told() == [("mine:1:0", LI)]
    with pytest.raises(NotAllowed):
        working.do(WANG, looking.own, 1)


@pytest.mark.parametrize(
    ("person", "chat", "key"),
    [
        (LI, LI, "history-whole"),
        (WANG, WANG, "history-whole"),
        (WU, WU, "history-whole"),
        (LI, GROUP, "history"),
        (WANG, GROUP, "history"),
        (ZHANG, ZHANG, "history"),
    ],
)
def test_only_its_own_people_read_the_whole_record_and_only_in_private(working, person, chat, key):
    """N21."""
    working.do(person, looking.history, 1, Asked(chat=chat, message=9))

    assert working.told() == [(key, chat)]


def test_the_button_of_the_record_answers_in_private(working):
    working.do(LI, looking.record, 1)

    assert working.told() == [("history-whole", LI)]


def test_a_record_without_a_number_is_asked_for(working):
    with pytest.raises(Refusal) as refused:
        working.do(LI, looking.history, 0, Asked(chat=LI, message=9))

    assert refused.value.key == "refusal-number"

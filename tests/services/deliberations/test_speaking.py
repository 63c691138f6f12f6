from datetime import UTC, datetime

import pytest

from governance.deliberations.statements import Stance
from governance.deliberations.states import TopicAction, TopicStatus
from governance.refusals import NotAllowed, Refusal
from services import talks
from services.deliberations import posting, speaking
from tests.services.deliberations.topics import (
    discussed,
    fill,
    later,
    proposed,
    speak,
    submit,
    sum_up,
    take,
    topic,
)
from tests.services.joining import newest, verified
from tests.services.town import AT, CHEN, GROUP, LI, LIU, WU, ZHANG

A = TopicAction


@pytest.fixture
def talked(town):
    """A topic under discussion, and a second household that was met."""
    discussed(town)
    verified(town, ZHANG, door="2-302")
    return town


def statements(town):
    with town.work(0) as work:
        return work.statements.of(1)


def test_a_statement_stands_numbered_in_the_group_under_its_topic(talked):
    talked.send()
    said = speak(talked, LI, text="装了刷卡，老人放心")

    assert (said.number, said.stance, said.person, said.shown) == (1, Stance.FOR, LI, True)
    told = [d for d in talked.deliveries() if d.key == "topic-statements"]
    with talked.work(0) as work:
        here = work.placed("topic:1:0:0")
    assert [(d.address, d.facts["first"], d.facts["last"]) for d in told] == [(here, 1, 1)]
    assert here.reply_to
    assert topic(talked).statements == 1
    assert talked.audit() == ["topic-statement"]


def test_what_was_said_is_not_kept_in_the_talk(talked):
    speak(talked, LI, text="装了刷卡，老人放心")

    with talked.work(0) as work:
        newest_id = max(work.dialogues.get(n).id for n in range(1, 4))
        assert "老人放心" not in str(work.dialogues.get(newest_id).data)


def test_one_who_speaks_often_is_one_voice_before_a_ballot(talked):
    for text in ("一", "二", "三"):
        speak(talked, LI, text=text)
    speak(talked, ZHANG, text="四")

    assert [s.number for s in statements(talked)] == [1, 2, 3, 4]
    assert topic(talked).statements == 2


def test_an_objection_of_somebody_directly_affected_stands(talked):
    speak(talked, ZHANG, "against", "忘带卡回不了家", affected="yes")
    speak(talked, LI, "against", "没必要", affected="no")

    assert [(o.person, o.text) for o in topic(talked).standing_objections] == [
        (str(ZHANG), "忘带卡回不了家")
    ]


def test_a_voice_takes_the_place_of_words_and_cannot_be_hidden(talked):
    talked.do(LI, speaking.begin, 1)
    fill(talked, LI, stance="for")
    talked.say(LI, voice="voice-1")

    said = submit(talked, LI)

    assert (said.voice, said.text, said.hidden) == ("voice-1", "", False)


def test_going_back_lets_a_voice_go(talked):
    talked.do(LI, speaking.begin, 1)
    fill(talked, LI, stance="for")
    talked.say(LI, voice="voice-1")

    talked.answer(LI, talks.BACK, dialogue_id=newest(talked, LI))

    talk = talked.talk(newest(talked, LI))
    assert (talk.text("voice"), "text" in talk.data, talk.text("stance")) == ("", False, "for")
    talked.answer(LI, talks.BACK, dialogue_id=talk.id)
    assert talked.talk(talk.id).text("stance") == ""


def test_more_words_than_a_statement_holds_are_refused(talked):
    talked.do(LI, speaking.begin, 1)
    fill(talked, LI, stance="for")

    with pytest.raises(Refusal) as found:
        talked.say(LI, "长" * 601)

    assert (found.value.key, found.value.facts) == ("refusal-statement-long", {"count": 600})


def test_a_hidden_statement_waits_for_a_fixed_hour_and_leaves_no_trace_of_its_time(talked):
    before = topic(talked)
    talked.send()

    said = speak(talked, LI, text="不署名", name="hidden")

    assert (said.shown, said.number) == (False, -1)
    assert topic(talked) == before
    assert talked.audit() == []
    assert [k for k, c in talked.told() if c == GROUP or k.startswith("topic")] == []
    noon = datetime(2026, 11, 2, 4, tzinfo=UTC)
    assert ("topic_batch", noon) in talked.dues()


def test_a_batch_that_is_empty_says_nothing(talked):
    with talked.work(0) as work:
        found = work.topics.get(1)
        assert posting.flush(work, found) == found
    talked.do(0, posting.batch, 1)

    assert talked.audit() == []


def test_a_hidden_objection_stands_once_its_batch_is_shown(talked):
    speak(talked, ZHANG, "against", "怕忘带卡", name="hidden", affected="yes")
    assert topic(talked).standing_objections == ()

    talked.ring("topic_batch")

    assert [o.person for o in topic(talked).standing_objections] == [str(ZHANG)]


def test_what_waits_for_its_batch_comes_into_the_summary(talked):
    speak(talked, LI, text="不署名", name="hidden")
    sum_up(talked, **{"for": "安全"})

    assert topic(talked).status is TopicStatus.SUMMARY
    assert (topic(talked).summary, topic(talked).statements) == ("安全", 1)
    assert [s.shown for s in statements(talked)] == [True]
    talked.ring("topic_batch")
    assert talked.audit() == []


def test_in_a_second_round_whoever_spoke_before_counts_anew(talked):
    speak(talked, LI)
    take(talked, "summarise")
    later(talked, days=1)
    take(talked, "resume")
    speak(talked, LI)

    assert topic(talked).statements == 1  # the same round goes on


def test_nobody_speaks_before_the_talk_is_open_or_unmet(town):
    proposed(town)
    with pytest.raises(Refusal) as early:
        town.do(LI, speaking.begin, 1)
    assert early.value.key == "refusal-topic-discussion"


def test_whoever_was_not_met_does_not_speak(talked):
    with pytest.raises(Refusal) as found:
        talked.do(5009, speaking.begin, 1)

    assert found.value.key == "refusal-topic-verified"


def test_a_talk_that_outlives_the_discussion_says_nothing(talked):
    talked.do(LI, speaking.begin, 1)
    fill(talked, LI, stance="for", text="好", name="open")
    take(talked, "summarise")

    with pytest.raises(Refusal) as found:
        submit(talked, LI)

    assert found.value.key == "refusal-topic-discussion"


def test_an_officer_enters_what_somebody_without_a_phone_said(talked):
    talked.do(LIU, speaking.enter, 1)
    fill(talked, LIU, stance="against", affected="yes", text="上楼要人扶，没卡进不来")

    said = submit(talked, LIU)

    assert (said.person, said.entered_by, said.hidden) == (0, "liu", False)
    assert [o.person for o in topic(talked).standing_objections] == ["0"]


def enter(town, officer, text):
    town.do(officer, speaking.enter, 1)
    fill(town, officer, stance="for", text=text)
    return submit(town, officer)


def test_all_that_one_officer_entered_is_one_voice_beside_two_who_speak_themselves(talked):
    for text in "一二三四五":
        enter(talked, LIU, text)
    assert topic(talked).statements == 0

    speak(talked, LI)
    assert topic(talked).statements == 1
    speak(talked, ZHANG)
    assert topic(talked).statements == 3
    enter(talked, CHEN, "六")
    assert topic(talked).statements == 4


def test_one_officer_alone_opens_no_ballot_by_what_he_enters(talked):
    for text in "一二三四五":
        enter(talked, LIU, text)
    later(talked, days=4)
    take(talked, "summarise")

    with pytest.raises(Refusal) as found:
        take(talked, "poll")
    assert found.value.key == "refusal-topic-untalked"


@pytest.mark.parametrize("person", [LI, WU])
def test_nobody_else_enters_for_others(talked, person):
    with pytest.raises(NotAllowed):
        talked.do(person, speaking.enter, 1)


def reply(town, number, text, person=CHEN):
    town.do(person, speaking.reply, 1, number)
    town.say(person, text)
    return submit(town, person)


def test_the_committee_s_answer_stands_beside_the_statement_and_in_the_group(talked):
    said = speak(talked, LI)

    reply(talked, said.number, "会多配一张卡")

    assert [s.reply for s in statements(talked)] == ["会多配一张卡"]
    assert talked.facts("topic-reply")["first"] == 1
    assert talked.audit() == ["topic-reply"]


def test_a_statement_is_answered_once_and_not_before_it_is_shown(talked):
    said = speak(talked, LI)
    reply(talked, said.number, "会多配一张卡")
    hidden = speak(talked, ZHANG, name="hidden")

    for each in (said, hidden):
        with pytest.raises(Refusal) as found:
            talked.do(CHEN, speaking.reply, 1, each.number)
        assert found.value.key == "refusal-statement-answered"


def test_nobody_else_answers_for_the_committee(talked):
    said = speak(talked, LI)

    with pytest.raises(NotAllowed):
        talked.do(LI, speaking.reply, 1, said.number)


def test_all_that_was_said_is_read_in_private(talked):
    talked.do(LI, speaking.read, 1)

    assert ("topic-said", LI) in talked.told()


def test_the_time_of_writing_is_the_community_s(talked):
    assert speak(talked, LI).at == talked.now >= AT


def test_an_answer_draws_the_cards_anew_for_they_count_the_questions(talked):
    said = speak(talked, LI, "question", "卡丢了怎么办？")
    talked.send()
    reply(talked, said.number, "到居委会补办")

    assert ("topic:1:0:0", GROUP) in talked.told()

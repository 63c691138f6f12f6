"""How lists of topics, what was said, what is told and the talks look, in both languages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.deliberations.opinions import Answer
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.summing import NOBODY, Part
from governance.deliberations.topic import Topic
from handlers.views import deliberations
from services.deliberations import proposing, reviewing, speaking
from tests.bases import memory
from tests.bot.doors import COMMUNITY
from tests.handlers.showing import show, taps
from tests.services.deliberations.test_batching import WRITTEN, batched, put_back, write
from tests.services.deliberations.topics import (
    SAID,
    discussed,
    fill,
    proposed,
    speak,
    submit,
)
from tests.services.joining import verified
from tests.services.town import CHEN, GROUP, LI, LIU, ZHANG, Town

A, S = TopicAction, TopicStatus
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@pytest.fixture
def town():
    with memory() as engine:
        yield Town(engine, COMMUNITY)


@LANGUAGES
@pytest.mark.parametrize("missing", ["discussion", "summary", "consultation"])
def test_each_thing_that_is_missing_has_its_line(town, missing, language):
    discussed(town)
    facts = {"topic": 1, "number": 1, "missing": missing, "language": language}

    shown = show(town, "topic-lacking", CHEN, reader=CHEN, **facts)

    assert shown.text.count("•") == 1


def test_before_the_talk_began_that_is_said(town):
    proposed(town)

    shown = show(town, "topic-lacking", CHEN, reader=CHEN, topic=1, number=1, missing="discussion")

    assert "协商还没有开始" in shown.text


def test_statements_show_the_name_or_that_it_is_hidden_or_who_entered_it(town):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    speak(town, LI, text="老人放心")
    speak(town, ZHANG, "against", "怕忘带卡", name="hidden", affected="yes")
    town.do(LIU, speaking.enter, 1)
    fill(town, LIU, stance="condition", text="留人工开门")
    submit(town, LIU)
    town.ring("topic_batch")

    text = show(town, "topic-statements", GROUP, topic=1, first=1, last=3).text

    assert "第 1 条 · 赞成</b>\np＊＊＊：老人放心" in text  # figures of a name are masked
    assert "第 3 条 · 反对</b>（直接受影响）\n一位邻居（不显示名字）：怕忘带卡" in text
    assert "由小刘代录：留人工开门" in text
    assert "p5002" not in text


def test_a_voice_is_heard_under_its_number(town):
    discussed(town)
    town.do(LI, speaking.begin, 1)
    fill(town, LI, stance="for")
    town.say(LI, voice="voice-1")
    submit(town, LI)

    shown = show(town, "topic-statements", GROUP, topic=1, first=1, last=1)

    assert (shown.file, "（语音）" in shown.text) == (("voice", "voice-1"), True)


def test_whoever_leads_answers_what_nobody_answered(town):
    discussed(town)
    speak(town, LI, text="一")
    speak(town, LI, text="二")
    town.do(CHEN, speaking.reply, 1, 1)
    town.say(CHEN, "会办")
    submit(town, CHEN)

    shown = show(town, "topic-said", CHEN, reader=CHEN, topic=1, number=1)

    assert taps(shown) == ["答复第 2 条"]
    assert "↳ 居委会：会办" in shown.text
    assert taps(show(town, "topic-said", LI, topic=1, number=1)) == []
    told = show(town, "topic-reply", GROUP, topic=1, number=1, first=1, by="chen")
    assert "答复第 1 条（赞成：一）\n陈主任：会办" in told.text.replace("</b>", "")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", ("提问", "一位邻居", "1 个，还有 1 个没有答复", "都已答复")),
        ("en", ("A question", "A neighbour", "1, 1 not answered yet", "all answered")),
    ],
)
def test_a_question_without_a_name_waits_in_the_card_for_its_answer(town, language, words):
    kind, nobody, waits, answered = words
    discussed(town)
    speak(town, LI, "question", "卡丢了怎么办？", name="hidden")

    def card():
        subject = "topic:1:0:0"
        return show(town, "topic", GROUP, subject=subject, reader=0, language=language).text

    assert waits not in card()
    town.ring("topic_batch")
    for n in range(9):
        speak(town, LI, text=f"还有{n}")

    text = show(town, "topic-statements", GROUP, topic=1, first=1, last=1, language=language).text
    assert kind in text
    assert nobody in text
    assert "p5001" not in text
    assert waits in card()
    said = show(town, "topic-said", CHEN, reader=CHEN, topic=1, number=1, language=language)
    assert any(tap.endswith(("第 1 条", "no. 1")) for tap in taps(said))
    town.do(CHEN, speaking.reply, 1, 1)
    town.say(CHEN, "到居委会补")
    submit(town, CHEN)
    assert answered in card()
    facts = {"topic": 1, "number": 1, "first": 1, "by": "chen", "language": language}
    told = show(town, "topic-reply", GROUP, **facts).text
    assert "卡丢了怎么办？" in told.splitlines()[0]
    assert "到居委会补" in told.splitlines()[1]


def test_no_button_under_a_shuffled_batch_tells_the_order_of_writing(town, monkeypatch):
    """Whatever the shuffle, what a button carries follows from the public number alone."""
    discussed(town)
    verified(town, ZHANG, door="2-302")
    write(town)
    verified(town, LIU, door="2-303")

    def carried(token):
        batched(town, monkeypatch, token)
        listed = show(town, "topic-said", CHEN, reader=CHEN, topic=1, number=1)
        put = show(town, "opinion", LIU, subject=f"opinion:1:{LIU}", reader=LIU)
        put_back(town)
        assert "第 1 条" in put.text
        return [b.data for shown in (listed, put) for row in shown.buttons for b in row]

    assert len(carried("one")) == len(WRITTEN) + len(Answer)
    assert carried("one") == carried("two") == carried("three")


def test_a_phone_number_does_not_pass_into_the_group(town):
    discussed(town)
    speak(town, LI, text="打我电话 13800138000")

    assert (
        "13800138000" not in show(town, "topic-statements", GROUP, topic=1, first=1, last=1).text
    )


@LANGUAGES
def test_the_list_shows_what_runs_first(town, language):
    proposed(town)
    with town.work(0) as work:
        running = Topic(proposer=str(LI), text="停车", criteria=frozenset(), status=S.DISCUSSION)
        work.topics.add(replace(running, at=town.now))

    shown = show(town, "topics", LI, language=language)

    assert shown.text.index("停车") < shown.text.index(SAID)
    assert len(taps(shown)) == 2
    assert taps(show(town, "topics", GROUP, language=language)) == []


@LANGUAGES
def test_an_empty_list_says_how_to_begin(town, language):
    assert "/propose" in show(town, "topics", LI, language=language).text


@LANGUAGES
def test_the_list_names_the_way_to_the_neighbours_to_who_can_take_it(town, language):
    verified(town, LI)

    told = {
        (chat, reader): show(town, "topics", chat, reader=reader, language=language).text
        for chat, reader in ((LI, LI), (ZHANG, ZHANG), (GROUP, ZHANG))
    }

    named = [where for where, text in told.items() if "/local" in text]
    assert named == [(LI, LI), (GROUP, ZHANG)]


@LANGUAGES
@pytest.mark.parametrize("key", deliberations.TOLD)
def test_all_that_is_told_has_words_and_in_private_the_way_to_it(town, key, language):
    proposed(town)
    facts = {"topic": 1, "number": 1, "note": "理由", "by": "chen", "language": language}

    assert len(taps(show(town, key, LI, **facts))) == 1
    assert taps(show(town, key, GROUP, **facts)) == []


def test_told_in_the_group_while_all_may_speak_it_leads_to_the_talk(town):
    discussed(town)

    shown = show(town, "topic-told-resident-discuss", GROUP, topic=1, number=1, note="", by="")

    assert taps(shown) == ["我来说"]


def talk(town, person):
    with town.work(0) as work:
        found = work.dialogues.waiting(person, person).id
    return show(town, "dialogue", person, subject=f"dialogue:{found}", reader=person)


def test_the_talk_of_a_step_is_called_by_its_name(town):
    discussed(town)
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)

    assert "议题1 · 写小结" in talk(town, CHEN).text


def test_an_entry_is_asked_to_its_end(town):
    discussed(town)
    town.do(LIU, speaking.enter, 1)
    fill(town, LIU, stance="against")
    assert "他（她）家" in talk(town, LIU).text
    fill(town, LIU, affected="no", text="没必要")

    shown = talk(town, LIU)

    assert ("会发到群里" in shown.text, taps(shown)) == (True, ["提交", "返回", "取消"])


def test_a_talk_that_is_over_leads_back_to_its_topic(town):
    discussed(town)
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    with town.work(0) as work:
        found = work.dialogues.waiting(CHEN, CHEN).id
    subject = f"dialogue:{found}"
    fill(town, CHEN, **dict.fromkeys(Part, NOBODY))
    submit(town, CHEN)

    assert taps(show(town, "dialogue", CHEN, subject=subject, reader=CHEN)) == ["看这个议题"]


def test_a_talk_that_was_left_leads_nowhere(town):
    discussed(town)
    town.do(CHEN, reviewing.press, 1, A.SUMMARISE)
    with town.work(0) as work:
        found = work.dialogues.waiting(CHEN, CHEN).id
    town.answer(CHEN, "cancel", dialogue_id=found)

    shown = show(town, "dialogue", CHEN, subject=f"dialogue:{found}", reader=CHEN)

    assert (taps(shown), shown.text) == ([], "没有写。")


@LANGUAGES
@pytest.mark.parametrize("begin", [proposing.begin, proposing.suggest])
def test_what_is_proposed_by_night_says_when_the_group_is_shown_it(town, language, begin):
    town.now += timedelta(hours=14)  # 23:00
    verified(town, LI)
    found = town.do(LI, begin, town.hear(SAID, chat=LI)).id
    if begin is proposing.suggest:
        town.answer(LI, "name", "hidden", dialogue_id=found)
    town.answer(LI, "submit", dialogue_id=found)

    subject = f"dialogue:{found}"
    said = show(town, "dialogue", LI, subject=subject, language=language).text.splitlines()[1]

    assert "08:00" in said
    assert {"zh-CN": "11月3日", "en": "3 Nov"}[language] in said

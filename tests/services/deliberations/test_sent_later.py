"""Before and after the last tap of a talk it is said when the group hears what was sent."""

from dataclasses import replace

import pytest

from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.summing import NOBODY, Part
from governance.dialogues import DialogueKind
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services import talks
from services.deliberations import proposing, reviewing, speaking
from tests.handlers.showing import show, taps
from tests.services.deliberations.topics import SAID, discussed, fill, later, speak, submit
from tests.services.joining import newest, verified
from tests.services.test_near import OWN, grouped, homes
from tests.services.town import CHEN, GROUP, LI, LIU, ZHANG

__all__ = ["grouped", "homes"]
LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
NIGHT = 14  # hours after nine in the morning
MORNING = {"zh-CN": "11月3日（周二）08:00", "en": "Tue 3 Nov, 08:00"}
NOW = {"zh-CN": "就会发到群里", "en": "“Submit” puts it into the group"}
KEPT = {"zh-CN": "不显示名字的，攒到中午 12 点", "en": "shown shuffled and together, at noon"}


def talk(town, language="zh-CN", person=LI):
    """Return the words of the talk that waits for somebody."""
    return shown(town, newest(town, person), language, person)


def shown(town, found, language="zh-CN", person=LI):
    return show(
        town, "dialogue", person, subject=f"dialogue:{found}", reader=person, language=language
    ).text


def spend(town):
    """Let the group have heard by now all that it hears on a day."""
    with town.work(0) as work:
        day = work.now.astimezone(work.community.calendar.zone).date().isoformat()
        for _ in range(work.community.deliberation.messages_a_day):
            work.attention.hear(GROUP, day)


def by_night(town):
    later(town, hours=NIGHT)


WHENS = pytest.mark.parametrize("busy", [by_night, spend])


ASKED = {"stance": "question", "text": "卡丢了怎么办？", "name": "open"}


def begin(town, **given):
    town.do(LI, speaking.begin, 1)
    return fill(
        town, LI, **{"stance": "question", "text": "卡丢了怎么办？", "name": "open"} | given
    )


@LANGUAGES
def test_by_day_a_statement_goes_at_once_and_that_is_said(town, language):
    discussed(town)
    found = begin(town)

    assert NOW[language] in talk(town, language)
    submit(town, LI)
    assert MORNING[language] not in shown(town, found, language)
    assert KEPT[language] in shown(town, found, language)


@LANGUAGES
@WHENS
def test_by_night_or_when_the_day_is_spent_a_statement_says_when(town, busy, language):
    discussed(town)
    busy(town)
    found = begin(town)

    assert MORNING[language] in talk(town, language)
    assert NOW[language] not in talk(town, language)
    submit(town, LI)
    assert MORNING[language] in shown(town, found, language)


@LANGUAGES
@WHENS
def test_a_hidden_name_does_not_show_in_what_is_said_after_it(town, busy, language):
    discussed(town)
    busy(town)
    after = []
    for name in ("open", "hidden"):
        found = begin(town, name=name)
        assert (MORNING[language] in talk(town, language)) == (name == "open")
        submit(town, LI)
        after.append(shown(town, found, language))

    assert after[0] == after[1]


def test_what_an_officer_entered_says_when_and_nothing_of_names(town):
    discussed(town)
    by_night(town)
    town.do(LIU, speaking.enter, 1)
    found = fill(town, LIU, stance="condition", text="留人工开门")
    submit(town, LIU)

    after = shown(town, found, person=LIU)
    assert MORNING["zh-CN"] in after
    assert "名字" not in after


def test_the_time_is_that_of_the_last_tap_not_of_the_question(town):
    discussed(town)
    by_night(town)
    found = begin(town)
    later(town, hours=10)
    submit(town, LI)

    assert "已经发到群里" in shown(town, found)


def test_a_talk_that_was_left_promises_nothing(town):
    discussed(town)
    by_night(town)
    found = begin(town)
    town.answer(LI, talks.CANCEL, dialogue_id=found)

    assert shown(town, found) == "没有说。"


@LANGUAGES
@WHENS
def test_an_answer_says_when(town, busy, language):
    discussed(town)
    speak(town, LI, "question")
    busy(town)
    town.do(CHEN, speaking.reply, 1, 1)
    found = newest(town, CHEN)
    town.say(CHEN, "到居委会补办")

    assert MORNING[language] in talk(town, language, CHEN)
    submit(town, CHEN)
    assert MORNING[language] in shown(town, found, language, CHEN)


@LANGUAGES
@WHENS
@pytest.mark.parametrize("kind", [DialogueKind.PROPOSE, DialogueKind.IDEA])
def test_a_proposal_and_an_idea_say_when_even_with_their_words_in_the_command(
    town, busy, kind, language
):
    verified(town)
    busy(town)
    found = town.do(LI, proposing.begin, town.hear(SAID, chat=LI), kind).id
    if kind is DialogueKind.IDEA:
        town.answer(LI, "name", "open", found)

    assert MORNING[language] in talk(town, language)
    submit(town, LI)
    assert MORNING[language] in shown(town, found, language)


def nearby(town, reach):
    town.do(LI, proposing.nearby, town.hear(SAID, chat=LI))
    town.answer(LI, "reach", reach, newest(town, LI))
    return newest(town, LI)


@LANGUAGES
def test_what_neighbours_alone_hear_waits_for_their_own_group(grouped, language):
    verified(grouped)
    by_night(grouped)
    found = nearby(grouped, "building")

    assert MORNING[language] in talk(grouped, language)
    submit(grouped, LI)
    assert MORNING[language] in shown(grouped, found, language)
    assert OWN not in {chat for _, chat in grouped.told()}


def test_where_neighbours_have_no_group_they_are_told_in_private_at_once(homes):
    by_night(homes)
    found = nearby(homes, "building")

    assert "就会发给住在那里的邻居" in talk(homes)
    submit(homes, LI)
    assert shown(homes, found) == "已经提议。"


def test_a_home_whose_neighbours_have_no_group_takes_the_promise_back(grouped):
    verified(grouped)
    by_night(grouped)
    number = nearby(grouped, "building")
    with grouped.work(0) as work:
        asked = work.dialogues.get(number)
        assert talks.timed(work, asked, OWN).data[talks.WAITS]
        assert talks.WAITS not in talks.timed(work, talks.timed(work, asked, OWN), 0).data


def test_what_is_said_among_neighbours_without_a_group_promises_none(homes):
    nearby(homes, "building")
    submit(homes, LI)
    with homes.work(0) as work:
        topic = work.topics.get(1)
        discussing = replace(topic, status=TopicStatus.DISCUSSION, discussed_from=homes.now)
        work.topics.save(discussing)
    found = begin(homes)
    assert "看全部发言" in talk(homes)
    assert "发到群里" not in talk(homes)
    said = submit(homes, LI)

    assert shown(homes, found).startswith("说好了，谢谢。\n住在这里的邻居没有单独的群")
    homes.do(CHEN, speaking.reply, 1, said.number)
    homes.say(CHEN, "会装")
    assert "发到群里" not in talk(homes, person=CHEN)
    assert "看全部发言" in talk(homes, person=CHEN)


def test_one_who_was_met_no_more_is_promised_no_time_and_refused_at_the_end(town):
    verified(town)
    by_night(town)
    town.do(LI, proposing.begin, town.hear("", chat=LI))
    with town.work(0) as work:
        [home] = work.residents.of(LI)
        work.residents.save(replace(home, status=ResidentStatus.PENDING))
    town.say(LI, SAID)

    assert MORNING["zh-CN"] not in talk(town)
    with pytest.raises(Refusal):
        submit(town, LI)


@LANGUAGES
def test_the_summary_says_when(town, language):
    discussed(town)
    by_night(town)
    town.do(CHEN, reviewing.press, 1, TopicAction.SUMMARISE)
    found = fill(town, CHEN, **dict.fromkeys(Part, NOBODY))

    assert MORNING[language] in talk(town, language, CHEN)
    submit(town, CHEN)
    assert MORNING[language] in shown(town, found, language, CHEN)


@LANGUAGES
def test_the_answer_is_told_with_what_it_answers_cut_and_with_the_way_to_the_rest(town, language):
    discussed(town)
    verified(town, ZHANG, door="2-302")
    speak(town, LI, "question", "卡丢了怎么办？")
    town.do(CHEN, speaking.reply, 1, 1)
    town.say(CHEN, "补" * 500)
    submit(town, CHEN)

    told = show(
        town, "topic-replied", LI, language=language, topic=1, number=1, first=1, by="chen"
    )
    assert SAID in told.text
    assert "卡丢了怎么办？" in told.text
    assert ("第 1 条" if language == "zh-CN" else "no. 1") in told.text
    assert 150 < told.text.count("补") < 250
    assert taps(told) == ["看全部发言" if language == "zh-CN" else "All statements"]


@LANGUAGES
def test_whoever_hid_his_name_is_told_of_no_number_and_of_no_words(town, language):
    discussed(town)
    speak(town, LI, "question", "卡丢了怎么办？", "hidden")
    town.ring("topic_batch")
    town.do(CHEN, speaking.reply, 1, 1)
    town.say(CHEN, "到居委会补办")
    submit(town, CHEN)

    told = show(
        town, "topic-replied", LI, language=language, topic=1, number=1, first=1, by="chen"
    )
    assert SAID in told.text
    assert [each for each in ("卡丢了", "补办", "第 1 条", "no. 1") if each in told.text] == []
    assert taps(told) == ["看全部发言" if language == "zh-CN" else "All statements"]

import pytest

from governance.deliberations.states import TopicAction
from governance.deliberations.topic import Topic
from governance.refusals import Refusal, Unknown
from handlers import deliberations, presses
from handlers.buttons import VerbPress
from handlers.directory import start
from services.deliberations import (
    looking,
    objecting,
    proposing,
    reviewing,
    rights,
    speaking,
    threads,
)
from tests.bot.doors import GROUP, LI, message, press
from tests.handlers.test_mediation import asked, hear, reached

TOPIC = Topic(id=1, proposer="1", criteria=frozenset())


@pytest.mark.parametrize("chat", [LI, GROUP])
def test_the_commands_are_heard_everywhere(chat):
    assert reached("/propose 装刷卡", chat=chat) is deliberations.propose
    assert reached("/topics", chat=chat) is deliberations.topics
    assert reached("/topic 3", chat=chat) is deliberations.topic
    assert reached("/idea 换书架", chat=chat) is deliberations.idea
    assert reached("/myrights 3", chat=chat) is deliberations.rights


@pytest.mark.parametrize("said", ["3", "#3", "T3", "t 3", "议题3", " 3 "])
async def test_a_number_asks_how_that_topic_stands(said):
    update = hear({"message": message(f"/topic {said}")})

    verb, words, _ = await asked(deliberations.topic, update)

    assert (verb, words["number"]) == (looking.status, 3)


@pytest.mark.parametrize("said", ["new", "NEW 楼道灯", "新", "新议题 楼道灯"])
async def test_the_word_for_new_begins_one_with_what_follows(said):
    verb, words, _ = await asked(deliberations.topic, hear({"message": message(f"/topic {said}")}))

    assert (verb, words["heard"].text) == (proposing.lay, said.partition(" ")[2])


async def test_without_a_word_the_list_is_shown():
    for handler, said in ((deliberations.topic, "/topic"), (deliberations.topics, "/topics")):
        verb, words, _ = await asked(handler, hear({"message": message(said, chat=GROUP)}))

        assert (verb, words["asked"].chat) == (looking.listing, GROUP)


async def test_any_other_word_is_told_what_to_write():
    with pytest.raises(Refusal) as refused:
        await asked(deliberations.topic, hear({"message": message("/topic 电梯")}))

    assert refused.value.key == "refusal-topic-number"


async def test_a_proposal_is_heard_with_its_words():
    update = hear({"message": message("/propose 装刷卡")})

    verb, words, _ = await asked(deliberations.propose, update)

    assert (verb, words["heard"].text) == (proposing.begin, "装刷卡")


async def test_an_idea_is_heard_with_its_words():
    verb, words, _ = await asked(deliberations.idea, hear({"message": message("/idea 换书架")}))

    assert (verb, words["heard"].text) == (proposing.suggest, "换书架")


@pytest.mark.parametrize(("said", "number"), [("/myrights", 0), ("/myrights T3", 3)])
async def test_rights_are_asked_for_by_number_or_none(said, number):
    verb, words, _ = await asked(deliberations.rights, hear({"message": message(said)}))

    assert (verb, words["number"], words["under"]) == (rights.ask, number, 0)


async def test_rights_are_asked_for_under_the_card_that_is_answered():
    before = message("议题1", chat=GROUP) | {"message_id": 77}
    under = message("/myrights", chat=GROUP) | {"reply_to_message": before}

    verb, words, _ = await asked(deliberations.rights, hear({"message": under}))

    assert (verb, words["under"]) == (rights.ask, 77)


async def test_rights_in_what_is_no_number_are_not_guessed():
    with pytest.raises(Refusal) as refused:
        await asked(deliberations.rights, hear({"message": message("/myrights 电梯")}))

    assert refused.value.key == "refusal-topic-number"


@pytest.mark.parametrize(("word", "topic"), [("ri7", 7), ("ri0", 0), ("rix", 0)])
async def test_the_link_of_the_group_leads_to_ones_own_rights(word, topic):
    update = hear({"message": message(f"/start {word}")})

    verb, words, _ = await asked(start, update, args=[word])

    assert (verb, words) == (rights.show, {"topic_id": topic})


async def test_what_telegram_answers_about_a_thread_goes_on():
    told = {"about": threads.OPEN, "matter": 1, "thread": 42}
    verb, words, _ = await asked(lambda _, context: deliberations.threaded(told, context), None)

    assert (verb, words) == (threads.opened, {"topic_id": 1, "thread": 42})
    assert deliberations.ANSWERED.keys() == {threads.OPEN, threads.CLOSE}


async def test_the_link_of_the_group_leads_into_the_talk():
    update = hear({"message": message("/start t_7")})

    verb, words, _ = await asked(start, update, args=["t_7"])

    assert (verb, words) == (speaking.begin, {"topic_id": 7})


@pytest.mark.parametrize("word", ["x", "", "٣", "9" * 19])
async def test_a_link_that_names_nothing_is_asked_for_all_the_same_and_so_answered(word):
    told = hear({"message": message(f"/start t_{word}")})
    _, words, _ = await asked(start, told, args=[f"t_{word}"])
    assert words == {"topic_id": 0}


@pytest.mark.parametrize(
    ("data", "verb", "words"),
    [
        ("open", looking.show, {"topic_id": 7}),
        ("said", speaking.read, {"topic_id": 7}),
        ("said=30", speaking.read, {"topic_id": 7, "until": 30}),
        ("history", looking.history, {"topic_id": 7}),
        ("speak", speaking.begin, {"topic_id": 7}),
        ("enter", speaking.enter, {"topic_id": 7}),
        ("check", reviewing.check, {"topic_id": 7}),
        ("elements", reviewing.specify, {"topic_id": 7}),
        ("study", reviewing.study, {"topic_id": 7}),
        ("withdraw", objecting.withdraw, {"topic_id": 7}),
        ("second", proposing.second, {"topic_id": 7}),
        ("ballot", looking.ballot, {"topic_id": 7}),
        ("meet=4", objecting.meet, {"topic_id": 7, "objection": 4}),
        ("answer=4", speaking.reply, {"topic_id": 7, "number": 4}),
        ("reply=4", speaking.read, {"topic_id": 7}),  # of before, when it named a row
        ("admit", reviewing.press, {"topic_id": 7, "action": TopicAction.ADMIT}),
    ],
)
async def test_a_button_asks_for_its_verb(data, verb, words):
    update = hear(press(f"t:7:{data}"))

    found = await asked(presses.press, update)

    assert found[:2] == (verb, words)


@pytest.mark.parametrize("data", ["nothing", "meet=x", "meet=", "answer=", "vote=1"])
async def test_what_no_button_of_ours_says_is_refused(data):
    with pytest.raises(Unknown):
        await asked(presses.press, hear(press(f"t:7:{data}")))


@pytest.mark.parametrize(
    ("data", "result", "said"),
    [
        ("second", True, "已附议，谢谢"),
        ("second", False, "您家已经附议过了"),
        ("ballot", None, "还不能表决，请看差什么"),
        ("ballot", TOPIC, "记下了"),
        ("withdraw", TOPIC, "记下了"),
    ],
)
async def test_a_press_is_answered_with_what_came_of_it(data, result, said):
    pressed = VerbPress("t", 7, data)
    update = hear(press(pressed.data))

    _, _, toast = await asked(presses.press, update, result=result)

    assert toast.text == said

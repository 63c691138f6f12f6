import pytest
from telegram import Update

from bot.lanes import Silent
from governance.categories import NOTHING
from handlers import intents
from handlers.context import Context
from handlers.intents import Intent
from handlers.texts import DEFAULT
from services import directory
from services import talks as talking
from services.cases import asking, finding, looking, reporting
from tests.bot.doors import BOT, GROUP, LIBRARY, NAME, message, person

VERBS = {
    "取消": talking.turn,
    "返回": talking.turn,
    "我要反映": reporting.begin,
    "查进度": finding.progress,
    "我的": looking.mine,
    "帮助": directory.guide,
    "三号楼电梯坏了": asking.say,
}


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("取消", Intent.CANCEL),
        ("算了。", Intent.CANCEL),
        (" 不报了！", Intent.CANCEL),
        ("Cancel", Intent.CANCEL),
        ("never  mind…", Intent.CANCEL),
        ("返回", Intent.BACK),
        ("上一步～", Intent.BACK),
        ("go back", Intent.BACK),
        ("我要反映", Intent.REPORT),
        ("查进度?", Intent.PROGRESS),
        ("帮助", Intent.HELP),
        ("HELP!", Intent.HELP),
        ("取消三号楼的停车位", None),
        ("我要反映电梯坏了", None),
        ("", None),
        ("……", None),
    ],
)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_whole_message_that_is_such_a_word_means_it_in_every_language(said, intent, language):
    assert intents.meant(said, LIBRARY.speak(language)) is intent


@pytest.mark.parametrize("language", sorted(LIBRARY.languages))
def test_no_word_means_two_things(language):
    texts = LIBRARY.speak(language)
    said = [
        word
        for intent in Intent
        for word in {
            intents.bare(each) for each in intents.BETWEEN.split(texts.plain(f"trigger-{intent}"))
        }
    ]

    assert sorted(said) == sorted(set(said))


async def asked(handler, told):
    """Return the verb that a handler asks for, and its words."""
    found = []

    async def asker(_update, verb, words):
        found.append((verb, words))

    update = Update.de_json({"update_id": 1, "message": told}, Silent(BOT, NAME))
    await handler(update, Context(update, LIBRARY.speak(DEFAULT), asker, lambda _: NOTHING))
    return found


@pytest.mark.parametrize("said", VERBS)
async def test_words_in_private_do_what_the_buttons_do(said):
    [(verb, _)] = await asked(intents.say, message(said))

    assert verb is VERBS[said]


@pytest.mark.parametrize(("said", "field"), [("取消", talking.CANCEL), ("上一步", talking.BACK)])
async def test_leaving_and_going_back_are_told_apart(said, field):
    [(_, words)] = await asked(intents.say, message(said))

    assert words["field"] == field


@pytest.mark.parametrize(
    ("said", "verb"),
    [("算了", talking.turn), ("返回", talking.turn), ("帮助", asking.reply), ("好", asking.reply)],
)
async def test_in_a_group_only_the_words_that_leave_count(said, verb):
    under = message("card", chat=GROUP, number=3) | {"from": person(BOT, is_bot=True)}

    [(found, words)] = await asked(
        intents.reply, message(said, chat=GROUP, reply_to_message=under)
    )

    assert (found, words["heard"].replied) == (verb, 3)

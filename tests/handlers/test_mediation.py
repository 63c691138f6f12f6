import pytest
from telegram import Update

from bot.lanes import Silent
from governance.categories import Reading
from governance.mediation import DisputeAction
from governance.mediation.screening import Screening
from governance.refusals import Unknown
from handlers import cases, mediation, presses
from handlers.buttons import VerbPress
from handlers.context import Context
from handlers.directory import start
from handlers.routes import ROUTES
from services.mediation import acting, looking, reporting, screening
from tests.bot.doors import BOT, GROUP, LI, LIBRARY, NAME, message, press

NOTHING = Reading(category=None, building=None)


def hear(update):
    return Update.de_json({"update_id": 1, **update}, Silent(BOT, NAME))


def reached(text, **more):
    update = hear({"message": message(text, **more)})
    for route in ROUTES:
        check = route.check_update(update)
        if check is not None and check is not False:
            return route.callback
    return None


async def asked(handler, update, args=None, result=None):
    """Return the verb that a handler asks for, with its words, and what the handler answers."""
    found = []

    async def ask(_update, verb, words):
        found.append((verb, words))
        return result

    context = Context(update, LIBRARY.speak("zh-CN"), ask, lambda _: NOTHING)
    context.args = args
    answer = await handler(update, context)
    [(verb, words)] = found
    return verb, words, answer


@pytest.mark.parametrize("chat", [LI, GROUP])
@pytest.mark.parametrize("number", ["调1", "调 1", "#调1", "M1", "m12"])
def test_a_number_of_the_disputes_series_asks_for_a_dispute(chat, number):
    for command in ("/status", f"/status@{NAME}", f"/STATUS@{NAME}"):
        assert reached(f"{command} {number}", chat=chat) is mediation.status


@pytest.mark.parametrize("number", ["1", "#1", "", "电梯", "调解1", "调"])
def test_any_other_number_asks_for_a_case(number):
    assert reached(f"/status {number}") is cases.status


def test_a_number_asked_of_another_bot_is_not_for_us():
    assert reached("/status@otherbot 调1", chat=GROUP) is None


async def test_the_figures_of_a_dispute_are_read():
    verb, words, _ = await asked(mediation.status, hear({"message": message("/status #调12")}))

    assert (verb, words["number"], words["asked"].chat) == (looking.status, 12, LI)


async def test_in_private_the_command_begins_the_form_with_what_was_said():
    update = hear({"message": message("/dispute 楼上太吵")})

    verb, words, _ = await asked(mediation.dispute, update)

    assert (verb, words["heard"].text) == (reporting.begin, "楼上太吵")


async def test_in_a_group_not_even_the_words_are_passed_on():
    update = hear({"message": message("/dispute 楼上太吵", chat=GROUP)})

    verb, words, _ = await asked(mediation.dispute, update)

    assert verb is reporting.elsewhere
    assert "楼上" not in repr(words)


async def test_the_link_from_the_group_begins_the_form():
    update = hear({"message": message("/start dispute")})

    verb, words, _ = await asked(start, update, args=["dispute"])

    assert (verb, words["heard"].text) == (reporting.begin, "")


async def test_the_list_is_asked_for_where_it_was_asked():
    verb, words, _ = await asked(mediation.queue, hear({"message": message("/disputes")}))

    assert (verb, words["asked"].chat) == (looking.queue, LI)


async def pressed(verb, result=None):
    update = hear(press(VerbPress("m", 7, verb).data))
    return await asked(presses.press, update, result=result)


@pytest.mark.parametrize("action", DisputeAction)
async def test_a_button_of_a_step_asks_for_it(action):
    verb, words, toast = await pressed(action)

    assert (verb, words) == (acting.press, {"dispute_id": 7, "action": action, "to": ""})
    assert toast is None


async def test_a_button_can_name_a_mediator():
    _, words, _ = await pressed("agree=zheng")

    assert (words["action"], words["to"]) == (DisputeAction.AGREE, "zheng")


async def test_a_button_opens_a_dispute():
    verb, words, _ = await pressed("open")

    assert (verb, words) == (looking.show, {"dispute_id": 7})


async def test_a_tap_of_the_weekly_question_is_thanked():
    done = Screening(grid="g1", week="2026-11-09")

    verb, words, toast = await pressed("count=2", done)

    assert (verb, words) == (screening.count, {"screening_id": 7, "heard_of": 2})
    assert toast.text == "记下了"


@pytest.mark.parametrize("verb", ["explode", "count=x", "count", "count=", "opened"])
async def test_a_button_that_is_none_of_ours_is_refused(verb):
    with pytest.raises(Unknown):
        await pressed(verb)

"""The buttons, links and commands of residents, back into verbs."""

from dataclasses import replace

import pytest

from governance.dialogues import Dialogue, DialogueKind
from governance.refusals import Unknown
from governance.residents import Residency, Resident, ResidentAction, ResidentStatus
from handlers import residents
from handlers.buttons import VerbPress
from handlers.context import Context
from services import consent, directory, forgetting
from services import residents as verbs
from tests.bot.doors import LIBRARY
from tests.handlers.household import DOOR
from tests.services.town import AT, LI

A, S = ResidentAction, ResidentStatus


class Asking:
    """Keeps the one verb that a handler asks for."""

    def __init__(self, answer=None):
        self.answer, self.verb, self.words = answer, None, None

    async def __call__(self, _update, verb, words):
        self.verb, self.words = verb, words
        return self.answer


def context(asking):
    return Context(None, LIBRARY.speak("zh-CN"), asking, lambda _: None)


BINDING = Resident(
    id=1,
    person=LI,
    building="b3",
    door=DOOR,
    residency=Residency.SETTLED,
    status=S.VERIFIED,
    asked_at=AT,
)


@pytest.mark.parametrize(
    ("verb", "asked", "words"),
    [
        ("verify", verbs.press, {"resident": 3, "action": A.VERIFY}),
        ("agree.b_b3", verbs.agree, {"version": 3, "goal": "b_b3"}),
        ("look", verbs.look, {}),
        ("take-back", consent.take_back, {}),
        ("show", verbs.show, {"resident": 3}),
        ("mydata", forgetting.page, {"number": 3}),
        ("forget", forgetting.mine_gone, {}),
        ("forget.withdraw", forgetting.withdraw, {}),
    ],
)
async def test_a_button_asks_for_its_one_verb(verb, asked, words):
    asking = Asking(BINDING)

    await residents.press(VerbPress("r", 3, verb), LI, context(asking))

    assert (asking.verb, asking.words) == (asked, words)


async def test_a_step_is_answered_by_its_status_and_a_talk_by_nothing():
    met = await residents.press(VerbPress("r", 1, "verify"), LI, context(Asking(BINDING)))
    talk = Dialogue(token="t", kind=DialogueKind.RESIDENT, person=1, chat=1, expires=AT)
    asked = await residents.press(VerbPress("r", 1, "doubt"), LI, context(Asking(talk)))

    assert met.text == "已核实"
    assert asked is None


async def test_the_last_word_is_a_toast_that_must_be_read_since_a_message_would_be_stored():
    toast = await residents.press(VerbPress("r", 0, "forget"), LI, context(Asking()))

    assert toast.alert
    assert "已删除" in toast.text


async def test_a_button_of_nobody_is_refused():
    with pytest.raises(Unknown):
        await residents.press(VerbPress("r", 0, "nothing"), LI, context(Asking()))


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("start", directory.start),
        ("join", verbs.arrive),
        ("moved", verbs.moving),
        ("residents", verbs.listing),
        ("privacy", consent.read),
        ("mydata", forgetting.mine),
        ("forgetme", forgetting.explain),
        ("whatever", verbs.arrive),
    ],
)
async def test_a_link_from_a_group_goes_on_with_what_was_asked_there(word, asked):
    class Message:
        chat_id, message_id = LI, 7

    asking = Asking()

    await residents.opened(Message(), word, context(asking))

    assert asking.verb == asked


def test_every_status_has_a_toast_where_a_tap_reaches_it():
    texts = LIBRARY.speak("zh-CN")
    reached = {S.PENDING, S.VERIFIED, S.MOVED}

    assert all(texts.has(f"resident-toast-{replace(BINDING, status=s).status}") for s in reached)

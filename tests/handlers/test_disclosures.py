"""What is heard of disclosures: commands, links, buttons."""

import pytest

from governance.disclosures.states import ChangeAction
from governance.refusals import Unknown
from handlers import disclosures, presses
from handlers.buttons import VerbPress
from handlers.directory import start
from services.disclosures import changing, events, looking, subscribing
from services.disclosures.looking import List
from tests.bot.doors import GROUP, LI, message, press
from tests.handlers.test_mediation import asked, hear, reached


def said(text, chat=LI):
    return hear({"message": message(text, chat=chat)})


@pytest.mark.parametrize("chat", [LI, GROUP])
async def test_everybody_may_ask_what_is_disclosed(chat):
    verb, words, _ = await asked(disclosures.disclosures, said("/disclosures", chat))

    assert (verb, words["asked"].chat) == (looking.listing, chat)
    assert reached("/disclosures", chat=chat) is disclosures.disclosures


async def test_reading_along_is_asked_for():
    verb, words, _ = await asked(disclosures.subscribe, said("/subscribe"))

    assert (verb, words["asked"].chat) == (subscribing.ask, LI)


async def test_links_of_the_group_lead_into_the_private_chat():
    verb, words, _ = await asked(start, said("/start w_archive"), args=["w_archive"])
    assert (verb, words) == (looking.page, {"start": 0, "shown": List.ARCHIVE})
    verb, *_ = await asked(start, said("/start w_subscribe"), args=["w_subscribe"])
    assert verb is subscribing.ask
    with pytest.raises(Unknown):
        await asked(start, said("/start w_x"), args=["w_x"])


async def test_links_of_the_group_are_for_private_lists():
    for each in List:
        verb, words, _ = await asked(start, said(f"/start w_{each}"), args=[f"w_{each}"])
        assert (verb, words["shown"]) == (looking.page, each)


@pytest.mark.parametrize(
    ("pressed", "verb", "words"),
    [
        (VerbPress("w", 12, "calendar"), looking.page, {"start": 12, "shown": List.CALENDAR}),
        (VerbPress("w", 7, "open"), looking.show, {"edition_id": 7}),
        (VerbPress("w", 0, "change=ledger"), changing.begin, {"key": "ledger"}),
        (VerbPress("w", 0, "event=policy"), events.begin, {"key": "policy"}),
        (VerbPress("w", 1, "subscribe"), subscribing.choose, {"wanted": 1}),
        (
            VerbPress("w", 4, "confirm"),
            changing.decide,
            {"change_id": 4, "action": ChangeAction.CONFIRM},
        ),
        (
            VerbPress("w", 4, "refuse"),
            changing.decide,
            {"change_id": 4, "action": ChangeAction.REFUSE},
        ),
    ],
)
async def test_a_button_does_what_it_says(pressed, verb, words):
    found, given, _ = await asked(presses.press, hear(press(pressed.data)))

    assert (found, given) == (verb, words)


@pytest.mark.parametrize("verb", ["moon", "change", "event", "begin=ledger"])
async def test_a_button_that_is_none_of_ours_is_refused(verb):
    with pytest.raises(Unknown):
        await asked(presses.press, hear(press(f"w:1:{verb}")))

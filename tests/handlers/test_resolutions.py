"""What is heard of resolutions: commands, links, buttons."""

import pytest

from governance.refusals import Refusal, Unknown
from governance.resolutions.states import Question, Reply, ResolutionAction, Stage
from handlers import presses, resolutions
from handlers.buttons import VerbPress
from handlers.directory import start
from services.disclosures import projects
from services.resolutions import (
    acting,
    asking,
    checking,
    dossiers,
    drafting,
    looking,
    watching,
)
from services.supervision import ahead
from tests.bot.doors import GROUP, LI, message, press
from tests.handlers.test_mediation import asked, hear, reached
from tests.services.resolutions.promises import drafted

A = ResolutionAction


def said(text, chat=LI):
    return hear({"message": message(text, chat=chat)})


@pytest.mark.parametrize("chat", [LI, GROUP])
@pytest.mark.parametrize("number", ["3", "#3", "R3", "决议3", "r 3"])
async def test_a_number_asks_for_a_resolution(chat, number):
    verb, words, _ = await asked(resolutions.resolutions, said(f"/resolutions {number}", chat))

    assert verb is looking.status
    assert (words["number"], words["asked"].chat) == (3, chat)
    assert reached(f"/resolutions {number}", chat=chat) is resolutions.resolutions


async def test_without_a_number_they_are_listed():
    verb, _, _ = await asked(resolutions.resolutions, said("/resolutions"))

    assert verb is looking.listing


async def test_anything_else_is_answered_by_how_to_ask():
    with pytest.raises(Refusal, match="refusal-resolution-number"):
        await asked(resolutions.resolutions, said("/resolutions 电梯"))


async def test_the_link_in_the_group_leads_into_the_private_chat():
    verb, words, _ = await asked(start, said("/start v_7"), args=["v_7"])

    assert (verb, words) == (looking.show, {"resolution_id": 7})


@pytest.mark.parametrize(
    ("data", "verb", "words"),
    [
        ("v:7:open", looking.show, {"resolution_id": 7}),
        ("v:7:clause", drafting.promise, {"resolution_id": 7}),
        ("v:7:edit", drafting.rewrite, {"resolution_id": 7}),
        ("v:7:drop=9", drafting.drop, {"resolution_id": 7, "clause_id": 9}),
        ("v:3:draft", drafting.begin, {"topic_id": 3}),
        ("v:3:outcome", dossiers.begin, {"topic_id": 3}),
        ("v:3:dossier", dossiers.read, {"topic_id": 3}),
        ("v:7:publish", acting.press, {"resolution_id": 7, "action": A.PUBLISH}),
        ("v:7:seen=no", watching.watch, {"resolution_id": 7, "reply": Reply.NO}),
        (
            "v:7:report=9-739932",
            checking.begin,
            {"resolution_id": 7, "clause_id": 9, "day": 739_932},
        ),
        (
            "v:7:stage=9-1",
            projects.open_,
            {"resolution_id": 7, "clause_id": 9, "stage": Stage.HALFWAY},
        ),
        (
            "v:7:ahead=9-1",
            ahead.ask,
            {"resolution_id": 7, "clause_id": 9, "stage": Stage.HALFWAY},
        ),
        (
            "v:7:reply=done-yes",
            asking.answer,
            {"resolution_id": 7, "question": Question.DONE, "reply": Reply.YES},
        ),
    ],
)
async def test_a_button_asks_for_its_verb(data, verb, words):
    update = hear(press(data))
    found, with_words, _ = await asked(presses.press, update, result=Reply.NO)

    assert (found, with_words) == (verb, words)


@pytest.mark.parametrize(
    "data",
    [
        "seen=maybe",
        "reply=done",
        "reply=why-yes",
        "report=9",
        "report=x-1",
        "stage=9",
        "stage=9-3",
        "ahead=9",
        "drop=x",
        "burn",
    ],
)
async def test_a_button_of_nobodys_is_unknown(data):
    pressed = VerbPress("v", 7, data)
    with pytest.raises(Unknown):
        await resolutions.press(pressed, LI, None)


async def test_a_step_says_that_it_was_taken(town):
    made = drafted(town)
    update = hear(press("v:1:hand-in"))
    _, _, toast = await asked(presses.press, update, result=made)

    assert toast.text
    _, _, toast = await asked(presses.press, update, result=None)
    assert toast is None


@pytest.mark.parametrize("reply", list(Reply))
async def test_who_looks_is_told_what_was_noted(reply):
    update = hear(press(f"v:1:seen={reply}"))
    _, _, toast = await asked(presses.press, update, result=reply)

    assert "记下了" in toast.text

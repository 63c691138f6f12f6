import pytest
from telegram import Update

from bot.lanes import Silent
from governance.cases import CaseKind
from governance.categories import NOTHING, Reading
from governance.intake import AttachmentKind
from handlers import cases, messages
from handlers.context import Context
from handlers.texts import DEFAULT
from services.cases import quoting, reporting
from services.hearing import NOBODY
from tests.bot.doors import BOT, GROUP, LI, LIBRARY, NAME, message, person

PHOTO = [{"file_id": "f1", "file_unique_id": "u1", "width": 1, "height": 1}]
LIFT = Reading(category="lift", building="b3")
ZHANG = 5002
SELF = {"id": GROUP, "type": "supergroup", "title": "群"}


def parsed(told):
    return Update.de_json({"update_id": 1, "message": told}, Silent(BOT, NAME))


def context(update, found=None):
    async def asker(_update, verb, words):
        found.append((verb, words))

    def reader(text):
        return LIFT if "电梯" in text else NOTHING

    return Context(update, LIBRARY.speak(DEFAULT), asker, reader)


def heard(**more):
    update = parsed(message(**more))
    return messages.heard(update.message, context(update), "x")


def quoted(under):
    update = parsed(message("/report", chat=GROUP, reply_to_message=under))
    return messages.quoted(update.message, context(update))


async def asked(handler, told):
    found = []
    update = parsed(told)
    await handler(update, context(update, found))
    [(verb, words)] = found
    return verb, words


@pytest.mark.parametrize(
    ("more", "files"),
    [
        ({}, ()),
        ({"photo": PHOTO}, ((AttachmentKind.PHOTO, "f1"),)),
        (
            {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
            ((AttachmentKind.VOICE, "v"),),
        ),
        (
            {"document": {"file_id": "d", "file_unique_id": "d"}},
            ((AttachmentKind.DOCUMENT, "d"),),
        ),
    ],
)
def test_what_comes_with_words_is_heard(more, files):
    assert heard(**more).files == files


def test_photos_of_one_album_bear_its_name():
    assert (heard(photo=PHOTO, media_group_id="a1").album, heard(photo=PHOTO).album) == ("a1", "")


def test_a_neighbours_message_is_quoted_with_its_author():
    under = message("/report 电梯坏了", chat=GROUP, sender=ZHANG, number=5)

    found = quoted(under | {"photo": PHOTO, "media_group_id": "a1"})

    assert (found.author, found.name, found.message) == (ZHANG, "p5002", 5)
    assert (found.text, found.photo, found.album) == ("电梯坏了", "f1", "a1")
    assert found.reading == LIFT


@pytest.mark.parametrize(
    "nobody",
    [
        {"from": person(9, is_bot=True)},
        {"from": person(1087968824, is_bot=True), "sender_chat": SELF},
        {"from": person(777000), "sender_chat": SELF},
        {"from": None},
    ],
    ids=["another bot", "anonymous", "channel", "nobody"],
)
def test_for_what_no_person_said_nobody_answers(nobody):
    under = {k: v for k, v in (message("x", chat=GROUP, number=5) | nobody).items() if v}

    assert quoted(under).author == NOBODY


def test_our_own_messages_are_not_quoted():
    assert quoted(message("x", chat=GROUP) | {"from": person(BOT, is_bot=True)}) is None


def test_without_a_reply_nothing_is_quoted():
    update = parsed(message("/report x", chat=GROUP))

    assert messages.quoted(update.message, context(update)) is None


async def test_a_report_under_a_message_is_read_with_it():
    under = message("电梯坏了", chat=GROUP, sender=ZHANG, number=5)

    verb, words = await asked(
        cases.report, message("/report 三号楼", chat=GROUP, reply_to_message=under)
    )

    assert (verb, words["heard"].text, words["heard"].reading) == (quoting.report, "三号楼", LIFT)
    assert words["quoted"].text == "电梯坏了"


async def test_a_call_by_name_under_a_message_is_such_a_report_too():
    under = message("电梯坏了", chat=GROUP, sender=ZHANG, number=5)

    verb, words = await asked(
        cases.mentioned, message(f"@{NAME}", chat=GROUP, reply_to_message=under)
    )

    assert (verb, words["heard"].text, words["quoted"].author) == (quoting.report, "", ZHANG)


async def test_a_hazard_is_a_report_of_its_kind():
    verb, words = await asked(cases.hazard, message("/hazard 电梯口井盖没了", chat=GROUP))

    said = words["heard"]
    assert (verb, said.text, said.reading.kind) == (
        reporting.report,
        "电梯口井盖没了",
        CaseKind.HAZARD,
    )
    assert said.reading.category == "lift"


async def test_a_photo_of_an_album_is_offered_to_its_report():
    told = message(chat=GROUP, sender=LI, photo=PHOTO, media_group_id="a1")

    verb, words = await asked(cases.album, told)

    assert (verb, words["heard"].album) == (reporting.joined, "a1")

"""Photos of one album, and what is said to the bot in a group (B03, B11)."""

from datetime import timedelta

import pytest

from governance.categories import NOTHING
from governance.refusals import Refusal
from handlers.talks import KINDS
from services.cases import asking, reporting
from tests.services.town import GROUP, LI, ZHANG


def files(town, case_id=1):
    with town.work(0) as work:
        return [(a.kind, a.file) for a in work.attachments.of_case(case_id)]


def test_an_album_said_with_the_command_belongs_to_one_case(town):
    town.report(photo="photo-1", album="a1")
    town.send()

    for number in (2, 3):
        heard = town.hear("", photo=f"photo-{number}", album="a1", message=7 + number)
        town.do(LI, reporting.joined, heard)

    assert [file for _, file in files(town)] == ["photo-1", "photo-2", "photo-3"]
    assert town.fresh() == []


def test_an_album_in_private_fills_one_draft(town):
    town.say(LI, "", photo="photo-1", album="a1", reading=NOTHING)
    town.say(LI, "三号楼电梯坏了", photo="photo-2", album="a1")

    assert (town.talk().text("text"), town.talk().text("files")) == (
        "三号楼电梯坏了",
        "photo,photo",
    )
    with pytest.raises(Refusal):
        town.talk(2)


def test_the_command_under_a_later_photo_of_an_album_opens_no_second_draft(town):
    town.say(LI, "", photo="photo-1", album="a1", reading=NOTHING)

    town.report(chat=LI, photo="photo-2", album="a1")

    assert (town.talk().text("files"), town.talk().text("category")) == ("photo,photo", "lift")


def test_another_persons_album_is_not_ours(town):
    town.report(photo="photo-1", album="a1")

    joined = town.do(ZHANG, reporting.joined, town.hear("", photo="p", album="a1"))

    assert (joined, len(files(town))) == (None, 1)


def test_an_album_that_comes_too_late_is_not_ours(town):
    town.report(photo="photo-1", album="a1")
    town.now += timedelta(minutes=11)

    assert town.do(LI, reporting.joined, town.hear("", photo="p", album="a1")) is None


def test_a_voice_said_to_the_bot_in_a_group_begins_a_draft(town):
    heard = town.hear("", voice="voice-1", asked=False, replied=9, reading=NOTHING)

    town.do(LI, asking.reply, KINDS, GROUP, heard)

    assert town.told() == [("dialogue:1", LI), ("pointer:1:0", GROUP)]


def test_words_said_to_the_bot_in_a_group_begin_nothing(town):
    heard = town.hear("谢谢", asked=False, replied=9, reading=NOTHING)

    assert town.do(LI, asking.reply, KINDS, GROUP, heard) is None
    assert town.told() == []

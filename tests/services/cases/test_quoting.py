"""A report put under a neighbour's message (B03, B06): only its author's own tap files it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.cases import CaseStatus
from governance.categories import NOTHING
from governance.dialogues import DialogueKind, DialogueStatus
from governance.notices import Address
from governance.refusals import Refusal
from handlers.talks import KINDS
from services import talks
from services.cases import asking, quoting, reporting
from services.hearing import NOBODY
from tests.services.town import AT, GROUP, LI, LIFT, SAID, WANG, ZHANG


def quoted(town, author=ZHANG, **more):
    whole = {"message": 5, "author": author, "name": "张伯", "asked": True}
    return town.hear(**whole | more)


def report(town, person=LI, text="", under=None, **more):
    heard = town.hear(text, message=9, **more)
    return town.do(person, quoting.report, heard, under or quoted(town))


def files(town):
    with town.work(0) as work:
        return [a.file for a in work.attachments.of_case(1)]


def refused(town, *args, **words):
    with pytest.raises(Refusal) as refusal:
        town.do(*args, **words)
    return refusal.value.key


def test_ones_own_message_is_filed_as_ones_own(town):
    report(town, ZHANG, "两天了", photo="")

    case = town.case()
    assert (case.reporter, case.text, case.message) == (ZHANG, f"两天了\n{SAID}", 5)
    assert case.status is CaseStatus.DISPATCHED


def test_anothers_message_is_filed_by_nobody_but_its_author(town):
    talk = report(town)

    assert (talk.kind, talk.person, talk.chat) == (DialogueKind.NAMED, ZHANG, GROUP)
    [asked] = town.deliveries()
    assert (asked.subject, asked.reader) == ("dialogue:1", ZHANG)
    assert asked.address == Address(chat=GROUP, reply_to=5)
    assert town.audit() == ["quote"]
    assert refused(town, LI, talks.answer, KINDS, 1, "submit", "") == "refusal-not-author"
    with pytest.raises(Refusal):
        town.case()


def test_the_authors_tap_files_it_in_his_name(town):
    report(town)

    town.answer(ZHANG, "submit")

    case = town.case()
    assert (case.reporter, case.text, case.chat, case.message) == (ZHANG, SAID, GROUP, 5)
    assert (case.holder, town.talk().status) == ("wang", DialogueStatus.DONE)


def test_the_authors_no_files_nothing(town):
    report(town)

    town.answer(ZHANG, "cancel")

    assert town.talk().status is DialogueStatus.CANCELLED
    assert [d for d in town.told() if d[0].startswith("receipt")] == []


def test_words_are_no_yes(town):
    report(town)
    town.stand("dialogue:1", GROUP, 50)

    heard = town.hear("好的", replied=50, asked=False)

    assert refused(town, ZHANG, asking.reply, KINDS, GROUP, heard) == "refusal-tap"
    assert town.do(ZHANG, talks.turn, KINDS, GROUP, heard, "back").status == "cancelled"


def test_an_author_who_stays_silent_has_said_no(town):
    report(town)

    town.ring("expire")

    assert (town.now, town.talk().status) == (AT + timedelta(hours=24), DialogueStatus.EXPIRED)


def test_what_is_not_clear_the_author_finishes_in_private(town):
    report(town, under=quoted(town, text="太吵了", reading=NOTHING, photo="photo-1"))

    town.answer(ZHANG, "submit")

    draft = town.talk(2)
    assert (draft.person, draft.chat, draft.text("text")) == (ZHANG, ZHANG, "太吵了")
    assert (draft.text("files"), draft.text("photo")) == ("photo", "photo-1")
    assert ("pointer:2:0", GROUP) in town.told()


def test_anothers_words_about_a_photo_are_read_by_its_author_before_they_are_filed(town):
    photo = quoted(town, text="", reading=NOTHING, photo="photo-1")
    report(town, text=SAID, reading=LIFT, under=photo)

    town.answer(ZHANG, "submit")

    assert town.talk(2).text("text") == SAID
    assert [d for d in town.told() if d[0].startswith("receipt")] == []
    town.answer(ZHANG, "submit", dialogue_id=2)
    assert (town.case().reporter, files(town)) == (ZHANG, ["photo-1"])


@pytest.mark.parametrize("author", [NOBODY])
def test_a_message_for_which_nobody_answers_is_refused(town, author):
    heard = town.hear("")

    under = quoted(town, author=author)

    assert refused(town, LI, quoting.report, heard, under) == "refusal-quoted"


def test_danger_is_answered_under_the_report_whoever_said_it(town):
    report(town, under=quoted(town, reading=replace(LIFT, danger=True)))

    [danger] = [d for d in town.deliveries() if d.key == "danger"]
    assert danger.address == Address(chat=GROUP, reply_to=9)


def album(town):
    return quoted(town, photo="photo-1", album="a1")


def test_of_an_album_the_rest_is_asked_for_under_the_report(town):
    report(town, under=album(town))
    town.answer(ZHANG, "submit")

    rest = town.talk(2)
    assert (rest.kind, rest.person, rest.chat) == (DialogueKind.REST, ZHANG, GROUP)
    [asked] = [d for d in town.deliveries() if d.subject == "dialogue:2"]
    assert asked.address.reply_to == 5


def test_the_rest_comes_as_a_reply_or_in_private_to_the_same_case(town):
    report(town, under=album(town))
    town.answer(ZHANG, "submit")
    town.stand("dialogue:2", GROUP, 60)

    said = {"text": "", "reading": NOTHING, "asked": False}
    reply = town.hear(chat=GROUP, photo="photo-2", replied=60, **said)
    town.do(ZHANG, asking.reply, KINDS, GROUP, reply)
    town.say(ZHANG, "", photo="photo-3", reading=NOTHING)
    more = town.hear(chat=ZHANG, photo="photo-4", album="b1", **said)
    town.do(ZHANG, asking.say, KINDS, ZHANG, more)
    later = town.hear(chat=ZHANG, photo="photo-5", album="b1", **said)
    town.do(ZHANG, asking.say, KINDS, ZHANG, later)

    assert files(town) == [f"photo-{n}" for n in range(1, 6)]
    town.answer(ZHANG, "submit", dialogue_id=2)
    assert town.talk(2).status is DialogueStatus.DONE


def test_words_are_not_the_rest_of_an_album(town):
    report(town, under=album(town))
    town.answer(ZHANG, "submit")
    town.stand("dialogue:2", GROUP, 60)

    words = town.hear("没有了", replied=60, asked=False)

    assert refused(town, ZHANG, asking.reply, KINDS, GROUP, words) == "refusal-unreadable"
    assert town.answer(ZHANG, "back", dialogue_id=2).status is DialogueStatus.CANCELLED


def test_words_in_private_are_a_new_report_while_photos_are_awaited(town):
    report(town, under=album(town))
    town.answer(ZHANG, "submit")

    town.say(ZHANG, "一号楼没水", reading=NOTHING)

    assert (town.talk(3).kind, len(files(town))) == (DialogueKind.REPORT, 1)


def test_more_photos_under_the_question_wait_for_the_tap_too(town):
    report(town, under=album(town))
    town.stand("dialogue:1", GROUP, 50)
    said = {"text": "", "reading": NOTHING, "asked": False, "chat": GROUP, "replied": 50}

    town.do(ZHANG, asking.reply, KINDS, GROUP, town.hear(photo="p2", album="b1", **said))
    town.do(ZHANG, reporting.joined, town.hear(photo="p3", album="b1", **said))
    before = town.talk().text("files")
    town.answer(ZHANG, "submit")

    assert (before, files(town)) == ("photo,photo,photo", ["photo-1", "p2", "p3"])


def test_an_album_is_handled_by_its_worker_as_any_case(town):
    report(town, under=album(town))
    town.answer(ZHANG, "submit")

    town.act(WANG, "accept")

    assert town.case().status is CaseStatus.IN_PROGRESS


def test_in_a_group_that_is_not_ours_nothing_is_asked(town):
    heard = town.hear("", chat=-100999, message=9)

    asked = town.do(LI, quoting.report, heard, quoted(town, chat=-100999))

    assert (asked, [d for d in town.told() if d[0].startswith("dialogue")]) == (None, [])


def test_a_message_that_was_filed_before_is_answered_with_its_number(town):
    report(town)
    town.answer(ZHANG, "submit")

    found = report(town)

    assert found.number == 1
    assert town.told() == [("status", GROUP)]


def test_an_author_is_asked_once_for_each_of_his_messages(town):
    first = report(town)

    other, again = report(town, under=quoted(town, message=6)), report(town)

    assert (again.id, other.id) == (first.id, first.id + 1)


@pytest.mark.parametrize("silent", [True, False])
def test_an_author_who_said_no_is_not_asked_again_about_the_same_message(town, silent):
    report(town)
    town.ring("expire") if silent else town.answer(ZHANG, "cancel")

    again = report(town, WANG)

    assert (again.id, again.status is DialogueStatus.OPEN) == (1, False)
    assert town.told() == []

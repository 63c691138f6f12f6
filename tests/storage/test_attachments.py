from datetime import UTC, datetime, timedelta

import pytest

from governance.cases import Case
from governance.dialogues import Dialogue, DialogueKind
from governance.intake import Attachment, AttachmentKind
from storage import directory
from storage.attachments import Attachments
from storage.cases import Cases
from storage.dialogues import Dialogues

AT = datetime(2026, 11, 2, 1, 0, 0, 123000, tzinfo=UTC)
LI, ZHANG = 5001, 5002


@pytest.fixture
def shelf(connection):
    cases = Cases(connection, directory.community(connection, "xingfuli"), "xingfuli")
    dialogues = Dialogues(connection)
    whole = {"reporter": LI, "chat": LI, "message": 0, "text": "x", "category": "lift"}
    whole |= {"building": None, "grid": None, "at": AT, "finish_by": AT, "desk": "he"}
    for number in (1, 2):
        cases.add(Case(community="xingfuli", **whole))
        kind = DialogueKind.REPORT
        talk = Dialogue(token=f"t{number}", kind=kind, person=LI, chat=LI, expires=AT)
        dialogues.open(talk)
    return Attachments(connection)


def a_file(file="photo-1", **more):
    whole = {"kind": AttachmentKind.PHOTO, "file": file, "by": LI, "at": AT}
    return Attachment(**whole | more)


def test_files_are_read_as_they_were_kept_in_their_order(shelf):
    kept = [a_file(f"f{kind}", kind=kind, album="a1") for kind in AttachmentKind]
    for each in kept:
        shelf.add(each, case=1)
    shelf.add(a_file("other"), case=2)
    shelf.add(a_file("talked"), dialogue=1)

    assert shelf.of_case(1) == kept
    assert shelf.of_talk(1) == [a_file("talked")]


def test_the_files_of_a_talk_become_those_of_its_case(shelf):
    shelf.add(a_file("one"), dialogue=1)
    shelf.add(a_file("two"), dialogue=2)

    shelf.hand_over(1, 2)

    assert shelf.of_case(2) == [a_file("one")]
    assert shelf.of_talk(1) == [a_file("one")]


def test_the_files_of_a_talk_pass_to_the_one_that_follows_it(shelf):
    shelf.add(a_file("one"), dialogue=1)

    shelf.pass_on(1, 2)

    assert (shelf.of_talk(1), shelf.of_talk(2)) == ([], [a_file("one")])


def test_an_album_is_known_by_whoever_sent_it_for_a_while(shelf):
    shelf.add(a_file(album="a1"), dialogue=1)
    shelf.add(a_file(album="a2"), case=2)

    assert shelf.album(LI, "a1", AT) == (0, 1)
    assert shelf.album(LI, "a2", AT) == (2, 0)
    assert shelf.album(ZHANG, "a1", AT) == (0, 0)
    assert shelf.album(LI, "a1", AT + timedelta(milliseconds=1)) == (0, 0)


def test_an_album_belongs_to_where_its_newest_photo_went(shelf):
    shelf.add(a_file(album="a1"), dialogue=1)
    shelf.add(a_file(album="a1"), case=1)

    assert shelf.album(LI, "a1", AT) == (1, 0)

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.refusals import Conflict, Unknown
from storage.dialogues import Dialogues

AT = datetime(2026, 11, 2, 1, 0, 0, 123000, tzinfo=UTC)


@pytest.fixture
def talks(connection):
    return Dialogues(connection)


def talk(token="t1", kind=DialogueKind.REPORT, **more):
    data = {"text": "门", "n": 7, "b": None}
    whole = {"person": 5001, "chat": 5001, "expires": AT, "data": data}
    return Dialogue(token=token, kind=kind, **whole | more)


def test_a_talk_is_read_as_it_was_opened(talks):
    opened = talks.open(talk())

    assert opened == replace(talk(), id=1)
    assert [talks.get(1), talks.by_token("t1"), talks.waiting(5001, 5001)] == [opened] * 3


@pytest.mark.parametrize("look", [lambda t: t.get(404), lambda t: t.by_token("t9")])
def test_a_talk_that_is_not_there_is_unknown(talks, look):
    with pytest.raises(Unknown) as refused:
        look(talks)

    assert refused.value.key == "refusal-no-dialogue"


def test_a_new_talk_leaves_the_others_going_on(talks):
    begun = [talks.open(talk(f"t{n}")) for n in range(3)]

    assert {talks.get(t.id).status for t in begun} == {DialogueStatus.OPEN}


def test_the_newest_open_talk_waits(talks):
    talks.open(talk("t1"))
    newest = talks.open(talk("t2", DialogueKind.STEP))
    assert talks.waiting(5001, 5001) == newest

    talks.save(replace(newest, status=DialogueStatus.DONE))

    assert talks.waiting(5001, 5001).token == "t1"
    assert [talks.waiting(5001, -100), talks.waiting(5002, 5001)] == [None, None]


def test_a_saved_talk_is_read_as_it_was_saved(talks):
    opened = talks.open(talk())

    saved = talks.save(replace(opened, data={"to": "liu"}, status=DialogueStatus.DONE))

    assert (saved.version, talks.get(1)) == (1, saved)


def test_two_saves_of_one_reading_have_one_winner(talks):
    opened = talks.open(talk())
    first = talks.save(replace(opened, data={"to": "liu"}))

    with pytest.raises(Conflict):
        talks.save(replace(opened, status=DialogueStatus.DONE))

    assert talks.get(1) == first


def test_the_newest_open_talk_of_a_kind_is_found_wherever_it_is_held(talks):
    for number, (kind, chat) in enumerate([("report", 5001), ("step", -1), ("step", -2)], 1):
        talks.open(talk(token=f"t{number}", kind=DialogueKind(kind), chat=chat))

    before = talks.newest(5001, DialogueKind.STEP)
    talks.save(replace(before, status=DialogueStatus.DONE))

    assert (before.id, talks.newest(5001, DialogueKind.STEP).id) == (3, 2)
    assert (talks.newest(5002, DialogueKind.STEP), talks.newest(5001, DialogueKind.REST)) == (
        None,
        None,
    )


def test_a_talk_about_a_message_is_found_when_it_is_over_too(talks):
    first = talks.open(replace(talk("t1", DialogueKind.NAMED), data={"message": 7}))
    talks.open(replace(talk("t2", DialogueKind.NAMED), data={"message": 8}))
    talks.open(replace(talk("t3", DialogueKind.STEP), data={"message": 7}))

    over = talks.save(replace(first, status=DialogueStatus.CANCELLED))

    assert talks.about(DialogueKind.NAMED, 5001, 7) == over
    assert talks.about(DialogueKind.NAMED, 5001, 9) is None
    assert talks.about(DialogueKind.NAMED, 5002, 7) is None

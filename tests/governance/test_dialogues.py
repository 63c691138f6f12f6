from datetime import UTC, datetime

import pytest

from governance.dialogues import Dialogue, DialogueKind, DialogueStatus

AT = datetime(2026, 11, 2, tzinfo=UTC)


def talk(**data):
    return Dialogue(token="t", kind=DialogueKind.REPORT, person=1, chat=1, expires=AT, data=data)


def test_a_talk_begins_open():
    assert (talk().status, talk().version) == (DialogueStatus.OPEN, 0)


@pytest.mark.parametrize(("value", "text"), [("说", "说"), (None, ""), (7, "7"), ("", "")])
def test_what_was_gathered_is_text(value, text):
    assert talk(a=value).text("a") == text


@pytest.mark.parametrize(("value", "whole"), [(7, 7), ("7", 7), (None, 0), ("", 0)])
def test_what_was_gathered_may_be_a_number(value, whole):
    assert talk(a=value).whole("a") == whole


def test_what_was_not_gathered_is_nothing():
    assert (talk().text("a"), talk().whole("a")) == ("", 0)

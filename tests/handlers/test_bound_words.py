"""What a group is told when it is bound is what really comes there; its buttons are short."""

import pytest

from governance.chats import OFFERED
from tests.bot.doors import LIBRARY

WIDEST = 4  # characters: what stands on one line of half a row, on a phone


def told(language, key, kind):
    return LIBRARY.speak(language).plain(key, kind=kind, owner="何敏")


@pytest.mark.parametrize(
    ("language", "private", "only"),
    [("zh-CN", "先私聊发给本人", "才发到这里"), ("en", "in private", "cannot be delivered")],
)
@pytest.mark.parametrize("key", ["chat-bound", "ask-bind-submit"])
def test_a_staff_group_is_promised_what_cannot_be_told_in_private(key, language, private, only):
    words = told(language, key, "staff")

    assert words.index(private) < words.index(only)


@pytest.mark.parametrize(
    ("language", "not_here"), [("zh-CN", "不发到这里"), ("en", "in private, not here")]
)
@pytest.mark.parametrize("key", ["chat-bound", "ask-bind-submit"])
def test_a_supervision_group_is_promised_nothing(key, language, not_here):
    assert not_here in told(language, key, "supervision")


@pytest.mark.parametrize("kind", OFFERED)
def test_a_kind_of_group_fits_its_button(kind):
    label = LIBRARY.speak("zh-CN").plain(f"choice-bind-kind-{kind}")

    assert 0 < len(label) <= WIDEST

import pytest

from sandbox.entities import detect, trim, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/report 坏了", [("bot_command", "/report")]),
        ("/report@linli_demo_bot", [("bot_command", "/report@linli_demo_bot")]),
        ("/report坏了", []),
        ("a/report", []),
        ("😀 @linli_demo_bot", [("mention", "@linli_demo_bot")]),
        ("a@linli.org", [("email", "a@linli.org")]),
        ("看 https://a.org/x?y=1。好", [("url", "https://a.org/x?y=1")]),
        ("见 t.me/linli_demo_bot", [("url", "t.me/linli_demo_bot")]),
        ("#电梯 #1", [("hashtag", "#电梯")]),
        ("3.5 元", []),
    ],
)
def test_entities_are_found_in_plain_text(text, found):
    assert [(e["type"], words(text, e)) for e in detect(text)] == found


def test_nothing_is_found_inside_code_and_links():
    given = [{"type": "code", "offset": 0, "length": 7}]

    assert detect("/report", given) == given


def test_trimming_moves_and_cuts_entities():
    given = [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 4, "length": 2},
    ]

    assert trim("  ab  ", given) == ("ab", [{"type": "bold", "offset": 0, "length": 2}])

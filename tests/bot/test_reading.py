"""JSON at the doors: one bad character must not make a whole batch unreadable."""

import pytest

from bot.reading import is_id, read, write


@pytest.mark.parametrize("text", ['{"a":[1,"好"]}', '{"a":[1,"好"]}'.encode()])
def test_json_is_read(text):
    assert read(text) == {"a": [1, "好"]}


def test_half_an_emoji_and_bad_bytes_are_read_as_they_are():
    assert read(r'{"a":"\ud83d"}') == {"a": "\ud83d"}
    assert read(b'{"a":"\xff"}') == {"a": "�"}


@pytest.mark.parametrize("text", ["", "{", b"<html>"])
def test_what_is_no_json_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"JSON|Expecting|column"):
        read(text)


@pytest.mark.parametrize("found", [{"a": [1, "好", None]}, {"a": 1 << 70}])
def test_what_was_read_is_written_as_it_reads(found):
    assert read(write(found)) == found
    assert "好" in write({"a": "好"})


def test_half_an_emoji_is_written_as_no_letter():
    assert write({"a": "灯\ud83d"}) == '{"a":"灯?"}'


@pytest.mark.parametrize(
    ("found", "known"),
    [
        *((number, True) for number in (0, -1, -1001000000001, 2**52 - 1, 1 - 2**52)),
        *((number, False) for number in (2**52, -(2**52), 2**63, 1e30, True, "7", None)),
    ],
)
def test_an_id_has_52_bits_at_most(found, known):
    assert is_id(found) is known

import pytest

from sandbox.errors import BadRequestError
from sandbox.markup import parse_html


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>粗</b>", "粗", [("bold", 0, 1)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<code>&lt;b&gt; &amp; &quot;&#65;&#x42;</code>", '<b> & "AB', [("code", 0, 9)]),
        ("a &nbsp; & b", "a &nbsp; & b", []),
        ("<b></b>a", "a", []),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(source, text, entities):
    found, marks = parse_html(source)

    assert found == text
    assert [(m["type"], m["offset"], m["length"]) for m in marks] == entities


def test_link_code_language_and_user_are_kept():
    _, marks = parse_html(
        '<a href="https://a.org/?x=1&amp;y=2">a</a><a href="tg://user?id=5">b</a>'
        '<pre><code class="language-python">c</code></pre>'
    )

    assert marks == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://a.org/?x=1&y=2"},
        {"type": "text_mention", "offset": 1, "length": 1, "user_id": 5},
        {"type": "pre", "offset": 2, "length": 1, "language": "python"},
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("好<p>a</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source, words):
    with pytest.raises(BadRequestError) as refusal:
        parse_html(source)

    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"

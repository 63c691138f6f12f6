from bot import wire
from governance.notices import Address
from handlers.views import Button, Shown
from tests.bot.doors import GROUP, LI, notice

ROWS = [[Button("接单", "c:1:accept"), Button("私下补充", url="https://t.me/linli_bot?start=x")]]
KEYBOARD = {
    "inline_keyboard": [
        [
            {"text": "接单", "callback_data": "c:1:accept"},
            {"text": "私下补充", "url": "https://t.me/linli_bot?start=x"},
        ]
    ]
}


def test_words_become_a_message_without_preview():
    method, params = wire.sending(notice(), Shown(text="<b>好</b>"))

    assert (method, params) == (
        "sendMessage",
        {
            "chat_id": LI,
            "parse_mode": "HTML",
            "text": "<b>好</b>",
            "link_preview_options": {"is_disabled": True},
        },
    )


def test_a_photo_carries_the_words_under_it_and_an_answer_its_question():
    told = notice(address=Address(chat=GROUP, reply_to=7))

    method, params = wire.sending(told, Shown(text="好", buttons=ROWS, photo="file-1"))

    assert (method, params) == (
        "sendPhoto",
        {
            "chat_id": GROUP,
            "parse_mode": "HTML",
            "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True},
            "reply_markup": KEYBOARD,
            "photo": "file-1",
            "caption": "好",
        },
    )


def test_an_edit_takes_away_the_buttons_that_are_no_more():
    method, params = wire.editing(LI, 77, Shown(text="好"), photo=False)

    assert (method, params["text"], params["reply_markup"]) == (
        "editMessageText",
        "好",
        {"inline_keyboard": []},
    )


def test_the_words_under_a_photo_are_edited_as_such():
    method, params = wire.editing(LI, 77, Shown(text="好", buttons=ROWS, photo="x"), photo=True)

    assert (method, params["caption"], params["reply_markup"]) == (
        "editMessageCaption",
        "好",
        KEYBOARD,
    )


def test_plain_words_have_no_tags_and_keep_what_people_wrote():
    shown = Shown(text="<b>#1</b> 1 &lt; 2 &amp;lt; &quot;x&quot;", buttons=ROWS)

    _, said = wire.sending(notice(), shown)
    _, under = wire.sending(notice(), Shown(text=shown.text, photo="file-1"))

    plain = '#1 1 < 2 &lt; "x"'
    assert wire.plainly(said) == {
        "chat_id": LI,
        "reply_markup": KEYBOARD,
        "text": plain,
        "link_preview_options": {"is_disabled": True},
    }
    assert wire.plainly(under)["caption"] == plain
    assert said["parse_mode"] == "HTML"  # the first is left as it was


def test_of_an_album_the_words_are_plain_too():
    _, params = wire.sending(notice(), Shown(text="<b>好</b> &lt;1", album=["p1", "p2"]))

    assert wire.plainly(params) == {
        "chat_id": LI,
        "media": [
            {"type": "photo", "media": "p1", "caption": "好 <1"},
            {"type": "photo", "media": "p2"},
        ],
    }


def test_several_photos_become_one_album_with_the_words_under_the_first():
    method, params = wire.sending(notice(), Shown(text="<b>好</b>", album=["p1", "p2"]))

    assert (method, params) == (
        "sendMediaGroup",
        {
            "chat_id": LI,
            "media": [
                {"type": "photo", "media": "p1", "caption": "<b>好</b>", "parse_mode": "HTML"},
                {"type": "photo", "media": "p2"},
            ],
        },
    )
    assert wire.messages_of(params) == 2


def test_what_is_no_album_is_one_message():
    shown = [Shown(text="好"), Shown(text="好", photo="p1"), Shown(text="好", album=["p1"])]

    assert [wire.messages_of(wire.sending(notice(), each)[1]) for each in shown] == [1, 1, 1]
    assert wire.messages_of(wire.editing(LI, 7, shown[0], photo=False)[1]) == 1


def test_one_photo_is_no_album():
    method, params = wire.sending(notice(), Shown(text="好", album=["p1"]))

    assert (method, params["photo"], params["caption"]) == ("sendPhoto", "p1", "好")


def test_a_file_is_sent_as_what_it_is():
    sent = [
        wire.sending(notice(), Shown(text="好", file=(kind, "f1")))
        for kind in ("voice", "video", "document")
    ]

    assert [method for method, _ in sent] == ["sendVoice", "sendVideo", "sendDocument"]
    assert [
        params[k] for (_, params), k in zip(sent, ("voice", "video", "document"), strict=True)
    ] == ["f1"] * 3
    assert {params["caption"] for _, params in sent} == {"好"}


def test_a_message_goes_to_its_topic_and_general_has_none():
    told = [notice(address=Address(chat=GROUP, topic=topic)) for topic in (42, None)]

    threads = [wire.sending(each, Shown(text="好"))[1].get("message_thread_id") for each in told]

    assert threads == [42, None]

import base64

import pytest

from tests.sandbox.playing import EMMA, GROUP, LI, PIXEL

FIXED, BROKEN = "lift-fixed.jpg", "lift-broken.jpg"
ALBUM = {
    "media": [
        {"type": "photo", "media": "attach://a", "caption": "<b>前</b>", "parse_mode": "HTML"},
        {"type": "photo", "media": "attach://b"},
    ]
}


def pictures(play):
    folder = play.sandbox.root / "pictures"
    files = {"a": BROKEN, "b": FIXED}
    return {part: (name, (folder / name).read_bytes()) for part, name in files.items()}


async def test_album_of_the_bot_is_one_group_and_two_are_two(play):
    sent = []
    for _ in range(2):
        answer = await play.upload("sendMediaGroup", pictures(play), chat_id=str(LI), **ALBUM)
        sent += answer["result"]

    groups = [one["media_group_id"] for one in sent]
    assert groups[0] == groups[1] != groups[2] == groups[3]
    assert [one.get("caption") for one in sent] == ["前", None, "前", None]
    assert sent[0]["caption_entities"][0]["type"] == "bold"
    seen = await play.seen(LI)
    assert [one["album"] for one in seen] == groups
    assert seen[0]["photo"] != seen[1]["photo"]


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ([], "group of media must contain 2-10 items"),
        (ALBUM["media"][:1], "group of media must contain 2-10 items"),
        (ALBUM["media"] * 6, "group of media must contain 2-10 items"),
        (["a", "b"], "can't parse media JSON object"),
        (
            [ALBUM["media"][0], {"type": "document", "media": "attach://b"}],
            "document can't be mixed with other media types",
        ),
        (
            [{"type": "video", "media": "attach://a"}] * 2,
            "can't parse InputMedia: Media type is not played",
        ),
        (
            [{"type": "photo", "media": "nothing"}] * 2,
            "wrong file identifier/HTTP URL specified",
        ),
    ],
)
async def test_album_that_is_none_is_refused(play, media, words):
    answer = await play.upload("sendMediaGroup", pictures(play), chat_id=str(LI), media=media)

    assert answer["description"] == f"Bad Request: {words}"
    assert await play.seen(LI) == []


async def test_document_of_the_bot_is_fetched_under_its_name_and_never_shown(play):
    page = b"<script>alert(1)</script>"
    answer = await play.upload(
        "sendDocument", {"document": ("名单.html", page)}, chat_id=str(LI), caption="名单"
    )

    assert answer["result"]["document"]["file_name"] == "名单.html"
    (seen,) = await play.seen(LI)
    assert (seen["text"], seen["document"]["name"]) == ("名单", "名单.html")
    assert seen["document"]["size"] == len(page)
    fetched = await play.http.get(seen["document"]["url"])
    assert fetched.content == page
    assert fetched.headers["content-type"] == "application/octet-stream"
    assert fetched.headers["content-disposition"].startswith("attachment;")
    shown = await play.http.get(seen["document"]["url"].replace("documents", "pictures"))
    assert shown.status_code == 404


async def test_document_of_a_person_reaches_the_bot(play):
    data = base64.b64encode(b"a;b").decode()
    await play.does(LI, "say", chat="private", text="表", document={"name": "x.csv", "data": data})

    (update,) = await play.updates()
    document = update["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("x.csv", 3)
    assert update["message"]["caption"] == "表"
    told = await play.bot("getFile", file_id=document["file_id"])
    assert told["file_path"].startswith("documents/")
    again = await play.bot("sendDocument", chat_id=EMMA, document=document["file_id"])
    assert again["document"] == document


@pytest.mark.parametrize(
    "document", [{"name": "x"}, {"name": " ", "data": ""}, {"name": "x", "data": "!"}]
)
async def test_document_that_is_none_is_a_mistake(play, document):
    assert (await play.mistake(LI, "say", chat="private", document=document))[0] == 400


async def test_voice_is_sent_and_sent_on_by_its_id(play):
    answer = await play.upload(
        "sendVoice", {"voice": ("v.oga", b"OggS real")}, chat_id=str(LI), duration="4"
    )
    voice = answer["result"]["voice"]
    again = await play.bot("sendVoice", chat_id=EMMA, voice=voice["file_id"], duration=4)

    assert again["voice"] == voice
    (seen,) = await play.seen(EMMA)
    assert seen["voice"]["duration"] == 4
    assert (await play.http.get(seen["voice"]["url"])).content == b"OggS real"
    assert await play.refused("sendVoice", chat_id=LI) == (
        "Bad Request: there is no voice in the request"
    )


async def test_of_an_album_with_a_command_only_the_photo_that_bears_it_is_given(play):
    for text in ("/report 电梯", ""):
        await play.does(LI, "say", chat=GROUP, text=text, photo=PIXEL, album="a1")

    (update,) = await play.updates()
    assert update["message"]["media_group_id"] == "a1"

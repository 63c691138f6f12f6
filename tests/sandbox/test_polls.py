import pytest

from tests.sandbox.playing import EMMA, GROUP, LI, ZHAO

OPTIONS = [{"text": "同意"}, {"text": "反对"}, "弃权"]


async def poll(play, chat=GROUP, **more):
    body = {"question": "装不装充电桩？", "options": OPTIONS, "is_anonymous": False, **more}
    return await play.bot("sendPoll", chat_id=chat, **body)


async def vote(play, who, message, *options):
    await play.does(who, "vote", chat=GROUP, message=message["message_id"], options=list(options))


def answers(updates):
    told = [one["poll_answer"] for one in updates if "poll_answer" in one]
    return [(one["user"]["id"], one["option_ids"]) for one in told]


async def test_votes_are_told_counted_and_taken_back(play):
    sent = await poll(play)
    await vote(play, LI, sent, 0)
    await vote(play, EMMA, sent, 1)
    await vote(play, EMMA, sent, 0)
    await vote(play, LI, sent)
    await vote(play, LI, sent)

    updates = await play.updates()
    assert answers(updates) == [(LI, [0]), (EMMA, [1]), (EMMA, [0]), (LI, [])]
    last = [one["poll"] for one in updates if "poll" in one][-1]
    assert (last["total_voter_count"], last["options"][0]["voter_count"]) == (1, 1)
    (seen,) = await play.seen(EMMA, GROUP)
    assert seen["poll"] == {
        "id": sent["poll"]["id"],
        "question": "装不装充电桩？",
        "options": [
            {"text": "同意", "voters": 1},
            {"text": "反对", "voters": 0},
            {"text": "弃权", "voters": 0},
        ],
        "total": 1,
        "closed": False,
        "anonymous": False,
        "multiple": False,
        "mine": [0],
    }


async def test_of_an_anonymous_poll_only_the_count_is_told(play):
    sent = await poll(play, is_anonymous=True)
    await vote(play, LI, sent, 0)

    (update,) = await play.updates()
    assert update["poll"]["is_anonymous"] is True


async def test_counts_that_are_hidden_are_shown_to_people_only_when_it_is_closed(play):
    sent = await poll(play, hide_results_until_closes=True)
    await vote(play, LI, sent, 0)

    (seen,) = await play.seen(LI, GROUP)
    assert [option["voters"] for option in seen["poll"]["options"]] == [None, None, None]
    assert seen["poll"]["total"] == 1
    told = [one["poll"] for one in await play.updates() if "poll" in one][-1]
    assert told["options"][0]["voter_count"] == 1  # the bot is told

    await play.bot("stopPoll", chat_id=GROUP, message_id=sent["message_id"])
    (seen,) = await play.seen(LI, GROUP)
    assert [option["voters"] for option in seen["poll"]["options"]] == [1, 0, 0]


async def test_several_answers_where_the_poll_takes_them(play):
    one, many = await poll(play), await poll(play, allows_multiple_answers=True)
    place = {"chat": GROUP, "message": one["message_id"]}

    assert (await play.mistake(LI, "vote", **place, options=[0, 1]))[0] == 400
    await vote(play, LI, many, 2, 0)
    assert answers(await play.updates()) == [(LI, [0, 2])]


async def test_a_vote_stands_where_the_poll_takes_no_second_one(play):
    sent = await poll(play, allows_revoting=False)
    await vote(play, LI, sent, 0)

    place = {"chat": GROUP, "message": sent["message_id"]}
    assert (await play.mistake(LI, "vote", **place, options=[1]))[0] == 400


async def test_a_stopped_poll_is_counted_a_last_time_and_takes_no_votes(play):
    sent = await poll(play)
    place = {"chat_id": GROUP, "message_id": sent["message_id"]}
    await vote(play, LI, sent, 1)

    final = await play.bot("stopPoll", **place)

    assert (final["is_closed"], final["options"][1]["voter_count"]) == (True, 1)
    assert [one["poll"]["is_closed"] for one in await play.updates() if "poll" in one][-1]
    again = await play.refused("stopPoll", **place)
    assert again == "Bad Request: poll has already been closed"
    there = {"chat": GROUP, "message": sent["message_id"]}
    assert (await play.mistake(EMMA, "vote", **there, options=[0]))[0] == 400


async def test_what_is_no_poll_cannot_be_stopped(play):
    text = await play.bot("sendMessage", chat_id=GROUP, text="x")

    assert await play.refused("stopPoll", chat_id=GROUP, message_id=text["message_id"]) == (
        "Bad Request: message is not a poll"
    )
    assert await play.refused("stopPoll", chat_id=GROUP, message_id=99) == (
        "Bad Request: message with poll to stop not found"
    )
    place = {"chat": GROUP, "message": text["message_id"]}
    assert (await play.mistake(LI, "vote", **place, options=[0]))[0] == 400


@pytest.mark.parametrize("way", ["open_period", "close_date"])
async def test_a_poll_ends_by_the_clock(play, way):
    now = play.sandbox.clock.now() // 1000
    sent = await poll(play, **{way: 60 if way == "open_period" else now + 60})
    assert not sent["poll"]["is_closed"]

    await play.post("/clock/advance", seconds=61)

    assert [one["poll"]["is_closed"] for one in await play.updates()] == [True]
    assert (await play.seen(LI, GROUP))[0]["poll"]["closed"] is True


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"question": " "}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 answer option"),
        ({"options": ["x"] * 13}, "poll can't have more than 12 options"),
        ({"options": ["x", " "]}, "poll options must be non-empty"),
        ({"options": ["x" * 101]}, "poll options length must not exceed 100"),
        ({"open_period": 4}, "invalid poll open period specified"),
        ({"open_period": 2_628_001}, "invalid poll open period specified"),
        ({"type": "quiz"}, "quiz polls are not played here"),
    ],
)
async def test_a_poll_beyond_the_limits_is_refused(play, more, words):
    body = {"question": "?", "options": ["a"], **more}

    assert await play.refused("sendPoll", chat_id=GROUP, **body) == f"Bad Request: {words}"


async def test_votes_that_cannot_be_are_mistakes(play):
    sent = await poll(play)
    place = {"chat": GROUP, "message": sent["message_id"]}
    await play.does(ZHAO, "leave", chat=GROUP)

    for who, options in ((ZHAO, [0]), (LI, [3]), (LI, ["a"]), (LI, None)):
        assert (await play.mistake(who, "vote", **place, options=options))[0] == 400

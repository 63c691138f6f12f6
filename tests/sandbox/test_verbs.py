import asyncio

import pytest

from sandbox import player
from sandbox.client import NotSeen, Refused, Town
from sandbox.player import NotAsTold
from sandbox.story import StoryMistake, read
from tests.sandbox.small_bot import served

HEAD = 'title = "t"\nstart = "2026-03-02T09:00:00+08:00"\n'
INVITE = "https://t.me/linli_demo_bot?start=a1b2c3d4 · 有效期 72 小时，编号 7731"
OUTPUTS = {"linli invite chen": (0, INVITE), "linli check": (1, "no token")}

STORY = (
    HEAD
    + """
[[step]]
arrives = { name = "小王", language = "zh-CN", role = "居民" }
[[step]]
operator = "linli invite chen"
keeps = "chen"
[[step]]
who = "小王"
starts = "{chen}"
[[step]]
who = "小王"
sees = "{chen}"
[[step]]
who = "小王"
makes = { title = "新楼", members = ["李婶"], bot = true }
[[step]]
chat = "新楼"
migrates = true
[[step]]
chat = "新楼"
admins = { who = "李婶", anonymous = true }
[[step]]
who = "李婶"
chat = "新楼"
says = "/poll"
anonymous = true
[[step]]
who = "小王"
chat = "新楼"
votes = "同意"
under = "装不装"
[[step]]
who = "小王"
chat = "新楼"
votes = []
[[step]]
chat = "新楼"
mutes = true
[[step]]
chat = "新楼"
mutes = false
[[step]]
chat = "新楼"
kicks = "bot"
[[step]]
who = "小王"
chat = "新楼"
adds = true
[[step]]
who = "李婶"
says = "两张"
album = ["lift-broken", "lift-fixed"]
[[step]]
who = "李婶"
says = ""
document = { name = "名单.csv", text = "甲,乙" }
[[step]]
who = "小王"
makes = { title = "论坛", type = "supergroup", forum = true, linked = "公告", bot = true }
[[step]]
chat = "论坛"
posts = "停水"
"""
)
TOLD = """\
== Monday 2026-03-02 ==
09:00 小王 comes to town
09:00 operator: linli invite chen
09:00 private: 小王
  小王: /start {chen}
  邻里: 收到：/start {chen}
09:00 新楼
  * 小王 创建了群组“新楼”
09:00 新楼
  * 本群已升级为超级群组
09:00 新楼
  * 本群由普通群组升级而来
09:00 李婶 becomes an anonymous administrator of 新楼
09:00 新楼
  新楼: /poll
  邻里: [poll] 装不装？
      同意
      反对
09:00 小王 votes [同意]
09:00 小王 takes the vote back
09:00 the bot may not write in 新楼
09:00 the bot may write again in 新楼
09:00 新楼
  * 邻里 离开了群组
09:00 新楼
  * 邻里 加入了群组
09:00 private: 李婶
  李婶: [photo] 两张
  李婶: [photo]
09:00 private: 李婶
  李婶: [document] 名单.csv
09:00 论坛
  * 小王 创建了群组“论坛”
  * 邻里 加入了群组
09:00 论坛
  公告: 停水"""


@pytest.fixture
def shelf(tmp_path):
    def write(text, name="t"):
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


async def test_every_new_verb_is_played_and_told_without_what_differs(play_town, shelf):
    lines = await play_town(read(shelf(STORY)), OUTPUTS)

    assert "\n".join(lines) == TOLD


@pytest.fixture
def play_town(play):
    async def tell(story, outputs):
        lines = []
        play.sandbox.clock.restart(round(story.start.timestamp() * 1000))
        async with served(play, outputs):
            await asyncio.to_thread(player.play, story, Town(play.url), lines.append)
        return lines

    return tell


@pytest.mark.parametrize(
    ("step", "expected", "seen"),
    [
        ('operator = "linli check"', "`linli check` to do it", "no token"),
        (
            'operator = "linli invite chen"\nkeeps = {chen = "code=(.+)"}',
            "`linli invite chen` to print code=(.+)",
            INVITE,
        ),
        ('who = "李婶"\nvotes = "同意"', "a poll with any words", "no messages at all"),
        (
            'chat = "居民群"\nposts = "x"',
            "posts 'x'",
            "“居民群” has no channel: set `linked` in the town's file.",
        ),
        (
            'who = "李婶"\nchat = "居民群"\nsees = "x"\ntopic = "电梯"',
            "李婶 sees 'x'",
            "no topic of 居民群 is called '电梯'; there are ",
        ),
    ],
)
async def test_a_verb_that_fails_says_what_was_seen(play_town, shelf, step, expected, seen):
    story = read(shelf(f"{HEAD}[[step]]\n{step}\n"))

    with pytest.raises(NotAsTold) as other:
        await play_town(story, OUTPUTS)

    assert (other.value.expected, other.value.seen) == (expected, seen)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ('who = "a"\nstarts = "{chen}"', "{chen} was not kept by a step before it"),
        ('operator = "rm -rf"', 'operator must be "linli …"'),
        ('operator = "linli check"\nwho = "a"', "'who' does not go with 'operator'"),
        ('operator = "linli check"\nkeeps = "a b"', "keeps must be a name, or {"),
        ('operator = "linli check"\nkeeps = {a = "("}', "keeps must be a name, or {"),
        ('operator = "linli check"\nkeeps = {a = "b"}', "keeps must be a name, or {"),
        ("migrates = true", "chat is missing: name the group"),
        ('chat = "x"\nadds = "张伯"', 'adds must be true or "bot"'),
        ('chat = "x"\nmutes = "yes"', "mutes must be true or false"),
        ('chat = "x"\nposts = ""', "posts may be empty only with a photo"),
        ('who = "a"\nmakes = {members = []}', "makes must be { title = …"),
        ('who = "a"\nmakes = {title = "x", colour = "red"}', "makes must be { title = …"),
        ('chat = "x"\nadmins = {who = "a", admin = 1}', "admins must be { who = …"),
        ('arrives = {language = "en"}', "arrives must be { name = …"),
        ('who = "a"\nsays = "x"\ntopic = "y"', "chat is missing: name the group of the topic"),
        ('who = "a"\nsays = "x"\nalbum = ["y"]', "album must be a list of two to ten pictures"),
        (
            'who = "a"\nsays = "x"\nphoto = "y"\nalbum = ["y", "z"]',
            "a message has a photo or an album",
        ),
        ('who = "a"\nsays = "x"\ndocument = {name = "y"}', "document must be { name = …"),
        ('who = "a"\nvotes = 1', "votes must be a text, or a list of texts"),
    ],
)
def test_a_mistaken_step_with_a_new_verb_is_named(shelf, step, said):
    with pytest.raises(StoryMistake) as mistake:
        read(shelf(f"{HEAD}[[step]]\n{step}\n"))

    assert said in str(mistake.value)


def test_a_story_names_its_town_or_plays_in_the_example(shelf):
    step = '[[step]]\nwaits = "1h"\n'

    assert read(shelf(HEAD + step)).town == "example"
    assert read(shelf(f'{HEAD}town = "first-day"\n{step}')).town == "first-day"
    with pytest.raises(StoryMistake, match="a story has title"):
        read(shelf(f"{HEAD}town = 5\n{step}"))


@pytest.mark.parametrize(
    "step",
    [
        'who = "李婶"\nmakes = {title = "x", members = ["老李"]}',
        'chat = "居民群"\nadmins = {who = "老李"}',
        'chat = "居民群"\nkicks = "老李"',
        'chat = "新楼"\nmigrates = true',
    ],
)
async def test_who_or_what_is_named_must_be_there(play_town, shelf, step):
    with pytest.raises(StoryMistake, match="the town knows no"):
        await play_town(read(shelf(f"{HEAD}[[step]]\n{step}\n")), {})


async def test_a_town_without_an_operator_says_so(play, monkeypatch):
    monkeypatch.setattr("sandbox.desk.WAIT_SECONDS", 0)

    with pytest.raises(Refused, match="no operator answers"):
        await asyncio.to_thread(Town(play.url).operator, "linli check")


async def test_topics_and_photos_are_asked_by_names(play):
    forum = await play.forum(bot=False)
    await play.post(f"/chats/{forum}/topics", name="电梯", by=1001)
    town = Town(play.url)

    def talk():
        town.says("李婶", "坏了", chat="论坛", topic="电梯")
        town.says("李婶", "你好", chat="论坛")
        return town.messages("Emma", "论坛", "电梯"), town.messages("Emma", "论坛")

    inside, everything = await asyncio.to_thread(talk)
    assert [one["text"] for one in inside] == ["", "坏了"]
    assert len(everything) == 4
    async with served(play):
        with pytest.raises(NotSeen, match="坏了"):
            await asyncio.to_thread(town.presses, "李婶", "接单", chat="论坛", topic="电梯")

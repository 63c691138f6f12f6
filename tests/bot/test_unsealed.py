"""A second count of a secret box goes as far as its slips allow, and says where it ends."""

import asyncio

import pytest
from click.testing import CliRunner
from sqlalchemy import delete, insert, update

from bot import unsealed
from bot.__main__ import main
from bot.exits import FAILED, OK
from governance.ballots.envelope import halves
from services.ballots import boxes
from storage.audit import DETAILS
from storage.ballots import BALLOTS
from storage.loose import loose
from storage.sealed import MARKS, SEALED, SLIPS
from tests.bases import migrate
from tests.bot.booth import begin, choices, open_house
from tests.bot.test_commands import EXAMPLE, TOKEN


@pytest.fixture
def folder(tmp_path, monkeypatch):
    address = f"sqlite+aiosqlite:///{tmp_path / 'linli.db'}"
    for name, value in (("TOKEN", TOKEN), ("COMMUNITY", str(EXAMPLE)), ("DATABASE_URL", address)):
        monkeypatch.setenv(f"LINLI_{name}", value)
    migrate(address)
    return tmp_path


async def closed(booth):
    """Let forty vote and the ballot be closed; return what was posted of it."""
    await begin(booth)
    await booth.vote(choices())
    await booth.close()
    await booth.shred()
    found = await lists(booth)
    assert boxes.digest(found.marks, found.slips) == unsealed.digest(found.marks, found.slips)
    shown = "  ".join(map(halves, found.slips))
    return f"表决1 的回执\n{shown}\n校验码：{unsealed.digest(found.marks, found.slips)}\n"


async def lists(booth):
    number = booth.house.community_id
    return await booth.house.reader.run(lambda c: loose(c, number, 1))


async def differing(booth, words=None):
    [[published]] = await booth.town.rows(BALLOTS.c.result)
    seen = None if words is None else unsealed.posted(words)
    return unsealed.differences(await lists(booth), published, seen)


async def test_slips_digest_and_turnout_agree_and_each_alteration_shows(folder):
    async with open_house(folder, again=True) as booth:
        words = await closed(booth)
        assert await differing(booth) == []
        assert await differing(booth, words) == []

        before = await lists(booth)
        first, other = SLIPS.c.slip == before.slips[0], SLIPS.c.slip == before.slips[1]

        async def altered(statement, seen=words):
            await booth.town.unit(lambda c: c.execute(statement))
            return await differing(booth, seen)

        said = ["digest: audit", "slips: posted", "digest: posted"]
        assert await altered(update(SLIPS).where(first).values(slip="QQQQQQQQ")) == said
        assert await altered(update(SLIPS).where(other).values(slip="QQQQQQQQ"), None) == [
            "slips: doubled",
            "digest: audit",
        ]
        odd = update(SLIPS).where(SLIPS.c.slip == "QQQQQQQQ").values(slip="q")
        assert "slips: form" in await altered(odd, None)
        assert "slips: count" in await altered(delete(SLIPS).where(SLIPS.c.slip == "q"), None)
        left = {"ballot_id": 1, "unit": "b3/100", "envelope": b"x", "order": 1}
        assert "envelopes: left" in await altered(insert(SEALED).values(**left), None)
        fewer = await altered(delete(MARKS).where(MARKS.c.id <= 2), None)
        assert {"envelopes: turnout", "envelopes: counted"} <= set(fewer)


async def test_two_marks_turned_so_that_the_sum_is_the_same_are_no_other_box(folder):
    """It cannot be told and need not: whose they are, nobody knows."""
    async with open_house(folder, again=True) as booth:
        await closed(booth)
        marks = (await lists(booth)).marks
        turned = [next(n for n, m in enumerate(marks, 1) if o in m) for o in ("for", "against")]
        for number, option in zip(turned, ("against", "for"), strict=True):
            one = update(MARKS).where(MARKS.c.id == number).values(marks={option: 1})
            await booth.town.unit(lambda c, one=one: c.execute(one))
        assert await differing(booth) == []


async def test_what_cannot_be_proven_is_said_by_the_command(folder):
    async with open_house(folder, again=True) as booth:
        words = await closed(booth)
        kept, other = folder / "posted.txt", folder / "other.txt"
        kept.write_text(words, encoding="utf-8")
        other.write_text(words.splitlines()[1][11:], encoding="utf-8")

        plain = await linli()
        assert plain.exit_code == OK
        for said in ("40 个回执", "信封里写的是不是本人的意思", "--posted", "whoever runs the"):
            assert said in plain.output
        assert "密钥是否已销毁" not in plain.output

        seen = await linli("--posted", str(kept))
        assert seen.exit_code == OK
        assert "一个不多、一个不少" in seen.output
        assert "请把公布的内容存成文件" not in seen.output

        short = await linli("--posted", str(other))
        assert short.exit_code == FAILED
        assert "slips: posted" in short.output

        await booth.town.unit(lambda c: c.execute(delete(DETAILS)))
        assert "不再保存" in (await linli()).output


async def linli(*options):
    command = ["ballots", "recount", "1", *options]
    return await asyncio.to_thread(CliRunner().invoke, main, command)


@pytest.mark.parametrize(
    ("words", "slips"),
    [
        ("", 0),
        ("ABCD-EFGH abcd-efgh", 1),
        ("ABCD-EFGH-JKLM XABCD-EFGH", 0),
        ("表决1：ABCD-EFGH、ABCD-EFGH", 2),
    ],
)
def test_slips_are_found_in_whatever_was_copied(words, slips):
    assert sum(unsealed.posted(words).slips.values()) == slips

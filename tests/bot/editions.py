"""An edition of each template, and how each part of it is drawn in a language."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from governance.disclosures import contents
from governance.disclosures.contents import (
    Beneficiaries,
    Contract,
    Fact,
    Group,
    Large,
    Month,
    Register,
    Report,
    Year,
)
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import FORMATS, Part
from governance.disclosures.ledger import Ledger, Line, Side
from governance.disclosures.periods import Period
from governance.disclosures.states import EditionStatus
from governance.papers import Paper
from governance.programme import Content, Item, Kind, Template
from governance.resolutions.states import Stage
from handlers.sheets import Print, write
from storage import directory, roll
from storage.roll import Roll
from storage.rows import ms
from storage.work import Work
from tests.bases import memory
from tests.bot.doors import COMMUNITY, LIBRARY

AT = datetime(2026, 4, 7, 1, 0, tzinfo=UTC)
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
SPENT = (
    *("楼道灯更换（3号楼二单元一到六层）", "电梯年检费", "保洁员工资", "垃圾清运", "绿化修剪"),
    *("门禁卡补办", "消防器材检修", "公告栏玻璃"),
)


def accounts(count=12):
    """Return a month's accounts of so many entries."""
    lines = tuple(
        Line(
            number=n,
            side=Side.INCOME if n % 10 == 1 else Side.EXPENSE,
            on=MARCH.start + timedelta(days=n % 28),
            what="停车费收入" if n % 10 == 1 else SPENT[n % len(SPENT)],
            amount=2_500_000 if n % 10 == 1 else 12_345 * (n % 7 + 1),
            receipt=f"No.{n:05}",
            payee="" if n % 3 else "安心电梯公司",
            basis="居委会 3月2日 会议" if n % 5 == 0 else "",
        )
        for n in range(1, count + 1)
    )
    found = Ledger(period=MARCH, opening=8_812_300, lines=lines, closing=0)
    explained = {Side.EXPENSE: "三号楼电梯到了年检的时候，一年一次"}
    return replace(found, closing=found.reckoned, explained=explained)


def _months():
    start = [date(2026, n, 1) for n in range(1, 13)]
    return tuple(
        Month(number=n, start=day, income=2_500_000, expense=1_912_345 + n)
        for n, day in enumerate(start, 1)
    )


def _contract(n):
    return Contract(
        number=n,
        asset=f"东门铺面{n}号",
        holder="便民超市",
        contract=f"XF-2024-{n:03}",
        start=date(2024, 1, 1),
        end=date(2026 + n, 12, 31),
        price=3_600_000,
        paid_until=date(2026, 6, 30),
    )


CONTENTS = {
    Template.LEDGER: accounts(),
    Template.LARGE: Large(lines=tuple(x for x in accounts(20).lines if x.amount > 60_000)),
    Template.TOTALS: Year(
        opening=1_000_000,
        sums={Side.INCOME: 30_000_000, Side.EXPENSE: 22_948_218},
        closing=8_051_782,
        months=_months(),
        last={Side.INCOME: 28_000_000, Side.EXPENSE: 22_948_218},
        explained={Side.EXPENSE: "十二月补记一笔"},
    ),
    Template.STAGE: Report(
        headline="三号楼一楼大门装刷卡",
        subject="三号楼大门",
        stage=Stage.HALFWAY,
        resolution=3,
        budget=1_200_000,
        paid=600_000,
        facts=(
            Fact(number=1, name="done", text="门已装好，正在接线，刷卡机已到货。"),
            Fact(number=2, name="paid", text="已付一半"),
            Fact(number=3, name="changes", text="没有变化"),
        ),
    ),
    Template.POLICY: Report(
        headline="高龄津贴",
        facts=tuple(
            Fact(number=n, name=name, text=text)
            for n, (name, text) in enumerate(
                (
                    ("what", "八十岁以上老人每月发的津贴"),
                    ("whom", "户籍在本社区、满八十岁的老人"),
                    ("how", "带身份证到居委会，当场办；家人可以代办"),
                    ("until", "全年都能办，当月办下月发"),
                    ("contact", "居委会 何副主任"),
                ),
                1,
            )
        ),
    ),
    Template.BENEFICIARIES: Beneficiaries(
        groups=(
            Group(number=1, name="低保", people=12, standard=110_000, total=1_320_000),
            Group(number=2, name="特困供养", people=3, standard=165_000, total=495_000),
        ),
        look_up="居委会一楼窗口",
        object="监督委员会吴老",
    ),
    Template.ASSETS: Register(contracts=tuple(map(_contract, range(1, 7)))),
    Template.USE: replace(accounts(), explained=dict.fromkeys(Side, "电梯年检和新签的广告")),
    Template.DUTIES: Report(
        headline="何副主任 2026 年述职",
        subject="he",
        facts=tuple(
            Fact(number=n, name=name, text="三号楼电梯修好了，公共账目每月公开" * 2)
            for n, name in enumerate(("done", "undone", "next"), 1)
        ),
    ),
    Template.TEXT: Report(
        headline="活动室的开放时间",
        facts=(Fact(number=1, name="text", text="活动室每天八点到二十点都开，谁都能来"),),
    ),
}
NAMES = {"zh-CN": "幸福里小区收支账", "en": "Accounts of Xingfuli"}


@contextmanager
def town(template, content=None, period=MARCH):
    """Lend a unit of work in which an edition of a template stands."""
    item = Item(
        key="item",
        names=NAMES,
        kind=Kind.FINANCE,
        content=Content.SPENDING,
        template=template,
    )
    community = replace(COMMUNITY, disclosures=(item,))
    with memory() as engine, engine.begin() as connection:
        number = directory.community(connection, community.key)
        roll.seed(connection, number, community, ms(AT))
        work = Work(connection, Roll(community, number), unit="t", person=0, now=AT)
        edition = work.disclosures.add(
            Edition(item="item", period=period, status=EditionStatus.DRAFT, serial="2026-031")
        )
        work.disclosures.write(edition.id, contents.written(content or CONTENTS[template]))
        yield work


def drawn(work, part, language="zh-CN"):
    """Return a part as it is written, before it is set."""
    paper = Paper(
        key="k",
        sheet=f"edition_{part}",
        format=FORMATS[Part(part)],
        name="n",
        language=language,
        facts={"edition": 1},
        at=AT,
    )
    return write(Print(paper=paper, shelf=work, texts=LIBRARY.speak(language, work.community)))

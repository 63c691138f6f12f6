"""A month's accounts by spreadsheet through every door: asked for, fetched, marked, taken."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import pytest_asyncio

from bot.printing import Printing
from bot.ticks import Ticks
from governance.disclosures.edition import Edition
from governance.disclosures.periods import Period
from storage.disclosures import Disclosures
from tests.bot import doors
from tests.bot.workbooks import HEAD, book

HE = 3002
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
RENT = ["收入", date(2026, 10, 5), "门面租金", 500, "A1"]
LAMPS = ["支出", "10月9日", "楼道灯", "200.50", "B1"]
GOOD = [HEAD, ["期初", "", "", 1000], RENT, LAMPS, ["期末", "", "", 1299.5]]
WRONG = [HEAD, ["期初", "", "", 1000], RENT, [*LAMPS[:3], "200.505"], ["期末", "", "", 1299.5]]


class Telegram(doors.Caller):
    """Answers as Telegram does, and holds the files that were sent to the bot."""

    def __init__(self):
        super().__init__()
        self.files, self.sent = {}, []

    async def call(self, method, params):
        if method == "getFile":
            return {"file_path": params["file_id"], "file_size": 1}
        if method == "sendDocument":
            self.sent.append(params["document"])
        told = await super().call(method, params)
        return told | ({"document": {"file_id": "up"}} if method == "sendDocument" else {})

    async def download(self, path):
        return self.files[path]

    def words(self):
        return [p.get("text") or p.get("caption") for _, p in self.calls if isinstance(p, dict)]


@pytest_asyncio.fixture
async def town(tmp_path):
    async with doors.opened(tmp_path) as town:
        await town.met(HE)
        edition = Edition(item="ledger", period=OCTOBER, due=date(2026, 11, 10))
        await town.unit(lambda c: Disclosures(c, 1).add(edition))
        yield town


@pytest.fixture
def telegram():
    return Telegram()


class House:
    """Everything that runs: lanes, the sender, the drawing of sheets, the clock."""

    def __init__(self, town, telegram, lanes, sender):
        self.town, self.telegram, self.lanes = town, telegram, lanes
        sender.hear = lanes.arrive
        self.printing, self.ticks, self.count = Printing(town.house), Ticks(town.house), 0

    async def hear(self, update):
        self.count += 1
        [each] = await doors.keep(self.town, doors.arrival(self.count, update, lane=str(HE)))
        self.lanes.arrive([each])
        await self.rest()

    async def rest(self):
        for _ in range(3):
            await self.lanes.quiet()
            await self.town.settled()
            await self.printing.look()
            await self.ticks.look()
        await self.town.settled()

    async def send(self, name, body):
        self.telegram.files[name] = body
        document = {"file_id": name, "file_unique_id": name, "file_name": name}
        await self.hear(
            {"message": doors.message(chat=HE, sender=HE, number=9, document=document)}
        )

    async def press(self, data):
        await self.hear(doors.press(data, chat=HE, sender=HE))


async def test_a_spreadsheet_with_a_fault_comes_back_marked_and_a_good_one_is_taken(
    town, telegram
):
    async with doors.sending(town, telegram) as sender, doors.working(town, patience=30) as lanes:
        house = House(town, telegram, lanes, sender)
        await house.press("w:1:begin")
        await house.press("d:1:template:")
        template = openpyxl.load_workbook(BytesIO(telegram.sent[-1].input_file_content))
        await house.send("wrong.xlsx", book(*WRONG))
        marked = openpyxl.load_workbook(BytesIO(telegram.sent[-1].input_file_content)).active
        before = await town.house.reader.run(lambda c: Disclosures(c, 1).content(1))
        await house.send(
            "good.csv", "\n".join(",".join(map(str, r)) for r in GOOD).encode("gb18030")
        )
        after = await town.house.reader.run(lambda c: Disclosures(c, 1).content(1))
        house.printing.close()

    assert [cell.value for cell in template["收支账"][1]] == HEAD
    assert [page.title for page in template] == ["收支账", "怎么填"]
    assert marked["D4"].fill.start_color.rgb == "FFFFC7CE"
    assert "最多两位小数" in marked["D4"].comment.text
    assert before is None
    assert (after["opening"], after["closing"], len(after["lines"])) == (100_000, 129_950, 2)
    said = "\n".join(filter(None, telegram.words()))
    assert "表“收支账”第 4 行“金额（元）”：“200.505”不是金额" in said
    assert "收入 500.00 元，支出 200.50 元，还剩 1299.50 元" in said

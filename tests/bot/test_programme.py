"""The programme through the door of time: seen at the start, and when a file is put in force."""

from bot import app, opening
from bot.ticks import Ticks
from storage.inbox import DUES
from storage.programme import CHANGES
from tests.bot import doors
from tests.house.test_recipes import EXAMPLE


async def test_a_bot_that_starts_looks_at_the_programme_and_again_tomorrow(tmp_path):
    async with doors.opened(tmp_path) as town:
        for _ in range(2):
            await town.unit(lambda c: app._awake(town.house, c))
            await Ticks(town.house).look()

        items = [item for (item,) in await town.rows(CHANGES.c.item)]
        assert items == [i.key for i in town.house.community.disclosures]
        rows = await town.rows(DUES.c.verb, DUES.c.key, DUES.c.status)
        looks = {key: status for verb, key, status in rows if verb == "programme"}
        assert [status for key, status in looks.items() if "start" in key] == ["done"]
        [tomorrow] = [key for key, status in looks.items() if status == "open"]
        assert tomorrow.startswith("programme:xingfuli:")


async def test_a_file_that_is_put_in_force_is_looked_at_at_once(tmp_path):
    async with doors.opened(tmp_path) as town:
        number = town.house.community_id
        await town.unit(lambda c: opening.put_in_force(c, number, EXAMPLE))

        found = [at for verb, at in await town.rows(DUES.c.verb, DUES.c.at) if verb == "programme"]
        assert found == [0]

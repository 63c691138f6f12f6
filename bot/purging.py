"""What became too old is let go of, a little at a time, and written into the audit in one line."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from sqlalchemy import Connection

from bot.house import House
from governance.directory import THE_OPERATOR
from storage import retention
from storage.retention import Rule
from storage.rows import ms


async def purge(house: House) -> Mapping[str, int]:
    """Do it, and return by store how many rows were let go of or blanked.

    What is too old is looked for beside the writer; it only lets go, a batch in a unit.
    """
    now = house.clock.now()
    kept, counts = house.community.retention, Counter[str]()
    for rule in retention.PURGED:
        counts[rule.table] += await _rule(house, rule, ms(now - getattr(kept, rule.keeps)))
    told = {table: count for table, count in sorted(counts.items()) if count}
    if told:
        await house.writer.submit(lambda c: _note(house, c, told))
    return told


async def _rule(house: House, rule: Rule, before: int) -> int:
    count, community = 0, house.community_id
    look = partial(retention.found, rule=rule, before=before, community=community)
    while keys := await house.reader.run(look):
        let_go = partial(retention.purge, rule=rule, keys=keys, before=before, community=community)
        done = await house.writer.submit(let_go)
        count += done
        if not done:
            break
    return count


def _note(house: House, connection: Connection, told: Mapping[str, int]) -> None:
    now = house.clock.now()
    work = house.work(connection, f"purge-{ms(now)}", THE_OPERATOR.id, now)
    work.note("purge", "retention", dict(told))

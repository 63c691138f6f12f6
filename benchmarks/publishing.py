"""One edition published to 500 groups by its own verb, against Telegram's own limit."""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import editions, world
from benchmarks.bench import Failed, Server
from benchmarks.figures import Figure, least
from benchmarks.pace import GROUPS, LIMIT, WARM_UP, Sent, rate
from benchmarks.runs import Stage, house

LINES, FEW = 40, 120
UNHEARD = (
    "SELECT (SELECT count(*) FROM inbox WHERE status = 'open') + (SELECT count(*) FROM outbox"
    " WHERE status IN ('waiting', 'claimed') AND kind <> 'commands')"
)


def publication(stage: Stage, *, quick: bool) -> list[Figure]:
    """Let a signed edition fall due, be carried to every group, and be pinned in each."""
    count = FEW if quick else GROUPS
    begin = editions.build(stage.world, stage.fresh(), count, LINES)
    found, refused, whole = list[float](), 0, list[float]()
    for _ in range(1 if quick else 5):
        sent = _published(stage, begin, count)
        check(sent, count)
        refused += sum(no for _, _, no in sent)
        times = [at for at, chat, _ in sent if chat in groups(count)]
        found.append(rate(times))
        whole.append(max(times) - min(times))
    value = median(found) / LIMIT if not refused else 0.0
    detail = (
        f"{median(found):.2f}/s ({min(found):.2f}-{max(found):.2f}) to {count} groups after"
        f" {WARM_UP:g} s, {refused} times 429; {median(whole):.1f} s from the first to the last"
    )
    return [least("an edition published to 500 groups ÷ Telegram's 30/s", value, 0.97, detail)]


def groups(count: int) -> range:
    """Return the groups to which an edition goes."""
    return range(editions.FIRST_GROUP - count + 1, editions.FIRST_GROUP + 1)


def check(sent: Sequence[tuple[float, int, bool]], count: int) -> None:
    """Fail where a group was not told exactly once."""
    told = Counter(chat for _, chat, refused in sent if not refused)
    if wrong := [chat for chat in groups(count) if told[chat] != 1]:
        raise Failed(f"{len(wrong)} of {count} groups were not told exactly once")


def _published(stage: Stage, begin: Path, count: int) -> Sent:
    """Run the house until the edition is at the head of every group; return what left, when."""
    beside = {"LINLI_COMMUNITY": str(begin / editions.FILE)}
    telling: dict[str, object] = {"strict": True}
    made = house(stage, begin=begin, pace="telegram", telling=telling, beside=beside)
    with made as (bot, server):
        patience = time.monotonic() + count / LIMIT * 6 + 30
        while (pinned := _pinned(server)) < count or world.look(
            world.address(bot.folder), UNHEARD
        ):
            if time.monotonic() > patience:
                raise Failed(f"pinned in {pinned} of {count} groups")
            time.sleep(0.5)
        sent: Sent = [tuple(each) for each in server.ask("log")["sent"]]
    return sent


def _pinned(server: Server) -> int:
    calls: dict[str, int] = server.ask("log")["calls"]
    return calls.get("pinChatMessage", 0)

"""This copy of the house and the others: its sign of life, its leases, whom they wake."""

from collections.abc import Callable

from bot import alarms
from bot.feeding import Feed
from bot.house import House
from bot.leasing import Leasing, fresh
from config.settings import Settings
from storage.apart import Apart
from storage.database import address, on_server
from storage.leases import POLL, SENDER
from storage.life import FileLife


def leasing(settings: Settings, house: House) -> Leasing:
    """Make what holds the leases of this copy; on SQLite one copy holds all, the next waits."""
    database, seconds, holder = settings.database_url, settings.lease_seconds, fresh()
    roles = (f"{SENDER}{house.bot_id}", f"{POLL}{house.bot_id}")
    if not on_server(address(database)):
        return Leasing(
            lambda unit: house.writer.submit(unit, ahead=True),
            FileLife(database, holder),
            holder=holder,
            roles=roles,
            alone=True,
            seconds=seconds,
            fell=lambda c: alarms.fell(c, house.clock.now()),
        )
    from storage.listening import ServerLife  # its driver is large, and no file needs it

    beside = Apart(database, seconds=seconds / 3)
    life = ServerLife(database, holder)
    made = Leasing(
        beside.run,
        life,
        holder=holder,
        roles=roles,
        alone=False,
        seconds=seconds,
        fell=lambda c: alarms.fell(c, house.clock.now()),
        closed=beside.close,
    )
    life.woken, life.cut = made.hear, made.give_up
    return made


def listen(held: Leasing, house: House, feed: Feed, stir: Callable[[], None]) -> None:
    """Let everybody look who may have something to do, when leases change or others commit."""
    held.changed += [lambda: house.writer.accompanied(held.copies > 1), feed.change, stir]
    held.woken += [feed.change, stir]

"""What an operator's command opens: settings, community, database; or one sentence why not."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec

from sqlalchemy import Connection

from bot import ending
from bot.clock import CivilClock
from bot.speech import bilingual, mistaken
from config import community
from config.mistakes import MistakesError
from config.settings import Settings, read_settings
from governance.directory import Community
from storage import audit, directory, editions, health, inbox, locks, roll, upgrade
from storage.database import WrongAddress, writing
from storage.driving import drive
from storage.onserver import alone, wake
from storage.roll import Roll
from storage.rows import ms

P = ParamSpec("P")
OPERATOR = "operator"


class NotOpened(Exception):
    """The command cannot begin; the message says what is wrong and what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a command works with: `begin` a transaction; `roll` composes the community in it."""

    settings: Settings
    begin: Callable[[], AbstractContextManager[Connection]]
    roll: Roll

    @property
    def number(self) -> int:
        """The number of the community in this database."""
        return self.roll.id


def parse(text: str) -> Community:
    """Return the community of an edition that was applied; CommunityError if it is none now."""
    return community.parse(text, "the edition in force")


def on_either(command: Callable[P, int]) -> Callable[P, int]:
    """Let a command work on PostgreSQL as it does on SQLite, though that driver awaits."""

    @wraps(command)
    def driven(*args: P.args, **words: P.kwargs) -> int:
        return drive(command, *args, **words)

    return driven


@contextmanager
def opened(*, fresh: bool = False, token: bool = False) -> Iterator[Opened]:
    """Open the database of the settings, brought up to date; `fresh` allows that there is none.

    Only what speaks to Telegram needs a `token`. On PostgreSQL only within `on_either`.
    """
    with ExitStack() as held:
        try:
            with _opened(held, fresh=fresh, token=token) as house:
                yield house
        except Exception as error:
            # where a file is named, that one is told, and no other
            named = isinstance(error, OSError) and error.filename
            if named or (told := ending.of(error)) is None:
                raise
            raise NotOpened(told.words) from error


@contextmanager
def _opened(held: ExitStack, *, fresh: bool, token: bool) -> Iterator[Opened]:
    try:
        settings = read_settings(token=token)
        plan = community.read(settings.community)
    except MistakesError as mistakes:
        raise NotOpened(mistaken(mistakes)) from None
    try:
        found = health.look(settings.database_url)
        if not fresh and not found.there:
            raise NotOpened(bilingual("ops-database-none", file=found.where))
        held.enter_context(locks.using(settings.database_url))
        upgrade.upgrade(settings.database_url)
    except (WrongAddress, upgrade.UnknownRevision) as wrong:
        raise NotOpened(ending.unusable(wrong)) from None
    engine = writing(settings.database_url)

    @contextmanager
    def begin() -> Iterator[Connection]:
        with engine.begin() as connection:
            alone(connection, plan.key)
            yield connection
            wake(connection)

    try:
        with begin() as connection:
            others = directory.communities(connection)
            if others and plan.key not in others:
                raise NotOpened(bilingual("ops-shared", others=", ".join(others)))
            number = directory.community(connection, plan.key)
            enrolled = Roll(plan, number, parse)
            enrolled.read(connection)
        yield Opened(settings=settings, begin=begin, roll=enrolled)
    finally:
        engine.dispose()


def put_in_force(connection: Connection, number: int, text: str) -> int:
    """Write an edition with its audit entry, and return its number; a running bot takes it up."""
    at = ms(CivilClock().now())
    edition = editions.put(connection, number, text, at=at, by=OPERATOR)
    noted = audit.Note(
        community=number,
        at=at,
        unit=f"edition-{edition.seq}",
        actor=OPERATOR,
        verb="apply-edition",
        object=f"edition:{edition.seq}",
        detail={"digest": edition.digest},
    )
    audit.note(connection, noted)
    roll.changed(connection, number)
    inbox.ask(connection, 0, "terms", f"terms:{number}:{edition.seq}", {})  # due at once
    inbox.ask(connection, 0, "programme", f"programme:{number}:{edition.seq}", {})
    return edition.seq

"""What `linli forget` does (N06)."""

import secrets
from collections.abc import Iterator

import click
from sqlalchemy import Connection

from bot.clock import CivilClock
from bot.commands import say
from bot.exits import FAILED, OK
from bot.opening import NotOpened, Opened, on_either, opened
from bot.restored import keep
from bot.speech import LOCALES, both
from governance.directory import THE_OPERATOR
from governance.forgetting import Tally, Treatment
from governance.refusals import Refusal
from handlers.texts import Library, Texts
from handlers.views.forgetting import told
from services import forgetting
from storage import audit
from storage.rows import ms
from storage.work import Work


@on_either
def forget(person: int, *, agreed: bool, withdraw: bool) -> int:
    """Show what would become of a person's data, and do it where that was agreed to."""
    words = Library(LOCALES)
    try:
        with opened() as house:
            lines = _forget(house, words, person, agreed=agreed, withdraw=withdraw)
    except NotOpened as reason:
        return say(str(reason))
    except Refusal as refusal:
        return say(both(words, refusal.key, **refusal.facts), FAILED)
    click.echo("\n".join(lines))
    return OK


def _forget(
    house: Opened, words: Library, person: int, *, agreed: bool, withdraw: bool
) -> list[str]:
    with house.begin() as connection:
        operator = _work(house, connection, THE_OPERATOR.id)
        pseudonym = operator.traces.pseudonym(person)
        if not pseudonym:
            raise NotOpened(both(words, "cli-forget-nobody", person=str(person)))
        lines = list(_table(operator, words.speak(house.roll.newest.language), person))
        if not agreed:
            return [*lines, both(words, "cli-forget-dry")]
        if withdraw:
            forgetting.take_back(_work(house, connection, person))
        forgetting.forget(operator, person)
        keep(house.settings.state, connection)
        audit.seal(connection, house.number, ms(operator.now))
        sealed = audit.verify(connection, house.number).sealed
    return [*lines, both(words, "cli-forget-done", sealed=sealed)]


def _work(house: Opened, connection: Connection, person: int) -> Work:
    unit = f"forget-{secrets.token_hex(8)}"
    return Work(connection, house.roll, unit=unit, person=person, now=CivilClock().now())


def _table(work: Work, texts: Texts, person: int) -> Iterator[str]:
    name = work.people.get(person).name
    yield texts.plain("cli-forget-head", person=str(person), name=name)
    tallies = work.traces.survey(person)
    for treatment in Treatment:
        yield texts.plain(f"forget-treatment-{treatment}")
        yield from (_line(texts, t) for t in tallies if t.treatment is treatment and told(t))


def _line(texts: Texts, tally: Tally) -> str:
    return texts.plain(
        "forget-line",
        store=texts.plain(f"forget-store-{tally.store}"),
        count=tally.count,
        why=texts.plain(f"forget-why-{tally.why}"),
    )

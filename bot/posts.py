"""What `linli invite` and `linli door` do: links for officers, links for doors (8.2, A12)."""

import asyncio
import html
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import aiohttp
import click

from bot.clock import CivilClock
from bot.commands import say
from bot.drill import Drill
from bot.exits import FAILED, MISTAKE, OK
from bot.links import bot_name, link, picture
from bot.opening import NotOpened, on_either, opened
from bot.speech import LOCALES, both, says_yes
from config.settings import Settings
from governance.directory import THE_OPERATOR, Officer
from governance.grants import INVITATION_LIVES, WAITING, Grant, GrantStatus
from governance.notices import Address, Delivery, Kind
from governance.refusals import Refusal
from handlers.texts import Library
from handlers.views import Page, seats
from services.seats import confirming, inviting
from storage.work import Work

POST, BUILDING = "p_", "b_"  # how the word of a link begins; handlers/directory.py reads it


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What `linli invite` was asked for; `folder` is where QR pictures go, if they are wanted."""

    keys: Sequence[str]
    unclaimed: bool = False
    folder: Path | None = None
    lives: timedelta = INVITATION_LIVES
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The operator's desk: one unit of work, all words, and what is said once it is committed."""

    bot: str
    work: Work
    words: Library
    lines: list[str] = field(default_factory=list)

    def tell(self, sentence: str, /, **facts: str | int) -> None:
        """Say a sentence in every language."""
        self.lines.append(both(self.words, sentence, **facts))

    def page(self, language: str) -> Page:
        """Return a page on which one language shows a post."""
        nowhere = Delivery(key="posts", kind=Kind.NOTICE, address=Address(chat=0))
        texts = self.words.speak(language, self.work.community)
        return Page(delivery=nowhere, shelf=self.work, texts=texts, bot=self.bot)

    def show(self, payload: str, name: str, folder: Path | None) -> None:
        """Say a link, and draw it where a folder was named."""
        address = link(self.bot, payload)
        self.lines.append(f"  {address}")
        if folder:
            self.lines.append(f"  {picture(folder, name, address)}")


def invite(wanted: Wanted) -> int:
    """Print one single-use link for each post named, or for all that nobody has taken up."""
    return _at_desk(lambda desk: _invite(desk, wanted), linked=True)


def _invite(desk: Desk, wanted: Wanted) -> int:
    officers = desk.work.community.officers
    known = "、".join(o.key for o in officers)
    if strange := [k for k in wanted.keys if k not in {o.key for o in officers}]:
        desk.tell("invite-unknown", found="、".join(strange), known=known)
        return MISTAKE
    if not (wanted.keys or wanted.unclaimed):
        desk.tell("invite-ask", known=known)
        return MISTAKE
    named = [desk.work.community.officer(k) for k in dict.fromkeys(wanted.keys)]
    free = [o for o in officers if wanted.unclaimed and not o.seated and o not in named]
    for officer in named:
        _hand_out(desk, officer, wanted)
    for officer in free:
        newest = _newest(desk, officer.key)
        if newest is None or newest.status not in WAITING:
            _hand_out(desk, officer, wanted)
        elif newest.status is GrantStatus.INVITED:
            zone = desk.work.community.calendar.zone
            until = f"{newest.expires.astimezone(zone):%Y-%m-%d %H:%M}"
            who = {"post": officer.known_as, "name": officer.name}
            desk.tell("invite-out", **who, until=until, code=officer.key)
    if not desk.lines:
        desk.tell("invite-none")
    return OK


def _newest(desk: Desk, officer: str) -> Grant | None:
    return next(iter(desk.work.grants.of(officer)), None)


def _hand_out(desk: Desk, officer: Officer, wanted: Wanted) -> None:
    token = inviting.invite(desk.work, officer.key, wanted.lives, wanted.ends)
    for language in sorted(desk.words.languages, reverse=True):
        page = desk.page(language)
        words = {
            "post": officer.known_as,
            "name": officer.name,
            "offices": page.offices(officer.offices),
        }
        hours = wanted.lives // timedelta(hours=1)
        desk.lines.append(page.texts.plain("invite-link", **words, hours=hours))
    desk.show(f"{POST}{token}", officer.key, wanted.folder)


def confirm(key: str) -> int:
    """Confirm, as the operator, who has tapped the link of one of the first two seats."""
    # a person sits there: let him see the name before he says yes
    if sys.stdin and sys.stdin.isatty():
        code = _at_desk(lambda desk: _ask(desk, key))
        if code != OK or not says_yes(Library(LOCALES), "", yes=False):
            return code or FAILED
    return _at_desk(lambda desk: _confirm(desk, key))


def _ask(desk: Desk, key: str) -> int:
    if (found := _claimed(desk, key)) is None:
        return FAILED
    desk.tell("invite-sure", **found[1])
    return OK


def _confirm(desk: Desk, key: str) -> int:
    if (found := _claimed(desk, key)) is None:
        return FAILED
    confirming.confirm(desk.work, found[0].id)
    desk.tell("invite-confirmed", **found[1])
    return OK


def _claimed(desk: Desk, key: str) -> tuple[Grant, dict[str, str]] | None:
    officer = next((o for o in desk.work.community.officers if o.key == key), None)
    if officer is None:
        known = "、".join(o.key for o in desk.work.community.officers)
        desk.tell("invite-unknown", found=key, known=known)
        return None
    grant = _newest(desk, key)
    if grant is None or grant.status is not GrantStatus.CLAIMED:
        desk.tell("invite-waiting", post=officer.known_as, name=officer.name)
        return None
    claimant = desk.work.people.get(grant.person).name
    return grant, {"post": officer.known_as, "name": officer.name, "claimant": claimant}


def posts() -> int:
    """List every post by its key: who, how it stands, until when."""
    return _at_desk(_posts)


def _posts(desk: Desk) -> int:
    languages = sorted(desk.words.languages, reverse=True)
    for officer in desk.work.community.officers:
        told = [seats.post(desk.page(each), officer) for each in languages]
        desk.lines.append("\n".join([officer.key, *(f"  {html.unescape(t)}" for t in told)]))
    return OK


def door(keys: Sequence[str], folder: Path | None) -> int:
    """Print the links of doors, all of them unless some are named; each says where it hangs."""
    return _at_desk(lambda desk: _door(desk, keys, folder), linked=True)


def _door(desk: Desk, keys: Sequence[str], folder: Path | None) -> int:
    buildings = desk.work.community.buildings
    known = {b.key for b in buildings}
    if strange := [k for k in keys if k not in known]:
        desk.tell(
            "door-unknown", found="、".join(strange), known="、".join(b.key for b in buildings)
        )
        return MISTAKE
    for building in buildings:
        if not keys or building.key in keys:
            desk.tell("door-link", place=building.name)
            desk.show(f"{BUILDING}{building.key}", building.key, folder)
    return OK


@on_either
def _at_desk(do: Callable[[Desk], int], *, linked: bool = False) -> int:
    """Do one unit of work as the operator, and say its lines once it is committed."""
    words = Library(LOCALES)
    try:
        with _desk(words, linked=linked) as desk:
            code = do(desk)
    except NotOpened as reason:
        return say(str(reason))
    except Refusal as refusal:
        return say(both(words, refusal.key, **refusal.facts), FAILED)
    told = "\n".join(desk.lines)
    if code != OK:
        return say(told, code)
    click.echo(told)
    return OK


@contextmanager
def _desk(words: Library, *, linked: bool) -> Iterator[Desk]:
    with opened(fresh=True, token=linked) as house:
        bot = bot_name(house, words) if linked else ""
        now = _now(house.settings, words)
        with house.begin() as connection:
            unit = f"operator-{secrets.token_hex(8)}"
            work = Work(connection, house.roll, unit=unit, person=THE_OPERATOR.id, now=now)
            yield Desk(bot=bot, work=work, words=words)


def _now(settings: Settings, words: Library) -> datetime:
    """Return the civil time; in a drill the sandbox says what it is."""
    clock = CivilClock()
    if settings.drill_url:
        try:
            asyncio.run(Drill(settings.drill_url, clock, _nothing, _nothing).join())
        except (aiohttp.ClientError, TimeoutError):
            silent = both(words, "drill-silent", url=settings.drill_url)
            raise NotOpened(silent) from None
    return clock.now()


async def _nothing() -> None:
    """Have nothing to do."""

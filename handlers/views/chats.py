"""How groups and grids look: what is asked of a group, who looks after a building, who I am."""

from collections.abc import Sequence

from governance import helpers
from governance.chats import Registration
from governance.directory import Officer, Role
from governance.households import Household
from governance.residents import HERE
from handlers.buttons import VerbPress
from handlers.views.shown import Button, Page, Shown, fitting, pairs
from services import whereabouts
from services.whereabouts import Helping

MOST_BUTTONS = 96  # Telegram takes 100
SEVERAL = 2


def asking(page: Page) -> Shown:
    """Ask for a tap, with the one button of the key: `bind-unnamed` asks to press `bind`."""
    key = page.delivery.key
    verb = TAPS[key]
    words = page.texts(key, **page.spoken(page.delivery.facts))
    button = Button(page.texts.plain(f"{key}-button"), VerbPress("g", 0, verb).data)
    return Shown(text=words, buttons=[[button]])


TAPS = {"bind-unnamed": "bind", "chat-proposed": "agree"}


def grid_ask(page: Page) -> Shown:
    """Ask for the building."""
    buttons = [
        Button(b.name, VerbPress("g", 0, f"grid-{b.key}").data) for b in page.community.buildings
    ]
    return Shown(text=page.texts("grid-ask"), buttons=pairs(buttons[:MOST_BUTTONS]))


def grid_told(page: Page) -> Shown:
    """Tell who looks after a grid; who helps there, in private and to its own people alone."""
    facts = page.delivery.facts
    lines = [page.texts("grid-told", **page.spoken(facts))]
    if page.delivery.address.chat > 0:
        found = whereabouts.helping(page.shelf, page.delivery.reader, str(facts.get("which", "")))
        lines += [line for each in found for line in _helping(page, each)]
    return Shown(text="\n".join(lines))


def _helping(page: Page, each: Helping) -> list[str]:
    name, duty = page.community.called(each.helper.key), each.helper.duty
    lines = [page.texts("grid-helper", name=name, duty=duty)]
    return lines + ([_homes(page, each.households)] if each.households else [])


def _homes(page: Page, households: Sequence[Household]) -> str:
    known = {b.key: b.name for b in page.community.buildings}
    named = [f"{known.get(h.building, h.building)} {h.door}" for h in households]
    return page.texts("helper-households", homes=page.texts.plain("list-comma").join(named))


def language_ask(page: Page) -> Shown:
    """Ask for the language, each in its own words."""
    buttons = [
        Button(page.texts.plain("language-name", language=name), VerbPress("l", 0, name).data)
        for name in page.texts.languages
    ]
    return Shown(text=page.texts("language-ask"), buttons=[buttons])


def whoami(page: Page) -> Shown:
    """Tell somebody what is known of him: office and term, homes, language, groups he runs."""
    person = page.delivery.reader
    officer = page.community.by_telegram(person)
    homes = [r for r in page.shelf.residents.of(person) if r.status in HERE]
    lines = [page.texts("whoami-heading", name=page.shelf.people.get(person).name)]
    lines += [*_offices(page, officer), *_duty(page, officer)] if officer else []
    lines += [
        page.texts("whoami-home", place=page.community.building(r.building).name, status=r.status)
        for r in homes
    ]
    if not officer and not homes:
        lines.append(page.texts("whoami-nobody"))
    lines.append(page.texts("whoami-language", language=page.texts.language))
    if officer and Role.COMMITTEE in officer.offices:
        lines += [_group(page, each) for each in page.shelf.chats.all() if each.belongs]
    return Shown(text="\n".join(lines))


def _offices(page: Page, officer: Officer) -> list[str]:
    names = page.offices(officer.offices)
    ends = officer.term_ends.isoformat() if officer.term_ends else "none"
    return [page.texts("whoami-offices", offices=names, ends=ends)]


def _duty(page: Page, officer: Officer) -> list[str]:
    """Tell a helper his duty and the households in his care; he reads this in private alone."""
    helper = helpers.of_officer(page.community, officer.key)
    if helper is None or page.delivery.address.chat < 0:
        return []
    grid = page.community.grid(helper.grid).name
    own = page.texts("whoami-helper", grid=grid, duty=helper.duty)
    return [own, *([_homes(page, helper.households)] if helper.households else [])]


def _group(page: Page, found: Registration) -> str:
    state = "hears-all" if found.standing.administrator else "fine"
    if not found.can_write:
        state = "muted" if found.standing.present else "out"
    return page.texts("whoami-group", title=found.name, kind=found.kind, state=state)


def lost(page: Page) -> Shown:
    """Say in which groups of ours the bot is not any more, as it stands at this moment."""
    gone = [r for r in page.shelf.chats.all() if r.belongs and not r.standing.present]
    head = page.texts("chat-lost", count=len(gone), title=gone[0].name if gone else "")
    if len(gone) < SEVERAL:
        return Shown(text=head)
    return Shown(text=fitting([head], [page.texts("chat-lost-title", title=r.name) for r in gone]))


def alarm(page: Page) -> Shown:
    """Tell the operator, line by line, in ids and keys."""
    facts = page.delivery.facts
    named = (line.split(" ", 1) for line in str(facts["alarms"]).splitlines())
    told = [page.texts(f"alarm-{key}", what=what) for key, what in named]
    lines = [page.texts("alarm"), *told]
    if facts["more"]:
        lines.append(page.texts("alarm-more", count=facts["more"]))
    return Shown(text="\n".join(lines))

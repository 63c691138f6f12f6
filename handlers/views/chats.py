"""How groups and grids look: what is asked of a group, who looks after a building, who I am."""

from governance.chats import Registration
from governance.directory import Officer, Role
from governance.residents import HERE
from handlers.buttons import VerbPress
from handlers.views.shown import Button, Page, Shown, pairs

MOST_BUTTONS = 96  # Telegram takes 100


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
    lines += _offices(page, officer) if officer else []
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


def _group(page: Page, found: Registration) -> str:
    state = "hears-all" if found.standing.administrator else "fine"
    if not found.can_write:
        state = "muted" if found.standing.present else "out"
    return page.texts("whoami-group", title=found.name, kind=found.kind, state=state)


def alarm(page: Page) -> Shown:
    """Tell the operator, line by line, in ids and keys."""
    facts = page.delivery.facts
    named = (line.split(" ", 1) for line in str(facts["alarms"]).splitlines())
    told = [page.texts(f"alarm-{key}", what=what) for key, what in named]
    lines = [page.texts("alarm"), *told]
    if facts["more"]:
        lines.append(page.texts("alarm-more", count=facts["more"]))
    return Shown(text="\n".join(lines))

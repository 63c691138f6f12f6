"""How the talks of ballots look: the paper that is marked, and forms with lists of their own."""

from collections.abc import Callable
from dataclasses import replace

from governance.ballots import forms as tables
from governance.ballots.ballot import Ballot
from governance.ballots.states import Instrument
from governance.dialogues import Dialogue, DialogueKind
from governance.forms import Form
from handlers.buttons import TalkPress
from handlers.views import forms
from handlers.views.ballots.parts import option, price, unit_name
from handlers.views.shown import Button, Page, Shown, cut
from services import talks
from services.ballots import marking

NUMERALS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
LONGEST_TAP = 40
FEW = 5  # grades that have a button each
OF_DOOR = {DialogueKind.ENTER_VOTE, DialogueKind.HAND_PAPER, DialogueKind.TAKE_PAPER}


def marks(page: Page, talk: Dialogue) -> Shown:
    """Show the paper: a row an option, and the tap that hands it in."""
    ballot = page.shelf.ballots.get(talk.whole("ballot"))
    now = marking.marks(ballot, talk)
    lines = [
        page.texts("mark-heading", number=ballot.number, question=page.gate(ballot.question)),
        page.texts(f"mark-{ballot.method}", most=ballot.paper.most, best=ballot.paper.best),
    ]
    if talk.text("unit"):
        unit = unit_name(page, talk.text("unit"))
        lines.append(page.texts("mark-for", unit=unit))
    if ballot.instrument is Instrument.MENU:
        spent = sum(ballot.paper.costs[o] for o in now)
        budget = price(ballot.paper.budget)
        fits = "yes" if spent <= ballot.paper.budget else "no"
        lines.append(page.texts("mark-spent", sum=price(spent), budget=budget, fits=fits))
    rows = [row for n in range(len(ballot.paper.options)) for row in _rows(page, ballot, talk, n)]
    rows.append([_tap(page, talk, "mark-submit", talks.SUBMIT)])
    rows.append([_tap(page, talk, "tap-cancel", talks.CANCEL)])
    return Shown(text="\n".join(lines), buttons=rows)


def _rows(page: Page, ballot: Ballot, talk: Dialogue, number: int) -> list[list[Button]]:
    name = ballot.paper.options[number]
    value = marking.marks(ballot, talk).get(name, 0)
    if ballot.method in marking.GRADED:
        return _graded(page, ballot, talk, number, value)
    if ballot.method in marking.RANKED:
        box = NUMERALS[value - 1] if value else "○"
    else:
        box = "☑" if value else "☐"
    cost = ballot.paper.costs.get(name)
    money = page.texts.plain("mark-cost", sum=price(cost)) if cost else ""
    words = f"{box} {option(page, ballot, name)} {money}".strip()
    return [[_mark(talk, number, words, 1)]]


def _mark(talk: Dialogue, number: int, words: str, value: int) -> Button:
    data = TalkPress(talk.id, f"{marking.MARK}{number}", str(value)).data
    return Button(cut(words, LONGEST_TAP), data)


def _graded(
    page: Page, ballot: Ballot, talk: Dialogue, number: int, value: int
) -> list[list[Button]]:
    """Return a row of grades under the name of what is graded; many grades go up and down."""
    best, called = ballot.paper.best, option(page, ballot, ballot.paper.options[number])
    shown = _grade(page, ballot, value) if value else "—"
    words = page.texts.plain("ballot-marked", option=called, mark=shown)
    name = _mark(talk, number, words, value)
    if best <= FEW:
        grades = [_mark(talk, number, _grade(page, ballot, n), n) for n in range(1, best + 1)]
        return [[name], grades]
    less, more = max(value - 1, 0), min(value + 1, best)
    return [[_mark(talk, number, "➖", less), name, _mark(talk, number, "➕", more)]]


def _grade(page: Page, ballot: Ballot, value: int) -> str:
    if ballot.method == "evaluation":
        return page.texts.plain(f"ballot-answer-{value}")
    return str(value)


def _tap(page: Page, talk: Dialogue, words: str, field: str) -> Button:
    return Button(page.texts.plain(words), TalkPress(talk.id, field).data)


def entering(page: Page, talk: Dialogue) -> Shown:
    """Show the form of an entered vote; the units of a door stand there by their names."""
    return _named(page, talk, tables.ENTER)


def handing(page: Page, talk: Dialogue) -> Shown:
    """Show the form that hands out a paper, with the units of a door by their names."""
    return _named(page, talk, tables.HAND)


def taking(page: Page, talk: Dialogue) -> Shown:
    """Show the form that takes a paper back, with the units of a door by their names."""
    return _named(page, talk, tables.TAKE)


def owning(page: Page, talk: Dialogue) -> Shown:
    """Show the form that says which account is which owner's."""
    return _named(page, talk, tables.OWNER)


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return the talk with what was chosen from its lists as people call it."""
    found = {f: names[talk.text(f)] for f, names in _lists(page, talk).items() if talk.text(f)}
    return replace(talk, data={**talk.data, **found})


def _named(page: Page, talk: Dialogue, table: Form) -> Shown:
    wanted = table.next(talk)
    names = _lists(page, talk).get(wanted.field, {}) if wanted else {}
    return forms.form(page, called(page, talk), table, names)


def _lists(page: Page, talk: Dialogue) -> dict[str, dict[str, str]]:
    """Return the names of what can be chosen, by the number of each in the talk's own list."""
    if talk.kind in OF_DOOR:
        return {"unit": _by_number(talk, "units", lambda unit: unit_name(page, unit))}
    if talk.kind is not DialogueKind.OWNER:
        return {}
    people = page.shelf.people
    return {
        "owner": _by_number(talk, "owners", lambda each: each.partition("/")[2]),
        "person": _by_number(talk, "persons", lambda each: people.get(int(each)).name),
    }


def _by_number(talk: Dialogue, name: str, call: Callable[[str], str]) -> dict[str, str]:
    every = talk.text(name).split("\n") if talk.text(name) else []
    return {str(n): call(each) for n, each in enumerate(every)}

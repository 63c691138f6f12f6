"""The list of small powers, as everybody reads it (F05)."""

from governance.powers import Verb
from governance.smallpowers import SmallPower, Words
from handlers.buttons import VerbPress
from handlers.views.shown import Button, Page, Shown, fitting, pairs

LETTER = "u"  # the desk of supervision has it: complaints go there


def powers(page: Page) -> Shown:
    """Show the list, or one power: steps, time, who answers for it, materials, complaint."""
    found, number = page.community.small_powers, int(page.delivery.facts["number"] or 0)
    if 0 < number <= len(found):
        return Shown(text=_one(page, found[number - 1], number))
    lines = [
        page.texts("powers-line", number=turn, name=said(page, each.names))
        for turn, each in enumerate(found, 1)
    ]
    rows = [] if page.delivery.address.chat < 0 else pairs(_taps(page, len(found)))
    return Shown(text=fitting([page.texts("powers", count=len(found))], lines), buttons=rows)


def _taps(page: Page, count: int) -> list[Button]:
    return [
        Button(page.texts.plain("powers-button", number=n), VerbPress(LETTER, n, "power").data)
        for n in range(1, count + 1)
    ]


def _one(page: Page, power: SmallPower, number: int) -> str:
    head = page.texts("powers-one", number=number, name=said(page, power.names))
    steps = [
        page.texts("powers-step", number=turn, text=said(page, each))
        for turn, each in enumerate(power.steps, 1)
    ]
    materials = page.texts.plain("list-comma").join(said(page, each) for each in power.materials)
    rest = page.texts(
        "powers-rest",
        time=said(page, power.time),
        office=page.offices([power.office]),
        materials=materials or "none",
        complaint=said(page, power.complaint),
    )
    return fitting([head, *steps, rest], [])


def under(page: Page, verb: Verb) -> list[str]:
    """Say under which small power something is done; nothing where the list has none (F05)."""
    for number, power in enumerate(page.community.small_powers, 1):
        if verb in power.covers:
            return [page.texts("powers-under", number=number, name=said(page, power.names))]
    return []


def said(page: Page, words: Words) -> str:
    """Return words of the file in the reader's language."""
    return words.get(page.texts.language) or words["zh-CN"]

"""What a group was spared, as one message: a line each, in the order in which it came."""

from governance.deliberations.spared import stands, together
from governance.notices import Delivery
from handlers.texts import unmarked
from handlers.views.shown import WHOLE, Page, Shown, cut, fitting

OF_IT = 60  # characters of what stands whole below the list, or waits for it


def listed(page: Page) -> Shown:
    """Show the list of a day: of what is shown below it the beginning, of all else the words."""
    chat, day = int(page.delivery.facts["chat"] or 0), str(page.delivery.facts["day"])
    below = str(page.delivery.facts.get("below") or "").split(",")
    every = [*enumerate(together(page.shelf.attention.listed(chat, day)))]
    shown = [each for n, each in every if str(n) in below]
    found = [(n, each) for n, each in every if each in shown or not stands(each, shown)]
    longest = WHOLE // max(len(found), 1)  # so that none is left out
    lines = []
    for n, delivery in found:
        key = "group-list-below" if str(n) in below else "group-list-line"
        said = words(page, delivery, OF_IT if str(n) in below else longest)
        lines.append(page.texts(key, line=said))
    return Shown(text=fitting([page.texts("group-list", count=len(lines))], lines))


def words(page: Page, delivery: Delivery, longest: int) -> str:
    """Return what a message says as it stands by now, in one line of so many characters."""
    from handlers.views import draw  # the list of all views, which names this one

    shown = draw(Page(delivery=delivery, shelf=page.shelf, texts=page.texts, bot=page.bot))
    return cut(" ".join(unmarked(shown.text).split()), longest)

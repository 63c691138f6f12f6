"""What a group was spared, as one message: a line each, in the order in which it came."""

from handlers.texts import unmarked
from handlers.views.shown import BESIDE, Page, Shown, cut, fitting


def listed(page: Page) -> Shown:
    """Show the list of a day: of each message its first line, as it stands by now."""
    from handlers.views import draw  # the list of all views, which names this one

    chat, day = int(page.delivery.facts["chat"] or 0), str(page.delivery.facts["day"])
    found = page.shelf.attention.listed(chat, day)
    lines = []
    for delivery in {d.subject or f"{n}": d for n, d in enumerate(found)}.values():
        shown = draw(Page(delivery=delivery, shelf=page.shelf, texts=page.texts, bot=page.bot))
        first = next(iter(shown.text.splitlines()), "")
        lines.append(page.texts("group-list-line", line=cut(unmarked(first), BESIDE)))
    return Shown(text=fitting([page.texts("group-list", count=len(lines))], lines))

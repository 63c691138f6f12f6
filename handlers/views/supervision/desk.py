"""The desk of supervision: how much lies before it, list by list, and one matter (F03)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from governance.disclosures import edition as road
from governance.disclosures.states import EditionAction
from governance.resolutions import advance as resolutions
from governance.resolutions.advance import Given
from governance.resolutions.states import ResolutionAction
from governance.supervision import Matter, Measure, MeasureStatus, unmatched
from handlers.buttons import VerbPress
from handlers.views import urgent
from handlers.views.disclosures import cards as editions
from handlers.views.resolutions import parts as resolving
from handlers.views.shown import Button, Page, Shown, fitting, pairs
from handlers.views.supervision import audit, parts
from handlers.views.supervision.measures import open_button
from services.supervision import finding
from services.supervision.finding import POINTS, List, Point
from services.supervision.looking import FIRST, LAPSED

MOST = 8  # lines of a page, each with its button
MONTHS = 6  # the newest, of which the number is said
ENTRIES = 15  # of the audit, on one page
Lines = tuple[Sequence[str], Sequence[Sequence[Button]], bool]


def _now(page: Page) -> datetime:
    return datetime.fromtimestamp(int(page.delivery.facts["now"] or 0) / 1000, UTC)


def listing(page: Page) -> Shown:
    """Show how much there is of each list, or a page of one of them."""
    wanted = str(page.delivery.facts["list"])
    start = int(page.delivery.facts["start"] or 0)
    if wanted == FIRST:
        return _first(page)
    chosen = List(wanted)
    lines, rows, more = LISTS[chosen](page, start)
    head = page.texts(f"supervise-head-{chosen}", count=len(lines))
    turn = _turn(page, chosen, start, more=more)
    rows = [*rows, *turn, *_ways(page, chosen)]
    return Shown(text=fitting([head], lines), buttons=rows)


def _first(page: Page) -> Shown:
    at = _now(page)
    found = {each: len(of(page.shelf, at)) for each, of in POINTS.items()}
    given = finding.opinions(page.shelf, at)
    waiting = [each for each in given if each.status is MeasureStatus.OPEN]
    missing = sum(each.missed for each in waiting)
    lines = [page.texts("supervise")]
    lines += [page.texts(f"supervise-count-{each}", count=count) for each, count in found.items()]
    lines.append(page.texts("supervise-count-opinions", count=missing, waiting=len(waiting)))
    of = f"{at.astimezone(page.community.calendar.zone):%Y-%m}"
    if told := page.shelf.urgents.told(of):
        lines.append(f"· {page.texts('urgent-month', month=of, count=len(told))}")
    return Shown(text="\n".join(lines), buttons=_ways(page))


def _ways(page: Page, shown: List | None = None) -> list[list[Button]]:
    lists = [each for each in List if each is not shown]
    return pairs([parts.button(page, 0, f"supervise-list-{each}", each) for each in lists])


def _turn(page: Page, shown: List, start: int, *, more: bool) -> list[list[Button]]:
    step = ENTRIES if shown in READ else MOST
    found = []
    if start:
        found.append(parts.button(page, max(start - step, 0), "programme-newer", shown))
    if more:
        found.append(parts.button(page, start + step, "programme-older", shown))
    return [found] if found else []


def _points(shown: List) -> Callable[[Page, int], Lines]:
    """Return how a list of matters is drawn: each with the button that opens it."""

    def draw(page: Page, start: int) -> Lines:
        found = POINTS[shown](page.shelf, _now(page))
        here = found[start : start + MOST]
        lines = [_point(page, shown, each) for each in here]
        return lines, [[_look(page, each)] for each in here], len(found) > start + MOST

    return draw


def _point(page: Page, shown: List, point: Point) -> str:
    return page.texts(
        f"supervise-point-{shown}",
        title=parts.title(page, point.matter, point.about),
        day=parts.day(point.day) if point.day else "none",
        count=point.count,
    )


def _look(page: Page, point: Point) -> Button:
    name = parts.title(page, point.matter, point.about)
    return parts.button(page, point.about, "supervise-look", f"look={point.matter}", name=name)


def _opinions(page: Page, start: int) -> Lines:
    found = finding.opinions(page.shelf, _now(page))
    here = found[start : start + MOST]
    lines = [_opinion(page, each) for each in here]
    rows = pairs(
        [
            parts.button(page, each.id, "supervise-number", "measure", number=each.number)
            for each in here
        ]
    )
    return lines, rows, len(found) > start + MOST


def _opinion(page: Page, measure: Measure) -> str:
    return page.texts(
        "supervise-point-opinions",
        number=measure.number,
        title=parts.title(page, measure.matter, measure.about),
        standing=parts.standing(page, measure),
    )


def _unmatched(page: Page, start: int) -> Lines:
    """Name what the committee can do here under no entry of the list of small powers (F05)."""
    found = unmatched(page.community.small_powers)[start:]
    names = [page.texts.plain(f"power-verb-{verb}") for verb in found]
    return [page.texts("power-verb", name=name) for name in names], [], False


def _urgent(page: Page, start: int) -> Lines:
    """Say what was told at once, with the reasons, and how many there were in each month."""
    found = page.shelf.urgents.told()
    months = Counter(each.month for each in found).items() if not start else ()
    counts = [page.texts("urgent-month", month=of, count=n) for of, n in months][:MONTHS]
    here = urgent.lines(page, found[start : start + MOST])
    return [*counts, *here], [], len(found) > start + MOST


def _audit(page: Page, start: int, verbs: Sequence[str] = ()) -> Lines:
    found = page.shelf.trail.newest(verbs, start)
    return [audit.entry(page, each) for each in found], [], len(found) == ENTRIES


def _lapsed(page: Page, start: int) -> Lines:
    return _audit(page, start, LAPSED)


LISTS: Mapping[List, Callable[[Page, int], Lines]] = {
    **{each: _points(each) for each in POINTS},
    List.OPINIONS: _opinions,
    List.URGENT: _urgent,
    List.UNMATCHED: _unmatched,
    List.LAPSED: _lapsed,
    List.AUDIT: _audit,
}
READ = frozenset({List.LAPSED, List.AUDIT})
# where a matter is sent back: the letter and the action of the button that asks for the reason
SENT_BACK: Mapping[Matter, tuple[str, str]] = {
    Matter.RESOLUTION: (resolving.LETTER, ResolutionAction.RETURN),
    Matter.DISCLOSURE: (editions.LETTER, EditionAction.OBJECT),
}


def matter(page: Page) -> Shown:
    """Show one matter: what supervision said about it before, and what it may do now."""
    found, about = (
        Matter(str(page.delivery.facts["matter"])),
        int(page.delivery.facts["about"] or 0),
    )
    said = parts.lines(page, found, about)
    head = page.texts("supervise-matter", title=parts.title(page, found, about), count=len(said))
    taps = [
        parts.button(page, about, "supervise-remind", f"remind={found}"),
        parts.button(page, about, "supervise-opinion", f"opinion={found}"),
        open_button(page, found, about),
    ]
    if found in SENT_BACK and _returns(page, found, about):
        letter, action = SENT_BACK[found]
        press = VerbPress(letter, about, action)
        taps.append(Button(page.texts.plain("supervise-return"), press.data))
    return Shown(text=fitting([head], said), buttons=pairs(taps))


def _returns(page: Page, found: Matter, about: int) -> bool:
    """Whether the table lets this reader send a resolution or an edition back now."""
    viewer = page.shelf.actor(page.delivery.reader)
    if found is Matter.DISCLOSURE:
        return EditionAction.OBJECT in road.choices(page.shelf.disclosures.get(about), viewer)
    resolution = page.shelf.resolutions.get(about)
    given = Given(by=viewer, at=_now(page), today=_now(page).date())
    return ResolutionAction.RETURN in resolutions.choices(page.community, resolution, given)

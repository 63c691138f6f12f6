"""The notice board on the wall of the web: what any group of neighbours may read, and no more.

Each article is the card as a group is shown it, through the same gate; its buttons and its photo
stay away, so that no picture is on the board that nobody released.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial

from governance.deliberations.states import RUNNING
from governance.directory import AMONG_NEIGHBOURS
from governance.disclosures.edition import Edition
from governance.disclosures.states import EditionStatus
from governance.notices import Address, Kind
from governance.resolutions import fulfilment
from governance.resolutions.states import PUBLIC
from handlers.views import draw
from handlers.views.disclosures import calendar
from handlers.views.resolutions import parts
from handlers.views.shown import Page
from services.deliberations.looking import LISTED
from services.disclosures import answering, asking, counting, looking, meant, owing

A_GROUP = -1  # where a community has no group yet: what any group might read


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the board: its heading, and its articles as HTML; none is said to be none."""

    key: str
    heading: str
    articles: Sequence[str]


def sections(page: Page, at: datetime) -> list[Section]:
    """Return the parts of the board at a moment: what is owed, then the most binding first."""
    page = _as_a_group(page)
    found: Sequence[tuple[str, Callable[[Page], Iterable[str]]]] = (
        ("board-owed", partial(_owed, at=at)),
        ("board-disclosures", _disclosures),
        ("board-understood", partial(_understood, at=at)),
        ("board-rates", _rates),
        ("board-resolutions", _resolutions),
        ("board-topics", _topics),
    )
    return [
        Section(key=key, heading=page.texts(key), articles=list(articles(page)))
        for key, articles in found
    ]


def _owed(page: Page, at: datetime) -> Iterator[str]:
    """Say what should have been shown by now and was not, of what all neighbours read."""
    for owed in owing.calendar(page.shelf, owing.local(page.shelf, at)):
        item = page.community.item(owed.item)
        whole = item is None or asking.for_all(item)  # a promise begins without an item
        if owed.absent and whole and not meant.few(page.shelf, owed.resolution):
            yield calendar.line(page, owed)


def _all_neighbours(page: Page) -> list[Edition]:
    """Return what was shown of all that every neighbour reads, the newest first."""
    return [e for e in looking.archive(page.shelf) if meant.for_all(page.shelf, e)]


def _understood(page: Page, at: datetime) -> Iterator[str]:
    """Say how many understood what stands shown, and how many questions have their answer."""
    found = [e for e in _all_neighbours(page) if e.status is EditionStatus.PUBLISHED]
    if found:
        counts = counting.standing(page.shelf, found, at)
        enough = "yes" if counts.yes + counts.no >= page.community.disclosing.enough else "no"
        yield page.texts("board-understood-rates", enough=enough, **asdict(counts))


def _disclosures(page: Page) -> Iterator[str]:
    """Show each edition as all neighbours read it, and beneath its last version the answers."""
    found = _all_neighbours(page)
    last = {each.serial: each.id for each in sorted(found, key=lambda e: e.version)}
    for each in found:
        yield _card(page, "disclosure", each.id)
        if last[each.serial] == each.id and answering.given(page.shelf, each):
            yield _card(page, answering.BENEATH, each.id)


def _rates(page: Page) -> Iterator[str]:
    """Say what became of all that was promised, with every bucket beside it."""
    public = page.shelf.resolutions.standing(sorted(PUBLIC))
    promised = [clause for each in public for clause in each.clauses]
    if promised:
        yield parts.kept(page, fulfilment.kept(promised))


def _resolutions(page: Page) -> Iterator[str]:
    public = page.shelf.resolutions.standing(sorted(PUBLIC))
    found = (r for r in public if not page.shelf.topics.get(r.topic).node)
    for each in sorted(found, key=lambda r: -r.number):
        yield _card(page, "resolution", each.id)


def _topics(page: Page) -> Iterator[str]:
    found = (t for t in page.shelf.topics.standing(LISTED) if not t.node)
    for each in sorted(found, key=lambda t: (t.status not in RUNNING, -t.number)):
        yield _card(page, "topic", each.id)


def _as_a_group(page: Page) -> Page:
    """Return the page on which all is drawn as any group of neighbours reads it."""
    chats = page.community.chats
    here = next((c.id for c in chats if c.kind in AMONG_NEIGHBOURS), A_GROUP)
    return replace(page, delivery=replace(page.delivery, address=Address(chat=here), reader=0))


def _card(page: Page, key: str, found: int) -> str:
    """Draw a card as a group reads it."""
    subject = f"{key}:{found}:0:0"
    delivery = replace(page.delivery, kind=Kind.CARD, key=key, subject=subject)
    return draw(replace(page, delivery=delivery)).text

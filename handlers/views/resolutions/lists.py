"""What is told of resolutions in words, lists of them, and the dossier of what goes up (E08)."""

from collections import Counter
from collections.abc import Iterator

from governance.deliberations.statements import SIDES
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import Role
from governance.notices import Fact
from governance.powers import Verb, may
from governance.resolutions.resolution import DRAFTABLE, Resolution
from governance.resolutions.states import OVER, PUBLIC, Outcome, ResolutionStatus
from governance.resolutions.table import LIFECYCLE
from handlers.views.resolutions import parts
from handlers.views.shown import BESIDE, LONGEST, Button, Page, Shown, cut, fitting, pairs
from services import near
from services.resolutions import basis
from services.resolutions.telling import DRAWN

TOLD = (
    "resolution-unreported",
    "resolution-ahead-told",
    "resolution-unshown",  # as it was told before stages were editions
    "resolution-undisclosed",
    "resolution-disclose",
    "resolution-seen-no",
    "resolution-seen-unsure",
    *(
        f"resolution-told-{role}-{s.action}"
        for s in LIFECYCLE.steps
        for role in s.tells
        if not (role is Role.RESIDENT and s.action in DRAWN)
    ),
)


def _facts(page: Page) -> dict[str, Fact]:
    """Return the facts as the reader reads them; a day of ours is no number of anybody's."""
    given = page.delivery.facts
    spoken = page.spoken(given) | {"by": page.community.called(str(given.get("by") or ""))}
    for name in ("note", "law", "day"):
        if name in given:
            spoken[name] = parts.published(page, str(given[name] or ""))
    return spoken


def told(page: Page) -> Shown:
    """Say words about a resolution, with the way to it."""
    resolution = page.shelf.resolutions.get(int(page.delivery.facts["resolution"] or 0))
    facts = _facts(page)
    text = page.texts(page.delivery.key, text=parts.short(page, resolution.text), **facts)
    if page.in_residents_group:
        return Shown(text=text)
    opens = parts.button(page, resolution.id, "resolution-open", "open")
    return Shown(text=text, buttons=[[opens]])


def wanted(page: Page) -> Shown:
    """Ask for a resolution, or for the outcome of a referral; or say that it is public."""
    facts = _facts(page)
    topic = page.shelf.topics.get(int(page.delivery.facts["matter"] or 0))
    if "outcome" in facts:
        outcome = Outcome(str(page.delivery.facts["outcome"]))
        facts["outcome"] = page.texts.plain(f"choice-outcome-outcome-{outcome}")
    text = page.texts(page.delivery.key, title=parts.about(page, topic), **facts)
    if page.in_residents_group:
        return Shown(text=text)
    viewer = page.shelf.actor(page.delivery.reader)
    return Shown(text=text, buttons=[_waits(page, topic)] if _leads(viewer.offices) else [])


def _leads(offices: frozenset[Role]) -> bool:
    return Role.COMMITTEE in offices


def _waits(page: Page, topic: Topic) -> list[Button]:
    """Return what one of the committee does with a topic that waits."""
    if topic.status is TopicStatus.REFERRED:
        record = parts.button(page, topic.id, "resolution-record", "outcome", number=topic.number)
        return [record, parts.button(page, topic.id, "resolution-dossier", "dossier")]
    return [parts.button(page, topic.id, "resolution-draft", "draft", number=topic.number)]


def _seen(page: Page, resolution: Resolution) -> bool:
    topic, chat = page.shelf.topics.get(resolution.topic), page.delivery.address.chat
    return near.sees(page.shelf, topic, page.delivery.reader, chat)


def listing(page: Page) -> Shown:
    """List what was resolved; to the committee in private what waits to be written too."""
    private = page.delivery.address.chat > 0
    viewer = page.shelf.actor(page.delivery.reader)
    seen = tuple(ResolutionStatus) if private and viewer.officer else tuple(PUBLIC)
    found = [r for r in page.shelf.resolutions.standing(seen) if _seen(page, r)]
    head = page.texts("resolutions" if found else "resolutions-none")
    lines = [
        page.texts(
            "resolutions-line",
            number=r.number,
            text=parts.short(page, r.text),
            standing=parts.status(page, r),
            count=r.progress,
        )
        for r in sorted(found, key=lambda r: (r.status in OVER, -r.id))
    ]
    rows = pairs([_opens(page, r) for r in found if r.status not in OVER]) if private else []
    if private and may(viewer, Verb.LEAD_TOPIC):
        rows += [_waits(page, t) for t in _waiting(page)]
    return Shown(text=fitting([head], lines), buttons=rows)


def _opens(page: Page, resolution: Resolution) -> Button:
    number = resolution.number
    return parts.button(page, resolution.id, "resolution-number", "open", number=number)


def _waiting(page: Page) -> Iterator[Topic]:
    for topic in page.shelf.topics.standing((*DRAFTABLE, TopicStatus.REFERRED)):
        known = page.shelf.resolutions.of_topic(topic.id)
        if known is None or known.status in OVER:
            yield topic


def dossier(page: Page) -> Shown:
    """Show all that was said of a matter that goes up; of nobody, by whom (N21)."""
    topic = page.shelf.topics.get(int(page.delivery.facts["matter"] or 0))
    head = page.texts("dossier", number=topic.number, title=parts.about(page, topic))
    ballots = [parts.counted(page, count) for count in basis.counts(page.shelf, topic)]
    said = [*_question(page, topic), *_positions(page, topic), *_objections(page, topic)]
    return Shown(text=fitting([head], [*said, *ballots, *_outcomes(page, topic)]))


def _masked(page: Page, text: str, longest: int = BESIDE) -> str:
    return cut(page.public(text), longest) or "—"


def _outcomes(page: Page, topic: Topic) -> Iterator[str]:
    for found in page.shelf.referrals.of(topic.id):
        outcome = page.texts.plain(f"choice-outcome-outcome-{found.outcome}")
        note, day = _masked(page, found.basis), parts.day(found.day)
        yield page.texts("dossier-outcome", outcome=outcome, day=day, note=note)


def _question(page: Page, topic: Topic) -> Iterator[str]:
    question = topic.elements.question or topic.text
    yield page.texts("dossier-question", text=_masked(page, question, LONGEST))
    if topic.summary:
        yield page.texts("dossier-summary", text=_masked(page, topic.summary, LONGEST // 2))
    steps = page.shelf.topics.passages(topic.id)
    for why in [s.note for s in steps if s.action is TopicAction.REFER][-1:]:
        yield page.texts("dossier-why", text=_masked(page, why))


def _positions(page: Page, topic: Topic) -> Iterator[str]:
    shown = [s for s in page.shelf.statements.of(topic.id) if s.shown]
    count = Counter(s.stance for s in shown)
    yield page.texts("dossier-positions", **{str(s): count[s] for s in SIDES})
    for said in shown:
        stance = page.texts.plain(f"choice-speak-stance-{said.stance}")
        text = _masked(page, said.text)
        yield page.texts("dossier-statement", number=said.number, stance=stance, text=text)


def _objections(page: Page, topic: Topic) -> Iterator[str]:
    for number, each in enumerate(topic.objections, start=1):
        yield page.texts(
            "dossier-objection",
            count=number,
            text=_masked(page, each.text),
            met=_masked(page, each.met) if each.met else "none",
        )

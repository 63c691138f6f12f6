"""How a topic looks: to everybody in the group, to its proposer, to those who lead or check it."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from governance.deliberations import advance as road
from governance.deliberations.advance import Given
from governance.deliberations.statements import Stance
from governance.deliberations.states import OVER, RUNNING, TopicAction, TopicStatus
from governance.deliberations.topic import Objection, Review, Topic
from governance.directory import THE_CLOCK, Actor
from governance.powers import Verb, may
from handlers.views.deliberations.parts import button, second, speak, title
from handlers.views.deliberations.parts import status as standing
from handlers.views.shown import BESIDE, LONGEST, Button, Page, Shown, cut, fitting, pairs
from services.deliberations.proposing import SECONDED

A, S = TopicAction, TopicStatus
ELEMENTS = ("participants", "question", "form", "timetable", "use")
CHECKS = ("in_scope", "lawful", "already_decided", "personal_data")
SAID = ("affected", "money")
CHECKED = (*(c.replace("_", "-") for c in CHECKS), "level", *SAID)  # as their words are called
REVIEWED = frozenset({S.PRE_REVIEW, S.RETURNED, S.ADMITTED})
TALKED = frozenset({S.DISCUSSION, S.SUMMARY})
# a ballot tells its topic itself; the button for one says what is missing; who drafts a resolution
# resolves it, and its being in force concludes it
UNPRESSED = frozenset({A.POLL, A.CARRY, A.FAIL, A.LACK, A.RESOLVE, A.CONCLUDE, A.EVALUATE})
LONG_AGO = datetime.min.replace(tzinfo=UTC)  # no choice depends on the time
SAID_NO_MORE = 6  # objections in full on one card


def card(page: Page) -> Shown:
    """Show a topic as it stands."""
    return _shown(page, page.shelf.topics.get(int(page.delivery.subject.split(":")[1])))


def status(page: Page) -> Shown:
    """Show a topic to whoever asked for it by its number."""
    return _shown(page, page.shelf.topics.get(int(page.delivery.facts["topic"] or 0)))


def _shown(page: Page, topic: Topic) -> Shown:
    if page.delivery.address.chat < 0:
        return Shown(text=fitting(_lines(page, topic), ()), buttons=_public(page, topic))
    viewer = page.shelf.actor(page.delivery.reader)
    lines = _lines(page, topic)
    if topic.status in REVIEWED and road.roles_in(topic, viewer) and viewer.officer:
        lines += _checklist(page, topic)
    return Shown(text=fitting(lines, ()), buttons=_taps(page, topic, viewer))


def _lines(page: Page, topic: Topic) -> list[str]:
    return [
        page.texts("topic-heading", number=topic.number, status=standing(page, topic)),
        page.texts("topic-title", title=cut(title(page, topic), LONGEST // 2)),
        *_origin(page, topic),
        *_answered(page, topic),
        *_elements(page, topic),
        *_talk(page, topic),
        *_objections(page, topic),
        page.texts(f"topic-next-{topic.status}"),
    ]


def _origin(page: Page, topic: Topic) -> Iterator[str]:
    """Say where a topic comes from, why it must be talked over, and who stands behind it."""
    required = page.community.deliberation
    if topic.cases:
        cases = [page.shelf.cases.get(c) for c in topic.cases]
        numbers = " ".join(f"#{case.number}" for case in cases)
        yield page.texts("topic-cases", numbers=numbers, count=len(cases))
    elif topic.lead and page.shelf.actor(int(topic.proposer)).officer:
        yield page.texts("topic-by-committee", who=page.community.called(topic.lead))
    else:
        yield page.texts("topic-by-resident")
    if topic.criteria:
        names = [page.texts.plain(f"topic-criterion-{c}") for c in sorted(topic.criteria)]
        yield page.texts("topic-criteria", names=page.texts.plain("list-comma").join(names))
    if topic.status in SECONDED and topic.proposer != str(THE_CLOCK.id):
        behind = len(page.shelf.topics.seconds(topic.id))
        yield page.texts("topic-seconds", count=behind, most=required.seconds)
    if topic.major and topic.status not in OVER:
        yield _studied(page, topic)


def _studied(page: Page, topic: Topic) -> str:
    if topic.party_studied is None:
        return page.texts("topic-study-none")
    day = topic.party_studied
    conclusion = page.texts.plain(f"choice-study-conclusion-{topic.party_conclusion}")
    return page.texts("topic-study", day=f"{day:%Y-%m-%d}", conclusion=conclusion)


def _answered(page: Page, topic: Topic) -> Iterator[str]:
    """Say what the committee answered last, or that it did not (N19)."""
    passages = page.shelf.topics.passages(topic.id)
    last = passages[-1] if passages else None
    if last and last.action is A.OVERDUE:
        yield page.texts("topic-overdue", days=page.community.deliberation.review_days)
    if topic.summary and topic.summarised_at:
        yield page.texts("topic-summary", text=page.gate(topic.summary, LONGEST // 3))
    elif last and last.note and last.action not in {A.SUMMARISE, A.RESUBMIT}:
        who = page.community.called(last.officer) if last.officer else "none"
        said = {"action": page.texts.plain(f"topic-action-{last.action}"), "who": who}
        yield page.texts("topic-answered", note=page.gate(last.note, BESIDE), **said)


def _elements(page: Page, topic: Topic) -> Iterator[str]:
    """Show the five elements, once all are said; the question only where it is not the title."""
    if not topic.elements.complete:
        return
    for field in ELEMENTS:
        said = getattr(topic.elements, field)
        if field == "question" and said == topic.text:
            continue
        if field == "form":
            said = page.texts.plain(f"choice-elements-form-{said}")
        value = page.gate(said, BESIDE)
        yield page.texts(
            "topic-element", name=page.texts.plain(f"topic-label-{field}"), value=value
        )


def _talk(page: Page, topic: Topic) -> Iterator[str]:
    """Say how far the talk has come, and what it lacks before a ballot."""
    if topic.discussed_from is None:
        return
    required = page.community.deliberation
    shown = [s for s in page.shelf.statements.of(topic.id) if s.shown]
    count = Counter(s.stance for s in shown)
    yield page.texts("topic-counts", **{str(s): count[s] for s in Stance})
    if topic.status not in TALKED:
        return
    earliest = topic.discussed_from + timedelta(days=required.days)
    talked = {"had": topic.statements, "count": required.statements, "meetings": topic.meetings}
    yield page.texts("topic-needs-talk", at=page.when(earliest), **talked)
    yield page.texts("topic-needs-summary", there="yes" if topic.summarised_at else "no")
    if topic.vital:
        there = "yes" if topic.consultations else "no"
        yield page.texts("topic-needs-consultation", there=there)


def _objections(page: Page, topic: Topic) -> Iterator[str]:
    """List what those directly affected have against it, as far as nobody has met it (E06)."""
    standing_ones = topic.standing_objections
    if standing_ones:
        yield page.texts("topic-objections", count=len(standing_ones))
    for number, each in enumerate(standing_ones[:SAID_NO_MORE], start=1):
        yield page.texts("topic-objection", count=number, text=_words(page, each))
    for each in topic.objections:
        if each.met:
            facts = {"text": _words(page, each), "met": page.gate(each.met, BESIDE)}
            yield page.texts("topic-objection-was-met", **facts)


def _words(page: Page, objection: Objection) -> str:
    return page.gate(objection.text, BESIDE) or page.texts.plain("topic-voice")


def _checklist(page: Page, topic: Topic) -> list[str]:
    """Show the answers of the review to whoever is in office (E03)."""
    review, lines = topic.review, [page.texts("topic-review")]
    if review == Review():
        return [*lines, page.texts("topic-open-question")]
    for field in CHECKS:
        value = getattr(review, field)
        answer = "none" if value is None else ("yes" if value else "no")
        lines.append(page.texts(f"topic-check-{field.replace('_', '-')}", answer=answer))
    level = f"choice-prereview-level-{review.level}" if review.level else "topic-open-question"
    lines.append(page.texts("topic-check-level", answer=page.texts.plain(level)))
    for field in SAID:
        said = page.gate(getattr(review, field), BESIDE)
        answer = said or page.texts.plain("topic-open-question")
        lines.append(page.texts(f"topic-check-{field}", answer=answer))
    return lines


def _public(page: Page, topic: Topic) -> list[list[Button]]:
    if topic.status in SECONDED and topic.proposer != str(THE_CLOCK.id):
        return [[second(page, topic)]]
    return [[speak(page, topic)]] if topic.status is S.DISCUSSION else []


def _taps(page: Page, topic: Topic, viewer: Actor) -> list[list[Button]]:
    """Return what this reader may do now, in private."""
    own = [] if viewer.officer else list(_residents(page, topic))
    leads = list(_leaders(page, topic)) if may(viewer, Verb.LEAD_TOPIC) else []
    given = Given(by=viewer, at=topic.at or LONG_AGO, required=page.community.deliberation)
    steps = [a for a in road.choices(topic, given) if a not in UNPRESSED]
    taken = [button(page, topic, f"topic-action-{a}", a) for a in steps]
    return pairs([*own, *leads, *taken, *_talking(page, topic, viewer)])


def _residents(page: Page, topic: Topic) -> Iterator[Button]:
    if topic.status in SECONDED and topic.proposer not in {
        str(page.delivery.reader),
        str(THE_CLOCK.id),
    }:
        yield second(page, topic)
    if topic.status is S.DISCUSSION:
        yield button(page, topic, "topic-speak", "speak")
    if any(o.person == str(page.delivery.reader) for o in topic.standing_objections):
        yield button(page, topic, "topic-withdraw", "withdraw")


def _leaders(page: Page, topic: Topic) -> Iterator[Button]:
    if topic.status in {S.PRE_REVIEW, S.ADMITTED}:
        yield button(page, topic, "topic-check", "check")
        yield button(page, topic, "topic-elements", "elements")
        if topic.major:
            yield button(page, topic, "topic-study-button", "study")
    if topic.status in RUNNING | {S.NO_CONSENSUS}:
        for number, each in enumerate(topic.standing_objections[:SAID_NO_MORE], start=1):
            yield button(page, topic, "topic-meet", f"meet={each.id}", count=number)
    if topic.status in TALKED:
        yield button(page, topic, "topic-ballot", "ballot")


def _talking(page: Page, topic: Topic, viewer: Actor) -> Iterator[Button]:
    if topic.status is S.DISCUSSION and may(viewer, Verb.ENTER_VOTE):
        yield button(page, topic, "topic-enter", "enter")
    if topic.discussed_from is not None:
        yield button(page, topic, "topic-said-button", "said")

"""What a card says of a topic, line by line, so that it fits into one message."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from governance import nodes
from governance.deliberations import required as rules
from governance.deliberations.statements import SIDES, Stance
from governance.deliberations.states import OVER, TopicAction, TopicStatus
from governance.deliberations.summing import NOBODY, Part
from governance.deliberations.topic import Objection, Review, Topic
from governance.directory import THE_CLOCK
from handlers.views.deliberations import concerned
from handlers.views.deliberations.parts import classes, steps, title
from handlers.views.deliberations.parts import status as standing
from handlers.views.shown import BESIDE, LONGEST, MESSAGE, Page, cut
from services.deliberations.proposing import SECONDED

A, S = TopicAction, TopicStatus
ELEMENTS = ("participants", "question", "form", "timetable", "use")
CHECKS = ("in_scope", "lawful", "already_decided", "personal_data")
SAID = ("affected", "money")
CHECKED = (*(c.replace("_", "-") for c in CHECKS), "level", *SAID)  # as their words are called
TALKED = frozenset({S.DISCUSSION, S.SUMMARY})
SAID_NO_MORE = 6  # objections in full on one card
PARTS = (1, 2, 4, 8)  # into how many parts words are cut, until all of them fit


def text(page: Page, topic: Topic, *, office: bool) -> str:
    """Return a card's text; where it is too long, what people wrote is cut alike everywhere."""
    for less in PARTS:
        lines = [*_lines(page, topic, less), *(_checklist(page, topic, less) if office else ())]
        said = "\n".join(lines)
        if cut(said, MESSAGE) == said:
            break
    return said


def _lines(page: Page, topic: Topic, less: int) -> list[str]:
    return [
        page.texts("topic-heading", number=topic.number, status=standing(page, topic)),
        page.texts("topic-title", title=cut(title(page, topic), LONGEST // 2 // less)),
        *_origin(page, topic),
        *_answered(page, topic, less),
        *_elements(page, topic, less),
        *concerned.lines(page, topic),
        *_talk(page, topic),
        *_objections(page, topic, less),
        page.texts(f"topic-next-{topic.status}"),
    ]


def _origin(page: Page, topic: Topic) -> Iterator[str]:
    """Say where a topic comes from, why it must be talked over, and who stands behind it."""
    required = rules.required(page.community, topic)
    if topic.node:
        yield page.texts("topic-near", name=nodes.name(page.community, topic.node))
    if topic.theme:
        yield page.texts(
            "topic-theme", theme=page.texts.plain(f"choice-lay-topic-theme-{topic.theme}")
        )
    if topic.cases:
        cases = [page.shelf.cases.get(c) for c in topic.cases]
        numbers = " ".join(f"#{case.number}" for case in cases)
        yield page.texts("topic-cases", numbers=numbers, count=len(cases))
    elif topic.lead and page.shelf.actor(int(topic.proposer)).officer:
        yield page.texts("topic-by-committee", who=page.community.called(topic.lead))
    elif topic.idea:
        name = page.shelf.people.get(int(topic.proposer)).name if topic.signed else ""
        yield page.texts("topic-by-idea", name=page.gate(name, BESIDE) or "none")
    else:
        yield page.texts("topic-by-resident")
    yield from _kind(page, topic)
    if topic.criteria:
        yield page.texts("topic-criteria", names=boxes(page, topic))
    if topic.status in SECONDED and topic.proposer != str(THE_CLOCK.id):
        behind = len(page.shelf.topics.seconds(topic.id))
        yield page.texts("topic-seconds", count=behind, most=required.seconds)
    if topic.major and topic.status not in OVER:
        yield _studied(page, topic)


def _kind(page: Page, topic: Topic) -> Iterator[str]:
    """Say what its kind of the catalogue wants: who is heard, what it passes, its end (E02)."""
    found = rules.entry(page.community, topic)
    if found is None or not (found.participants or found.stages or found.result):
        return
    result = f"choice-resolve-form-{found.result}"
    yield page.texts(
        "topic-entry",
        name=page.named(found.names),
        participants=classes(page, found.participants),
        stages=steps(page, found.stages),
        result=page.texts.plain(result) if found.result else "none",
        more="yes" if found.participants or found.stages else "no",
    )


def _studied(page: Page, topic: Topic) -> str:
    if topic.party_studied is None:
        return page.texts("topic-study-none")
    day = topic.party_studied
    key = f"choice-study-conclusion-{topic.party_conclusion}"
    conclusion = _chosen(page, key, topic.party_conclusion)
    return page.texts("topic-study", day=f"{day:%Y-%m-%d}", conclusion=conclusion)


def _answered(page: Page, topic: Topic, less: int) -> Iterator[str]:
    """Say what the committee answered last, or that it did not (N19)."""
    passages = page.shelf.topics.passages(topic.id)
    last = passages[-1] if passages else None
    if last and last.action is A.OVERDUE:
        yield page.texts("topic-overdue", days=page.community.deliberation.review_days)
    if topic.summary and topic.summarised_at:
        yield from summed(page, topic, LONGEST // 6 // less)
    elif last and last.note and last.action not in {A.SUMMARISE, A.RESUBMIT}:
        who = page.community.called(last.officer) if last.officer else "none"
        said = {"action": page.texts.plain(f"topic-action-{last.action}"), "who": who}
        if topic.undeliberated:
            yield untalked(page, topic)
        yield page.texts("topic-answered", note=page.gate(last.note, BESIDE // less), **said)


def summed(page: Page, topic: Topic, longest: int = BESIDE) -> Iterator[str]:
    """Return the summary part by part; what nobody said is said to be so (E05)."""
    if not topic.summing:
        yield page.texts("topic-summary", text=page.gate(topic.summary, longest))
        return
    yield page.texts("topic-summary", text="")
    for part in Part:
        said = topic.summing.get(part, NOBODY)
        words = page.texts.plain("topic-nobody") if said == NOBODY else page.gate(said, longest)
        yield page.texts(f"topic-summary-{part}", text=words)


def untalked(page: Page, topic: Topic) -> str:
    """Say which boxes a matter met that was closed without a talk, or that it met none (E01)."""
    names = boxes(page, topic)
    return page.texts("topic-undeliberated", names=names or "none")


def boxes(page: Page, topic: Topic) -> str:
    """Return why a matter must be talked over, in words; nothing where no box was ticked."""
    names = [page.texts.plain(f"topic-criterion-{c}") for c in sorted(topic.criteria)]
    return page.texts.plain("list-comma").join(names)


def _elements(page: Page, topic: Topic, less: int) -> Iterator[str]:
    """Show the five elements, once all are said; the question only where it is not the title."""
    if not topic.elements.complete:
        return
    for field in ELEMENTS:
        said = getattr(topic.elements, field)
        if field == "question" and said == topic.text:
            continue
        if field == "form":
            said = _chosen(page, f"choice-elements-form-{said}", said)
        value = page.gate(said, BESIDE // less)
        yield page.texts(
            "topic-element", name=page.texts.plain(f"topic-label-{field}"), value=value
        )


def _chosen(page: Page, key: str, said: str) -> str:
    return page.texts.plain(key) if page.texts.has(key) else said


def _talk(page: Page, topic: Topic) -> Iterator[str]:
    """Say how far the talk has come, and what it lacks before a ballot."""
    if topic.discussed_from is None:
        return
    required = rules.required(page.community, topic)
    shown = [s for s in page.shelf.statements.of(topic.id) if s.shown]
    count = Counter(s.stance for s in shown)
    yield page.texts("topic-counts", **{str(s): count[s] for s in SIDES})
    if count[Stance.QUESTION]:
        unanswered = sum(s.stance is Stance.QUESTION and not s.reply for s in shown)
        yield page.texts("topic-questions", count=count[Stance.QUESTION], open=unanswered)
    if topic.status not in TALKED:
        return
    earliest = topic.discussed_from + timedelta(days=required.days)
    talked = {"had": topic.statements, "count": required.statements, "meetings": topic.meetings}
    yield page.texts("topic-needs-talk", at=page.when(earliest), **talked)
    yield page.texts("topic-needs-summary", there="yes" if topic.summarised_at else "no")
    if topic.vital:
        there = "yes" if topic.consultations else "no"
        yield page.texts("topic-needs-consultation", there=there)


def _objections(page: Page, topic: Topic, less: int) -> Iterator[str]:
    """List what those directly affected have against it, as far as nobody has met it (E06)."""
    standing_ones = topic.standing_objections
    if standing_ones:
        yield page.texts("topic-objections", count=len(standing_ones))
    for number, each in enumerate(standing_ones[:SAID_NO_MORE], start=1):
        yield page.texts("topic-objection", count=number, text=_words(page, each, less))
    for each in [o for o in topic.objections if o.met][-SAID_NO_MORE:]:
        facts = {"text": _words(page, each, less), "met": page.gate(each.met, BESIDE // less)}
        yield page.texts("topic-objection-was-met", **facts)


def _words(page: Page, objection: Objection, less: int) -> str:
    return page.gate(objection.text, BESIDE // less) or page.texts.plain("topic-voice")


def _checklist(page: Page, topic: Topic, less: int) -> list[str]:
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
        said = page.gate(getattr(review, field), BESIDE // less)
        answer = said or page.texts.plain("topic-open-question")
        lines.append(page.texts(f"topic-check-{field}", answer=answer))
    return lines

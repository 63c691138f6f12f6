"""What is told of topics in words, lists of them, and what was said to one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from governance import residents
from governance.deliberations import required as rules
from governance.deliberations.statements import OWN_VOICES, Stance, Statement
from governance.deliberations.states import RUNNING, WAITING, TopicStatus
from governance.deliberations.table import LIFECYCLE
from governance.deliberations.topic import Topic, unpassed
from governance.meetings.meeting import TOGETHER
from governance.notices import Fact
from governance.powers import Verb, may
from handlers.buttons import VerbPress
from handlers.views.deliberations.lines import summed, untalked
from handlers.views.deliberations.parts import (
    LETTER,
    begun,
    button,
    classes,
    line,
    short,
    speak,
    status,
    steps,
)
from handlers.views.shown import (
    BESIDE,
    CAPTION,
    LONGEST,
    MESSAGE,
    Button,
    Page,
    Shown,
    cut,
    fitting,
    newest,
    pairs,
)
from services import near
from services.deliberations.looking import LISTED

TOLD = (
    "topic-objection-met",
    *(f"topic-told-{r}-{s.action}" for s in LIFECYCLE.steps for r in s.tells),
)
SUMMED = "topic-told-resident-summarise"
REPLIED_AT_ONCE = 8  # buttons under one list
SHORTER = (600, 300)  # characters of each statement and answer, until all of them fit


def _topic(page: Page) -> Topic:
    return page.shelf.topics.get(int(page.delivery.facts["topic"] or 0))


def told(page: Page) -> Shown:
    """Say words about a topic, with the way to it."""
    topic = _topic(page)
    facts = page.spoken(page.delivery.facts)
    facts["by"] = page.community.called(str(page.delivery.facts.get("by") or "")) or "none"
    parts: list[str] = []
    if page.delivery.key == SUMMED and topic.summing:
        _heading, *parts = summed(page, topic)  # the words are heading enough
        facts["note"] = ""
    said = page.texts(page.delivery.key, title=short(page, topic), **facts)
    text = "\n".join([said.rstrip(), *parts])
    if page.in_residents_group:
        open_now = topic.status is TopicStatus.DISCUSSION
        return Shown(text=text, buttons=[[speak(page, topic)]] if open_now else [])
    return Shown(text=text, buttons=[[button(page, topic, "topic-open", "open")]])


def listing(page: Page) -> Shown:
    """List the topics: those that run first, then those that wait; the settled behind them."""
    found = page.shelf.topics.standing(LISTED)
    chat, reader = page.delivery.address.chat, page.delivery.reader
    seen = [t for t in found if near.sees(page.shelf, t, reader, chat)]
    ordered = sorted(seen, key=lambda t: (t.status not in RUNNING, t.status in WAITING, t.id))
    lines = [
        page.texts(
            "topics-line",
            number=t.number,
            title=short(page, t),
            status=status(page, t),
        )
        for t in ordered
    ]
    head = _counted(page, found, seen) if seen else page.texts("topics-none")
    rows = pairs([_opens(page, t) for t in ordered]) if not page.in_residents_group else []
    return Shown(text=fitting([head, *_how(page)], lines), buttons=rows)


def _counted(page: Page, found: Iterable[Topic], seen: Iterable[Topic]) -> str:
    """Say how many run of how many at most; of others, where listed, that they do not count."""
    running = sum(t.status in RUNNING for t in found)
    others = sum(t.status not in RUNNING for t in seen)
    return page.texts(
        "topics", running=running, most=page.community.deliberation.open_at_once, others=others
    )


def _how(page: Page) -> list[str]:
    """Say how to see and propose one; what only neighbours do is told to them, and to a group."""
    own = residents.primary(page.shelf.residents.of(page.delivery.reader))
    near_by = [page.texts("topics-near")] if own or page.in_residents_group else []
    return [page.texts("topics-how"), *near_by]


def _opens(page: Page, topic: Topic) -> Button:
    words = page.texts.plain("topic-number", number=topic.number)
    return Button(words, VerbPress(LETTER, topic.id, "open").data)


def lacking(page: Page) -> Shown:
    """Say in plain words what a topic lacks before a ballot (E05)."""
    topic = _topic(page)
    required = rules.required(page.community, topic)
    missing = str(page.delivery.facts["missing"]).split(",")
    facts: dict[str, Fact] = {
        "days": required.days,
        "count": required.statements,
        "had": topic.statements,
        "own": OWN_VOICES,
        "heads": TOGETHER,
        "from": page.when(topic.discussed_from) if topic.discussed_from else "none",
    }
    facts |= {
        "stages": steps(page, unpassed(topic, required)),
        "participants": classes(page, required.participants - topic.heard),
    }
    lines = [page.texts(f"topic-lacks-{each}", **facts) for each in missing]
    head = page.texts("topic-lacking", number=topic.number, title=short(page, topic))
    return Shown(text="\n".join([head, *lines]))


def statements(page: Page) -> Shown:
    """Show statements that were just made, under their topic in the group."""
    topic, facts = _topic(page), page.delivery.facts
    first, last = int(facts["first"] or 0), int(facts["last"] or 0)
    found = [s for s in page.shelf.statements.of(topic.id) if first <= s.number <= last]
    voice = next((s.voice for s in found if s.voice), "")
    for longest in (LONGEST, *SHORTER):
        text = _said(page, topic, found, longest)
        if cut(text, CAPTION if voice else MESSAGE) == text:
            break
    open_now = topic.status is TopicStatus.DISCUSSION
    return Shown(
        text=text,
        buttons=[[speak(page, topic)]] if open_now else [],
        file=("voice", voice) if voice else ("", ""),
    )


def _said(page: Page, topic: Topic, found: Sequence[Statement], longest: int) -> str:
    head = page.texts("topic-number", number=topic.number)
    lines = [head, "\n\n".join(line(page, s, longest) for s in found)]
    if any(len(words) > longest for s in found for words in (s.text, s.reply)):
        lines.append(page.texts("topic-said-whole", number=topic.number))
    return "\n".join(lines)


def reply(page: Page) -> Shown:
    """Show the organiser's answer in the group, with the beginning of what it answers."""
    topic, facts = _topic(page), page.delivery.facts
    found = page.shelf.statements.numbered(topic.id, int(facts["first"] or 0))
    return Shown(
        text=page.texts(
            "topic-reply",
            number=topic.number,
            count=found.number,
            by=page.community.called(str(facts["by"] or "")),
            stance=page.texts.plain(f"choice-speak-stance-{found.stance}"),
            said=begun(page.all(found.text)) or page.texts.plain("topic-voice"),
            text=page.gate(found.reply),
        )
    )


def replied(page: Page) -> Shown:
    """Tell whoever made a statement its answer, in private, with the way to the whole of it."""
    topic, facts = _topic(page), page.delivery.facts
    found = page.shelf.statements.numbered(topic.id, int(facts["first"] or 0))
    text = page.texts(
        # his own phone does not tell which of those without a name is his
        "topic-replied-hidden" if found.hidden else "topic-replied",
        number=topic.number,
        title=short(page, topic),
        count=found.number,
        by=page.community.called(str(facts["by"] or "")),
        stance=page.texts.plain(f"choice-speak-stance-{found.stance}"),
        said=begun(page.all(found.text)) or page.texts.plain("topic-voice"),
        text=page.gate(found.reply, BESIDE),
    )
    return Shown(text=text, buttons=[[button(page, topic, "topic-said-button", "said")]])


def said(page: Page) -> Shown:
    """Show what was said to a topic, the newest; whoever leads it may answer what nobody did."""
    topic, until = _topic(page), int(page.delivery.facts.get("until") or 0)
    every = [s for s in page.shelf.statements.of(topic.id) if s.shown]
    head = page.texts("topic-said", number=topic.number, count=len(every))
    shown = [s for s in every if not until or s.number <= until]
    viewer = page.shelf.actor(page.delivery.reader)
    leads = may(viewer, Verb.LEAD_TOPIC)
    open_ones = [s for s in shown if leads and not s.reply]
    # the newest, and questions before all that wants no answer
    open_ones.sort(key=lambda s: s.stance is Stance.QUESTION)
    rows = pairs([_answer(page, s) for s in open_ones[-REPLIED_AT_ONCE:]])
    lines = newest([head], [line(page, s) for s in shown])
    if older := shown[: len(shown) - len(lines)]:
        words = page.texts.plain("topic-said-older", count=len(older))
        rows.append([Button(words, VerbPress(LETTER, topic.id, f"said={older[-1].number}").data)])
    return Shown(text="\n".join([head, *lines]), buttons=rows)


def history(page: Page) -> Shown:
    """List the steps of a topic, with who took them and why; the closed-untalked by its boxes."""
    topic = _topic(page)
    head = [page.texts("topic-history", number=topic.number, title=short(page, topic))]
    if topic.undeliberated:
        head.append(untalked(page, topic))
    steps = [
        page.texts(
            "topic-passage",
            at=page.when(p.at),
            action=page.texts.plain(f"topic-action-{p.action}"),
            who=page.community.called(p.officer) if p.officer else "none",
            note=page.gate(p.note, BESIDE) or "none",
        )
        for p in page.shelf.topics.passages(topic.id)
    ]
    back = [[button(page, topic, "topic-open", "open")]] if not page.in_residents_group else []
    return Shown(text=fitting(head, steps), buttons=back)


def reminder(page: Page) -> Shown:
    """Say in the group from when a talk may be summed up, with the way to speak."""
    topic = _topic(page)
    until = datetime.fromtimestamp(int(page.delivery.facts["until"] or 0) / 1000, UTC)
    at, title = page.when(until), short(page, topic)
    open_now = topic.status is TopicStatus.DISCUSSION
    rows = [[speak(page, topic)]] if open_now else []
    return Shown(
        text=page.texts("topic-reminder", number=topic.number, title=title, at=at), buttons=rows
    )


def roundup(page: Page) -> Shown:
    """Say in a few lines how much was newly said, on which side and what was answered (E16)."""
    topic, facts = _topic(page), page.delivery.facts
    first, last = int(facts["first"] or 0), int(facts["last"] or 0)
    every = page.shelf.statements.of(topic.id)
    sides = Counter(s.stance for s in every if first <= s.number <= last)
    shown: dict[str, Fact] = {str(s): sides[s] for s in Stance}
    said = {"first": first, "last": last, "count": sides.total(), "replies": facts["replies"]}
    heading = page.texts("topic-roundup", number=topic.number, title=short(page, topic))
    lines = [heading, page.texts("topic-roundup-said", **shown, **said)]
    if topic.status is not TopicStatus.DISCUSSION:
        return Shown(text="\n".join(lines))
    lines.append(page.texts("topic-roundup-how"))
    return Shown(text="\n".join(lines), buttons=[[speak(page, topic)]])


def thread(page: Page) -> Shown:
    """Return the name of a topic's thread: its number and the beginning of its title."""
    topic = page.shelf.topics.get(int(page.delivery.facts["matter"] or 0))
    title = short(page, topic)
    return Shown(text=page.texts.plain("topic-thread", number=topic.number, title=title))


def _answer(page: Page, statement: Statement) -> Button:
    words = page.texts.plain("topic-answer", count=statement.number)
    # by its number: the row id follows the order of writing, which a shuffled batch hides
    return Button(words, VerbPress(LETTER, statement.topic, f"answer={statement.number}").data)

"""What every view of a topic is made of."""

from collections.abc import Iterable

from governance.deliberations.statements import Statement
from governance.deliberations.topic import Topic
from governance.notices import Fact
from handlers.buttons import VerbPress
from handlers.views.shown import BESIDE, LONGEST, Button, Page, cut

LETTER = "t"
SHORT = 60  # characters of a title in a list


def title(page: Page, topic: Topic) -> str:
    """Return what a topic is about: its own words, else what the cases it grew from have said."""
    if topic.text or topic.elements.question:
        return page.all(topic.text or topic.elements.question)
    case = page.shelf.cases.get(topic.cases[0])
    names = {b.key: b.name for b in page.community.buildings}
    return page.texts.plain(
        "topic-from-cases",
        place=names.get(case.building or "", page.texts.plain("place-unknown")),
        category=page.category(case.category),
        count=len(topic.cases),
    )


def short(page: Page, topic: Topic) -> str:
    """Return the beginning of a title, in one line."""
    return begun(title(page, topic))


def begun(text: str) -> str:
    """Return the first words of a text, in one line."""
    return cut(" ".join(text.split()), SHORT)


def status(page: Page, topic: Topic) -> str:
    """Return where a topic stands, in words."""
    return page.texts.plain(f"topic-status-{topic.status}")


def steps(page: Page, found: Iterable[str]) -> str:
    """Return what a kind of matter must pass, in one line; a dash for nothing."""
    return _listed(page, (f"topic-step-{each}" for each in sorted(found)))


def classes(page: Page, found: Iterable[str]) -> str:
    """Return who must be heard, in one line; a dash for nobody."""
    return _listed(page, (f"participant-{each}" for each in sorted(found)))


def _listed(page: Page, words: Iterable[str]) -> str:
    return page.texts.plain("list-comma").join(map(page.texts.plain, words)) or "—"


def button(page: Page, topic: Topic, words: str, verb: str, **facts: Fact) -> Button:
    """Return a button under a topic."""
    return Button(page.texts.plain(words, **facts), VerbPress(LETTER, topic.id, verb).data)


def second(page: Page, topic: Topic) -> Button:
    """Return the button that counts a household, with how many there are."""
    behind = len(page.shelf.topics.seconds(topic.id))
    return button(page, topic, "topic-second", "second", count=behind)


def speak(page: Page, topic: Topic) -> Button:
    """Return the button that leads from the group into the private talk."""
    url = f"https://t.me/{page.bot}?start=t_{topic.id}"
    return Button(page.texts.plain("topic-speak"), url=url)


def line(page: Page, statement: Statement, longest: int = LONGEST) -> str:
    """Return a numbered statement as the group reads it, with the organiser's reply.

    Of each is left so much, in characters.
    """
    who = {"name": "", "by": "none"}
    if statement.entered_by:
        who["by"] = page.community.called(statement.entered_by)
    elif not statement.hidden:
        who["name"] = page.gate(page.shelf.people.get(statement.person).name, BESIDE)
    said = page.texts(
        "topic-statement",
        number=statement.number,
        stance=page.texts.plain(f"choice-speak-stance-{statement.stance}"),
        affected="yes" if statement.affected else "no",
        name=who["name"] or "none",
        by=who["by"],
        office=page.offices([statement.office]) if statement.office else "none",
        text=page.gate(statement.text, longest) or page.texts.plain("topic-voice"),
    )
    if not statement.reply:
        return said
    return (
        f"{said}\n{page.texts('topic-statement-reply', text=page.gate(statement.reply, longest))}"
    )

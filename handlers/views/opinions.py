"""Statements put to a resident, and the map of what all of them say."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from governance.deliberations.charts import Chart, Grouping, readable
from governance.deliberations.opinions import Answer, Leaning
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from governance.notices import Fact
from handlers.buttons import VerbPress
from handlers.views.shown import Button, Page, Shown, fitting
from services.opinions import asking, packing

LETTER = "o"
BEGIN = "begin"
TITLE, QUOTED = 60, 120  # characters of a topic, of a statement on the map
EPOCH = datetime.fromtimestamp(0, UTC)


def ask(page: Page) -> Shown:
    """Show the next statement with three buttons, or say that it is enough."""
    _, topic, person = page.delivery.subject.split(":")
    asked = asking.question(page.shelf, int(topic), int(person), page.delivery.at or EPOCH)
    known = _known(page, asked.topic)
    if asked.topic.status is not TopicStatus.DISCUSSION:
        return Shown(text=page.texts("opinion-over", **known))
    if asked.statement is None:
        return Shown(text=page.texts("opinion-all", **known))
    if asked.enough:
        return Shown(text=page.texts("opinion-enough", **known))
    said: dict[str, Fact] = {
        "statement": asked.statement.number,
        "text": page.gate(asked.statement.text),
        "turn": asked.answered + 1,
        "most": asked.most,
    }
    answers = [
        Button(
            page.texts.plain(f"opinion-answer-{answer}"),
            # by its number: the row id follows the order of writing, which a shuffled batch hides
            VerbPress(LETTER, asked.topic.id, f"{answer}={asked.statement.number}").data,
        )
        for answer in Answer
    ]
    return Shown(text=page.texts("opinion-ask", **known, **said), buttons=[answers])


def chart(page: Page) -> Shown:
    """Show what all groups share and where they differ, and the way to say something oneself."""
    facts = page.delivery.facts
    topic = page.shelf.topics.get(int(facts["topic"] or 0))
    told = packing.unpack(str(facts["map"]))
    head = [page.texts("opinion-map", **_known(page, topic), count=told.people)]
    lines = _Lines(page, topic.id, told)
    body = lines.all() if told.tells else [page.texts("opinion-none")]
    body += [page.texts("opinion-thin", count=told.thin)] if told.thin else []
    text = fitting(head, [*body, page.texts("opinion-limits")])
    discussed = topic.status is TopicStatus.DISCUSSION
    return Shown(text=text, buttons=[[_begin(page, topic.id)]] if discussed else [])


def _known(page: Page, topic: Topic) -> dict[str, Fact]:
    return {"number": topic.number, "title": page.gate(topic.text, TITLE)}


def _begin(page: Page, topic: int) -> Button:
    """Return the way to the statements: a link in a group, a press in private."""
    label = page.texts.plain("opinion-begin")
    if page.delivery.address.chat > 0:
        return Button(label, VerbPress(LETTER, topic, BEGIN).data)
    return Button(label, url=f"https://t.me/{page.bot}?start=o_{topic}")


class _Lines:
    """The lines of a map, in the reader's words."""

    def __init__(self, page: Page, topic: int, told: Chart) -> None:
        self._page, self._told = page, told
        self._texts = {s.number: s.text for s in readable(page.shelf.statements.of(topic))}

    def all(self) -> list[str]:
        """Return everything that may be shown, heading by heading."""
        told = self._told
        by = [self._say(f"opinion-by-{told.by}", groups=self._sizes())] if told.sizes else []
        return [
            *by,
            *self._part("opinion-shared", told.shared),
            *self._divided(),
            *self._part("opinion-together", told.together),
            *(
                line
                for key, leanings in told.typical.items()
                for line in self._part("opinion-typical", leanings, group=self._name(key))
            ),
        ]

    def _part(self, heading: str, leanings: Mapping[int, Leaning], **facts: Fact) -> list[str]:
        lines = [
            self._say(f"opinion-line-{leaning}", **self._quoted(number))
            for number, leaning in leanings.items()
            if number in self._texts  # what was let go of since is not said any more
        ]
        return [self._say(heading, **facts), *lines] if lines else []

    def _divided(self) -> list[str]:
        lines = [
            self._say("opinion-differs", **self._quoted(number), sides=self._sides(leanings))
            for number, leanings in self._told.divided.items()
            if number in self._texts
        ]
        return [self._say("opinion-divided"), *lines] if lines else []

    def _sides(self, leanings: Mapping[str, Leaning]) -> str:
        return self._listed(
            self._plain(f"opinion-side-{leaning}", group=self._name(key))
            for key, leaning in leanings.items()
        )

    def _sizes(self) -> str:
        return self._listed(
            self._plain("opinion-size", group=self._name(key), count=count)
            for key, count in self._told.sizes.items()
        )

    def _quoted(self, number: int) -> dict[str, Fact]:
        return {"statement": number, "text": self._page.gate(self._texts[number], QUOTED)}

    def _name(self, key: str) -> str:
        """Return how a group is called; the key where the file no longer has it."""
        here = self._page.community
        names = {
            Grouping.GRID: {grid.key: grid.name for grid in here.grids},
            Grouping.BUILDING: {building.key: building.name for building in here.buildings},
            Grouping.VIEWS: {key: self._plain("opinion-group", group=key)},
        }
        return names[self._told.by].get(key, key)

    def _listed(self, parts: Iterable[str]) -> str:
        return self._plain("list-comma").join(parts)

    def _say(self, key: str, **facts: Fact) -> str:
        return self._page.texts(key, **facts)

    def _plain(self, key: str, **facts: Fact) -> str:
        return self._page.texts.plain(key, **facts)

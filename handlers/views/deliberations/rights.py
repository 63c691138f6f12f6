"""How the four rights look: in plain words, each with its button or the reason why not now."""

from collections.abc import Iterator

from governance.ballots.states import BallotAction
from governance.deliberations.rights import Right, Way
from governance.deliberations.topic import Topic
from governance.notices import Fact
from governance.resolutions.states import ResolutionAction
from handlers.buttons import VerbPress
from handlers.views.ballots.parts import LETTER as BALLOT
from handlers.views.deliberations.parts import LETTER, short, status
from handlers.views.shown import Button, Page, Shown, pairs

LINK = "ri"  # before the topic's id in the word of a link
RESOLUTION = "v"
# of these there is nothing to press
BARRED = frozenset({Way.SECONDED, Way.VERIFY, Way.OFF_ROLL, Way.NOT_YET, Way.OVER})
PRESSED = {
    Way.OPEN: "open",
    Way.READ: "said",
    Way.STEPS: "history",
    Way.SECOND: "second",
    Way.SPEAK: "speak",
}


def here(page: Page) -> Shown:
    """Say in a group what the four rights are; what they come to for one reader is his alone."""
    topic = int(page.delivery.facts["topic"] or 0)
    url = f"https://t.me/{page.bot}?start={LINK}{topic}"
    button = Button(page.texts.plain("my-rights-button"), url=url)
    return Shown(text=page.texts("my-rights"), buttons=[[button]])


def inside(page: Page) -> Shown:
    """Say what each right comes to in a topic, for whoever reads this."""
    topic = page.shelf.topics.get(int(page.delivery.facts["topic"] or 0))
    facts: dict[str, Fact] = {"number": topic.number, "status": status(page, topic)}
    lines = [page.texts("my-rights-in", title=short(page, topic), **facts)]
    buttons: list[Button] = []
    for right in Right:
        found = [Way(way) for way in str(page.delivery.facts[right]).split(",")]
        told = " ".join(page.texts(f"my-rights-way-{way}") for way in found)
        lines.append(page.texts(f"my-rights-{right}", told=told))
        buttons += [button for way in found for button in _buttons(page, topic, way)]
    return Shown(text="\n".join([*lines, page.texts("my-rights-more")]), buttons=pairs(buttons))


def _buttons(page: Page, topic: Topic, way: Way) -> Iterator[Button]:
    if verb := PRESSED.get(way):
        yield _button(page, way, VerbPress(LETTER, topic.id, verb))
    elif way in {Way.VOTE, Way.CONTEST}:
        verb = "open" if way is Way.VOTE else str(BallotAction.CONTEST)
        for ballot in str(page.delivery.facts[way]).split(","):
            yield _button(page, way, VerbPress(BALLOT, int(ballot), verb))
    elif way is Way.OBJECT:
        resolution = int(page.delivery.facts[way] or 0)
        yield _button(page, way, VerbPress(RESOLUTION, resolution, ResolutionAction.OBJECT))


def _button(page: Page, way: Way, press: VerbPress) -> Button:
    return Button(page.texts.plain(f"my-rights-do-{way}"), press.data)

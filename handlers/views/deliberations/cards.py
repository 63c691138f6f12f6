"""How a topic looks: to everybody in the group, to its proposer, to those who lead or check it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from governance.deliberations import advance as road
from governance.deliberations.advance import Given
from governance.deliberations.holding import HELD
from governance.deliberations.states import RUNNING, TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.directory import THE_CLOCK, Actor
from governance.powers import Verb, may
from handlers.views.ballots.parts import new as new_ballot
from handlers.views.deliberations import concerned
from handlers.views.deliberations.lines import SAID_NO_MORE, TALKED, text
from handlers.views.deliberations.parts import button, second, speak
from handlers.views.shown import Button, Page, Shown, pairs
from services import near
from services.deliberations.proposing import SECONDED

A, S = TopicAction, TopicStatus
REVIEWED = frozenset({S.PRE_REVIEW, S.RETURNED, S.ADMITTED})
# a ballot tells its topic itself; the button for one says what is missing; who drafts a resolution
# resolves it, and its being in force concludes it
UNPRESSED = frozenset({A.POLL, A.CARRY, A.FAIL, A.LACK, A.RESOLVE, A.CONCLUDE, A.EVALUATE})
LONG_AGO = datetime.min.replace(tzinfo=UTC)  # no choice depends on the time


def card(page: Page) -> Shown:
    """Show a topic as it stands."""
    return _shown(page, page.shelf.topics.get(int(page.delivery.subject.split(":")[1])))


def status(page: Page) -> Shown:
    """Show a topic to whoever asked for it by its number."""
    return _shown(page, page.shelf.topics.get(int(page.delivery.facts["topic"] or 0)))


def _shown(page: Page, topic: Topic) -> Shown:
    if page.delivery.address.chat < 0:
        return Shown(text=text(page, topic, office=False), buttons=_public(page, topic))
    viewer = page.shelf.actor(page.delivery.reader)
    office = topic.status in REVIEWED and bool(viewer.officer and road.roles_in(topic, viewer))
    return Shown(text=text(page, topic, office=office), buttons=_taps(page, topic, viewer))


def _public(page: Page, topic: Topic) -> list[list[Button]]:
    if topic.status in SECONDED and topic.proposer != str(THE_CLOCK.id):
        return [[second(page, topic)]]
    return [[speak(page, topic)]] if topic.status is S.DISCUSSION else []


def _taps(page: Page, topic: Topic, viewer: Actor) -> list[list[Button]]:
    """Return what this reader may do now, in private."""
    # an officer has the group's buttons; among neighbours without a group, those of a neighbour
    lives = topic.node and near.lives(page.shelf, topic, page.delivery.reader)
    own = [] if viewer.officer and not lives else list(_residents(page, topic))
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
    yield from concerned.taps(page, topic)
    if topic.status in (RUNNING | {S.NO_CONSENSUS}) - {S.POLLING}:
        for number, each in enumerate(topic.standing_objections[:SAID_NO_MORE], start=1):
            yield button(page, topic, "topic-meet", f"meet={each.id}", count=number)
    if topic.status in TALKED:
        yield button(page, topic, "topic-ballot", "ballot")
    if topic.status in HELD:
        yield new_ballot(page, topic)


def _talking(page: Page, topic: Topic, viewer: Actor) -> Iterator[Button]:
    if topic.status is S.DISCUSSION and may(viewer, Verb.ENTER_VOTE):
        yield button(page, topic, "topic-enter", "enter")
    if topic.discussed_from is not None:
        yield button(page, topic, "topic-said-button", "said")
    if topic.discussed_from is not None or topic.undeliberated:
        yield button(page, topic, "topic-history-button", "history")

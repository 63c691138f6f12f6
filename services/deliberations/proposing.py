"""From what a neighbour wants talked over to a topic with a number, and who seconds it (E22)."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from governance import nodes, powers
from governance.deliberations import forms, groups
from governance.deliberations.statements import Second
from governance.deliberations.states import TopicAction, TopicStatus
from governance.deliberations.topic import Topic
from governance.dialogues import Dialogue, DialogueKind
from governance.households import Household
from governance.nodes import Reach
from governance.notices import Priority
from governance.powers import Verb
from governance.refusals import NotAllowed, Refusal
from services import deliveries, near, talks
from services.deliberations import acting, telling
from services.hearing import Asked, Heard
from services.ports import Shelf, Work

S = TopicStatus
SECONDED = (S.PROPOSED, S.PRE_REVIEW, S.RETURNED)  # where support still counts
NOTHING: Mapping[str, str] = MappingProxyType({})
MOST_WAITING = 2  # proposals of one person that wait at a time


def household(shelf: Shelf, person: int, node: str = nodes.EVERYBODYS) -> Household:
    """Return for which household somebody speaks; Refusal for whoever was not met there (A12)."""
    found = near.home(shelf, person, node)
    if found is None:
        raise Refusal("refusal-topic-verified")
    return found


def suggest(work: Work, heard: Heard) -> Dialogue:
    """Ask in private for a bright idea, and whether the group may know whose it is (B21)."""
    return begin(work, heard, DialogueKind.IDEA)


def begin(
    work: Work,
    heard: Heard,
    kind: DialogueKind = DialogueKind.PROPOSE,
    known: Mapping[str, str] = NOTHING,
) -> Dialogue:
    """Ask in private what is to be talked over; words said with the command are kept."""
    household(work, work.by.id)
    waiting = [t for t in work.topics.standing(SECONDED) if t.proposer == str(work.by.id)]
    if len(waiting) >= MOST_WAITING:
        raise Refusal("refusal-topic-waiting")
    return _open(work, kind, heard, **known, **_words(heard))


def nearby(work: Work, heard: Heard) -> Dialogue:
    """Ask in private what the neighbours of one building or grid are to talk over (A11)."""
    there = nodes.buildings(work.community, nodes.EVERYBODYS)  # one may have left the file
    homes = [home for home in near.homes(work, work.by.id) if home in there]
    if not homes:
        raise Refusal("refusal-topic-verified")
    own = {"homes": ",".join(homes)} if len(homes) > 1 else {"building": homes[0]}
    return begin(work, heard, known={"reaches": forms.NEAR, **own})


def lay(work: Work, heard: Heard) -> Dialogue:
    """Let the committee bring a matter before everybody, a group's head before his own (E01)."""
    known = {"groups": ",".join(_groups(work))}
    sort = catalogue(work, heard.text)
    return _open(work, DialogueKind.LAY_TOPIC, heard, **known, **sort, **_words(heard))


def _groups(work: Work) -> tuple[str, ...]:
    """Return the groups before which alone somebody brings a matter: none for the committee's."""
    found = groups.own(work.community, work.by)
    if powers.may(work.by, Verb.LEAD_TOPIC) or not found:
        powers.require(work.by, Verb.LEAD_TOPIC)
        return ()
    return found


def catalogue(shelf: Shelf, text: str) -> dict[str, str]:
    """Return what is known of a matter's kind: the only answer, or the one its words speak for."""
    if not shelf.community.catalogue:
        return {"entry": forms.OTHER}
    return {"likely": forms.likely(text, shelf.community)}


def _words(heard: Heard) -> dict[str, str]:
    forms.brief(heard.text)
    return {"text": heard.text} if heard.text else {}


def _open(work: Work, kind: DialogueKind, heard: Heard, **known: str) -> Dialogue:
    data: dict[str, str | int | None] = dict(known)
    talk = talks.open_form(work, kind, 0, **data)
    if "text" in known and kind is not DialogueKind.LAY_TOPIC:  # nothing more may be asked
        talk = work.dialogues.save(talks.timed(work, talk, group(work, talk)))
    if heard.in_group:
        here = Asked(chat=heard.chat, message=heard.message, topic=heard.topic).address
        deliveries.come_private(work, here, reader=work.by.id, token=talk.token)
    return talk


def group(work: Work, talk: Dialogue) -> int:
    """Return the group that is shown a proposal; 0 where nothing is known of one."""
    if talk.text("reaches") == forms.NEAR and not talk.text("reach"):
        return 0
    behind = near.home(work, work.by.id, _named(work, talk))
    if behind is None:
        return 0
    node = nodes.node(work.community, talk.text("reach"), behind.building)
    chat = near.meets(work, node)
    return chat.id if chat else 0


def _named(work: Work, talk: Dialogue) -> str:
    own = talk.text("building")
    return nodes.node(work.community, Reach.BUILDING, own) if own else nodes.EVERYBODYS


def proposed(work: Work, talk: Dialogue) -> Topic:
    """Make a neighbour's proposal public; his own household is the first that seconds it.

    Of several homes it is the one that he named.
    """
    behind = household(work, work.by.id, _named(work, talk))
    fresh = Topic(
        proposer=str(work.by.id),
        text=talk.text("text"),
        criteria=frozenset(),
        idea=talk.kind is DialogueKind.IDEA,
        signed=talk.text("name") == forms.OPEN,
        node=nodes.node(work.community, talk.text("reach"), behind.building),
    )
    topic = _made(work, fresh)
    _second(work, topic, behind)
    telling.public(work, topic)
    work.dialogues.save(replace(talk, data={**talk.data, talks.WAITS: telling.waits(work, topic)}))
    telling.card(work, topic, work.by.id, Priority.ANSWER)
    if topic.node:
        telling.from_afar(work, topic)
    telling.leaders(work, topic)
    return _counted(work, topic)


def laid(work: Work, talk: Dialogue) -> Topic:
    """Bring a matter before everybody; it goes into review at once. Refusal without a reason."""
    mine, grid = _groups(work), talk.text("grid")
    if mine and grid not in mine:
        raise NotAllowed("refusal-execute")
    criteria = forms.criteria(talk)
    if not criteria:
        raise Refusal("refusal-topic-criteria")
    fresh = Topic(
        proposer=str(work.by.id),
        lead=work.by.officer,
        text=talk.text("text"),
        criteria=criteria,
        node=groups.node(grid) if mine else nodes.EVERYBODYS,
        theme=talk.text("theme") if mine else "",
    )
    topic = _made(work, sorted_in(work, fresh, talk))
    telling.card(work, topic, work.by.id, Priority.ANSWER)
    return acting.by_clock(work, topic.id, TopicAction.REVIEW)


def sorted_in(work: Work, topic: Topic, talk: Dialogue) -> Topic:
    """Return a topic with what its entry of the catalogue says of it (E02)."""
    found = forms.entry(work.community, talk)
    if found is None:
        return replace(topic, entry="")
    return replace(
        topic,
        entry=found.key,
        major=found.major,
        vital=found.vital,
        reserved=found.reserved,
    )


def _made(work: Work, topic: Topic) -> Topic:
    topic = work.topics.add(replace(topic, at=work.now))
    detail = {"text": topic.text, "criteria": sorted(topic.criteria), "entry": topic.entry}
    work.note("propose", f"topic:{topic.id}", detail)
    return topic


def second(work: Work, topic_id: int) -> bool:
    """Count a household behind a proposal once, and nobody for two; say whether it is new."""
    topic = near.among(work, work.topics.get(topic_id))
    if topic.status not in SECONDED:
        raise Refusal("refusal-topic-seconding")
    behind = household(work, work.by.id, topic.node)
    spoke = any(s.person == work.by.id for s in work.topics.seconds(topic.id))
    first = not spoke and _second(work, topic, behind)
    if first:
        _counted(work, topic)
        telling.redraw(work, topic)
    return first


def _second(work: Work, topic: Topic, behind: Household) -> bool:
    return work.topics.second(
        Second(topic=topic.id, household=str(behind), person=work.by.id, at=work.now)
    )


def _counted(work: Work, topic: Topic) -> Topic:
    """Put a proposal before the committee once enough households stand behind it."""
    if topic.status is S.PROPOSED and acting.enough(work, topic):
        return acting.by_clock(work, topic.id, TopicAction.REVIEW)
    return topic


class Briefly(talks.Filled):
    """A talk whose words stand on a card that everybody reads: a sentence or two."""

    __slots__ = ()

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Take words; Refusal where they are too many."""
        forms.brief(heard.text)
        return super().hear(work, dialogue, heard)


PROPOSE = Briefly(forms.PROPOSE, proposed, group)
IDEA = Briefly(forms.IDEA, proposed, group)
LAY = Briefly(forms.LAY, laid)

"""The opinion map of a topic: by grid or building, and from forty people on by views."""

from governance import residents
from governance.deliberations import charts
from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import Said
from governance.deliberations.states import TopicStatus
from governance.deliberations.topic import Topic
from governance.notices import Delivery, Fact, Kind
from governance.refusals import Refusal
from governance.residents import Resident
from services import deliveries
from services.hearing import Asked
from services.opinions import packing
from services.ports import Shelf, Work

MAP = "map"  # what an enquiry is about: the groups of like views are reckoned elsewhere


def ask(work: Work, number: int, asked: Asked) -> None:
    """Show the map of a topic, 0 for the only one that is talked over.

    Refusal to a stranger in private, or where it cannot be known which topic is meant.
    """
    known = work.by.officer or residents.primary(work.residents.of(work.by.id))
    if asked.chat > 0 and not known:
        raise Refusal("refusal-opinion-resident")
    topic = work.topics.numbered(number) if number else _only(work)
    if charts.joined(work.statements.said(topic.id)):
        _enquire(work, topic, asked)
    else:
        show(work, topic.id, "", asked)


def _only(work: Work) -> Topic:
    found = work.topics.standing([TopicStatus.DISCUSSION])
    if len(found) != 1:
        raise Refusal("refusal-opinion-topic")
    return found[0]


def _enquire(work: Work, topic: Topic, asked: Asked) -> None:
    """Have the groups reckoned in a process of its own; the answer comes in by the inbox."""
    facts: dict[str, Fact] = {"about": MAP, "matter": topic.id}
    here = asked.address
    work.tell(
        Delivery(key="enquiry", kind=Kind.ENQUIRY, address=here, reader=work.by.id, facts=facts)
    )


def show(work: Work, topic_id: int, reckoned: str, asked: Asked) -> None:
    """Tell the map as it was reckoned; by what everybody knows of people where it was not."""
    topic = work.topics.get(topic_id)
    told = reckoned or packing.pack(known(work, topic))
    facts: dict[str, Fact] = {"topic": topic.id, "map": told}
    deliveries.notice(work, "opinion-map", asked.address, reader=work.by.id, facts=facts)


def known(shelf: Shelf, topic: Topic) -> Chart:
    """Return the map by grid; by building where only one grid has answered."""
    said = shelf.statements.said(topic.id)
    homes = _homes(shelf, said)
    grids = {person: shelf.community.grid_of(home).key for person, home in homes.items()}
    if len(set(grids.values())) > 1:
        return charts.chart(said, grids, Grouping.GRID)
    return charts.chart(said, homes, Grouping.BUILDING)


def _homes(shelf: Shelf, said: Said) -> dict[str, str]:
    """Return the building of each who answered and lives here still."""
    bindings: dict[str, list[Resident]] = {person: [] for person, _ in said}
    for each in shelf.residents.within([b.key for b in shelf.community.buildings]):
        bindings.get(str(each.person), []).append(each)
    found = {person: residents.primary(those) for person, those in bindings.items()}
    return {person: home.building for person, home in found.items() if home}

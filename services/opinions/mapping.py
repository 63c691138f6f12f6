"""The opinion map of a topic: by grid or building, and from forty people on by views."""

from governance import residents
from governance.deliberations import charts, steady
from governance.deliberations.charts import Chart, Grouping
from governance.deliberations.opinions import ALL, Said
from governance.deliberations.states import TopicStatus
from governance.deliberations.steady import Spots
from governance.deliberations.topic import Topic
from governance.notices import Delivery, Fact, Kind
from governance.refusals import Refusal
from governance.residents import Resident
from services import deliveries, near
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
    topic = work.topics.numbered(number) if number else _only(work, asked)
    near.require(work, topic, asked.chat)
    if charts.joined(work.statements.said(topic.id)):
        _enquire(work, topic, asked)
    else:
        show(work, topic.id, "", asked)


def _only(work: Work, asked: Asked) -> Topic:
    talked = work.topics.standing([TopicStatus.DISCUSSION])
    found = [t for t in talked if near.sees(work, t, work.by.id, asked.chat)]
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
    told, cells = alike(work, topic, reckoned) if reckoned else known(work, topic)
    work.statements.stand(topic.id, cells)
    facts: dict[str, Fact] = {"topic": topic.id, "map": packing.pack(told)}
    deliveries.notice(work, "opinion-map", asked.address, reader=work.by.id, facts=facts)


def alike(work: Work, topic: Topic, reckoned: str) -> tuple[Chart, Spots]:
    """Return the map by like views as it may be shown now, and what of it stands from now on."""
    said, moments = work.statements.said(topic.id), work.statements.moments(topic.id)
    before, told = work.statements.cells(topic.id), packing.unpack(reckoned)
    return steady.alike(told, said, moments, before, work.now)


def known(work: Work, topic: Topic) -> tuple[Chart, Spots]:
    """Return the map by grid, by building where only one grid has answered; and what stands."""
    said = work.statements.said(topic.id)
    homes = _homes(work, said)
    grids = {person: work.community.grid_of(home).key for person, home in homes.items()}
    by, groups = Grouping.BUILDING, homes
    if len(set(grids.values())) > 1:
        by, groups = Grouping.GRID, grids
    whose = {person: steady.group(by, key) for person, key in groups.items()}
    moments, before = work.statements.moments(topic.id), work.statements.cells(topic.id)
    cells = steady.settled(said, moments, whose, before, work.now)
    keys = {ALL: ALL} | {steady.group(by, key): key for key in groups.values()}
    standing = {(n, keys[w]): shown.cell for (n, w), shown in cells.items() if w in keys}
    return charts.chart(said, groups, by, standing), cells


def _homes(shelf: Shelf, said: Said) -> dict[str, str]:
    """Return the building of each who answered and lives here still."""
    bindings: dict[str, list[Resident]] = {person: [] for person, _ in said}
    for each in shelf.residents.within([b.key for b in shelf.community.buildings]):
        bindings.get(str(each.person), []).append(each)
    found = {person: residents.primary(those) for person, those in bindings.items()}
    return {person: home.building for person, home in found.items() if home}

"""What is asked when a ballot is drafted, when a vote is entered, and where a step needs words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from governance import nodes, places, residents
from governance.ballots.ballot import ADVISORY, OWN_METHOD
from governance.ballots.base import Paper
from governance.ballots.bodies import fits, offered
from governance.ballots.evaluation import EVALUATION
from governance.ballots.menu import LONGEST
from governance.ballots.methods import METHODS
from governance.ballots.motion import MOTION
from governance.ballots.states import Channel, Instrument
from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Community
from governance.forms import Form, Question, these
from governance.procedure import UnitKind
from governance.refusals import Refusal

AS_TOPIC, NOW = "as-topic", "now"
LONGEST_OPTION = 40  # characters, so that it fits a button
MOST_OPTIONS = 20
DAYS = ("1", "3", "5", "7", "14")
BEST = ("3", "5", "10")
FEN = 100
_BETWEEN = re.compile(r"[\n;；]+")
_PARTS = re.compile(r"[|｜]")
DETAILS = ("place", "people", "time")  # of a micro-project, in this order
_PRICE = re.compile(r"^(.+?)[\s:：,，]*?([\d.,]+)\s*(万)?\s*(?:元|块|yuan|rmb)?$", re.IGNORECASE)


def _instruments(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    return tuple(talk.text("offers").split(","))


def _methods(_community: Community, talk: Dialogue) -> tuple[str, ...]:
    own = OWN_METHOD.get(Instrument(talk.text("instrument")))
    return (own,) if own else tuple(m for m in METHODS if m not in OWN_METHOD.values())


def _bodies(community: Community, talk: Dialogue) -> tuple[str, ...]:
    """Offer whoever has numbers to be counted by; of one who decides nothing none are asked."""
    advisory = talk.text("instrument") in ADVISORY
    return tuple(
        key
        for key, found in offered(community).items()
        if (advisory or found.complete) and fits(found, near=bool(talk.text("node")))
    )


def _grids(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return tuple(g.key for g in community.grids)


def _buildings(community: Community, talk: Dialogue) -> tuple[str, ...]:
    return community.grid(talk.text("grid")).buildings if talk.text("grid") else ()


def _officers(community: Community, _talk: Dialogue) -> tuple[str, ...]:
    return tuple(o.key for o in community.officers)


def _asks_options(talk: Dialogue) -> bool:
    return talk.text("method") not in {"motion", "evaluation"}


def _by_method(*methods: str) -> Callable[[Dialogue], bool]:
    return lambda talk: talk.text("method") in methods


def _everybodys(talk: Dialogue) -> bool:
    """Whether the topic is of the whole community: of a node, its neighbours vote (A11)."""
    return not talk.text("node")


def _by_kind(talk: Dialogue) -> bool:
    """Whether people or households vote, of whom some have no account."""
    return talk.text("kind") not in {"", UnitKind.OWNER}


BALLOT = Form(
    kind=DialogueKind.BALLOT,
    questions=(
        Question(field="instrument", choices=_instruments),
        Question(field="question", choices=these(AS_TOPIC), words=True),
        Question(field="method", choices=_methods),
        Question(field="options", words=True, when=_asks_options),
        Question(field="details", words=True, when=_by_method("menu")),
        Question(field="budget", words=True, when=_by_method("menu")),
        Question(
            field="most", choices=these("1", "2", "3", "5"), when=_by_method("choice", "menu")
        ),
        Question(field="best", choices=these(*BEST), when=_by_method("score")),
        Question(field="body", choices=_bodies),
        Question(field="grid", choices=_grids, optional=True, when=_everybodys),
        Question(
            field="building",
            choices=_buildings,
            optional=True,
            when=lambda t: bool(t.text("grid")),
        ),
        Question(field="offline", words=True, optional=True, when=_by_kind),
        Question(field="officer", choices=_officers, optional=True),
        Question(field="opens", choices=these(NOW, "1", "3", "10")),
        Question(field="days", choices=these(*DAYS)),
    ),
    confirm=True,
)
STEP = Form(kind=DialogueKind.BALLOT_STEP, questions=(Question(field="note", words=True),))
ENTER = Form(
    kind=DialogueKind.ENTER_VOTE,
    questions=(
        Question(field="place", words=True),
        Question(field="unit", choices=lambda _c, talk: tuple(listed(talk))),
        Question(
            field="channel",
            choices=these(*(c for c in Channel if c is not Channel.PRESS)),
        ),
        Question(field="photo", optional=True),
    ),
)
_OF_DOOR = (
    Question(field="place", words=True),
    Question(field="unit", choices=lambda _c, talk: tuple(listed(talk))),
)
HAND = Form(kind=DialogueKind.HAND_PAPER, questions=_OF_DOOR, confirm=True)
TAKE = Form(kind=DialogueKind.TAKE_PAPER, questions=_OF_DOOR, confirm=True)
_COUNTS = (Question(field="counts", words=True),)
COUNT = Form(kind=DialogueKind.COUNT_PAPERS, questions=_COUNTS)
CONFIRM = Form(kind=DialogueKind.CONFIRM_PAPERS, questions=_COUNTS)
OWNER = Form(
    kind=DialogueKind.OWNER,
    questions=(
        Question(field="place", words=True),
        Question(field="owner", choices=lambda _c, talk: tuple(listed(talk, "owners"))),
        Question(field="person", choices=lambda _c, talk: tuple(listed(talk, "persons"))),
    ),
    confirm=True,
)


def listed(talk: Dialogue, name: str = "units") -> tuple[str, ...]:
    """Return the numbers of what stands in a list of the talk: a button has no room for more."""
    return (
        tuple(str(n) for n, _ in enumerate(talk.text(name).split("\n"))) if talk.text(name) else ()
    )


def meant(talk: Dialogue, field: str, name: str) -> str:
    """Return what was chosen from a list of the talk."""
    return talk.text(name).split("\n")[talk.whole(field)]


def options(words: str) -> tuple[str, ...]:
    """Return the options that somebody wrote, one a line; Refusal where they are not usable."""
    found = tuple(each.strip() for each in _BETWEEN.split(words) if each.strip())
    usable = 1 < len(found) <= MOST_OPTIONS and len(set(found)) == len(found)
    if not usable or any(len(each) > LONGEST_OPTION for each in found):
        raise Refusal("refusal-ballot-options", most=MOST_OPTIONS, longest=LONGEST_OPTION)
    return found


def fen(words: str) -> int:
    """Return a sum of money as it is written, in fen; Refusal where it is none."""
    found = _PRICE.match(f"x {words.strip()}")
    try:
        yuan = Decimal(found[2].replace(",", "")) * (10_000 if found[3] else 1) if found else 0
    except InvalidOperation:
        yuan = 0
    sum_of = int(yuan * FEN)
    if sum_of <= 0:
        raise Refusal("refusal-ballot-money")
    return sum_of


def priced(words: str) -> Mapping[str, int]:
    """Return the projects of a menu with their costs in fen; Refusal where a line lacks one."""
    costs: dict[str, int] = {}
    lines = [each.strip() for each in _BETWEEN.split(words) if each.strip()]
    for line in lines:
        found = _PRICE.match(line)
        if not found:
            raise Refusal("refusal-ballot-costs")
        costs[found[1].strip()] = fen(f"{found[2]}{found[3] or ''}")
    if len(lines) > LONGEST:
        raise Refusal("refusal-ballot-options", most=LONGEST, longest=LONGEST_OPTION)
    options("\n".join(costs))
    return costs


def details(words: str, projects: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """Return where, for whom and until when of each project, a line each in their order (E19)."""
    lines = [each.strip() for each in _BETWEEN.split(words) if each.strip()]
    parts = [[part.strip() for part in _PARTS.split(line)] for line in lines]
    if len(lines) != len(projects) or any(len(p) != len(DETAILS) or not all(p) for p in parts):
        raise Refusal("refusal-ballot-details", count=len(projects))
    return {o: dict(zip(DETAILS, p, strict=True)) for o, p in zip(projects, parts, strict=True)}


def paper(talk: Dialogue) -> Paper:
    """Return the paper that a draft describes; Refusal where its options are not usable."""
    most, best = talk.whole("most") or 1, talk.whole("best") or 1
    match talk.text("method"):
        case "motion":
            return MOTION
        case "evaluation":
            return EVALUATION
        case "menu":
            costs, budget = priced(talk.text("options")), fen(talk.text("budget"))
            return Paper(
                options=tuple(costs),
                most=min(most, len(costs)),
                costs=costs,
                budget=budget,
                details=details(talk.text("details"), tuple(costs)),
            )
    every = options(talk.text("options"))
    return Paper(options=every, most=min(most, len(every)), best=best)


def household(words: str, community: Community) -> tuple[str, str]:
    """Return building and door of "3号楼101"; Refusal where one of them is not to be found."""
    found = places.find(words, community)
    rest = words[: found.span[0]] + " " + words[found.span[1] :] if found.span else words
    door = residents.door(rest.strip())
    if not found.building or not door:
        raise Refusal("refusal-vote-place")
    return found.building, door


def offline(words: str, community: Community) -> tuple[str, ...]:
    """Return who stands on the roll without an account, a line each: "3号楼101 王奶奶"."""
    return tuple(
        _offline(line.strip(), community) for line in _BETWEEN.split(words) if line.strip()
    )


def _offline(line: str, community: Community) -> str:
    where, _, name = line.rpartition(" ")
    if not where.strip() or not name:
        raise Refusal("refusal-ballot-offline")
    building, door = household(where, community)
    return f"{building}/{door}/{name.replace('/', ' ')}"


def buildings(community: Community, talk: Dialogue) -> Sequence[str]:
    """Return the buildings for which a draft is meant."""
    if talk.text("node"):
        return sorted(nodes.buildings(community, talk.text("node")))
    if talk.text("building"):
        return (talk.text("building"),)
    if talk.text("grid"):
        return community.grid(talk.text("grid")).buildings
    return tuple(b.key for b in community.buildings)


def lines(found: Iterable[str]) -> str:
    """Return a list as it stands in a talk."""
    return "\n".join(found)

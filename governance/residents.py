"""Who lives where: a door told in private, a face met by the grid worker (8.1, A12, A14)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from governance import places
from governance.calendar import WorkCalendar
from governance.dialogues import DialogueKind
from governance.directory import Actor, Community, Grid, Officer, Role
from governance.forms import Form, Question, these
from governance.lifecycle import Lifecycle, step
from governance.refusals import NotAllowed, Refusal

LONGEST_DOOR = 20
PATIENCE_DAYS = 3  # of work: before that nobody is reminded
_FIRST_HALF_HOUR = timedelta(minutes=30)

_NUMERAL = r"[零〇一二两三四五六七八九十百]+"
_BETWEEN = r"[—–−_/·.、,\s-]+"
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff#])\s+|\s+(?=[\u4e00-\u9fff#])")
_BUILDING = re.compile(r"^(?:\d+|[A-Z])-?(?:号楼|號樓|栋|棟|幢|座|#楼?)-?(?=.)")
_FLOOR = re.compile(r"\d+[楼层](?=-?\d{3,4})-?")
_UNIT = re.compile(r"(\d+|[A-Z])单元-?")
_ENDING = re.compile(r"(?<=\d)([A-Z]?)[号號]?[室房户]?$")
_THREE = re.compile(r"^\d+-(\d+-\d{2,4}[A-Z]?)$")
_HUNDREDS = re.compile(r"^([一二两三四五六七八九])百([零〇]?)([一二三四五六七八九十]*)$")


class Residency(StrEnum):
    """How somebody lives here; absent workers keep their rights (A14)."""

    SETTLED = "settled"
    AWAY = "away"
    FLOATING = "floating"
    UNREGISTERED = "unregistered"


class ResidentStatus(StrEnum):
    """How far the binding of a person to a household has come (8.1)."""

    NONE = "none"
    PENDING = "pending"
    VERIFIED = "verified"
    SUSPENDED = "suspended"
    REFUSED = "refused"
    MOVED = "moved"


class ResidentAction(StrEnum):
    """What may be done about it."""

    ASK = "ask"
    VERIFY = "verify"
    MEET = "meet"
    CONFIRM_AGE = "confirm-age"
    DOUBT_AGE = "doubt-age"
    DOUBT = "doubt"
    REFUSE = "refuse"
    SUSPEND = "suspend"
    RESTORE = "restore"
    MOVE = "move"


S, A, R = ResidentStatus, ResidentAction, Role
_SELF = frozenset({R.RESIDENT})
_WORKER = frozenset({R.GRID_WORKER})
_COMMITTEE = frozenset({R.COMMITTEE})
BINDING = Lifecycle[ResidentStatus, ResidentAction](
    step(A.ASK, {S.NONE, S.REFUSED, S.MOVED}, S.PENDING, _SELF, R.GRID_WORKER),
    step(A.VERIFY, {S.PENDING}, S.VERIFIED, _WORKER | _COMMITTEE, R.RESIDENT),
    step(A.MEET, {S.PENDING}, S.VERIFIED, _WORKER | _COMMITTEE, R.RESIDENT),
    step(A.CONFIRM_AGE, {S.VERIFIED}, S.VERIFIED, _WORKER | _COMMITTEE, R.RESIDENT),
    step(A.DOUBT_AGE, {S.VERIFIED}, S.VERIFIED, _WORKER | _COMMITTEE, R.RESIDENT),
    step(A.DOUBT, {S.PENDING}, S.PENDING, _WORKER, R.COMMITTEE, reason=True),
    step(A.REFUSE, {S.PENDING}, S.REFUSED, _COMMITTEE, R.RESIDENT, reason=True),
    step(A.SUSPEND, {S.VERIFIED}, S.SUSPENDED, _COMMITTEE, R.RESIDENT, reason=True),
    step(A.RESTORE, {S.SUSPENDED}, S.VERIFIED, _COMMITTEE, R.RESIDENT, reason=True),
    step(A.MOVE, {S.VERIFIED, S.SUSPENDED}, S.MOVED, _COMMITTEE, R.RESIDENT),
    # whoever mistyped a door takes it back the same way; a suspension is not left by moving
    step(A.MOVE, {S.PENDING, S.VERIFIED}, S.MOVED, _SELF, R.GRID_WORKER),
)
HERE = frozenset({S.PENDING, S.VERIFIED, S.SUSPENDED})
OWN = frozenset(s.action for s in BINDING.steps if R.RESIDENT in s.by)  # a person's own to do


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """One person in one household (building and door); somebody may belong to several.

    `adult` is that a keeper saw him to be 18 or older; where it is not, nothing is said of him.
    """

    id: int = 0
    person: int
    building: str
    door: str
    residency: Residency
    status: ResidentStatus = ResidentStatus.NONE
    asked_at: datetime
    decided_at: datetime | None = None
    decided_by: str = ""
    note: str = ""
    doubted: bool = False
    adult: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Who acts on a binding, when, and the reason given."""

    by: Actor
    at: datetime
    note: str = ""


def _buildings(community: Community, _talk: object) -> tuple[str, ...]:
    return tuple(b.key for b in community.buildings)


JOIN = Form(
    kind=DialogueKind.JOIN,
    questions=(
        Question(field="building", choices=_buildings),
        Question(field="door", words=True),
        Question(field="residency", choices=these(*Residency)),
    ),
    confirm=True,
)
FACE = "face"
# what makes somebody a registered resident: seen to be of age, or not asked about it
VERIFYING = frozenset({A.VERIFY, A.MEET})
REASONS = {
    **dict.fromkeys((A.VERIFY, A.MEET), (FACE, "video", "family")),
    A.DOUBT: ("not-met", "not-here", "wrong-door"),
    A.REFUSE: ("not-met", "not-here", "wrong-door"),
    A.SUSPEND: ("disputed", "misused"),
    A.RESTORE: ("settled",),
}
REASON = Form(
    kind=DialogueKind.RESIDENT,
    questions=(
        Question(
            field="note",
            choices=lambda _community, talk: REASONS[A(talk.text("action"))],
            words=True,
        ),
    ),
)


def roles_in(
    resident: Resident, community: Community, by: Actor, household: Iterable[int] = ()
) -> frozenset[Role]:
    """Return what somebody is to a binding; nobody vouches for himself or his household (A09)."""
    if by.id == resident.person:
        return frozenset({Role.RESIDENT})
    if by.id in household or not by.officer:
        return frozenset()
    keeps = by.officer in _keepers(community, resident) and Role.GRID_WORKER in by.offices
    return (by.offices & _COMMITTEE) | (_WORKER if keeps else frozenset())


def _keepers(community: Community, resident: Resident) -> tuple[str, ...]:
    """Return worker and substitute; nobody where the file no longer names the building."""
    here = (g for g in community.grids if resident.building in g.buildings)
    return next(((g.worker, g.substitute) for g in here), ())


def explained(resident: Resident, action: ResidentAction, *, reason: bool) -> bool:
    """Whether a step is taken with words: where the table says so, and for whoever works away.

    An absent worker cannot be met; whoever confirms him says how he did it (A14).
    """
    return reason or (action in VERIFYING and resident.residency is Residency.AWAY)


OF_AGE = frozenset({A.VERIFY, A.CONFIRM_AGE})  # after these a keeper has seen it
AGELESS = frozenset({A.ASK, A.MEET, A.DOUBT_AGE})


def _fits(resident: Resident, action: ResidentAction) -> bool:
    asked = {A.CONFIRM_AGE: not resident.adult, A.DOUBT_AGE: resident.adult}
    return asked.get(action, True)


def choices(resident: Resident, roles: frozenset[Role]) -> tuple[ResidentAction, ...]:
    """Return what may be done about a binding now, by whoever is this to it."""
    found = BINDING.choices(resident.status, roles)
    return tuple(a for a in found if _fits(resident, a))


def advance(
    resident: Resident, action: ResidentAction, roles: frozenset[Role], deed: Deed
) -> Resident:
    """Return the binding one step further; NotAllowed where the table has no such step."""
    taken = BINDING.step(resident.status, action, roles)
    if not _fits(resident, action):
        raise NotAllowed("refusal-not-allowed")
    if explained(resident, action, reason=taken.reason) and not deed.note:
        raise Refusal("refusal-reason")
    from_afar = action in VERIFYING and deed.note not in {"", f"@{FACE}"}
    if from_afar and resident.residency is not Residency.AWAY:
        raise Refusal("refusal-face")
    return replace(
        resident,
        status=taken.target,
        asked_at=deed.at if action is A.ASK else resident.asked_at,
        decided_at=None if taken.target is S.PENDING else deed.at,
        decided_by="" if taken.target is S.PENDING else deed.by.officer,
        note=deed.note,
        doubted=action is A.DOUBT,
        adult=(resident.adult or action in OF_AGE) and action not in AGELESS,
    )


def keeper(community: Community, resident: Resident, household: Iterable[int] = ()) -> str:
    """Return who is asked to meet this person: worker, substitute, then a committee member.

    Empty where nobody is there who is neither that person nor of the household.
    """
    own = {resident.person, *household}
    committee = (o.key for o in community.holders(Role.COMMITTEE))
    asked = map(community.officer, (*_keepers(community, resident), *committee))
    return next((o.key for o in asked if o.present and o.telegram not in own), "")


def grids_of(community: Community, officer: str) -> tuple[Grid, ...]:
    """Return the grids that an officer keeps, as worker or as substitute."""
    return tuple(g for g in community.grids if officer in {g.worker, g.substitute})


def readable(community: Community, by: Actor) -> tuple[str, ...]:
    """Return the buildings whose doors somebody may read: the grid's keepers, the committee."""
    if Role.COMMITTEE in by.offices:
        return tuple(b.key for b in community.buildings)
    kept = grids_of(community, by.officer) if Role.GRID_WORKER in by.offices else ()
    return tuple(building for grid in kept for building in grid.buildings)


def verifiers(community: Community) -> tuple[Officer, ...]:
    """Return the committee, who decide where a worker has doubts."""
    return tuple(o for o in community.holders(Role.COMMITTEE) if o.seated)


def primary(bindings: Iterable[Resident]) -> Resident | None:
    """Return the household that counts where one must: where the person lives, else the first."""
    verified = [b for b in bindings if b.status is S.VERIFIED]
    return min(verified, key=lambda b: (b.residency is not Residency.SETTLED, b.id), default=None)


def is_late(calendar: WorkCalendar, resident: Resident, now: datetime) -> bool:
    """Whether somebody has waited for longer than three working days."""
    minutes = sum(_minutes(shift.end) - _minutes(shift.start) for shift in calendar.shifts)
    patience = timedelta(minutes=minutes * PATIENCE_DAYS)
    return calendar.due(resident.asked_at, patience).at <= now


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def next_list(calendar: WorkCalendar, after: datetime) -> datetime:
    """Return when the week's one list is due: the first working half hour from Monday on."""
    local = after.astimezone(calendar.zone)
    monday = local.date() + timedelta(days=7 - local.weekday())
    morning = datetime(monday.year, monday.month, monday.day, tzinfo=calendar.zone)
    return calendar.due(morning, _FIRST_HALF_HOUR).at


def door(text: str) -> str:
    """Return a door as a household is found by: "2单元 301室" and "二单元三〇一" are "2-301".

    Words that are no number are kept as they are ("东边第二家"); nothing stays nothing.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    plain = _SPACED.sub("", re.sub(_NUMERAL, lambda found: _figures(found[0]), plain))
    plain = _FLOOR.sub("", _BUILDING.sub("", re.sub(_BETWEEN, "-", plain).strip("-")))
    plain = _ENDING.sub(r"\1", _UNIT.sub(r"\1-", plain)).strip("-")
    # three numbers are building, unit and door: the building is asked for by itself
    return _THREE.sub(r"\1", plain)[:LONGEST_DOOR]


def _figures(numeral: str) -> str:
    """Return a Chinese numeral in figures: 三〇一 and 三百零一 are 301, 十二 is 12."""
    numeral = numeral.replace("两", "二")
    if hundreds := _HUNDREDS.match(numeral):
        zero, rest = hundreds[2], places.number(hundreds[3]) if hundreds[3] else 0
        # three hundred and one is 三百零一; 三百一 leaves the tens unsaid
        tens = rest * 10 if len(hundreds[3]) == 1 and not zero else rest
        return str(100 * places.number(hundreds[1]) + tens)
    if "百" in numeral or numeral.count("十") > 1:
        return numeral
    if "十" in numeral:
        return str(places.number(numeral))
    return "".join(str(places.number(figure)) for figure in numeral)

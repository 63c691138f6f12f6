"""A dispute, and a step on its way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from governance.dialogues import Dialogue
from governance.directory import Community
from governance.mediation.states import DisputeAction, DisputeStatus, DisputeType, PartyPair

THE_COMMITTEE = "the_committee"  # keys of officers have no underscore
THE_PROPERTY = "the_property"
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One dispute as its reporter tells it; the flag is on the dispute, never on a person (C02).

    `declared` once the reporter said which officers are parties, `kin_named` once also who is kin
    or friend of either side; before that nobody of committee and mediators is told of it.
    `called` are the officers alerted, `rounds` how often; `raised` how often the flag was.
    """

    id: int = 0
    number: int = 0
    community: str
    reporter: int
    at: datetime
    status: DisputeStatus = DisputeStatus.REPORTED
    entered_by: int = 0
    behalf: str = ""
    type: DisputeType | None = None
    pair: PartyPair | None = None
    building: str | None = None
    since: str = ""
    tried: str = ""
    wishes: str = ""
    text: str = ""
    voice: str = ""
    named: bool = False  # whether the other side may hear who reported it
    parties: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()  # whoever held those posts when they were named
    declared: bool = False
    kin_named: bool = False
    flagged: bool = False
    raised: int = 0
    acknowledged_by: str = ""
    called: tuple[str, ...] = ()
    rounds: int = 0
    mediator: str = ""
    anyone: bool = False  # the reporter accepts whichever mediator there is
    declined: tuple[str, ...] = ()
    withdrawal_asked: bool = False
    office: str = ""
    place: str = ""
    phone: str = ""
    version: int = 0

    @property
    def alarming(self) -> bool:
        """Whether the flag stands and no human has said that he sees to it."""
        return self.flagged and not self.acknowledged_by

    @property
    def known(self) -> bool:
        """Whether an alarm need not wait longer for who is involved, or has waited long enough."""
        return self.declared and (self.kin_named or self.rounds > 0)

    @property
    def may_approach(self) -> bool:
        """Whether the other side may be spoken to: never under a flag, never unless named."""
        return self.named and not self.flagged and self.status is DisputeStatus.ASSIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One step of a dispute; `officer` is empty for the clock and the reporter."""

    action: DisputeAction
    officer: str
    at: datetime
    note: str = ""


def listed(words: str) -> tuple[str, ...]:
    """Return the keys that a talk has gathered under one name."""
    return tuple(w for w in words.split(",") if w)


def _persons(community: Community, posts: Iterable[str]) -> tuple[int, ...]:
    """Return the accounts in these posts: a party stays one in whatever post comes later (A09)."""
    held = {o.telegram for o in community.officers if o.key in posts and o.seated}
    return tuple(sorted(held))


def filled(community: Community, dispute: Dispute, talk: Dialogue) -> Dispute:
    """Return the dispute with all that the talk has gathered so far."""
    parties, kin = listed(talk.text("parties")), listed(talk.text("relatives"))
    same = (parties, kin) == (dispute.parties, dispute.kin)
    kind, pair, place = talk.text("type"), talk.text("pair"), talk.text("building")
    return replace(
        dispute,
        entered_by=dispute.reporter if talk.text("own") == "others" else 0,
        behalf=talk.text("behalf"),
        type=DisputeType(kind) if kind else None,
        pair=PartyPair(pair) if pair else None,
        building=place if place not in {"", ELSEWHERE} else None,
        since=talk.text("since"),
        tried=talk.text("tried"),
        wishes=talk.text("wishes"),
        text=talk.text("text"),
        voice=talk.text("voice"),
        named=talk.text("named") == "yes",
        parties=parties,
        kin=kin,
        persons=dispute.persons if same else _persons(community, {*parties, *kin}),
        declared=dispute.declared or bool(talk.text("involved")),
        kin_named=dispute.kin_named or bool(talk.text("kin")),
    )

"""The words and promises of a resolution, while it is a draft; the committee alone writes them."""

import re
from dataclasses import replace

from governance.directory import Community
from governance.refusals import NotAllowed, Refusal
from governance.resolutions import clauses
from governance.resolutions.advance import Given, roles_in
from governance.resolutions.clauses import Clause
from governance.resolutions.resolution import Resolution
from governance.resolutions.states import ResolutionAction, ResolutionKind
from governance.resolutions.table import LIFECYCLE

A = ResolutionAction
FEN = 100
YUAN = re.compile(r"[¥￥]?\s*(\d[\d,，]{0,14}(?:\.\d{1,2})?)\s*(?:\u5143|yuan)?")


def _draft(community: Community, resolution: Resolution, given: Given) -> None:
    LIFECYCLE.step(resolution.status, A.EDIT, roles_in(community, resolution, given))


def written(
    community: Community, resolution: Resolution, given: Given, kind: ResolutionKind, text: str
) -> Resolution:
    """Return the draft with other words; NotAllowed for all but the committee, and once checked.

    Whoever changes a draft that lies with supervision takes it back.
    """
    _draft(community, resolution, given)
    if not text:
        raise Refusal("refusal-resolution-incomplete")
    return replace(resolution, kind=kind, text=text, submitted=False)


def promised(
    community: Community, resolution: Resolution, given: Given, clause: Clause
) -> Resolution:
    """Return the draft with one promise more; refused as above, or where it lacks something.

    What a menu chose was chosen at its price: its promises never cost more together (E19).
    """
    _draft(community, resolution, given)
    clauses.check(clause, given.today)
    _check_price(resolution, given, clause)
    number = max((c.number for c in resolution.clauses), default=0) + 1
    whole = (*resolution.clauses, replace(clause, number=number))
    return replace(resolution, clauses=whole, submitted=False)


def _check_price(resolution: Resolution, given: Given, clause: Clause) -> None:
    price = given.winners.get(clause.what)
    cost = clause.money + sum(c.money for c in resolution.clauses if c.what == clause.what)
    if price is not None and cost > price:
        facts = {"project": clause.what, "price": yuan(price), "cost": yuan(cost)}
        raise Refusal("refusal-resolution-price", **facts)


def dropped(
    community: Community, resolution: Resolution, given: Given, clause_id: int
) -> Resolution:
    """Return the draft without a promise; one that is being carried out cannot be dropped.

    What was public once stands in the earlier edition (N24).
    """
    _draft(community, resolution, given)
    found = resolution.clause(clause_id)
    if found is None or found.case:
        raise NotAllowed("refusal-not-allowed")
    left = tuple(c for c in resolution.clauses if c.id != clause_id)
    return replace(resolution, clauses=left, submitted=False)


def fen(text: str) -> int:
    """Return the yuan that somebody wrote in figures, in fen; Refusal where it is no such sum."""
    found = YUAN.fullmatch(text.strip())
    if found is None:
        raise Refusal("refusal-resolution-money")
    whole, _, part = re.sub("[,，]", "", found[1]).partition(".")
    return int(whole) * FEN + int(f"{part:0<2}")


def yuan(money: int) -> str:
    """Return fen as yuan in figures, which `fen` reads back."""
    whole, part = divmod(money, FEN)
    return f"{whole}.{part:02}" if part else str(whole)

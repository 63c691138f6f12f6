"""What the bodies and the catalogue of a community file must say of each other (E12, F12)."""

from collections.abc import Iterator

from config import deliberation
from config.mistakes import Mistake, nearest
from config.shapes import Draft
from governance.ballots.bodies import BODIES
from governance.procedure import Body, Level, UnitKind
from governance.quorum import Measure

_WHOLE = ("kind", "turnout", "assent", "law", "article", "year")
_NUMBERS = ("turnout", "assent")


def bodies(draft: Draft) -> Iterator[Mistake]:
    """Hold that a body has numbers, whoever is none of a template a source; area has owners."""
    for key, row in draft.bodies.items():
        body = deliberation.body(key, row)
        where = f"bodies.{key}"
        wanted = _NUMBERS if key in BODIES else _WHOLE
        if lacks := [name for name in wanted if not _has(body, name) and not getattr(row, name)]:
            yield Mistake(where, "body-lacks", {"lacks": ", ".join(lacks)})
        if Measure.AREA in body.rule.measures and body.kind is not UnitKind.OWNER:
            yield Mistake(where, "area-without-owners", {"kind": body.kind.value})


def _has(body: Body, name: str) -> bool:
    return name in _NUMBERS and bool(getattr(body.rule.whole, name))


def entries(draft: Draft) -> Iterator[Mistake]:
    """Hold that who decides is known and can be counted; none here where it is reserved."""
    known = _known(draft)
    for key, entry in draft.catalogue.items():
        where = f"catalogue.{key}.body"
        if entry.reserved and entry.body:
            yield Mistake(where, "reserved-with-body", {"found": entry.body})
        elif entry.body and entry.body not in known:
            yield Mistake(where, "unknown-body", nearest(entry.body, list(known)))
        elif entry.level is Level.MEETING and not entry.body and not entry.reserved:
            yield Mistake(where, "meeting-of-nobody", {"known": ", ".join(known)})


def _known(draft: Draft) -> tuple[str, ...]:
    """Return every body that may be named, one whose row could not be read too."""
    return tuple(dict.fromkeys((*BODIES, *draft.keys.get("bodies", ()))))

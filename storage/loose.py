"""What a second count reads of a secret box besides marks: slips, and what was written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Connection, text

from storage.database import DOCUMENT

_MARKS = text("SELECT marks FROM box_marks WHERE ballot_id = :ballot").columns(marks=DOCUMENT)
_SLIPS = text("SELECT slip FROM box_slips WHERE ballot_id = :ballot ORDER BY slip")
_LEFT = text("SELECT count(*) FROM sealed_votes WHERE ballot_id = :ballot")
_BALLOT = text("SELECT id FROM ballots WHERE community_id = :community AND number = :number")
_KEY = text("SELECT shredded FROM ballot_keys WHERE ballot_id = :ballot").columns(shredded=Boolean)
# it was written in the unit that closed the box, and is sealed into the chain since
_NOTED = text("""
    SELECT d.detail FROM audit a LEFT JOIN audit_details d ON d.audit_id = a.id
    WHERE a.community = :community AND a.verb = 'lock-votes' AND a.object = :object
    ORDER BY a.id DESC
""").columns(detail=DOCUMENT)
# every paper that went out or came back, and every count that two confirmed, has a line
_PAPERS = text("""
    SELECT a.verb, d.detail FROM audit a LEFT JOIN audit_details d ON d.audit_id = a.id
    WHERE a.community = :community AND a.object = :object
    AND a.verb IN ('hand-paper', 'take-paper', 'papers-counted')
""").columns(detail=DOCUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """A secret box after the close: its two lists, and what stands elsewhere of it.

    `noted` is how many envelopes and papers were counted, and the digest, as the audit has it;
    nothing where that is no longer kept. `handed` is how many papers were out by its lines, and
    `counted` how many two persons confirmed; None where the audit keeps their numbers no more.
    """

    marks: Sequence[Mapping[str, int]]
    slips: Sequence[str]
    noted: Mapping[str, Any]
    left: int
    shredded: bool
    handed: int
    counted: int | None


def loose(connection: Connection, community: int, number: int) -> Loose:
    """Return the loose lists of the secret ballot of this number, which there must be."""
    found = {"community": community, "number": number}
    ballot = connection.execute(_BALLOT, found).scalar_one()
    of, noted = {"ballot": ballot}, {"community": community, "object": f"ballot:{ballot}"}
    handed, counted = _papers(connection, noted)
    return Loose(
        marks=connection.execute(_MARKS, of).scalars().all(),
        slips=connection.execute(_SLIPS, of).scalars().all(),
        noted=connection.execute(_NOTED, noted).scalar() or {},
        left=int(connection.execute(_LEFT, of).scalar_one()),
        shredded=bool(connection.execute(_KEY, of).scalar()),
        handed=handed,
        counted=counted,
    )


def _papers(connection: Connection, noted: Mapping[str, Any]) -> tuple[int, int | None]:
    lines = connection.execute(_PAPERS, noted).all()
    verbs = [line.verb for line in lines]
    batches = [line.detail for line in lines if line.verb.startswith("papers-")]
    counted = sum(int(each["papers"]) for each in batches if each) if all(batches) else None
    return verbs.count("hand-paper") - verbs.count("take-paper"), counted

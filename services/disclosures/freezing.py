"""An edition is frozen before anybody signs: text, picture, papers, workbook (N23)."""

import json
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

from governance.disclosures import freezing
from governance.disclosures.edition import Edition
from governance.disclosures.freezing import ENDINGS, FORMATS, Part
from governance.papers import Paper
from governance.refusals import Unknown
from services.ports import Shelf, Work

SHEET, VERB, UNDRAWN = "edition", "edition_drawn", "edition_undrawn"
BRIEF = 16  # letters of a digest, in the name of a turn
PATIENCE = timedelta(minutes=10)


def ask(work: Work, edition: Edition) -> None:
    """Ask for every part to be drawn from what stands there now; `drawn` follows each.

    The name of the turn begins with what stands there: what changes meanwhile is noticed.
    """
    turn = f"{content(work, edition)[:BRIEF]}-{int(work.now.timestamp() * 1000)}"
    words: dict[str, int | str] = {"edition": edition.id, "turn": turn, "by": work.by.id}
    for part in Part:
        paper = Paper(
            key=f"edition:{edition.id}:{turn}:{part}",
            sheet=f"{SHEET}_{part}",
            format=FORMATS[part],
            name=f"{edition.serial}-{edition.version}-{part}.{ENDINGS[part]}",
            language=work.community.language,
            facts={"edition": edition.id},
            at=work.now,
        )
        work.papers.want(paper, VERB, **words)
    work.due(work.now + PATIENCE, UNDRAWN, f"{UNDRAWN}:{edition.id}:{turn}", **words)


def same(shelf: Shelf, edition: Edition, turn: str) -> bool:
    """Whether what stands there is still what a turn was asked for."""
    return content(shelf, edition)[:BRIEF] == turn.partition("-")[0]


def content(shelf: Shelf, edition: Edition) -> str:
    """Return the digest of what stands in an edition; nothing while nothing does."""
    found = shelf.disclosures.content(edition.id)
    if found is None:
        return ""
    return sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


def turn(shelf: Shelf, edition: int, of: str) -> Mapping[Part, Paper]:
    """Return the parts that were asked for at one turn."""
    found = shelf.papers.under(f"edition:{edition}:{of}:")
    return {Part(paper.key.rsplit(":", 1)[1]): paper for paper in found}


def drawn(parts: Mapping[Part, Paper]) -> str:
    """Return the digest of parts as they were drawn; nothing while one is still to be drawn."""
    return freezing.digest({part: paper.digest for part, paper in parts.items()})


def parts(shelf: Shelf, edition: Edition) -> Mapping[Part, Paper]:
    """Return the parts that were submitted; nothing where nothing is."""
    turns: dict[str, dict[Part, Paper]] = {}
    for paper in shelf.papers.under(f"edition:{edition.id}:"):
        _, _, of, part = paper.key.split(":")
        turns.setdefault(of, {})[Part(part)] = paper
    found = (each for each in turns.values() if edition.digest and drawn(each) == edition.digest)
    return next(found, {})


def words(shelf: Shelf, paper: Paper) -> Mapping[str, str]:
    """Return the frozen words by language; ValueError for others than were signed: none leave."""
    body = shelf.papers.body(paper.id)
    if sha256(body).hexdigest() != paper.digest:
        raise ValueError(f"paper {paper.id} is not what was drawn")
    said: Mapping[str, str] = json.loads(body)
    return said


def lying(shelf: Shelf, edition: Edition) -> str:
    """Return the digest of the bytes that lie there now, whatever was written down of them."""
    try:
        found = {
            part: sha256(shelf.papers.body(paper.id)).hexdigest()
            for part, paper in parts(shelf, edition).items()
        }
    except Unknown:
        return ""
    return freezing.digest(found)

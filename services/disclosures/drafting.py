"""An edition is written: begun the way that fits it, filled, checked (G01 to G05, G18, F07)."""

from collections.abc import Mapping, Sequence

from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import answers, checking, contents
from governance.disclosures.contents import Content, Large, Register, Year
from governance.disclosures.edition import Edition, Given, advance
from governance.disclosures.ledger import Ledger, Problem, Wrong
from governance.disclosures.programme import Template
from governance.disclosures.readers import Passage
from governance.disclosures.states import EditionAction
from governance.disclosures.telling import yuan
from governance.notices import Address, Fact
from governance.refusals import NotAllowed
from services import deliveries, talks
from services.disclosures import asking, beside, keeping, lines, staging, telling
from services.ports import Shelf, Work

SHEETS = frozenset({Template.LEDGER, Template.USE, Template.ASSETS})
TAKEN = "drafting-taken"


def begin(work: Work, edition_id: int) -> Dialogue | Edition:
    """Begin an edition, or go on with it: by a spreadsheet, by answers, or out of its months."""
    edition = taken_up(work, work.disclosures.get(edition_id))
    template = asking.item_of(work, edition).template
    _fill(work, edition)
    if template in SHEETS:
        return _open(work, DialogueKind.ACCOUNTS, edition)
    if template is Template.LARGE:
        told(work, edition)
        return edition
    known: dict[str, str | int | None] = {"title": edition.occasion} if edition.occasion else {}
    if template is Template.DUTIES:
        known = {}
    if template is Template.STAGE:
        known = staging.asked(work, edition)
    return _open(work, answers.FORMS[template].kind, edition, **known)


def _fill(work: Work, edition: Edition) -> None:
    """Fill an edition out of what is known; what somebody wrote or explained stays.

    What was added up of months is added up anew: another month may be shown by now.
    """
    known = beside.content(work, edition)
    summed = isinstance(known, Large) or (isinstance(known, Year) and not known.explained)
    found = beside.prefilled(work, edition) if known is None or summed else None
    if found is not None:
        _write(work, edition, found)


def _write(work: Work, edition: Edition, content: Content) -> None:
    """Put a content into an edition; in a correction every line keeps its number (G11)."""
    kept = lines.carried(work, edition, content)
    work.disclosures.write(edition.id, contents.written(kept))


def _open(work: Work, kind: DialogueKind, edition: Edition, **known: str | int | None) -> Dialogue:
    item = asking.item_of(work, edition)
    language = work.people.get(work.by.id).language
    name = item.names.get(language) or item.names["zh-CN"]
    return talks.open_form(work, kind, 0, edition=edition.id, name=name, **known)


def taken_up(work: Work, edition: Edition) -> Edition:
    """Return the edition as a draft in which the actor has a hand; refused to all but drafters."""
    item = asking.item_of(work, edition)
    asking.check_writer(work, edition, work.by)
    # a report is of whoever held the office, and written by nobody else (F07)
    if item.template is Template.DUTIES and edition.occasion not in {"", work.by.officer}:
        raise NotAllowed("refusal-drafting-own")
    action = EditionAction.BEGIN
    begun = advance(edition, action, Given(by=work.by, at=work.now))
    if begun == edition:
        return edition
    saved = work.disclosures.save(begun)
    work.disclosures.passed(saved.id, Passage(action=action, officer=work.by.officer, at=work.now))
    work.note(f"edition-{action}", f"edition:{saved.id}", {})
    return saved


def take(work: Work, edition: Edition, content: Content) -> Sequence[Problem]:
    """Put a content into an edition, say what was understood, and return what is wrong with it.

    Why a side jumped is asked at once; what somebody said about it before is kept.
    """
    edition = taken_up(work, edition)
    _write(work, edition, content)
    work.note("edition_written", f"edition:{edition.id}", {})
    found = told(work, edition)
    if isinstance(content, Register):
        keeping.watch(work, edition, content)
    telling.redraw(work, edition)
    telling.worksheet(work, edition, work.by.id)
    return found


def told(work: Work, edition: Edition) -> Sequence[Problem]:
    """Say how a draft stands, and ask for what can be said in a few words; return the problems."""
    found = problems(work, edition)
    facts: Mapping[str, Fact] = {"edition": edition.id, "count": len(found)}
    here = Address(chat=work.by.id)
    deliveries.notice(work, TAKEN, here, reader=work.by.id, facts=facts)
    for problem in found:
        if problem.wrong is Wrong.JUMP and problem.side:
            _open(
                work,
                DialogueKind.JUMP,
                edition,
                side=problem.side,
                now=yuan(int(problem.found)),
                before=yuan(int(problem.right)),
            )
            break
    return found


def problems(shelf: Shelf, edition: Edition) -> Sequence[Problem]:
    """Return all that keeps an edition from being submitted; nothing of one that is empty."""
    content = beside.content(shelf, edition)
    return checking.problems(content, beside.around(shelf, edition)) if content else ()


def explained(work: Work, talk: Dialogue) -> Sequence[Problem]:
    """Write down why a side jumped."""
    edition = work.disclosures.get(talk.whole("edition"))
    content = beside.content(work, edition)
    if not isinstance(content, Ledger | Year):
        return ()
    return take(work, edition, checking.explained(content, talk.text("side"), talk.text("why")))

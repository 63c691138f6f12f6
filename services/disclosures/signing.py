"""An edition is submitted, signed by another, and may be sent back (8.12, A15)."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from governance.dialogues import Dialogue, DialogueKind
from governance.directory import Role
from governance.disclosures import edition as road
from governance.disclosures import signing as forms
from governance.disclosures.edition import LIFECYCLE, Edition, Given
from governance.disclosures.states import EditionAction, EditionStatus
from governance.refusals import NotAllowed
from services import talks
from services.disclosures import asking, correcting, drafting, freezing, presenting, stepping
from services.ports import Work

A, S = EditionAction, EditionStatus


def press(work: Work, edition_id: int, action: EditionAction) -> Edition | Dialogue:
    """Take the step of a button, or open the talk in which its reason is given."""
    edition = work.disclosures.get(edition_id)
    if action is A.SUBMIT:
        return submit(work, edition)
    taken = LIFECYCLE.step(edition.status, action, work.by.offices)
    if action is A.CORRECT:
        correcting.check(work, edition)
    elif action not in SIGNED:
        raise NotAllowed("refusal-not-allowed")
    if not taken.reason:
        return act(work, edition, action)
    return talks.open_form(
        work,
        DialogueKind.EDITION_STEP,
        edition=edition.id,
        number=f"{edition.serial}-{edition.version}",
        action=action,
    )


def stepped(work: Work, talk: Dialogue) -> Edition:
    """Take the step for which a talk has gathered the reason."""
    edition = work.disclosures.get(talk.whole("edition"))
    action = A(talk.text("action"))
    if action is A.CORRECT:
        return correcting.correct(work, edition, talk.text("note"))
    return act(work, edition, action, talk.text("note"))


STEP = talks.Filled(forms.STEP, stepped)


def submit(work: Work, edition: Edition) -> Edition:
    """Ask for all parts to be drawn; once they are, what was drawn is submitted."""
    asking.check_writer(work, edition, work.by)
    problems = len(drafting.problems(work, edition))
    said = freezing.content(work, edition)
    road.advance(edition, A.SUBMIT, stepping.given(work, edition, digest=said, problems=problems))
    if not edition.serial:
        year = work.now.astimezone(work.community.calendar.zone).year
        fresh = replace(edition, serial=work.disclosures.serial(year))
        edition = work.disclosures.save(fresh)
    freezing.ask(work, edition)
    presenting.told(work, "edition-drawing", edition, [work.by.id])
    return edition


def drawn(work: Work, edition: int, turn: str, by: int, paper: int) -> None:
    """Submit an edition once all its parts are drawn, for whoever asked; the clock's errand.

    What changed meanwhile is not what was drawn: then nothing is submitted, and he hears so.
    """
    found = work.disclosures.get(edition)
    digest = freezing.drawn(freezing.turn(work, edition, turn))
    if not digest or found.status is not S.DRAFT:
        return
    drafter = work.actor(by)
    ours = replace(stepping.given(work, found, digest=digest), by=drafter)
    # what it is held against may have changed as well: another edition may have been shown
    changed = not freezing.same(work, found, turn) or drafting.problems(work, found)
    if changed or not drafter.offices & road.DRAFTERS:
        presenting.told(work, "edition-changed", found, [by])
        return
    _step(work, found, A.SUBMIT, ours, {"paper": paper})


def undrawn(work: Work, edition: int, turn: str, by: int) -> None:
    """Say to whoever submitted that what should be signed could not be drawn."""
    if not freezing.drawn(freezing.turn(work, edition, turn)):
        found = work.disclosures.get(edition)
        work.alarm("paper", f"edition:{edition}")
        presenting.told(work, "edition-undrawn", found, [by])


def act(work: Work, edition: Edition, action: EditionAction, note: str = "") -> Edition:
    """Take one step by what lies there now; raise Refusal where a rule forbids it."""
    lying = freezing.lying(work, edition)
    return _step(work, edition, action, stepping.given(work, edition, note=note, digest=lying))


def _step(
    work: Work,
    edition: Edition,
    action: EditionAction,
    said: Given,
    detail: Mapping[str, int] | None = None,
) -> Edition:
    moved = stepping.step(work, edition, action, said, detail)
    SIGNED[action](work, edition, moved, said)
    return moved


def _submitted(work: Work, _before: Edition, edition: Edition, _said: Given) -> None:
    item = asking.item_of(work, edition)
    readers = asking.approvers(work.community, item, edition)
    if not readers:
        work.alarm("unheld", f"edition:{edition.id}")
    presenting.present(work, edition, readers)


def _approved(work: Work, _before: Edition, edition: Edition, _said: Given) -> None:
    presenting.redraw(work, edition)
    presenting.present(work, edition, presenting.seated(work, Role.SUPERVISION))
    alone = road.alone(work.community, edition)
    if alone and not asking.countersigners(work.community, edition):
        work.alarm("unheld", f"edition:{edition.id}")
    stepping.wake(work, edition)


def _countersigned(work: Work, _before: Edition, edition: Edition, said: Given) -> None:
    presenting.redraw(work, edition)
    presenting.officers(work, "edition-countersigned", edition, Role.COMMITTEE)
    if edition.checked_until and edition.checked_until <= said.at:
        stepping.wake(work, edition)


def _returned(work: Work, before: Edition, edition: Edition, said: Given) -> None:
    """Tell those who wrote it, and who had signed it, why it is a draft again."""
    hands = [*edition.drafters, before.approved_by]
    known = [work.community.known(key) for key in dict.fromkeys(hands) if key]
    readers = [o.telegram for o in known if o and o.seated and o.telegram != said.by.id]
    by = work.community.called(said.by.officer)
    presenting.told(work, "edition-returned", edition, readers, note=said.note, by=by)
    presenting.redraw(work, edition)


SIGNED: Mapping[EditionAction, Callable[[Work, Edition, Edition, Given], None]] = {
    A.SUBMIT: _submitted,
    A.APPROVE: _approved,
    A.COUNTERSIGN: _countersigned,
    A.SEND_BACK: _returned,
    A.OBJECT: _returned,
}

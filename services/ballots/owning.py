"""Which account is which owner's: an officer who knows both says so, and nobody guesses (E09)."""

from dataclasses import replace

from governance import powers
from governance.ballots import forms
from governance.dialogues import Dialogue, DialogueKind
from governance.notices import Address
from governance.powers import Verb
from governance.refusals import Refusal
from governance.residents import ResidentStatus
from services import deliveries, talks
from services.hearing import Asked
from services.ports import Work
from services.talks import Filled


def begin(work: Work, asked: Asked) -> Dialogue:
    """Open the form, in private wherever it was asked for."""
    powers.require(work.by, Verb.SEE_ROSTER)
    if work.flats.roster() is None:
        raise Refusal("refusal-ballot-roster")
    talk = talks.open_form(work, DialogueKind.OWNER)
    if asked.chat < 0:
        deliveries.come_private(work, asked.address, reader=work.by.id, token=talk.token)
    return talk


class OwnerTalk(Filled):
    """The form that finds a flat's owners, and the accounts registered in it."""

    __slots__ = ()

    def _go_on(self, work: Work, dialogue: Dialogue, field: str, value: str) -> object:
        if field == "place":
            owners, persons = _behind(work, value)
            lists = {"owners": forms.lines(owners), "persons": forms.lines(persons)}
            dialogue = replace(dialogue, data={**dialogue.data, **lists})
        return super()._go_on(work, dialogue, field, value)


def _behind(work: Work, place: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    building, door = forms.household(place, work.community)
    roster = work.flats.roster()
    flats = roster.units if roster else ()
    owners = tuple(
        f"{o.key}/{o.name}"
        for f in flats
        if (f.building, f.door) == (building, door)
        for o in f.owners
    )
    here = work.residents.household(building, door)
    persons = tuple(str(r.person) for r in here if r.status is ResidentStatus.VERIFIED)
    if not owners or not persons:
        raise Refusal("refusal-owner-nobody")
    return owners, persons


def linked(work: Work, talk: Dialogue) -> None:
    """Write the link down, and tell the owner: whoever it is not will say so."""
    powers.require(work.by, Verb.SEE_ROSTER)
    owner = forms.meant(talk, "owner", "owners").partition("/")[0]
    person = int(forms.meant(talk, "person", "persons"))
    if person == work.by.id:
        raise Refusal("refusal-own-household")
    work.flats.link(owner, person, work.by.officer, work.now)
    work.note("link-owner", "roster", {"owner": owner})
    said = {"place": talk.text("place")}
    deliveries.notice(work, "owner-linked", Address(chat=person), reader=person, facts=said)


OWNING = OwnerTalk(forms.OWNER, linked)

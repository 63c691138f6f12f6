"""What is disclosed because something happened: begun by hand, owed from then on (G04, G07)."""

from governance import privacy
from governance.dialogues import Dialogue, DialogueKind
from governance.disclosures import changes, gate
from governance.disclosures.edition import Edition
from governance.disclosures.forms import EVENT
from governance.disclosures.periods import due_day
from governance.disclosures.states import ProgrammeStatus
from governance.programme import Item, Occasion, Privacy
from governance.refusals import Refusal
from services import talks
from services.disclosures import asking, owing, scheduling
from services.ports import Work


def begin(work: Work, key: str) -> Dialogue:
    """Ask whoever may write an item what happened."""
    item = _open(work, key)
    return talks.open_form(work, DialogueKind.EVENT, item=item.key)


def _open(work: Work, key: str) -> Item:
    item = asking.named(work.community, key)
    asking.check_drafter(work.community, item, work.by)
    active = changes.status(owing.of_item(work, key)) is ProgrammeStatus.ACTIVE
    if item.occasion is not Occasion.EVENT or not active:
        raise Refusal("refusal-closed")
    return item


def happened(work: Work, talk: Dialogue) -> Edition:
    """Let an edition be owed for what happened; Refusal for the same words twice."""
    item, what = _open(work, talk.text("item")), talk.text("what").strip()
    named = item.privacy is Privacy.NUMBERS and gate.has_name(
        what, asking.nameless(work.community)
    )
    if named or privacy.is_private(what):
        raise Refusal("refusal-disclosure-private")
    for known in work.disclosures.of(item.key):
        if known.occasion == what:
            raise Refusal("refusal-disclosure-twice")
    today = owing.local(work, work.now)
    due, _ = due_day(item.due, today, work.community.calendar)
    edition = work.disclosures.add(Edition(item=item.key, occasion=what, due=due))
    scheduling.begun(work, item, edition)
    return edition


TALK = talks.Filled(EVENT, happened)

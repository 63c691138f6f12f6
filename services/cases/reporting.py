"""From what a resident said to a case with a number (B01, B03, B10).

Nothing is filed without the person's own words or tap.
"""

from governance import privacy
from governance.cases import Case
from governance.categories import Reading
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.notices import Address
from governance.refusals import Refusal
from services import deliveries, talks
from services.cases import filing
from services.hearing import Heard
from services.ports import Work

ELSEWHERE = "elsewhere"
NEEDED = ("text", "category", "building")


def report(work: Work, heard: Heard) -> Case | Dialogue:
    """File at once what is clear; else ask in private for what is missing (B01, B03)."""
    clear = heard.reading.category is not None and heard.reading.building is not None
    long_enough = len(heard.text) >= work.community.limits.shortest_report
    exposed = heard.in_group and privacy.is_private(heard.text)
    if heard.asked and clear and long_enough and not exposed:
        return filing.file(work, heard, parent=None)
    return draft(work, heard, parent=None)


def draft(work: Work, heard: Heard, *, parent: int | None) -> Dialogue:
    """Open a short private talk about what was said; it expires by itself."""
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.REPORT,
        person=work.by.id,
        chat=work.by.id,
        expires=work.now + work.community.limits.draft_lives,
        data={
            "text": heard.text,
            "photo": heard.photo,
            "category": heard.reading.category,
            "building": heard.reading.building,
            "chat": heard.chat,
            "message": heard.message,
            "parent": parent,
        },
    )
    dialogue = talks.begin(work, dialogue)
    if heard.in_group:
        here = Address(chat=heard.chat, reply_to=heard.message)
        deliveries.come_private(work, here, reader=work.by.id, token=dialogue.token)
    return dialogue


def write(work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
    """Add a message to the report's words; it fills what is missing, never what was chosen."""
    known = dialogue.data
    found = {
        "category": known.get("category") or heard.reading.category,
        "building": known.get("building") or heard.reading.building,
        "photo": heard.photo or known.get("photo"),
    }
    text = "\n".join(t for t in (dialogue.text("text"), heard.text) if t)
    return talks.gather(work, dialogue, text=text, **{k: str(v) for k, v in found.items() if v})


def submit(work: Work, dialogue: Dialogue) -> Case:
    """File the draft; Refusal if incomplete; an unknown place goes to the dispatcher (A02)."""
    if not all(dialogue.text(needed) for needed in NEEDED):
        raise Refusal("refusal-incomplete")
    heard = Heard(
        text=dialogue.text("text"),
        photo=dialogue.text("photo"),
        # what was finished in private is receipted in private: the group never learns the rest
        chat=dialogue.chat,
        message=0,
        reading=Reading(
            category=dialogue.text("category"), building=_known(dialogue.text("building"))
        ),
    )
    talks.end(work, dialogue, DialogueStatus.DONE)
    return filing.file(work, heard, parent=dialogue.whole("parent") or None)


def _known(building: str) -> str | None:
    return None if building == ELSEWHERE else building


def rest(work: Work, case: Case) -> Dialogue:
    """Offer what a partly settled case left open as a new case linked to it."""
    heard = Heard(
        text="",
        photo="",
        chat=case.reporter,
        message=0,
        reading=Reading(category=case.category, building=case.building),
    )
    dialogue = draft(work, heard, parent=case.id)
    here = deliveries.to_reporter(work, case)
    if here.chat < 0:
        deliveries.come_private(work, here, reader=case.reporter, token=dialogue.token)
    return dialogue


class Draft:
    """The talk in which a report is gathered (8.3: DRAFT)."""

    def offers(self, work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button under the draft could say this."""
        places = {ELSEWHERE, *(b.key for b in work.community.buildings)}
        known = {"category": {c.key for c in work.community.categories}, "building": places}
        if field == talks.SUBMIT:
            return dialogue.status is DialogueStatus.OPEN
        return field in known and value in {"", *known[field]}

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
        """Add a message to the report's words."""
        return write(work, dialogue, heard)

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> Case | Dialogue:
        """Take a choice, or the tap that files."""
        if field == talks.SUBMIT:
            return submit(work, dialogue)
        return talks.gather(work, dialogue, **{field: value})

    def back(self, work: Work, dialogue: Dialogue) -> Dialogue:
        """Ask the newest answer again; with none, leave."""
        given = [name for name in ("category", "building") if dialogue.text(name)]
        if not given:
            return talks.end(work, dialogue, DialogueStatus.CANCELLED)
        return talks.gather(work, dialogue, **{given[-1]: ""})

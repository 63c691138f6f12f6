"""From what a resident said to a case with a number (B01, B03, B06, B10).

Nothing is filed without the person's own words or tap.
"""

from dataclasses import replace

from governance import intake, privacy
from governance.cases import Case, CaseKind, Urgency
from governance.categories import NOTHING, Reading
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.intake import CHANGEABLE, ELSEWHERE, YES, Wanted
from governance.notices import Address, Priority
from governance.refusals import Refusal
from services import consent, deliveries, talks
from services.cases import collecting, holding, twins
from services.cases.filing import Origin
from services.chats import standing
from services.hearing import Asked, Heard
from services.ports import Work


def report(work: Work, heard: Heard) -> Case | Dialogue | None:
    """File at once what is clear; else ask in private for what is missing (B01, B03)."""
    if known := joined(work, heard):
        return known
    warn(work, heard)
    return None if standing.unregistered(work, heard.address) else take(work, heard)


def take(work: Work, heard: Heard, *, before: int = 0) -> Case | Dialogue:
    """File what is clear, else draft it; the files of the talk before it come along."""
    clear = intake.is_clear(work.community, heard.text, heard.reading)
    exposed = heard.in_group and (
        privacy.is_private(heard.text) or not intake.may_stand_in_group(heard.reading)
    )
    if heard.asked and clear and not exposed:
        return twins.file(work, heard, Origin(talk=before))
    return draft(work, heard, parent=None, before=before)


def warn(work: Work, heard: Heard) -> None:
    """Where life may be in danger show 110, 119 and 120 before anything else (N16)."""
    if heard.reading.danger:
        danger = Priority.DANGER
        deliveries.notice(work, "danger", heard.address, reader=work.by.id, priority=danger)


def joined(work: Work, heard: Heard) -> Case | Dialogue | None:
    """Add a photo to the report of its album, if there is one; no second case, no answer."""
    case, talk = collecting.of_album(work, heard)
    if case:
        return collecting.attach(work, work.cases.get(case), heard)
    if not talk:
        return None
    dialogue = work.dialogues.get(talk)
    if dialogue.status is DialogueStatus.OPEN and dialogue.kind is DialogueKind.REPORT:
        return write(work, dialogue, heard)
    if dialogue.status is DialogueStatus.OPEN and dialogue.kind in collecting.KEEPS_ITS_FILES:
        return collecting.add(work, dialogue, heard)
    return dialogue


def begin(work: Work, asked: Asked, kind: CaseKind = CaseKind.SERVICE) -> Dialogue:
    """Ask what somebody wants to report, who has said nothing yet."""
    reading = replace(NOTHING, kind=kind)
    chat, message, topic = asked.chat, asked.message, asked.topic
    heard = Heard(text="", photo="", chat=chat, message=message, topic=topic, reading=reading)
    return draft(work, heard, parent=None)


def draft(work: Work, heard: Heard, *, parent: int | None, before: int = 0) -> Dialogue:
    """Open a short private talk about what was said; it expires by itself."""
    dialogue = holding.hold(
        work,
        DialogueKind.REPORT,
        heard,
        person=work.by.id,
        chat=work.by.id,
        before=before,
        parent=parent,
    )
    if heard.in_group:
        point(work, dialogue, heard.address)
    return dialogue


def point(work: Work, dialogue: Dialogue, here: Address) -> None:
    """Point from a group to the private chat; later the same message says what came of it."""
    subject, reader = f"pointer:{dialogue.id}:0", dialogue.person
    deliveries.card(work, subject, here, reader=reader, priority=Priority.ANSWER)


def write(work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
    """Add a message to the report; it fills what is missing, never what was chosen."""
    warn(work, heard)
    collecting.keep(work, heard, dialogue=dialogue.id)
    again = dialogue.text("asking") == Wanted.TEXT
    words = () if again and heard.text else (dialogue.text("text"),)
    found = {k: str(v or "") for k, v in holding.said(heard).items() if k in FOUND}
    known = {k: dialogue.text(k) or v for k, v in found.items()}
    return talks.gather(
        work,
        dialogue,
        **known,
        **collecting.gathered(dialogue, heard),
        text="\n".join(t for t in (*words, heard.text) if t),
        asking="" if again else dialogue.text("asking"),
    )


FOUND = frozenset({"category", "building", "kind", "urgency", "dispute", "album"})


def submit(work: Work, dialogue: Dialogue) -> Case | Dialogue:
    """File the draft; an unknown place goes to the dispatcher (A02).

    Refusal if incomplete, or if it reads like a dispute and nobody said that it is none (C01).
    """
    if intake.missing(dialogue) is not Wanted.SUBMIT:
        raise Refusal("refusal-incomplete")
    if intake.undecided(dialogue):
        raise Refusal("refusal-dispute")
    # what was finished in private is receipted in private: the group never learns the rest
    consent.by_tap(work)  # its words stand above the tap
    heard = holding.heard_in(dialogue, chat=dialogue.chat, message=0)
    parent = dialogue.whole("parent") or None
    done = twins.file(work, heard, Origin(talk=dialogue.id, parent=parent))
    case = done.id if isinstance(done, Case) else done.whole("case")
    filed = replace(dialogue, data={**dialogue.data, "case": case})
    talks.end(work, filed, DialogueStatus.DONE)
    return done


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
        point(work, dialogue, here)
    return dialogue


class Draft:
    """The talk in which a report is gathered (8.3: DRAFT)."""

    def offers(self, work: Work, dialogue: Dialogue, field: str, value: str) -> bool:
        """Whether a button under the draft could say this."""
        places = {ELSEWHERE, *(b.key for b in work.community.buildings)}
        known: dict[str, set[str]] = {
            talks.SUBMIT: {""},
            "bare": {YES} if dialogue.text("files") else set(),
            "ordinary": {YES} if intake.undecided(dialogue) else set(),
            "asking": set(CHANGEABLE),
            "group": {g.key for g in work.community.groups},
            "category": {c.key for c in work.community.categories},
            "building": places,
            "kind": set(CaseKind),
            "urgency": set(Urgency),
        }
        return value in known.get(field, set())

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
        """Add a message to the report's words or files; Refusal where it brings neither."""
        if not heard.text and not heard.files:
            raise Refusal("refusal-unreadable")
        return write(work, dialogue, heard)

    def take(self, work: Work, dialogue: Dialogue, field: str, value: str) -> Case | Dialogue:
        """Take a choice, or the tap that files."""
        if field == talks.SUBMIT:
            return submit(work, dialogue)
        if field == "bare":
            return self._without_words(work, dialogue)
        settled = {} if field in {"asking", "group"} else {"asking": "", "group": ""}
        return talks.gather(work, dialogue, **{field: value}, **settled)

    def _without_words(self, work: Work, dialogue: Dialogue) -> Case | Dialogue:
        dialogue = talks.gather(work, dialogue, **intake.without_words(dialogue))
        done = intake.missing(dialogue) is Wanted.SUBMIT and not intake.undecided(dialogue)
        return submit(work, dialogue) if done else dialogue

    def back(self, work: Work, dialogue: Dialogue) -> Dialogue:
        """Ask the question before this one again; before the first, leave."""
        changed = intake.one_back(dialogue)
        if changed is None:
            return talks.end(work, dialogue, DialogueStatus.CANCELLED)
        return talks.gather(work, dialogue, **changed)

"""Files that come with a report, or after it: photos of one album, the rest of one (B03, B11)."""

from governance.cases import Case
from governance.dialogues import Dialogue, DialogueKind, DialogueStatus
from governance.intake import (
    ALBUM_LASTS,
    MOST_FILES,
    Attachment,
    AttachmentKind,
)
from governance.notices import Address, Fact
from governance.refusals import Refusal
from services import deliveries, talks
from services.cases import looking
from services.hearing import Heard
from services.ports import Work


def keep(work: Work, heard: Heard, *, case: int = 0, dialogue: int = 0) -> None:
    """Keep what came with a message; Refusal where a case holds as many as it can."""
    if not heard.files:
        return
    known = work.attachments.of_case(case) if case else work.attachments.of_talk(dialogue)
    if len(known) + len(heard.files) > MOST_FILES:
        raise Refusal("refusal-many-files", count=MOST_FILES)
    for kind, file in heard.files:
        added = Attachment(kind=kind, file=file, by=work.by.id, at=work.now, album=heard.album)
        work.attachments.add(added, case=case, dialogue=dialogue)


def gathered(dialogue: Dialogue, heard: Heard) -> dict[str, str]:
    """Return what a talk remembers of files: the kind of each, and the first photo to show."""
    kinds = [kind for kind in dialogue.text("files").split(",") if kind]
    kinds += [kind for kind, _ in heard.files]
    return {"files": ",".join(kinds), "photo": dialogue.text("photo") or heard.photo}


def of_album(work: Work, heard: Heard) -> tuple[int, int]:
    """Return the case and the talk to which the other photos of this album went, 0 for none."""
    if not heard.album:
        return 0, 0
    return work.attachments.album(work.by.id, heard.album, work.now - ALBUM_LASTS)


KEEPS_ITS_FILES = frozenset(
    {DialogueKind.REPORT, DialogueKind.PROXY, DialogueKind.NAMED, DialogueKind.REST}
)


def add(work: Work, dialogue: Dialogue, heard: Heard) -> Dialogue:
    """Add what came with a message to a talk that may become a case."""
    keep(work, heard, dialogue=dialogue.id)
    return talks.gather(work, dialogue, **gathered(dialogue, heard))


def remember(work: Work, dialogue: Dialogue, heard: Heard) -> None:
    """Know the other photos of an album again, whose first is the answer in a talk."""
    if heard.album and dialogue.kind not in KEEPS_ITS_FILES:
        keep(work, heard, dialogue=dialogue.id)


def attach(work: Work, case: Case, heard: Heard) -> Case:
    """Add what came with a message to a case; its worksheets show how many there are."""
    keep(work, heard, case=case.id)
    work.note("attach", f"case:{case.id}", {"files": len(heard.files)})
    work.redraw(f"worksheet:{case.id}:")
    return case


def ask_rest(work: Work, case: Case) -> Dialogue:
    """Ask for the other photos of an album, of which a reply shows the bot only one."""
    dialogue = Dialogue(
        token=work.token(),
        kind=DialogueKind.REST,
        person=case.reporter,
        chat=case.chat,
        expires=work.now + work.community.limits.draft_lives,
        data={"case": case.id, "under": case.message},
    )
    return talks.begin(work, dialogue)


class RestTalk:
    """The talk that takes what is still missing of an album."""

    def offers(self, _work: Work, _dialogue: Dialogue, field: str, _value: str) -> bool:
        """Whether a button of ours could say this."""
        return field == talks.SUBMIT

    def hear(self, work: Work, dialogue: Dialogue, heard: Heard) -> object:
        """Add photos to the case; Refusal where the message brings none."""
        if not heard.files:
            raise Refusal("refusal-unreadable")
        attach(work, work.cases.get(dialogue.whole("case")), heard)
        return talks.gather(work, dialogue, **gathered(dialogue, heard))

    def take(self, work: Work, dialogue: Dialogue, _field: str, _value: str) -> object:
        """End it: there are no more."""
        return talks.end(work, dialogue, DialogueStatus.DONE)

    def back(self, work: Work, dialogue: Dialogue) -> object:
        """Leave: it asks for one thing only."""
        return talks.end(work, dialogue, DialogueStatus.CANCELLED)


def show(work: Work, case_id: int) -> None:
    """Send every file of a case in private to one of its people; Refusal to all others."""
    case = work.cases.get(case_id)
    if not looking.concerned(work, case, work.by):
        raise Refusal("refusal-not-yours")
    if work.people.get(work.by.id).reachable is False:
        raise Refusal("refusal-unreached")
    deliver(work, case, work.by.id, frozenset(AttachmentKind))


def carry(work: Work, case: Case, officer: str) -> None:
    """Let the voice of a report be heard by whoever handles it now."""
    person = work.community.officer(officer).telegram
    deliver(work, case, person, frozenset({AttachmentKind.VOICE}))


def deliver(work: Work, case: Case, person: int, kinds: frozenset[AttachmentKind]) -> None:
    """Send the files of a case to somebody in private, never to a group: photos as an album."""
    found = [a for a in work.attachments.of_case(case.id) if a.kind in kinds]
    photos = ",".join(a.file for a in found if a.kind is AttachmentKind.PHOTO)
    others = [(a.kind, a.file) for a in found if a.kind is not AttachmentKind.PHOTO]
    private, number = Address(chat=person), case.number
    if photos:
        facts: dict[str, Fact] = {"number": number, "files": photos}
        deliveries.notice(work, "case-photos", private, reader=person, facts=facts)
    for kind, file in others:
        facts = {"number": number, "sort": kind, "files": file}
        deliveries.notice(work, "case-file", private, reader=person, facts=facts)

"""What came with a report, lists to tap in, and the menu: as they look."""

from governance.cases import OPEN, Case, CaseKind, Urgency
from governance.intake import AttachmentKind
from handlers.buttons import VerbPress
from handlers.intents import Intent
from handlers.views.drafts import counted, marks
from handlers.views.shown import BESIDE, Button, Page, Shown, pairs

LETTER = "i"
HAZARDS = 12  # listed at once: they fit into one message


def body(page: Page, case: Case, longest: int) -> str:
    """Return what a case says: its words, else the line that a human wrote, else what is there."""
    if case.text or case.summary:
        return page.gate(case.text or case.summary, longest)
    return page.texts.plain("body-without-words")


def lines(page: Page, case: Case) -> list[str]:
    """Return what a worksheet says besides: kind, urgency, how many files, for whom."""
    found = []
    if case.kind is not CaseKind.SERVICE or case.urgency is not Urgency.PAINFUL:
        found.append(page.texts("worksheet-kind", **marks(page, case.kind, case.urgency)))
    if files := _files(page, case):
        found.append(page.texts("worksheet-files", files=counted(page, files)))
    return [*found, *_behalf(page, case)]


def question(page: Page, case: Case) -> str:
    """Return the question about a finished case: read aloud where it was entered for another."""
    days = page.community.limits.confirm_within.days
    if not case.entered_by:
        return page.texts("verdict-question", days=days)
    return "\n".join([*_behalf(page, case), page.texts("verdict-question-aloud", days=days)])


def _behalf(page: Page, case: Case) -> list[str]:
    """Return for whom a case was entered: in private only (B11)."""
    if not case.entered_by or page.delivery.address.chat < 0:
        return []
    behalf = page.gate(case.behalf, BESIDE) or page.texts.plain("somebody")
    return [page.texts("worksheet-behalf", behalf=behalf)]


def _files(page: Page, case: Case) -> list[str]:
    """Return the files that the card itself does not show."""
    kinds = [str(a.kind) for a in page.shelf.attachments.of_case(case.id)]
    if case.photo and AttachmentKind.PHOTO in kinds:
        kinds.remove(AttachmentKind.PHOTO)
    return kinds


def rows(page: Page, case: Case) -> list[list[Button]]:
    """Return the button that shows all files of a case in private, where there are more."""
    kinds = _files(page, case)
    if page.among_neighbours or not kinds:
        return []
    words = "files-photos" if set(kinds) == {AttachmentKind.PHOTO} else "files-all"
    return [[_tap(page, words, "files", case.id)]]


def photos(page: Page) -> Shown:
    """Show all photos of a case, as one album."""
    facts = page.delivery.facts
    found = str(facts["files"]).split(",")
    text = page.texts("case-photos", number=facts["number"], count=len(found))
    return Shown(text=text, album=found)


def file(page: Page) -> Shown:
    """Show a voice, a video or a paper of a case."""
    facts = page.delivery.facts
    kind = str(facts["sort"])
    text = page.texts("case-file", number=facts["number"], sort=page.texts.plain(f"file-{kind}"))
    return Shown(text=text, file=(kind, str(facts["files"])))


def progress(page: Page) -> Shown:
    """List a person's open reports, each with a button."""
    own = _listed(page)
    if not own:
        return Shown(
            text=page.texts("my-open-none"), buttons=[[_tap(page, "menu-report", Intent.REPORT)]]
        )
    buttons = [
        Button(
            page.texts.plain("my-open-tap", number=c.number, category=page.category(c.category)),
            VerbPress(LETTER, c.id, "status").data,
        )
        for c in own
    ]
    return Shown(text=page.texts("my-open", count=len(own)), buttons=[[b] for b in buttons])


def hazards(page: Page) -> Shown:
    """List open hazards, oldest first."""
    found = [c for c in _listed(page) if c.status in OPEN]
    if not found:
        return Shown(text=page.texts("hazards-none"))
    listed = [
        page.texts(
            "hazards-one",
            number=c.number,
            place=page.community.building(c.building).name if c.building else "none",
            owner=page.community.called(c.holder),
            finish_by=page.when(c.finish_by),
            text=body(page, c, BESIDE),
        )
        for c in found[:HAZARDS]
    ]
    more = len(found[HAZARDS:])
    listed += [page.texts("hazards-more", count=more)] if more else []
    return Shown(text="\n".join([page.texts("hazards"), *listed]))


def _listed(page: Page) -> list[Case]:
    ids = [int(n) for n in str(page.delivery.facts["cases"]).split(",") if n]
    return [page.shelf.cases.get(each) for each in ids]


def menu(page: Page) -> Shown:
    """Say what can be done here; in private with a button for each."""
    delivery = page.delivery
    text = page.texts(delivery.key, **page.spoken(delivery.facts))
    if delivery.address.chat < 0:
        return Shown(text=text)
    taps = (Intent.REPORT, Intent.PROGRESS, Intent.MINE, Intent.HELP)
    buttons = [_tap(page, f"menu-{each}", each) for each in taps]
    return Shown(text=text, buttons=[*pairs(buttons), [_tap(page, "menu-proxy", "proxy")]])


def _tap(page: Page, words: str, verb: str, number: int = 0) -> Button:
    return Button(page.texts.plain(words), VerbPress(LETTER, number, verb).data)

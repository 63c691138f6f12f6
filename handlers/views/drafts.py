"""How a report looks while it is gathered: what was understood, and one question at a time."""

from collections.abc import Callable, Mapping

from governance import categories, intake
from governance.cases import CaseKind, Urgency
from governance.dialogues import Dialogue, DialogueStatus
from governance.intake import ELSEWHERE, YES, AttachmentKind, Wanted
from handlers.buttons import TalkPress
from handlers.views.forms import Fit
from handlers.views.shown import IN_CAPTION, LONGEST, Button, Page, Shown, cut, pairs
from services import consent, talks

Rows = list[list[Button]]
BETWEEN = " · "
DISPUTE = "dispute"  # the word of the link that leads to a dispute, in private


def draft(page: Page, talk: Dialogue) -> Shown:
    """Show what was understood so far, and what is still asked."""
    wanted = intake.wanted(talk)
    longest = IN_CAPTION if talk.text("photo") else LONGEST
    known = gathered(page, talk, lambda text: [cut(text, longest)])
    lines = [page.texts("draft-heading"), *known]
    if wanted is Wanted.SUBMIT and not consent.stands(page.shelf, talk.person):
        lines.append(page.texts("draft-consent"))
    doubt = wanted is Wanted.SUBMIT and intake.undecided(talk)
    lines.append(page.texts("draft-ask-dispute" if doubt else QUESTIONS[wanted]))
    rows = [*_choices(page, talk, wanted), _leave(page, talk, wanted)]
    return Shown(text="\n".join(lines), buttons=rows, photo=talk.text("photo"))


QUESTIONS: Mapping[Wanted, str] = {
    Wanted.TEXT: "draft-ask-text",
    Wanted.LINE: "draft-ask-line",
    Wanted.CATEGORY: "draft-ask-category",
    Wanted.BUILDING: "draft-ask-place",
    Wanted.KIND: "draft-ask-kind",
    Wanted.URGENCY: "draft-ask-urgency",
    Wanted.SUBMIT: "draft-ask-submit",
}


def gathered(page: Page, talk: Dialogue, fit: Fit) -> list[str]:
    """Say what a report holds so far; the words of its reporter as they fit."""
    lines = []
    if talk.text("parent"):
        parent = page.shelf.cases.get(talk.whole("parent"))
        lines.append(page.texts("draft-parent", number=parent.number))
    if talk.text("text"):
        said = fit(page.all(talk.text("text")))
        lines += [page.texts("draft-text", text=each) for each in said]
    if talk.text("files"):
        lines.append(page.texts("draft-files", files=counted(page, talk.text("files").split(","))))
    if talk.text("category"):
        lines.append(page.texts("draft-category", category=page.category(talk.text("category"))))
    if talk.text("building"):
        lines.append(page.texts("draft-place", place=_place(page, talk.text("building"))))
    if talk.text("kind") or talk.text("urgency"):
        lines.append(
            page.texts("draft-kind", **marks(page, talk.text("kind"), talk.text("urgency")))
        )
    if talk.text("album") and talk.whole("chat") < 0:
        lines.append(page.texts("draft-album"))
    return lines


def marks(page: Page, kind: str, urgency: str) -> dict[str, str]:
    """Return how kind and urgency are called; what was not said is the usual."""
    return {
        "kind": page.texts.plain(f"kind-{kind or CaseKind.SERVICE}"),
        "urgency": page.texts.plain(f"urgency-{urgency or Urgency.PAINFUL}"),
    }


def counted(page: Page, kinds: list[str]) -> str:
    """Return how many files of each kind there are."""
    found = {kind: kinds.count(kind) for kind in AttachmentKind if kind in kinds}
    named = [page.texts.plain(f"files-{kind}", count=count) for kind, count in found.items()]
    return BETWEEN.join(named)


def _choices(page: Page, talk: Dialogue, wanted: Wanted) -> Rows:
    offered = CHOICES.get(wanted)
    return offered(page, talk) if offered else []


def _bare(page: Page, talk: Dialogue) -> Rows:
    return [[_tap(page, talk, "draft-bare", "bare", YES)]]


def _kinds(page: Page, talk: Dialogue) -> Rows:
    taps = [_tap(page, talk, f"kind-{kind}", "kind", kind) for kind in CaseKind]
    return [*pairs(taps), [_dispute(page)]]


def _urgencies(page: Page, talk: Dialogue) -> Rows:
    return [[_tap(page, talk, f"urgency-{u}-tap", "urgency", u)] for u in Urgency]


def _categories(page: Page, talk: Dialogue) -> Rows:
    group, community = talk.text("group"), page.community
    groups = [] if group else categories.groups(community)
    first = [
        Button(_named(page, g.names), TalkPress(talk.id, "group", g.key).data) for g in groups
    ]
    rest = [
        Button(page.category(c.key), TalkPress(talk.id, "category", c.key).data)
        for c in categories.offered(community, group)
    ]
    return pairs([*first, *rest])


def _named(page: Page, names: Mapping[str, str]) -> str:
    return names.get(page.texts.language) or names["zh-CN"]


def _places(page: Page, talk: Dialogue) -> Rows:
    places = [
        Button(b.name, TalkPress(talk.id, "building", b.key).data)
        for b in page.community.buildings
    ]
    return [*pairs(places), [_tap(page, talk, "place-elsewhere", "building", ELSEWHERE)]]


def _submit(page: Page, talk: Dialogue) -> Rows:
    change = [
        _tap(page, talk, words, "asking", wanted)
        for words, wanted in (
            ("draft-change-category", Wanted.CATEGORY),
            ("draft-change-place", Wanted.BUILDING),
            ("draft-change-kind", Wanted.KIND),
            ("draft-change-urgency", Wanted.URGENCY),
        )
    ]
    if intake.undecided(talk):
        return [[_dispute(page)], [_tap(page, talk, "draft-ordinary", "ordinary", YES)]]
    return [[_tap(page, talk, "draft-submit", talks.SUBMIT)], *pairs(change)]


def _dispute(page: Page) -> Button:
    url = f"https://t.me/{page.bot}?start={DISPUTE}"
    return Button(page.texts.plain("draft-dispute"), url=url)


def _leave(page: Page, talk: Dialogue, wanted: Wanted) -> list[Button]:
    leave = [_tap(page, talk, "draft-cancel", talks.CANCEL)]
    if wanted is not Wanted.SUBMIT and intake.one_back(talk) is not None:
        leave.insert(0, _tap(page, talk, "tap-back", talks.BACK))
    return leave


CHOICES: Mapping[Wanted, Callable[[Page, Dialogue], Rows]] = {
    Wanted.LINE: _bare,
    Wanted.CATEGORY: _categories,
    Wanted.BUILDING: _places,
    Wanted.KIND: _kinds,
    Wanted.URGENCY: _urgencies,
    Wanted.SUBMIT: _submit,
}


def _place(page: Page, building: str) -> str:
    if building == ELSEWHERE:
        return page.texts.plain("place-elsewhere")
    return page.community.building(building).name


def _tap(page: Page, talk: Dialogue, words: str, field: str, value: str = "") -> Button:
    return Button(page.texts.plain(words), TalkPress(talk.id, field, value).data)


def named(page: Page, talk: Dialogue) -> Shown:
    """Ask an author in the group, in one neutral line, whether to report in his name."""
    name = page.gate(talk.text("name"))
    lines = [page.texts("named-ask", person=str(talk.person), name=name)]
    kinds = [k for k in talk.text("files").split(",") if k]
    if talk.text("album"):
        lines.append(page.texts("named-album", count=len(kinds)))
    taps = [
        _tap(page, talk, "named-yes", talks.SUBMIT),
        _tap(page, talk, "named-no", talks.CANCEL),
    ]
    return Shown(text="\n".join(lines), buttons=[taps])


def again(page: Page, talk: Dialogue) -> Shown:
    """Ask whether the same words are a second report (B06)."""
    number = page.shelf.cases.get(talk.whole("case")).number
    taps = [
        _tap(page, talk, "again-yes", talks.SUBMIT),
        _tap(page, talk, "again-no", talks.CANCEL),
    ]
    return Shown(text=page.texts("again-ask", number=number), buttons=[taps])


def rest(page: Page, talk: Dialogue) -> Shown:
    """Ask for the other photos of an album."""
    number = page.shelf.cases.get(talk.whole("case")).number
    lines = [page.texts("rest-ask", number=number)]
    if talk.text("files"):
        files = counted(page, talk.text("files").split(","))
        lines.append(page.texts("rest-came", files=files))
    return Shown(text="\n".join(lines), buttons=[[_tap(page, talk, "rest-all", talks.SUBMIT)]])


def pointer(page: Page) -> Shown:
    """Point from a group to the private chat; afterwards say that something came, never what."""
    talk = page.shelf.dialogues.get(int(page.delivery.subject.split(":")[1]))
    if talk.status is DialogueStatus.OPEN:
        url = f"https://t.me/{page.bot}?start={talk.token}"
        button = Button(page.texts.plain("come-private-button"), url=url)
        return Shown(text=page.texts("come-private"), buttons=[[button]])
    if talk.whole("case"):
        number = page.shelf.cases.get(talk.whole("case")).number
        return Shown(text=page.texts("pointer-done", number=number))
    return Shown(text=page.texts("pointer-over"))

"""How residents look: the five lines, who is to be met, and what each hears of it (8.1, A12)."""

from collections.abc import Sequence

from governance import consent, residents
from governance.consent import Consent
from governance.directory import Role
from governance.notices import Fact
from governance.refusals import Unknown
from governance.residents import Resident, ResidentAction, ResidentStatus
from handlers.buttons import VerbPress
from handlers.views.shown import BESIDE, Button, Page, Shown

LETTER = "r"
FIVE = range(1, 6)
MOST = 20  # of a list: what is longer is not read either


def in_private(page: Page) -> Shown:
    """Point to the private chat, where people's own matters are said."""
    url = f"https://t.me/{page.bot}?start={page.delivery.facts['token']}"
    button = Button(page.texts.plain("in-private-button"), url=url)
    return Shown(text=page.texts("in-private"), buttons=[[button]])


def five_lines(page: Page) -> Shown:
    """Say in five lines what is kept, where, how long, who sees it, and how to delete it."""
    # a notice of before it was a card names its goal in its facts
    of_old = f"::{page.delivery.facts.get('goal') or ''}:"
    _, _, *goal, _ = (page.delivery.subject or of_old).split(":")
    answer, version = page.shelf.residents.consent(page.delivery.reader), consent.VERSION
    head = page.texts("consent-heading", community=page.community.name)
    lines = [head, *_lines(page)]
    if answer and consent.stands(answer):
        return Shown(text="\n".join([*lines, _said(page, answer)]))
    lines.append(page.texts("consent-danger"))
    taps = [
        _button(page, "consent-agree", version, f"agree.{':'.join(goal) or 'start'}"),
        _button(page, "consent-look", version, "look"),
    ]
    return Shown(text="\n".join(lines), buttons=[taps])


def privacy(page: Page) -> Shown:
    """Show the five lines again, and the answer that was given to them."""
    answer = page.shelf.residents.consent(page.delivery.reader)
    head = page.texts("privacy-heading", community=page.community.name)
    said = page.texts("privacy-none")
    if answer:
        said = _said(page, answer)
    lines = [head, *_lines(page), said]
    tap = ("consent-agree", "agree.start")
    if consent.stands(answer):
        tap = ("privacy-take-back", "take-back")
    return Shown(text="\n".join(lines), buttons=[[_button(page, tap[0], consent.VERSION, tap[1])]])


def _said(page: Page, answer: Consent) -> str:
    return page.texts(_answered(answer), version=answer.version, at=page.when(answer.at))


def _answered(answer: Consent) -> str:
    if not answer.given:
        return "privacy-taken-back"
    return "privacy-given" if answer.version == consent.VERSION else "privacy-older"


def _lines(page: Page) -> list[str]:
    hours = int(page.community.limits.draft_lives.total_seconds() // 3600)
    return [page.texts(f"consent-line-{n}", hours=hours) for n in FIVE]


def _button(page: Page, words: str, number: int, verb: str, **facts: Fact) -> Button:
    return Button(page.texts.plain(words, **facts), VerbPress(LETTER, number, verb).data)


def place(page: Page, resident: Resident) -> str:
    """Return building and door; in a group only the building."""
    names = {b.key: b.name for b in page.community.buildings}
    building = names.get(resident.building, resident.building)
    return building if page.delivery.address.chat < 0 else f"{building} {resident.door}"


def line(page: Page, resident: Resident) -> str:
    """Return who this is, where, and how he lives there."""
    return page.texts.plain(
        "resident-line",
        name=page.shelf.people.get(resident.person).name,
        place=place(page, resident),
        residency=page.texts.plain(f"choice-join-residency-{resident.residency}"),
    )


def reason(page: Page, resident: Resident) -> str:
    """Return the reason that was given, by a button or in words."""
    note = resident.note
    key = f"choice-resident-note-{note[1:]}"
    if note.startswith("@") and page.texts.has(key):
        return page.texts.plain(key)
    return page.gate(note, BESIDE)


def card(page: Page) -> Shown:
    """Show a person to whoever is asked to meet him: the newest card has the taps."""
    _, number, officer, round_ = page.delivery.subject.split(":")
    resident = _there(page, int(number))
    if resident is None:
        return Shown(text=page.texts("resident-gone"))
    if page.delivery.address.chat < 0:
        called = page.community.called(officer)
        text = page.texts("resident-group", officer=called, building=place(page, resident))
        return Shown(text=text)
    newest = resident.version == int(round_)
    return _person(page, resident, taps=newest or resident.status is ResidentStatus.PENDING)


def _there(page: Page, resident: int) -> Resident | None:
    """Return a binding; nobody where the person had it deleted meanwhile."""
    try:
        return page.shelf.residents.get(resident)
    except Unknown:
        return None


def shown(page: Page) -> Shown:
    """Show a person out of a list."""
    return _person(page, _resident(page), taps=True)


def _resident(page: Page) -> Resident:
    return page.shelf.residents.get(int(page.delivery.facts["resident"] or 0))


def _person(page: Page, resident: Resident, *, taps: bool) -> Shown:
    name = page.shelf.people.get(resident.person).name
    lines = [
        page.texts("resident-heading", name=name, place=place(page, resident)),
        page.texts(
            "resident-facts",
            residency=page.texts.plain(f"choice-join-residency-{resident.residency}"),
            status=page.texts.plain(f"resident-status-{resident.status}"),
            at=page.when(resident.asked_at),
        ),
    ]
    if resident.status is ResidentStatus.VERIFIED:
        lines.append(page.texts("resident-age", adult="yes" if resident.adult else "no"))
    if resident.doubted:
        lines.append(page.texts("resident-doubted", reason=reason(page, resident)))
    elif resident.note:
        by = page.community.called(resident.decided_by)
        lines.append(page.texts("resident-reason", by=by, reason=reason(page, resident)))
    actions = _actions(page, resident) if taps else ()
    if ResidentAction.VERIFY in actions:
        lines.append(page.texts("resident-meet", residency=resident.residency))
    buttons = [
        [_button(page, f"resident-action-{a}", resident.id, a, residency=resident.residency)]
        for a in actions
    ]
    return Shown(text="\n".join(lines), buttons=buttons)


def _actions(page: Page, resident: Resident) -> tuple[ResidentAction, ...]:
    household = [
        r.person
        for r in page.shelf.residents.household(resident.building, resident.door)
        if r.status in residents.HERE
    ]
    viewer = page.shelf.actor(page.delivery.reader)
    roles = residents.roles_in(resident, page.community, viewer, household)
    return residents.choices(resident, roles)


def told(page: Page) -> Shown:
    """Tell a person what became of his registration; never a door in a group."""
    resident = _resident(page)
    keeper = residents.keeper(page.community, resident)
    text = page.texts(
        page.delivery.key,
        place=place(page, resident),
        by=page.community.called(resident.decided_by),
        reason=reason(page, resident),
        how="face" if resident.note in {"", f"@{residents.FACE}"} else "other",
        residency=resident.residency,
        status=page.texts.plain(f"resident-status-{resident.status}"),
        keeper=page.community.called(keeper) if keeper else "none",
    )
    return Shown(text=text)


def left(page: Page) -> Shown:
    """Tell a worker that somebody moved out."""
    resident = _resident(page)
    if page.delivery.address.chat < 0:
        building = place(page, resident)
        return Shown(text=page.texts("resident-left-group", building=building))
    return Shown(text=page.texts("resident-left", line=line(page, resident)))


def moving(page: Page) -> Shown:
    """Show a person's own households, each with the tap that leaves it."""
    self = frozenset({Role.RESIDENT})
    own = [
        r
        for r in page.shelf.residents.of(page.delivery.reader)
        if ResidentAction.MOVE in residents.BINDING.choices(r.status, self)
    ]
    buttons = [
        [_button(page, "resident-moving-button", r.id, ResidentAction.MOVE, place=place(page, r))]
        for r in own
    ]
    return Shown(
        text=page.texts("resident-moving" if own else "resident-moving-none"), buttons=buttons
    )


def listing(page: Page) -> Shown:
    """List who waits to be met, or who is registered in one building."""
    building = str(page.delivery.facts["building"] or "")
    mine = residents.readable(page.community, page.shelf.actor(page.delivery.reader))
    if building in mine:
        return _of_building(page, building)
    here = page.shelf.residents.within(mine)
    waiting = [r for r in here if r.status is ResidentStatus.PENDING]
    head = page.texts("residents-pending" if waiting else "residents-none", count=len(waiting))
    return _list(page, head, waiting)


def _of_building(page: Page, building: str) -> Shown:
    name = page.community.building(building).name
    those = [r for r in page.shelf.residents.within([building]) if r.status in residents.HERE]
    key = "residents-building" if those else "residents-building-none"
    return _list(page, page.texts(key, building=name, count=len(those)), those)


def late(page: Page) -> Shown:
    """Remind a worker, once a week, of those who wait for him (N25)."""
    ids = str(page.delivery.facts["residents"]).split(",")
    those = [_there(page, int(each)) for each in ids]
    waiting = [r for r in those if r and r.status is ResidentStatus.PENDING]
    if page.delivery.address.chat < 0:
        viewer = page.shelf.actor(page.delivery.reader)
        officer = page.community.called(viewer.officer)
        text = page.texts("residents-late-group", count=len(waiting), officer=officer)
        return Shown(text=text)
    return _list(page, page.texts("residents-late", count=len(waiting)), waiting)


def _list(page: Page, head: str, those: Sequence[Resident]) -> Shown:
    lines, buttons = [head], []
    for index, resident in enumerate(those[:MOST], 1):
        lines.append(
            page.texts(
                "residents-line",
                index=index,
                line=line(page, resident),
                status=page.texts.plain(f"resident-status-{resident.status}"),
                at=page.when(resident.asked_at),
            )
        )
        name = page.shelf.people.get(resident.person).name
        press = VerbPress(LETTER, resident.id, "show")
        buttons.append([Button(f"{index}. {name}", press.data)])
    if len(those) > MOST:
        lines.append(page.texts("residents-more", count=len(those) - MOST))
    return Shown(text="\n".join(lines), buttons=buttons)


NOTICES = {
    "consent": five_lines,
    "privacy": privacy,
    "in-private": in_private,
    "resident": shown,
    "residents": listing,
    "residents-late": late,
    "resident-moving": moving,
    "resident-left": left,
    **dict.fromkeys(
        (
            "resident-asked",
            "resident-already",
            "resident-told-verify",
            "resident-told-meet",
            "resident-told-confirm-age",
            "resident-told-doubt-age",
            "resident-told-refuse",
            "resident-told-suspend",
            "resident-told-restore",
            "resident-told-move",
        ),
        told,
    ),
}

"""How a post looks: to whoever must confirm its claimant, and in the list of all posts (8.2)."""

from governance import grants, powers
from governance.directory import Officer
from governance.grants import Grant, GrantAction, GrantStatus
from governance.powers import Verb
from handlers.buttons import VerbPress
from handlers.views.shown import BESIDE, Button, Page, Shown

QUESTIONS = {
    GrantStatus.CLAIMED: (GrantAction.CONFIRM, GrantAction.REFUSE),
    GrantStatus.REVOKE_ASKED: (GrantAction.REVOKE, GrantAction.KEEP),
}


def seat(page: Page) -> Shown:
    """Ask who must decide; afterwards say what was decided, and by whom."""
    _, number, viewer, version = page.delivery.subject.split(":")
    grant = page.shelf.grants.get(int(number))
    lines = [_heading(page, grant)]
    deciding = viewer in {o.key for o in grants.deciders(page.community, grant)}
    if not (deciding and int(version) == grant.version):
        return Shown(text="\n".join([*lines, standing(page, grant)]))
    if grant.status is GrantStatus.CLAIMED:
        lines.append(page.texts("seat-claimant", claimant=claimant(page, grant)))
    else:
        asker = _named(page, grant.asked_by)
        lines.append(page.texts("seat-asker", asker=asker, note=page.note(grant.reason, BESIDE)))
    lines.append(page.texts(f"seat-question-{grant.status}"))
    buttons = [
        Button(page.texts.plain(f"seat-action-{a}"), VerbPress("s", grant.id, a).data)
        for a in QUESTIONS[grant.status]
    ]
    return Shown(text="\n".join(lines), buttons=[buttons])


def _heading(page: Page, grant: Grant) -> str:
    officer = page.community.known(grant.officer)
    return page.texts(
        "seat-heading",
        post=page.community.called(grant.officer),
        offices=page.offices(officer.offices if officer else ()),
        name=officer.name if officer else "—",
    )


def standing(page: Page, grant: Grant) -> str:
    """Say where the taking up of a post stands."""
    by = grant.confirmed_by
    who = page.texts.plain("office-operator") if by == "operator" else _named(page, by)
    return page.texts(
        f"seat-status-{grant.status}",
        who=who,
        note=page.note(grant.reason, BESIDE) or "none",
        claimant=claimant(page, grant),
    )


def _named(page: Page, key: str) -> str:
    """Return the name of an officer beside the post: it is a person who vouches (8.2)."""
    officer = page.community.known(key)
    if officer is None:
        return page.community.called(key)
    return page.texts.plain("seat-person", name=officer.name, post=officer.known_as)


def claimant(page: Page, grant: Grant) -> str:
    """Return how whoever opened a link is called on Telegram, which proves nothing."""
    return page.gate(page.shelf.people.get(grant.person).name, BESIDE)


def posts(page: Page) -> Shown:
    """List every post: who, in which office, how it stands, until when."""
    lines = [page.texts("posts"), *(post(page, o) for o in page.community.officers)]
    viewer = page.shelf.actor(page.delivery.reader)
    ask = GrantAction.ASK_REVOKE
    button = Button(page.texts.plain(f"seat-action-{ask}"), VerbPress("s", 0, ask).data)
    may = powers.may(viewer, Verb.ASK_REVOKE)
    return Shown(text="\n".join(lines), buttons=[[button]] if may else [])


def post(page: Page, officer: Officer) -> str:
    """Say of one post who holds it, how it stands, and until when."""
    newest = next(iter(page.shelf.grants.of(officer.key)), None)
    stands = standing(page, newest) if newest else page.texts("seat-status-none")
    last = grants.last_day(page.community, newest) if newest else officer.term_ends
    return page.texts(
        "post",
        post=officer.known_as,
        name=officer.name,
        offices=page.offices(officer.offices),
        stands=stands,
        last=last.isoformat() if last else "none",
    )

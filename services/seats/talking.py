"""Talks about a post, and the list of all posts: what a verb still needs, who may look."""

from governance import grants, powers
from governance.dialogues import Dialogue, DialogueKind
from governance.grants import REASONS, Grant
from governance.notices import Address
from governance.powers import Verb
from services import deliveries, talks
from services.ports import Work
from services.seats import confirming, ending
from services.seats.acting import concerned


def refuse(work: Work, grant_id: int) -> Dialogue:
    """Ask whoever says "that is not him" for the reason, in private."""
    grant = work.grants.get(grant_id)
    concerned(work, grants.witnesses(work.community, grant), Verb.REFUSE_SEAT)
    post = work.community.called(grant.officer)
    return talks.open_form(work, DialogueKind.REFUSE_SEAT, seat=grant.id, post=post)


def refused(work: Work, dialogue: Dialogue) -> Grant:
    """Refuse with the reason that was given."""
    return confirming.refuse(work, dialogue.whole("seat"), _reason(dialogue))


def revoke(work: Work, grant_id: int = 0) -> Dialogue:  # noqa: ARG001 -- a button carries an id
    """Ask a member of the committee whose office is to end, and why."""
    powers.require(work.by, Verb.ASK_REVOKE)
    return talks.open_form(work, DialogueKind.ASK_REVOKE)


def revoked(work: Work, dialogue: Dialogue) -> Grant:
    """Ask supervision, with the reason that was given."""
    return ending.ask_revoke(work, dialogue.text("officer"), _reason(dialogue))


def _reason(dialogue: Dialogue) -> str:
    """Return a reason as it is stored: one of ours by its key, so that each reads his language."""
    reason = dialogue.text("reason")
    return f"@seat-{reason}" if reason in REASONS[dialogue.kind] else reason


def posts(work: Work) -> None:
    """List every post, its state and term, in private alone."""
    powers.require(work.by, Verb.SEE_POSTS)
    deliveries.notice(work, "posts", Address(chat=work.by.id), reader=work.by.id)

"""What is told of ballots in words: lists, one by its number, entered votes, steps."""

from governance.ballots.ballot import Ballot
from governance.ballots.states import BallotStatus, VoteAction, VoteStatus
from governance.ballots.table import LIFECYCLE
from handlers.buttons import VerbPress
from handlers.views.ballots import entries
from handlers.views.ballots.cards import public
from handlers.views.ballots.parts import LETTER, button, link, marked, new, unit_name
from handlers.views.shown import BESIDE, Button, Page, Shown, pairs
from handlers.views.shown import paper as sheet
from services import near
from services.ballots import entering, looking, striking, telling

A, S = VoteAction, BallotStatus
STRUCK = ("vote-struck", "vote-struck-tell")
ENTERED = ("vote-entered", "vote-tell", "vote-lapsed", "vote-refused", *STRUCK)
# what is told in words; residents are told by the card, but for what the card alone would hide
TOLD = tuple(
    sorted(
        {
            f"ballot-told-{role}-{s.action}"
            for s in LIFECYCLE.steps
            for role in s.tells
            if role != "resident" or s.action in telling.ALOUD
        }
    )
)


def paper(page: Page) -> Shown:
    """Show the sheet of a result."""
    return sheet(page, page.texts("ballot-paper", number=page.delivery.facts["number"]))


def listed(page: Page) -> Shown:
    """List the ballots that were opened; in private, to whoever drafts them, all, and new ones."""
    private = page.delivery.address.chat == page.delivery.reader
    holds = private and looking.holds(page.shelf, page.delivery.reader)
    statuses = tuple(S) if holds else looking.PUBLIC
    found = [b for b in page.shelf.ballots.standing(statuses) if _seen(page, b)][-10:]
    lines = [
        page.texts(
            "ballots-line",
            number=b.number,
            question=page.gate(b.question, BESIDE),
            status=page.texts.plain(f"ballot-status-{b.status}"),
        )
        for b in found
    ]
    rows = pairs([_opens(page, b) for b in found]) if private else []
    if holds:
        rows += [[new(page, t)] for t in looking.topics_to_ask(page.shelf)]
    return Shown(
        text="\n".join([page.texts("ballots" if found else "ballots-none"), *lines]), buttons=rows
    )


def _seen(page: Page, ballot: Ballot) -> bool:
    chat, topic = page.delivery.address.chat, page.shelf.topics.get(ballot.topic)
    return near.sees(page.shelf, topic, page.delivery.reader, chat)


def _opens(page: Page, ballot: Ballot) -> Button:
    words = page.texts.plain("ballot-number", number=ballot.number)
    return Button(words, VerbPress(LETTER, ballot.id, "open").data)


def one(page: Page) -> Shown:
    """Show a ballot by its number, as everybody reads it."""
    return public(page, page.shelf.ballots.get(int(page.delivery.facts["ballot"] or 0)))


def reminder(page: Page) -> Shown:
    """Say when a ballot closes, with the way to one's own paper."""
    ballot = page.shelf.ballots.get(int(page.delivery.facts["ballot"] or 0))
    text = page.texts(
        page.delivery.key,
        number=ballot.number,
        question=page.gate(ballot.question, BESIDE),
        at=page.when(ballot.closes),
    )
    if page.delivery.address.chat < 0:
        return Shown(text=text, buttons=[[link(page, ballot, "ballot-go")]])
    return Shown(text=text, buttons=[[button(page, ballot, "ballot-open", "open")]])


def lacking(page: Page) -> Shown:
    """Say one by one what a ballot still lacks, in plain words (E05)."""
    names = str(page.delivery.facts["missing"]).split(",")
    number = page.delivery.facts["number"]
    lines = [page.texts(f"ballot-lacks-{name}") for name in names]
    return Shown(text="\n".join([page.texts("ballot-lacking", number=number), *lines]))


def unopened(page: Page) -> Shown:
    """Say why a ballot could not be opened when its time had come."""
    facts = page.delivery.facts
    reason = page.texts.plain(str(facts["reason"]), **page.spoken(facts))
    return Shown(text=page.texts("ballot-unopened", number=facts["number"], reason=reason))


def told(page: Page) -> Shown:
    """Say what was done to a ballot, with the way to its card."""
    facts = page.delivery.facts
    ballot = page.shelf.ballots.get(int(facts["ballot"] or 0))
    said = page.spoken(facts) | {"by": page.community.called(str(facts["by"] or ""))}
    rows = (
        [] if page.delivery.address.chat < 0 else [[button(page, ballot, "ballot-open", "open")]]
    )
    return Shown(text=page.texts(page.delivery.key, **said), buttons=rows)


def about_entry(page: Page) -> Shown:
    """Tell a household, or whoever entered it, what became of an entered vote."""
    facts = page.delivery.facts
    ballot_id, vote, _ = page.shelf.ballots.entry(int(facts["vote"] or 0))
    ballot = page.shelf.ballots.get(ballot_id)
    note = str(facts.get("note") or "")
    # why supervision took it back is read by a whole household
    guarded = page.public(note) if page.delivery.key in STRUCK else note
    text = page.texts(
        page.delivery.key,
        number=ballot.number,
        unit=unit_name(page, vote.unit),
        marks=marked(page, ballot, vote.marks),
        by=page.community.called(vote.entered_by),
        channel=vote.channel,
        note=page.gate(guarded, BESIDE),
    )
    return Shown(text=text, buttons=[[button(page, ballot, "ballot-open", "open")]])


def entry(page: Page) -> Shown:
    """Ask a second person to confirm an entered vote; afterwards say what became of it."""
    ballot_id, vote, at = page.shelf.ballots.entry(int(page.delivery.subject.split(":")[1]))
    ballot = page.shelf.ballots.get(ballot_id)
    lines = [
        page.texts(
            "entry-heading",
            number=ballot.number,
            unit=unit_name(page, vote.unit),
            marks=marked(page, ballot, vote.marks),
            by=page.community.called(vote.entered_by),
            channel=vote.channel,
            at=page.when(at),
        )
    ]
    officers = {o.telegram for o in entering.witnesses(page.shelf, ballot, vote)}
    waits = vote.status is VoteStatus.ENTERED and ballot.status is S.OPEN
    if not waits or page.delivery.reader not in officers:
        said = page.texts(f"entry-status-{vote.status}")
        viewer = page.shelf.actor(page.delivery.reader)
        open_to = striking.open_to(page.shelf, ballot, vote, viewer)
        rows = [[entries.strike(page, ballot, vote, "entry-invalidate")]] if open_to else []
        return Shown(text="\n".join([*lines, said]), buttons=rows)
    rows = [
        [
            button(page, ballot, f"entry-{action}", f"{action}={vote.id}")
            for action in (A.CONFIRM, A.REFUSE)
        ]
    ]
    return Shown(text="\n".join([*lines, page.texts("entry-ask")]), buttons=rows)

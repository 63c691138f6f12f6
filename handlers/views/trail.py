"""How the audit of a case looks to supervision: who is a word that stands for a person (A16)."""

from datetime import UTC, datetime

from governance.chain import Entry
from handlers.views.shown import Page, Shown, fitting

SHORT = 12  # characters of a seal: enough to compare it with what `linli audit verify` prints


def trail(page: Page) -> Shown:
    """Show the newest entries about a case, and the seal that proves them."""
    facts = page.delivery.facts
    entries = page.shelf.trail.of(f"case:{facts['case']}")
    head = page.shelf.trail.head()
    sealed = head.entry if head else 0
    seal = page.texts(
        "trail-seal",
        seq=head.seq if head else 0,
        hash=head.hash[:SHORT] if head else "none",
        tail=sum(e.id > sealed for e in entries),
    )
    heading = page.texts("trail", number=facts["number"])
    return Shown(text=fitting([heading, seal], [_entry(page, e) for e in entries]))


def _entry(page: Page, entry: Entry) -> str:
    key = f"passage-{entry.verb}"
    done = page.texts.plain(key) if page.texts.has(key) else entry.verb
    at = page.when(datetime.fromtimestamp(entry.at / 1000, UTC))
    return page.texts("trail-entry", id=entry.id, at=at, done=done, who=entry.actor)

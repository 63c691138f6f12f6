"""How an entry of the audit is read: what was done in words, about what, by whom (A16)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from governance.chain import Entry
from governance.supervision import Matter
from handlers.views.shown import Page
from handlers.views.supervision import parts

# where the steps of a matter have their words: behind which verb, and of which subject
STEPS: Mapping[str, str] = {
    "topic-": "topic-action-",
    "resolution-": "resolution-action-",
    "ballot-": "history-ballot-",
    "edition-": "programme-action-",
}
BARE: Mapping[str, str] = {"case": "passage-", "topic": "fourstep-step-"}


def keys(verb: str, subject: str) -> Iterator[str]:
    """Yield the keys under which a verb may have its words, the most exact one first."""
    kind = subject.partition(":")[0]
    yield f"supervise-verb-{kind}-{verb}"
    yield f"supervise-verb-{verb}"
    if kind in BARE:
        yield f"{BARE[kind]}{verb}"
    for start, words in STEPS.items():
        if verb.startswith(start):
            yield f"{words}{verb.removeprefix(start)}"


def entry(page: Page, written: Entry) -> str:
    """Return one entry as a line."""
    return page.texts(
        "supervise-entry",
        id=written.id,
        at=page.when(datetime.fromtimestamp(written.at / 1000, UTC)),
        done=_done(page, written),
        what=_what(page, written),
        who=written.actor,
    )


def _done(page: Page, written: Entry) -> str:
    known = (key for key in keys(written.verb, written.object) if page.texts.has(key))
    found = next(known, "")
    return page.texts.plain(found) if found else written.verb


def _what(page: Page, written: Entry) -> str:
    """Return what an entry is about: by its name where it is a matter, else as it is written."""
    kind, _, about = written.object.partition(":")
    # the operator's editions are of the file, and no disclosures
    matter = Matter.DISCLOSURE if written.verb.startswith(("edition-", "edition_")) else kind
    if matter in set(Matter) and about.isdecimal():
        return parts.title(page, Matter(matter), int(about))
    return written.object

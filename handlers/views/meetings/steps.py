"""The six steps as a text made from their records (E13)."""

from governance import fourstep, powers
from governance.fourstep import MEETINGS, Minuted
from governance.powers import Verb
from governance.quorum import Threshold
from handlers.views.forms import day
from handlers.views.meetings.parts import button, fact, topic
from handlers.views.shown import BESIDE, Page, Shown
from services.meetings import tracking


def minutes(page: Page) -> Shown:
    """Say step by step what is on record, and what is next and from which day on."""
    about = page.shelf.topics.get(fact(page, "topic"))
    track = tracking.track_of(page.shelf, about.id)
    lines = [page.texts("fourstep-minutes"), topic(page, about)]
    lines += [_record(page, each) for each in track.records]
    step = fourstep.next_step(track)
    if step is None:
        return Shown(text="\n".join([*lines, page.texts("fourstep-over")]))
    first = fourstep.earliest(track, page.community.deliberation)
    since = day(page, first.isoformat()) if first else "none"
    named = page.texts.plain(f"fourstep-step-{step}")
    lines.append(page.texts("fourstep-next", step=named, since=since))
    leads = powers.may(page.shelf.actor(page.delivery.reader), Verb.LEAD_TOPIC)
    rows = [[button(page, "fourstep-record", about.id, "step")]] if leads else []
    return Shown(text="\n".join(lines), buttons=rows)


def _record(page: Page, minuted: Minuted) -> str:
    return page.texts(
        "fourstep-met" if minuted.step in MEETINGS else "fourstep-was-shown",
        step=page.texts.plain(f"fourstep-step-{minuted.step}"),
        on=day(page, minuted.on.isoformat()),
        expected=minuted.expected,
        present=minuted.present,
        least=_least(minuted),
        passed="yes" if minuted.passed else "no",
        result=page.gate(minuted.result, BESIDE) or "none",
        who=page.community.called(minuted.by),
    )


def _least(minuted: Minuted) -> str | int:
    """Return how many had to be present; of older records nobody knows."""
    return Threshold.read(minuted.quorum).needed(minuted.expected) if minuted.quorum else "none"


def shown(page: Page) -> Shown:
    """Show the groups what was shown: the newest record, with its picture."""
    about = page.shelf.topics.get(fact(page, "topic"))
    last = tracking.track_of(page.shelf, about.id).records[-1]
    lines = [_record(page, last), topic(page, about)]
    return Shown(text="\n".join(lines), photo=last.photo)


def unshown(page: Page) -> Shown:
    """Say that a decision was not shown on its day."""
    about = page.shelf.topics.get(fact(page, "topic"))
    return Shown(text="\n".join([page.texts("fourstep-unshown"), topic(page, about)]))

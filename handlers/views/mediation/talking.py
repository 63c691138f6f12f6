"""How the talks about a dispute look: its form, and what a step needs."""

from collections.abc import Sequence
from dataclasses import replace

from governance.dialogues import Dialogue
from governance.mediation.dispute import listed
from governance.mediation.form import FORM, MANY, NO_MORE, STEP_FORM
from handlers.buttons import TalkPress
from handlers.views import forms
from handlers.views.mediation.parts import withways
from handlers.views.shown import Button, Page, Shown


def telling(page: Page, talk: Dialogue) -> Shown:
    """Show the form; who was chosen by several taps stands there as residents call them."""
    wanted, found = FORM.next(talk), _chosen(page, talk)
    closed = {field: names for field, names in found.items() if field in talk.data}
    chosen = found.get(wanted.field, "") if wanted else ""
    drawn = replace(talk, data={**talk.data, **closed, "chosen": chosen or "none"})
    shown = forms.form(page, drawn, FORM)
    rows = _others(page, talk, shown) if chosen else shown.buttons
    return replace(shown, text=withways(page, shown.text), buttons=rows)


def called(page: Page, talk: Dialogue) -> Dialogue:
    """Return the talk with those who were chosen so far as residents call them."""
    return replace(talk, data={**talk.data, **_chosen(page, talk)})


def _chosen(page: Page, talk: Dialogue) -> dict[str, str]:
    return {
        field: _called(page, talk.text(keys)) or NO_MORE
        for field, keys in MANY.items()
        if field in talk.data or talk.text(keys)
    }


def _others(page: Page, talk: Dialogue, shown: Shown) -> Sequence[Sequence[Button]]:
    """Return the buttons; whoever named somebody is asked whether there is anybody else."""
    ends = {TalkPress(talk.id, field, NO_MORE).data for field in MANY}
    other = page.texts.plain("dispute-nobody-else")
    return [
        [replace(b, text=other) if b.data in ends else b for b in row] for row in shown.buttons
    ]


def _called(page: Page, keys: str) -> str:
    officers = {o.key: o.known_as for o in page.community.officers}
    return " · ".join(
        officers.get(key) or page.texts.plain(f"choice-dispute-involved-{key}")
        for key in listed(keys)
    )


def mediating(page: Page, talk: Dialogue) -> Shown:
    """Show the talk about a step."""
    shown = forms.form(page, talk, STEP_FORM)
    return replace(shown, text=withways(page, shown.text))

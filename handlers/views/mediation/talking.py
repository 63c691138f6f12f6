"""How the talks about a dispute look: its form, and what a step needs."""

from dataclasses import replace

from governance.dialogues import Dialogue
from governance.mediation.dispute import listed
from governance.mediation.form import FORM, MANY, NO_MORE, STEP_FORM
from handlers.views import forms
from handlers.views.mediation.parts import withways
from handlers.views.shown import Page, Shown


def telling(page: Page, talk: Dialogue) -> Shown:
    """Show the form; who was chosen by several taps stands there as residents call them."""
    called = {field: _called(page, talk.text(gathered)) for field, gathered in MANY.items()}
    closed = {f: names or NO_MORE for f, names in called.items() if f in talk.data}
    wanted = FORM.next(talk)
    chosen = called.get(wanted.field, "") if wanted else ""
    shown = forms.form(
        page, replace(talk, data={**talk.data, **closed, "chosen": chosen or "none"}), FORM
    )
    return replace(shown, text=withways(page, shown.text))


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

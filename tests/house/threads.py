"""What may be said of rights, ideas, summaries and hints."""

from governance.deliberations import forms
from governance.deliberations.rights import Right, Way
from governance.deliberations.summing import NOBODY, Part
from governance.wording import Concern
from handlers.views.deliberations.rights import BARRED
from tests.house.forming import of_form

RIGHTS = {
    *(f"my-rights-{right}" for right in Right),
    *(f"my-rights-way-{way}" for way in Way),
    *(f"my-rights-do-{way}" for way in Way if way not in BARRED),
    *("my-rights-in", "my-rights-button", "my-rights-more"),
}
THREADED = {
    "my-rights-": RIGHTS,
    "topic-summary-": {f"topic-summary-{part}" for part in Part},
    "wording-": {f"wording-{concern}" for concern in Concern} | {"wording-hints"},
    **of_form(forms.IDEA),
    **of_form(forms.SUMMARY, **{part: {NOBODY} for part in Part}),
}

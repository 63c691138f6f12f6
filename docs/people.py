"""What docs/privacy.md takes from the code: the binding of residents, and what is forgotten."""

import generate

from governance.residents import BINDING, ResidentStatus
from storage.forgetting import RULES


def binding() -> str:
    """Return the table of 8.1."""
    heads = ("action", "from", "to", "by", "tells", "needs")
    rows = (
        (
            f"`{step.action}`",
            ", ".join(s for s in ResidentStatus if s in step.sources),
            str(step.target),
            ", ".join(sorted(step.by)),
            ", ".join(step.tells) or "–",
            "a reason" if step.reason else "–",
        )
        for step in BINDING.steps
    )
    return generate.table(heads, rows)


def stores() -> str:
    """Return the table of storage/forgetting/rules.py, one row a rule."""
    texts = generate.LIBRARY.speak("en")
    heads = ("store", "table", "columns", "what becomes of it", "why")
    rows = (
        (
            texts.plain(f"forget-store-{rule.store}"),
            f"`{rule.table}`" if rule.table else "–",
            ", ".join(rule.columns) or "whole",
            str(rule.treatment),
            texts.plain(f"forget-why-{rule.why}"),
        )
        for rule in RULES
    )
    return generate.table(heads, rows)

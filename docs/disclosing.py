"""What the pages about disclosures take from the code: editions, items, numbers."""

import generate

from config.programme import DisclosingRow, DisclosureRow
from config.row import Row
from config.smallpowers import PowerRow
from governance import supervision
from governance.disclosures import changes
from governance.disclosures.edition import LIFECYCLE
from governance.disclosures.states import ChangeStatus, EditionStatus, ProgrammeStatus
from governance.lifecycle import A, Lifecycle, S

HEADS = ("action", "from", "to", "by", "tells", "needs")


def edition() -> str:
    """Return the table of 8.12."""
    return _steps(LIFECYCLE, EditionStatus)


def item() -> str:
    """Return the table of what is done to an item."""
    return _steps(changes.LIFECYCLE, ProgrammeStatus)


def change() -> str:
    """Return the table of what becomes of a change that was asked for."""
    return _steps(changes.CHANGE, ChangeStatus)


def opinion() -> str:
    """Return the table of what becomes of an opinion of supervision."""
    return _steps(supervision.LIFECYCLE, supervision.MeasureStatus)


def _steps(lifecycle: Lifecycle[S, A], statuses: type[S]) -> str:
    rows = (
        (
            f"`{step.action}`",
            ", ".join(s for s in statuses if s in step.sources),
            str(step.target),
            ", ".join(sorted(step.by)),
            ", ".join(step.tells) or "–",
            "a reason" if step.reason else "–",
        )
        for step in lifecycle.steps
    )
    return generate.table(HEADS, rows)


def settings() -> str:
    """Return the settings of an item, each with an example; what has a default may be left out."""
    return _settings(DisclosureRow)


def _settings(shape: type[Row]) -> str:
    rows = (
        (f"`{name}`", "yes" if field.is_required() else "no", f"`{name} = {field.examples[0]}`")
        for name, field in shape.model_fields.items()
        if field.examples
    )
    return generate.table(("setting", "needed", "example"), rows)


def powers() -> str:
    """Return the settings of a small power, each with an example."""
    return _settings(PowerRow)


def numbers() -> str:
    """Return the community's own numbers with what holds where none is written."""
    rows = ((f"`{n}`", str(f.default)) for n, f in DisclosingRow.model_fields.items())
    return generate.table(("setting", "unless the file says otherwise"), rows)

"""What the clock wakes of disclosures, by the names under which it is asked to."""

from collections.abc import Callable, Mapping

from services.disclosures import keeping, scheduling, sheets

DUES: Mapping[str, Callable[..., None]] = {
    scheduling.VERB: scheduling.look,
    "disclosure_remind": scheduling.remind,
    "disclosure_absent": scheduling.absent,
    sheets.DRAWN: sheets.drawn,
    sheets.FORGET: sheets.forget,
    keeping.VERB: keeping.ends,
}

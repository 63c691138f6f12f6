"""What the clock wakes of disclosures, by the names under which it is asked to."""

from collections.abc import Callable, Mapping

from services.disclosures import scheduling

DUES: Mapping[str, Callable[..., None]] = {
    scheduling.VERB: scheduling.look,
    "disclosure_remind": scheduling.remind,
    "disclosure_absent": scheduling.absent,
}

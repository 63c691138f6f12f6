"""What the clock wakes of resolutions, by the names under which it is asked to."""

from collections.abc import Callable, Mapping

from services import stages
from services.resolutions import checking, dossiers, waiting

DUES: Mapping[str, Callable[..., None]] = {
    "unresolved": waiting.unresolved,
    "resolution_look": waiting.look,
    "promise": checking.moved,
    "promise_late": waiting.late,
    "checkin": checking.ask,
    "unreported": checking.unreported,
    stages.VERB: stages.warned,
    "disclose": waiting.disclose,
    "undisclosed": waiting.undisclosed,
    "dossier": dossiers.dossier,
}

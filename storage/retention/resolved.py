"""Which rows about resolutions are old enough to be let go of."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, select

from governance.resolutions.states import OVER
from storage.replies import ASKED, REPLIES
from storage.resolutions import PASSAGES, RESOLUTIONS
from storage.retention.finding import Finds, written

LOADED = (ASKED, REPLIES)  # what nobody has loaded is not in the list of tables


def of_resolution(blank: Mapping[str, Any]) -> Finds:
    """Find who was asked about resolutions that are over, answered, or objected."""

    def finds(t: Table, before: int, community: int) -> ColumnElement[bool]:
        made, steps = RESOLUTIONS, PASSAGES
        since = select(steps.c.id).where(steps.c.resolution_id == made.c.id, steps.c.at >= before)
        over = select(made.c.id).where(
            made.c.community_id == community,
            made.c.status.in_(OVER),
            made.c.at < before,
            ~since.exists(),
        )
        old = t.c.resolution_id.in_(over)
        return and_(old, written(t, blank)) if blank else old

    return finds

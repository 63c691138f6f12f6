"""A resolution about which somebody was asked, answered, and had something against it."""

from sqlalchemy import insert

from storage.database import METADATA
from storage.rows import ms
from tests.bot.doors import LI, MONDAY
from tests.services.blank import blank


def resolution(connection, number, status):
    words = {"number": number, "status": status, "at": ms(MONDAY), "earlier": [], "final": {}}
    row = blank("resolutions", community_id=1, topic_id=1, **words)
    connection.execute(insert(METADATA.tables["resolutions"]).values(row))
    of = {"resolution_id": number, "person": LI}
    for table, more in (
        ("resolution_asked", {}),
        ("resolution_replies", {"question": "done", "reply": "no"}),
        ("resolution_contests", {"text": "太贵"}),
    ):
        connection.execute(insert(METADATA.tables[table]).values(blank(table, **of, **more)))

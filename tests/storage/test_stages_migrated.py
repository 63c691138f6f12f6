"""The alarms and talks that editions of stages have taken the place of are let go of."""

from contextlib import closing
from sqlite3 import connect

from storage.migrations import HEAD
from storage.upgrade import upgrade

DUE = "INSERT INTO dues (key, at, verb, words, status) VALUES (?, 1, ?, '{}', 'open')"
TALK = (
    "INSERT INTO dialogues (token, kind, person, chat, status, expires, data, version) "
    "VALUES (?, ?, 1, 1, 'open', 9, '{}', 0)"
)


def test_old_alarms_of_stages_are_gone_and_their_talks_are_over(tmp_path):
    path = tmp_path / "a.db"
    upgrade(f"sqlite:///{path}", head="0026")
    with closing(connect(path)) as db:
        db.executemany(DUE, [("a", "stage"), ("b", "stage_missed"), ("c", "checkin")])
        db.executemany(TALK, [("s", "stage"), ("t", "clause")])
        db.commit()
    upgrade(f"sqlite:///{path}", head=HEAD)
    with closing(connect(path)) as db:
        dues = db.execute("SELECT verb FROM dues ORDER BY id").fetchall()
        talks = db.execute("SELECT kind, status FROM dialogues ORDER BY id").fetchall()
    assert dues == [("stage",), ("checkin",)]
    assert talks == [("project", "expired"), ("clause", "open")]

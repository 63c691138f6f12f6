"""Logs carry ids: nothing that people wrote, told or are called stands in any of them."""

import json

import pytest

from tests.journeys.towns import GROUP

MARK = "甲乙丙丁标记词"
NAMES = ("李秀芬", "李婶")


@pytest.fixture
def told(monkeypatch):
    """Let logs tell as much as they can."""
    monkeypatch.setenv("LINLI_LOG_LEVEL", "debug")


def test_no_log_holds_a_word_that_somebody_wrote(told, town):
    town.says("李婶", f"/report 三号楼电梯坏了两天没人修 {MARK}", chat=GROUP)
    town.says("李婶", f"六号楼楼道灯不亮 {MARK}")
    town.says("李婶", f"/status {MARK}", chat=GROUP)
    town.says("李婶", f"/no-such-command {MARK}")
    assert town.idle()
    town.kill()
    town.open()
    town.says("李婶", f"/whoami {MARK}")
    assert town.idle()

    logs = {p.name: p.read_text("utf-8") for p in town.folder.glob("*.log*")}
    events = [json.loads(line)["event"] for line in logs["linli.log"].splitlines()]
    assert events.count("update.heard") == 5
    assert events.count("bot.up") == 2
    assert "update.heard" in logs["bot.log"]
    words = (MARK, *NAMES)
    assert [(n, w) for n, text in logs.items() for w in words if w in text] == []
    assert town.rows(f"select count(*) from cases where text like '%{MARK}%'") == [(1,)]
    assert (town.folder / "linli.log").stat().st_mode & 0o777 == 0o600

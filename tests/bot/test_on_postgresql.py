"""The operator's commands on PostgreSQL: the address is all that is different."""

import pytest

from tests.bot import office
from tests.bot.office import EXAMPLE, linli, tokens


@pytest.fixture
def town(tmp_path, monkeypatch, postgres):
    with office.bot_api() as api:
        office.settle(tmp_path, monkeypatch, api)
        monkeypatch.setenv("LINLI_DATABASE_URL", postgres.empty())
        yield


def test_commands_work_as_they_do_on_a_file(town):
    before = linli("audit", "verify")
    applied = linli("community", "apply", str(EXAMPLE), "--yes")
    invited = linli("invite", "wang")
    listed = linli("invite", "--list")
    verified = linli("audit", "verify")
    unknown = linli("forget", "5")

    assert (before[0], "No database is at" in before[2]) == (2, True)
    assert (applied[0], invited[0], listed[0], verified[0]) == (0, 0, 0, 0)
    assert len(tokens(invited[1])) == 1
    assert "wang\n  王师傅 王建国（网格员）：链接已发出" in listed[1]
    assert "0 entries sealed, 2 not yet; nothing is broken" in verified[1]
    assert (unknown[0], "账号 5" in unknown[2]) == (2, True)

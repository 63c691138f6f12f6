import pytest

from storage import directory
from storage.database import writing
from tests.bases import migrate
from tests.bot.doors import COMMUNITY
from tests.bot.office import NOWHERE, PNG, TOKEN, address, bot_api, linli, rows, settle, tokens


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    with bot_api() as api:
        settle(tmp_path, monkeypatch, api)
        yield


@pytest.fixture
def base(tmp_path):
    migrate(address(tmp_path))
    engine = writing(address(tmp_path))
    yield engine
    engine.dispose()


def test_doors_name_a_place_and_nothing_else():
    code, out, err = linli("door")

    assert (code, err) == (0, "")
    assert tokens(out) == [f"b_{b.key}" for b in COMMUNITY.buildings]


def test_doors_can_be_named_and_drawn(tmp_path):
    code, out, _ = linli("door", "b3", "--qr", str(tmp_path / "qr"))

    assert (code, tokens(out)) == (0, ["b_b3"])
    assert (tmp_path / "qr" / "b3.png").read_bytes().startswith(PNG)


def test_an_unknown_building_is_named():
    code, out, err = linli("door", "b99")

    assert (code, out) == (2, "")
    assert ("b99" in err, "b1" in err) == (True, True)


def test_without_telegram_the_name_is_the_one_that_last_ran(base, monkeypatch):
    with base.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        directory.ran(connection, number, "linli_bot")
    monkeypatch.setenv("LINLI_API_BASE", NOWHERE)

    assert tokens(linli("door", "b3")[1]) == ["b_b3"]


def test_without_telegram_and_without_a_name_it_is_said_in_plain_words(monkeypatch):
    monkeypatch.setenv("LINLI_API_BASE", NOWHERE)

    code, out, err = linli("invite", "chen")

    assert (code, out) == (2, "")
    assert ("连不上 Telegram" in err, "cannot be reached" in err) == (True, True)


def test_a_token_that_telegram_does_not_know_is_said_in_plain_words(monkeypatch):
    monkeypatch.setenv("LINLI_TOKEN", TOKEN.replace("AA", "BB"))

    code, _, err = linli("door")

    assert code == 2
    assert "LINLI_TOKEN" in err


def test_nothing_is_invited_where_the_name_is_not_known(base, monkeypatch):
    monkeypatch.setenv("LINLI_API_BASE", NOWHERE)

    linli("invite", "chen")

    assert rows(base, "select count(*) from grants") == [(0,)]


def test_a_drill_that_does_not_answer_is_said_in_plain_words(monkeypatch):
    monkeypatch.setenv("LINLI_DRILL_URL", NOWHERE)

    code, _, err = linli("invite", "chen")

    assert code == 2
    assert NOWHERE in err

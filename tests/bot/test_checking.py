"""`linli check`: each line right and wrong, its cure in both languages, and never a traceback."""

import asyncio
import os
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner

from bot import checking
from bot.__main__ import main
from bot.checked import NAMES, Line
from config.settings import PREFIX, Settings
from storage import directory, roll, upgrade
from storage.chats import CHATS
from storage.database import writing
from tests.bases import migrate
from tests.bot.doors import BOT, COMMUNITY, GROUP, LIBRARY
from tests.bot.proxies import NAME, HttpProxy

ROOT = Path(__file__).parents[2]
TOKEN = "7000000001:AAexampleexampleexampleexampleexam"
ME = {"id": BOT, "is_bot": True, "first_name": "邻里", "username": "linli_bot"}
MEMBER = {"status": "member", "user": {"id": BOT}}


@pytest.fixture(autouse=True)
def environment(monkeypatch, tmp_path):
    """Nothing of this machine's own settings, and a database of its own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    for name, value in (
        ("TOKEN", TOKEN),
        ("COMMUNITY", str(ROOT / "config" / "community.example.toml")),
        ("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/linli.db"),
        ("STATE", str(tmp_path)),
    ):
        monkeypatch.setenv(PREFIX + name, value)
    return monkeypatch


class Telegram:
    """Answers as it is told; what is a string is a refusal."""

    def __init__(self):
        self.answers = {
            "getMe": ME,
            "getWebhookInfo": {"url": ""},
            "getChat": {"id": GROUP, "permissions": {"can_send_messages": True}},
            "getChatMember": MEMBER,
        }
        self.more = {}

    async def answer(self, request):
        told = self.answers[request.path.rsplit("/", 1)[-1]]
        if isinstance(told, dict):
            return web.json_response({"ok": True, "result": told})
        refused = {"ok": False, "error_code": 400, "description": told, "parameters": self.more}
        return web.json_response(refused, status=int(told.split()[0]))


@pytest_asyncio.fixture
async def telegram(environment):
    told, app = Telegram(), web.Application()
    app.router.add_route("*", "/{path:.*}", told.answer)
    async with TestServer(app) as server:
        environment.setenv("LINLI_API_BASE", str(server.make_url("")).rstrip("/"))
        yield told


@pytest.fixture
def begun(tmp_path):
    """A database with the posts taken up and the groups bound."""
    address = f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    migrate(address)
    engine = writing(address)
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        roll.seed(connection, number, COMMUNITY, 0)
    yield engine
    engine.dispose()


async def lines():
    return {line.name: line for line in await checking._all()}


def wrong(found):
    return {name for name, line in found.items() if not line.fine}


async def test_where_all_is_right_every_line_is(telegram, begun):
    found = await lines()

    assert wrong(found) <= {"fonts"}
    assert found.keys() == set(NAMES) - {"unforeseen"}
    assert found["token"].facts == {"bot": "@linli_bot"}
    assert found["server"].facts["own"] == "yes"


async def test_before_the_first_start_nothing_is_taken_up_and_no_group_is_there(
    telegram, tmp_path
):
    found = await lines()

    assert found["database"].facts["state"] == "new"
    assert wrong(found) - {"fonts"} == {"posts", "staff", "neighbours"}
    assert not (tmp_path / "linli.db").exists()


@pytest.mark.parametrize(
    ("method", "told", "name"),
    [
        ("getMe", ME | {"can_read_all_group_messages": True}, "privacy"),
        ("getWebhookInfo", {"url": "https://elsewhere"}, "webhook"),
        ("getMe", "401 Unauthorized", "token"),
        ("getMe", "502 Bad Gateway", "server"),
        ("getChat", "400 Bad Request: chat not found", "group"),
        ("getChatMember", MEMBER | {"status": "left"}, "group"),
        (
            "getChat",
            {"id": GROUP, "permissions": {"can_send_messages": False}},
            "group",
        ),
        ("getWebhookInfo", "400 Bad Request: what", "unforeseen"),
    ],
)
async def test_what_telegram_says_is_wrong_is_one_line(telegram, begun, method, told, name):
    telegram.answers[method] = told

    assert wrong(await lines()) - {"fonts"} == {name}


async def test_an_administrator_and_a_group_that_moved_are_said_and_are_not_wrong(telegram, begun):
    telegram.answers["getChatMember"] = MEMBER | {"status": "administrator"}
    high = (await lines())["group"]
    telegram.answers["getChat"] = "400 Bad Request: group chat was upgraded to a supergroup chat"
    telegram.more = {"migrate_to_chat_id": -1009}
    moved = (await lines())["group"]

    assert (high.fine, high.facts["state"]) == (True, "hears-all")
    assert (moved.fine, moved.facts["state"]) == (True, "moved")


async def test_a_group_that_is_struck_off_is_not_looked_at(telegram, begun):
    with begun.begin() as connection:
        connection.execute(CHATS.update().values(status="unbound"))

    found = await lines()

    assert "group" not in found
    assert wrong(found) - {"fonts"} == {"staff", "neighbours"}


async def test_a_broken_database_is_named_with_the_backup_as_its_cure(telegram, tmp_path):
    (tmp_path / "linli.db").write_bytes(b"no database" * 1000)

    found = await lines()

    assert "database" in wrong(found)
    assert "backup" in found["database"].told([LIBRARY.speak("en")])


async def test_an_older_database_is_right(telegram, tmp_path):
    upgrade.upgrade(f"sqlite+aiosqlite:///{tmp_path}/linli.db", head="0001")

    assert (await lines())["database"].facts["state"] == "older"


async def test_another_kind_of_database_is_not_served_yet(telegram, environment):
    environment.setenv("LINLI_DATABASE_URL", "postgresql+asyncpg://linli:s3cr3t@db/linli")

    found = await lines()

    assert "database" in wrong(found)
    assert "s3cr3t" not in found["database"].told([LIBRARY.speak("en")])


@pytest.mark.parametrize("kind", ["http", "socks5h"])
async def test_a_dead_proxy_is_one_plain_line_and_its_password_is_never_said(environment, kind):
    environment.setenv("LINLI_PROXY", f"{kind}://linli:s3cr3t@127.0.0.1:9")

    found = await lines()
    told = found["proxy"].told([LIBRARY.speak("en")])

    assert f"({kind} 127.0.0.1) cannot be reached" in told
    assert "LINLI_PROXY" in told
    assert "proxy" in wrong(found)
    assert not found.keys() & {"server", "token", "privacy", "webhook", "clock", "unforeseen"}
    assert "s3cr3t" not in " ".join(line.told([LIBRARY.speak("en")]) for line in found.values())


async def test_where_an_http_proxy_is_set_all_is_asked_by_way_of_it(telegram, begun, environment):
    port = int(os.environ["LINLI_API_BASE"].rpartition(":")[2])
    environment.setenv("LINLI_API_BASE", f"http://{NAME}")
    proxy = HttpProxy(port)
    async with await asyncio.start_server(proxy.serve, "127.0.0.1", 0) as server:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        environment.setenv("LINLI_PROXY", address)
        found = await lines()

    assert wrong(found) <= {"fonts"}
    assert found["proxy"].facts == {"proxy": "http 127.0.0.1"}
    asked = [line.removeprefix(f"POST http://{NAME}/bot{TOKEN}/") for line in proxy.asked]
    assert set(asked) == {"getMe", "getWebhookInfo", "getChat", "getChatMember"}


def test_the_command_ends_with_one_where_anything_is_wrong_and_never_with_a_traceback(environment):
    environment.setenv("LINLI_API_BASE", "http://127.0.0.1:9")

    told = CliRunner().invoke(main, ["check", "--lang", "zh"])

    assert told.exit_code == 1
    assert "✗ 连不上 127.0.0.1：检查网络" in told.output
    assert "cannot be reached" not in told.output
    assert "Traceback" not in told.output


def test_settings_that_cannot_be_used_are_one_line_with_the_first_mistake(environment):
    environment.setenv("LINLI_TOKEN", "wrong")
    environment.setenv("LINLI_PACE", "fast")

    told = CliRunner().invoke(main, ["check", "--lang", "en"])

    first = told.output.splitlines()[0]
    assert told.exit_code == 1
    assert first.startswith("✗ settings or community file: LINLI_TOKEN")
    assert first.endswith("(and 1 more)")


async def test_an_error_that_nobody_foresaw_is_a_line_after_what_was_found():
    async def breaks():
        yield Line("words", fine=True)
        raise ZeroDivisionError

    found = await checking._guarded(breaks())

    unforeseen = Line("unforeseen", fine=False, facts={"error": "ZeroDivisionError"})
    assert found == [Line("words", fine=True), unforeseen]


def test_the_exit_code_is_nought_only_where_all_is_right():
    fine, not_fine = Line("words", fine=True), Line("words", fine=False)

    assert [checking.code(those) for those in ([fine, fine], [fine, not_fine], [])] == [0, 1, 0]

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from bot import posts
from bot.__main__ import main
from config.settings import Settings
from governance.directory import Person
from handlers.directory import PAYLOADS
from services.seats import confirming
from storage import directory, upgrade
from storage.audit import AUDIT
from storage.database import writing
from storage.roll import Roll
from storage.work import Work
from tests.bot.doors import COMMUNITY, ROOT
from tests.services.town import AT

EXAMPLE = ROOT / "config" / "community.example.toml"
TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"
NOWHERE = "http://127.0.0.1:1"
LINK = re.compile(r"https://t\.me/linli_bot\?start=(\S+)")
PNG = b"\x89PNG"


class BotApi(BaseHTTPRequestHandler):
    """Telegram, as far as it says who the bot is; another token is unknown to it."""

    def do_POST(self):
        known = TOKEN in self.path and self.path.endswith("/getMe")
        told = {"ok": True, "result": {"id": 7000000001, "username": "linli_bot"}}
        unknown = {"ok": False, "error_code": 401, "description": "Unauthorized"}
        body = json.dumps(told if known else unknown).encode()
        self.send_response(200 if known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def telegram():
    server = ThreadingHTTPServer(("127.0.0.1", 0), BotApi)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch, telegram):
    """Work in an empty folder with a good token and a database of its own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_COMMUNITY", str(EXAMPLE))
    monkeypatch.setenv("LINLI_API_BASE", telegram)
    monkeypatch.setenv("LINLI_DATABASE_URL", address(tmp_path))


@pytest.fixture
def base(tmp_path):
    upgrade.upgrade(address(tmp_path))
    engine = writing(address(tmp_path))
    yield engine
    engine.dispose()


def address(folder):
    return f"sqlite+aiosqlite:///{folder / 'linli.db'}"


def linli(*words):
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


def tokens(told):
    return LINK.findall(told)


def tap(engine, person, payload):
    """Let somebody open a link, as the running bot would."""
    with engine.begin() as connection:
        roll = Roll(COMMUNITY, directory.community(connection, COMMUNITY.key))
        work = Work(connection, roll, unit=f"u{person}", person=person, now=AT)
        work.people.greet(Person(id=person, name=f"人{person}", language="zh-CN"))
        confirming.claim(work, payload.removeprefix(posts.POST))


def rows(engine, statement):
    with engine.begin() as connection:
        return connection.execute(text(statement)).all()


def test_an_invitation_is_printed_in_both_languages_with_its_link():
    code, out, err = linli("invite", "chen")

    assert (code, err) == (0, "")
    assert "陈主任（居（村）委会）：72 小时内有效" in out
    assert "陈主任 (committee): works once, within 72 hours" in out
    [payload] = tokens(out)
    assert payload.startswith("p_")
    assert len(payload) <= 64


def test_the_link_stands_nowhere_in_the_database(base):
    [payload] = tokens(linli("invite", "chen")[1])
    word = payload.removeprefix("p_")

    everything = str([rows(base, f"select * from {t}") for t in ("grants", "dues", "audit")])
    assert "chen" in everything
    assert word not in everything


def test_the_word_of_a_link_is_taken_up_by_the_bot(base):
    [payload] = tokens(linli("invite", "chen")[1])

    assert payload[:2] in PAYLOADS
    assert payload[:2] != posts.BUILDING
    tap(base, 3001, payload)
    assert rows(base, "select status, person from grants") == [("claimed", 3001)]


def test_several_officers_are_invited_each_by_a_link_of_his_own():
    told = tokens(linli("invite", "chen", "he", "wu")[1])

    assert (len(told), len(set(told))) == (3, 3)


def test_all_unclaimed_posts_are_invited_once(base):
    _, first, _ = linli("invite", "--all-unclaimed")
    assert len(tokens(first)) == len(COMMUNITY.officers)
    tap(base, 3001, tokens(first)[0])

    code, again, _ = linli("invite", "--all-unclaimed")

    assert (code, tokens(again)) == (0, [])
    assert again.count("linli invite") == 2 * (len(COMMUNITY.officers) - 1)


def test_with_every_post_claimed_there_is_nobody_to_invite(base):
    for at, payload in enumerate(tokens(linli("invite", "--all-unclaimed")[1])):
        tap(base, 8000 + at, payload)

    code, out, _ = linli("invite", "--all-unclaimed")

    assert (code, out.splitlines()[0]) == (0, "每个岗位都有人了，没有要邀请的。")


def test_qr_pictures_are_written_into_the_folder(tmp_path):
    code, out, _ = linli("invite", "chen", "wu", "--qr", str(tmp_path / "qr"))

    pictures = sorted(p.name for p in (tmp_path / "qr").iterdir())
    assert (code, pictures) == (0, ["chen.png", "wu.png"])
    assert (tmp_path / "qr" / "chen.png").read_bytes().startswith(PNG)
    assert "chen.png" in out


@pytest.mark.parametrize("words", [["invite", "nobody"], ["invite", "--confirm", "nobody"]])
def test_an_unknown_post_is_named_beside_those_that_exist(words):
    code, out, err = linli(*words)

    assert (code != 0, out) == (True, "")
    assert ("nobody" in err, "chen" in err) == (True, True)
    assert len(err.strip().splitlines()) == 2


def test_naming_nobody_says_what_to_write():
    code, _, err = linli("invite")

    assert code == 2
    assert "--all-unclaimed" in err


def test_a_refusal_is_told_in_both_languages(base):
    invite_and_confirm(base, "chen", 3001)

    code, out, err = linli("invite", "chen")

    assert (code, out) == (1, "")
    assert ("已经有人在岗" in err, "is taken" in err) == (True, True)


def invite_and_confirm(engine, key, person):
    [payload] = tokens(linli("invite", key)[1])
    tap(engine, person, payload)
    return linli("invite", "--confirm", key)


def test_the_operator_confirms_the_first_two_and_the_audit_names_him(base):
    code, out, err = invite_and_confirm(base, "chen", 3001)

    assert (code, err) == (0, "")
    assert "“人3001”担任 陈主任" in out
    [actor] = rows(base, "select actor from audit where verb = 'seat-confirm'")
    assert actor == ("operator",)
    assert rows(base, "select words, chat from outbox where words like '%confirm'") == [
        ("seat-told-receiver-confirm", 3001)
    ]


def test_the_operator_confirms_no_third(base):
    invite_and_confirm(base, "chen", 3001)
    invite_and_confirm(base, "he", 3002)

    code, _, err = invite_and_confirm(base, "wu", 4001)

    assert code == 1
    assert "管理员只能确认最先到岗的两位" in err


def test_there_is_nothing_to_confirm_before_the_link_was_opened():
    linli("invite", "chen")

    code, _, err = linli("invite", "--confirm", "chen")

    assert code == 1
    assert "还没有人点开 陈主任 的链接" in err


def test_the_list_says_of_every_post_how_it_stands(base):
    invite_and_confirm(base, "chen", 3001)
    tap(base, 4001, tokens(linli("invite", "wu")[1])[0])

    code, out, _ = linli("invite", "--list")

    told = dict(re.findall(r"^(\w+)\n  (.*)$", out, re.MULTILINE))
    assert (code, set(told)) == (0, {o.key for o in COMMUNITY.officers})
    assert "在岗（管理员确认）" in told["chen"]
    assert "“人4001”点开了链接，等人确认" in told["wu"]
    assert "还没有邀请" in told["he"]


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


def test_every_step_of_the_operator_is_in_the_audit(base):
    linli("invite", "chen")
    linli("invite", "chen")

    with base.begin() as connection:
        found = connection.execute(AUDIT.select()).all()
    steps = [row.verb for row in found if row.object.startswith("seat:")]
    assert steps == ["seat-invite", "seat-withdraw", "seat-invite"]
    assert {row.actor for row in found if row.object.startswith("seat:")} == {"operator"}

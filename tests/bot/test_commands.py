import os
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from config.settings import Settings
from governance.chain import Fault
from sandbox import player
from storage import audit, directory
from storage.database import writing
from tests.bases import migrate
from tests.bot.doors import COMMUNITY, LIBRARY, ROOT

EXAMPLE = ROOT / "config" / "community.example.toml"
TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Work in an empty folder with a good token and a database of its own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_COMMUNITY", str(EXAMPLE))
    monkeypatch.setenv("LINLI_DATABASE_URL", address(tmp_path))


def address(folder):
    return f"sqlite+aiosqlite:///{folder / 'linli.db'}"


def linli(*words):
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.fixture
def entries(tmp_path):
    """Three audit entries, two of them sealed; returns the way to touch the rows by hand."""
    migrate(address(tmp_path))
    engine = writing(address(tmp_path))
    with engine.begin() as connection:
        number = directory.community(connection, COMMUNITY.key)
        for entry in range(3):
            noted = audit.Note(
                community=number,
                at=1_793_581_200_000,
                unit=f"u{entry}",
                actor="0123456789abcdef",
                verb="report",
                object=f"case:{entry}",
                detail={"text": "灯坏了"},
            )
            audit.note(connection, noted)
            if entry == 1:
                audit.seal(connection, number, noted.at)

    def touch(statement):
        with engine.begin() as connection:
            connection.exec_driver_sql(statement)

    yield touch
    engine.dispose()


def test_a_good_community_file_is_told_so():
    code, out, err = linli("community", "check", str(EXAMPLE))

    chinese, english = out.splitlines()
    assert (code, err) == (0, "")
    assert chinese == (
        f"{EXAMPLE}：幸福里社区，网格 3 个、楼栋 6 栋、人员 11 位、类别 14 个。没有错。"
    )
    assert english == (
        f"{EXAMPLE}: 幸福里社区; grid: 3, buildings: 6, officers: 11, categories: 14."
        " Nothing is wrong."
    )


def test_a_mistake_in_a_community_file_is_told_with_its_cure(tmp_path):
    file = tmp_path / "our.toml"
    text = EXAMPLE.read_text(encoding="utf-8").replace('worker = "liu"', 'worker = "lin"', 1)
    file.write_text(text, encoding="utf-8")

    code, out, err = linli("community", "check", str(file))

    assert (code, out) == (2, "")
    assert [sign for sign in (str(file), "grids.g1", "lin", "liu") if sign not in err] == []


def test_a_community_file_that_is_not_there_is_a_plain_sentence(tmp_path):
    code, out, err = linli("community", "check", str(tmp_path / "none.toml"))

    assert (code, out) == (2, "")
    assert "none.toml" in err
    assert "Traceback" not in err


def test_running_without_a_token_is_a_plain_line(tmp_path):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("LINLI_")}
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=kept | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "LINLI_TOKEN" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == []


def test_the_audit_of_no_database_makes_none(tmp_path):
    code, out, err = linli("audit", "verify")

    assert (code, out) == (2, "")
    chinese, english = err.splitlines()
    assert chinese.startswith(f"{tmp_path / 'linli.db'} 没有数据库")
    assert english.startswith(f"No database is at {tmp_path / 'linli.db'}")
    assert not (tmp_path / "linli.db").exists()


def test_the_audit_tells_what_is_sealed_and_what_is_not_yet(entries):
    entries("select 1")

    code, out, err = linli("audit", "verify")

    assert (code, err) == (0, "")
    assert "2 entries sealed, 1 not yet; nothing is broken" in out
    assert "已封存 2 条，待封存 1 条，没有被改动" in out


ALTERED = {
    "entry": (
        "update audit set actor = 'somebody' where id = 2",
        ("这一条或者它的封条被改过", "the entry or its seal was altered"),
        2,
    ),
    "seal": ("delete from seals where seq = 1", ("这一条的封条不见了", "its seal is missing"), 1),
    "detail": (
        "update audit_details set detail = '{}' where audit_id = 3",
        ("这一条的内容被改过", "its detail was altered"),
        3,
    ),
}


def test_the_audit_names_the_first_day_that_does_not_fit_though_the_chain_holds(entries):
    told = "insert into anchors values (1, '2026-11-0%d', %d, %d, %s, 0)"
    entries(told % (1, 1, 1, "(select hash from seals where seq = 1)"))
    fine, out, _ = linli("audit", "verify")
    entries(told % (2, 2, 2, "'another'"))
    code, _, err = linli("audit", "verify")

    assert fine == 0
    assert "From 2026-11-01 to 2026-11-01 every code told in the groups fits" in out
    assert code == 1
    assert "第一处对不上的是 2026-11-02；在它前面对得上的最后一天：2026-11-01" in err


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_fault_of_the_audit_has_its_words(fault, language):
    assert LIBRARY.speak(language).has(f"community-audit-fault-{fault}")


@pytest.mark.parametrize(("statement", "fault", "entry"), ALTERED.values(), ids=ALTERED)
def test_an_altered_audit_is_named(entries, statement, fault, entry):
    for trigger in ("audit_never_update", "seals_never_delete"):
        entries(f"drop trigger {trigger}")  # whoever alters a row by hand can do that too
    entries(statement)

    code, out, err = linli("audit", "verify")

    assert (code, out) == (1, "")
    assert err.startswith("幸福里社区：")
    chinese, english = fault
    assert f"第 {entry} 条起对不上（{chinese}）" in err
    assert f"entry {entry} is the first that is broken ({english})" in err
    assert err.count("\n") == 2  # one line a language


def test_the_audit_of_a_wrong_address_is_a_plain_sentence(monkeypatch):
    monkeypatch.setenv("LINLI_DATABASE_URL", "postgresql+asyncpg://localhost")

    code, out, err = linli("audit", "verify")

    assert (code, out) == (2, "")
    assert "写成 sqlite+aiosqlite:///state/linli.db 或 postgresql+asyncpg://" in err
    assert "write LINLI_DATABASE_URL like sqlite+aiosqlite:///state/linli.db or" in err


def test_the_stories_are_listed_by_name_and_title(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "play", "--list"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    told = [line.strip() for line in ran.stdout.splitlines()]
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (told[::3], told[2::3]) == tuple(map(list, zip(*player.stories(), strict=True)))
    assert told[1::3] == [player.find(name).chinese for name in told[::3]]


def test_a_story_that_is_not_there_is_a_plain_sentence():
    code, out, err = linli("play", "no-such-story")

    assert (code, out) == (2, "")
    assert "no-such-story" in err


def test_the_board_of_no_database_is_a_plain_sentence(tmp_path):
    code, out, err = linli("board", str(tmp_path / "public"))

    assert (code, out) == (2, "")
    assert err.splitlines()[0].startswith(f"{tmp_path / 'linli.db'} 没有数据库")
    assert not (tmp_path / "public").exists()


def test_the_board_is_written_as_pages_that_lead_to_each_other(entries, tmp_path):
    entries("select 1")

    code, out, err = linli("board", str(tmp_path / "public"))

    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "public").iterdir()}
    assert (code, err) == (0, "")
    assert str(tmp_path / "public" / "index.html") in out.splitlines()[0]
    assert sorted(pages) == ["en.html", "index.html"]
    assert "<h1>幸福里社区 公告栏</h1>" in pages["index.html"]
    assert 'href="en.html"' in pages["index.html"]
    assert 'href="index.html"' in pages["en.html"]


def test_the_board_is_served_on_this_machine_until_it_is_told_to_stop(entries):
    entries("select 1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ran = subprocess.Popen(
        [sys.executable, "-m", "bot", "board", "--port", str(port)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        status, page = fetched(f"http://127.0.0.1:{port}/", ran)
    finally:
        ran.send_signal(signal.SIGINT)
        out, err = ran.communicate(timeout=20)

    assert status == 200
    assert "<h1>幸福里社区 公告栏</h1>" in page
    assert f"http://127.0.0.1:{port}/" in out.splitlines()[0]
    assert (ran.returncode, err) == (0, "")


def fetched(address, ran):
    """Return the status and the page of an address, as soon as somebody answers there."""
    for _ in range(200):
        try:
            with urlopen(address) as answer:
                return answer.status, answer.read().decode()
        except OSError:
            assert ran.poll() is None, ran.communicate()
            time.sleep(0.1)
    raise TimeoutError(address)

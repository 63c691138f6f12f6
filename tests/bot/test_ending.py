"""A run that ends by what nobody foresaw says where, and nothing of what people wrote."""

import sys

import structlog

from bot import app, commands, logs
from bot.exits import FAILED
from config.settings import Settings
from tests.bot.doors import ROOT

SAID = "三号楼电梯坏了两天没人修"
TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"


def breaks(*_):
    raise ExceptionGroup("unhandled errors in a TaskGroup", [RuntimeError(f"{SAID} {TOKEN}")])


def test_what_nobody_foresaw_is_told_by_kind_and_place_without_its_words(
    tmp_path, monkeypatch, capsys
):
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    monkeypatch.setenv("LINLI_COMMUNITY", str(ROOT / "config" / "community.example.toml"))
    monkeypatch.setitem(sys.modules, "rich", None)  # as the command has it
    monkeypatch.setattr(logs, "set_up", lambda *_, **__: None)
    monkeypatch.setattr(app, "run", breaks)

    with structlog.testing.capture_logs() as logged:
        code = commands.run()

    told = capsys.readouterr().err
    assert code == FAILED
    assert told.splitlines()[0].startswith("程序遇到没有料到的错误")
    for kind in ("ExceptionGroup", "RuntimeError"):
        assert kind in told.splitlines()
    assert f"{__file__}:" in told
    assert [each["event"] for each in logged] == ["run.broken"]
    for words in (SAID, TOKEN, "Traceback"):
        assert words not in told
        assert words not in str(logged)

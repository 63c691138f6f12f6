import errno
import json
import logging

import pytest
import structlog
from yarl import URL

from bot import logs

TOKEN = "123456789:AAexampleexampleexampleexampleexam"
SECRET = "hook-secret"


@pytest.fixture(autouse=True)
def as_before():
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in logs.CHATTY}
    yield
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    for name, former in levels.items():
        logging.getLogger(name).setLevel(former)
    structlog.reset_defaults()


class Carrier:
    """Something of a library that tells its URL when it is shown."""

    def __repr__(self):
        return f"<Request https://api.telegram.org/bot{TOKEN}/getMe>"


class Mute:
    """Something that cannot be shown."""

    def __str__(self):
        raise RuntimeError(TOKEN)


def fails():
    url = f"https://api.telegram.org/bot{TOKEN}/getMe"
    raise RuntimeError(f"no way to {url}") from ConnectionError(url)


def tell_ours():
    log = structlog.get_logger("bot.sending")
    log.info("at " + TOKEN, chat=-100)  # noqa: G003 - so it would be done by mistake
    log.warning(
        "plain", token=TOKEN, url=URL(f"https://t.org/bot{TOKEN}/x"), raw_bytes=TOKEN.encode()
    )
    log.warning("deep", seen=[{"a": (TOKEN, {TOKEN: 1})}], carrier=Carrier(), mute=Mute())
    log.warning("with %s", TOKEN)
    log.bind(request=Carrier()).error("bound", **{TOKEN: 1})
    try:
        fails()
    except RuntimeError:
        log.exception("broken")
        log.warning("also", exc_info=True, stack_info=True)
    with structlog.contextvars.bound_contextvars(where=TOKEN):
        log.error("context")


def tell_theirs(name):
    log = logging.getLogger(name)
    log.warning("at " + TOKEN)  # noqa: G003 - it is how libraries do it
    log.warning("args %s %r", TOKEN, Carrier())
    log.warning("named %(url)s", {"url": TOKEN})
    log.warning(Carrier())
    log.error("stack", stack_info=True)
    try:
        fails()
    except RuntimeError as error:
        log.exception("broken %s", error)  # noqa: TRY401 - it is how libraries do it


@pytest.mark.parametrize("style", ["json", "console"])
def test_no_token_comes_out_of_our_events(style, capsys, tmp_path):
    logs.set_up(style, file=tmp_path / "linli.log")

    tell_ours()

    for written in (capsys.readouterr().err, (tmp_path / "linli.log").read_text("utf-8")):
        assert TOKEN not in written
        assert TOKEN[10:] not in written
        assert written.count(logs.REDACTED) >= 12
        assert "RuntimeError: no way to https://api.telegram.org/bot<redacted>/getMe" in written


@pytest.mark.parametrize("style", ["json", "console"])
@pytest.mark.parametrize("name", ["aiohttp.client", "telegram.ext", "apscheduler.executors", "x"])
def test_no_token_comes_out_of_a_library(style, name, capsys, tmp_path):
    logs.set_up(style, file=tmp_path / "linli.log")

    tell_theirs(name)

    for written in (capsys.readouterr().err, (tmp_path / "linli.log").read_text("utf-8")):
        assert TOKEN not in written
        assert TOKEN[10:] not in written
        assert written.count(logs.REDACTED) == 8


def test_the_filter_makes_a_record_fit_for_any_handler():
    passed = logs.RedactingFilter(logs.Redaction())
    try:
        fails()
    except RuntimeError as error:
        told = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "%s", (TOKEN,), told)
    record.stack_info = f"Stack of {TOKEN}"

    assert passed.filter(record)

    assert TOKEN not in logging.Formatter("%(message)s").format(record)


@pytest.mark.parametrize("args", [(TOKEN,), (TOKEN, Mute())], ids=["too few", "not to be shown"])
def test_the_filter_survives_a_record_that_cannot_be_written(args):
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "%s %s", args, None)

    assert logs.RedactingFilter(logs.Redaction()).filter(record)

    assert TOKEN not in logging.Formatter("%(message)s").format(record)


def test_a_named_secret_is_taken_out_like_a_token(capsys):
    logs.set_up("json", secrets=[SECRET, "", "a+b"])

    structlog.get_logger("bot").warning("hook", path=f"/{SECRET}", proxy="http://u:a+b@p", n=3)

    line = json.loads(capsys.readouterr().err)
    assert (line["path"], line["proxy"]) == ("/<redacted>", "http://u:<redacted>@p")
    assert (line["event"], line["n"]) == ("hook", 3)


def test_a_line_of_json_has_what_and_where_and_when(capsys):
    logs.set_up("json")

    structlog.get_logger("bot.sending").warning("已送达", delivery=7, chats=[-100, 5])

    line = json.loads(capsys.readouterr().err)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "已送达",
        "delivery": 7,
        "chats": [-100, 5],
        "level": "warning",
        "logger": "bot.sending",
    }


def test_what_people_wrote_is_never_written_down(capsys, tmp_path):
    logs.set_up("console", file=tmp_path / "linli.log")

    structlog.get_logger("bot").info("heard", text="三号楼电梯坏了", raw={"a": "三号楼电梯坏了"})

    line = json.loads((tmp_path / "linli.log").read_text("utf-8"))
    assert (line["text"], line["raw"]) == ("<7 long>", "<private>")
    assert "电梯" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["aiohttp.access", "telegram.Bot", "apscheduler.scheduler"])
def test_a_chatty_library_is_heard_from_warning_on(name, capsys):
    logs.set_up("json", level="DEBUG")

    logging.getLogger(name).info("every request")
    logging.getLogger(name).warning("news")

    assert json.loads(capsys.readouterr().err)["event"] == "news"


def test_the_level_holds_for_ours(capsys):
    logs.set_up("json", level="WARNING")

    structlog.get_logger("bot").info("quiet")

    assert capsys.readouterr().err == ""


def test_a_second_set_up_replaces_the_first(capsys, tmp_path):
    log = structlog.get_logger("bot")
    logs.set_up("json", file=tmp_path / "linli.log")
    log.info("first")
    logs.set_up("json", secrets=[SECRET])

    log.info("second", path=SECRET)

    assert [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()] == [
        "first",
        "second",
    ]
    assert SECRET not in capsys.readouterr().err
    assert len((tmp_path / "linli.log").read_text("utf-8").splitlines()) == 1


def test_the_file_rotates(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "FILE_BYTES", 200)
    logs.set_up("json", file=tmp_path / "linli.log")

    for number in range(20):
        structlog.get_logger("bot").info("line", number=number)

    names = {each.name for each in tmp_path.iterdir()}
    assert names == {"linli.log", *(f"linli.log.{n}" for n in range(1, 6))}
    assert {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()} == {0o600}


def test_a_full_disk_costs_no_line_and_makes_none(capsys, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    logs.set_up("json", file=tmp_path / "linli.log")
    monkeypatch.setattr(logs._Rotating, "shouldRollover", full)

    structlog.get_logger("bot").warning("line")

    assert json.loads(capsys.readouterr().err)["event"] == "line"

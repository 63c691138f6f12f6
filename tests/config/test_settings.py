import re
from pathlib import Path
from typing import Any

import pytest

from config.mistakes import Mistake
from config.settings import Settings, SettingsError, _mistake, read_settings

TOKEN = "7000000001:AAsandbox-token-opens-no-real-door0"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Work in an empty folder, with no setting of the machine's own."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)


@pytest.fixture
def put(monkeypatch):
    """Set variables of the environment: a good token unless another is given."""

    def put(**variables: str) -> None:
        for name, value in ({"LINLI_TOKEN": TOKEN} | variables).items():
            monkeypatch.setenv(name, value)

    return put


def mistakes() -> list[Mistake]:
    with pytest.raises(SettingsError) as caught:
        read_settings()
    return list(caught.value.mistakes)


def test_settings_need_only_a_token(put):
    put()

    settings = read_settings()

    assert settings.token.get_secret_value() == TOKEN
    assert settings.model_dump(exclude={"token"}) == {
        "api_base": "https://api.telegram.org",
        "database_url": "sqlite+aiosqlite:///state/linli.db",
        "community": Path("config/community.example.toml"),
        "drill_url": None,
        "proxy": None,
        "listen": None,
        "webhook_url": None,
        "webhook_secret": None,
        "operator_chat": None,
        "pace": "telegram",
        "state": Path("state"),
        "keys": None,
        "lease_seconds": 15,
        "backups": 14,
        "backup_days": 30,
        "log_format": "console",
        "log_level": "info",
    }


def test_settings_come_from_the_environment_before_the_file(put):
    Path(".env").write_text(f"LINLI_TOKEN={TOKEN}\nLINLI_PACE=unlimited\nLINLI_STATE=there\n")
    put(LINLI_STATE="here", LINLI_API_BASE="http://127.0.0.1:8081/")

    settings = read_settings()

    assert settings.pace == "unlimited"
    assert settings.state == Path("here")
    assert settings.api_base == "http://127.0.0.1:8081"


def test_settings_take_an_empty_variable_for_none(put):
    put(LINLI_PROXY="", LINLI_PACE="")

    assert read_settings().proxy is None
    assert read_settings().pace == "telegram"


@pytest.mark.parametrize(
    "proxy",
    [
        "http://127.0.0.1:7890",
        "https://proxy",
        "socks5://linli:s3cr3t@127.0.0.1:1080",
        "socks5h://[::1]:1080/",
    ],
)
def test_a_proxy_speaks_http_or_socks(put, proxy):
    put(LINLI_PROXY=proxy)

    settings = read_settings()

    assert settings.proxy == proxy.rstrip("/")
    assert "s3cr3t" not in repr(settings)


def test_what_a_log_must_never_hold_is_known(put):
    put(LINLI_PROXY="socks5://linli:s3cr3t@127.0.0.1:1080")

    assert read_settings().secrets == [TOKEN, "s3cr3t"]


def test_the_secret_of_the_webhook_is_derived_and_never_shown(put):
    put(LINLI_WEBHOOK_URL="https://bot.example.org/telegram")
    settings = read_settings()
    put(LINLI_WEBHOOK_URL="https://bot.example.org/other")
    other = read_settings()

    assert re.fullmatch(r"[0-9a-f]{64}", settings.hook_secret)
    assert settings.hook_secret == settings.hook_secret != other.hook_secret
    assert settings.secrets == [TOKEN, settings.hook_secret]
    assert settings.hook_secret not in repr(settings)
    assert (settings.doors, settings.listen) == ("127.0.0.1:8080", None)


def test_the_secret_of_the_webhook_is_as_set(put):
    put(LINLI_WEBHOOK_SECRET="a-secret-of-our-own_1", LINLI_LISTEN="[::1]:0")

    settings = read_settings()

    assert settings.hook_secret == "a-secret-of-our-own_1"
    assert "a-secret-of-our-own_1" not in repr(settings)
    assert settings.secrets == [TOKEN, "a-secret-of-our-own_1"]
    assert settings.doors == "[::1]:0"


def test_without_a_webhook_nothing_listens(put):
    put()

    assert read_settings().doors is None


def test_without_a_proxy_the_token_is_the_only_secret(put):
    put()

    assert read_settings().secrets == [TOKEN]


def test_settings_leave_variables_of_other_programs_alone(put):
    Path(".env").write_text("POSTGRES_PASSWORD=x\nLINLI_BENCH_ROUNDS=3\n")
    put(LINLI_SOMETHING_ELSE="1")

    assert read_settings().pace == "telegram"


@pytest.mark.parametrize(
    ("name", "value", "code", "cure"),
    [
        ("LINLI_TOKEN", "12345:short", "bad-token", "@BotFather"),
        ("LINLI_API_BASE", "api.telegram.org", "bad-url", "https://api.telegram.org"),
        ("LINLI_API_BASE", "http://[", "bad-url", "https://api.telegram.org"),
        ("LINLI_DRILL_URL", "localhost:8081", "bad-url", "http://127.0.0.1:8081"),
        ("LINLI_PROXY", "socks4://127.0.0.1:1080", "bad-proxy", "socks5h"),
        ("LINLI_PROXY", "socks5://127.0.0.1", "bad-proxy", "socks5h"),
        ("LINLI_PROXY", "http://[", "bad-proxy", "socks5h"),
        ("LINLI_PROXY", "http://127.0.0.1:port", "bad-proxy", "socks5h"),
        ("LINLI_LISTEN", "8080", "bad-listen", "127.0.0.1:8080"),
        ("LINLI_LISTEN", "127.0.0.1:http", "bad-listen", "127.0.0.1:8080"),
        ("LINLI_LISTEN", "127.0.0.1:70000", "bad-listen", "127.0.0.1:8080"),
        ("LINLI_WEBHOOK_URL", "bot.example.org", "bad-url", "https://bot.example.org/telegram"),
        ("LINLI_WEBHOOK_SECRET", "too-short", "bad-secret", "16 to 256"),
        ("LINLI_WEBHOOK_SECRET", "s" * 16 + " ", "bad-secret", "16 to 256"),
        ("LINLI_LEASE_SECONDS", "soon", "bad-seconds", "15"),
        ("LINLI_LEASE_SECONDS", "0.5", "bad-seconds", "15"),
        ("LINLI_LEASE_SECONDS", "601", "bad-seconds", "15"),
        ("LINLI_OPERATOR_CHAT", "@operator", "bad-chat", "123456789"),
        ("LINLI_DATABASE_URL", "sqlite:///x.db", "bad-database", "sqlite+aiosqlite:///"),
        ("LINLI_DATABASE_URL", "postgres://h/x", "bad-database", "postgresql+asyncpg://"),
        ("LINLI_PACE", "unlimitd", "not-one-of", 'nearest is "unlimited"'),
        ("LINLI_LOG_FORMAT", "jsno", "not-one-of", 'nearest is "json"'),
        ("LINLI_DATABSE_URL", "sqlite://", "unknown-key", 'nearest is "LINLI_DATABASE_URL"'),
    ],
)
def test_settings_name_a_mistake_with_its_cure(put, name, value, code, cure):
    put(**{name: value})

    [mistake] = mistakes()

    assert (mistake.where, mistake.code) == (name, code)
    assert cure in mistake.cure("en")


def test_settings_name_a_token_that_is_missing():
    [mistake] = mistakes()

    assert (mistake.where, mistake.code) == ("LINLI_TOKEN", "no-token")


def test_settings_name_a_misspelt_variable_of_the_file(put):
    Path(".env").write_text("linli_comunity=elsewhere.toml\n")
    put()

    [mistake] = mistakes()

    assert (mistake.where, mistake.code) == ("LINLI_COMUNITY", "unknown-key")


def test_settings_name_a_file_in_another_encoding(put):
    Path(".env").write_bytes("# 邻里".encode("gbk"))
    put()

    [mistake] = mistakes()

    assert (mistake.where, mistake.code) == (".env", "not-utf8")


def test_settings_name_all_mistakes_in_one_line_each(put):
    put(LINLI_TOKEN="wrong", LINLI_PACE="fast", LINLI_PROXY="none", LINLI_STAET="x")

    with pytest.raises(SettingsError) as caught:
        read_settings()

    lines = str(caught.value).splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["settings", "LINLI_STAET"],
        ["settings", "LINLI_TOKEN"],
        ["settings", "LINLI_PROXY"],
        ["settings", "LINLI_PACE"],
    ]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_settings_never_show_a_secret(put, language):
    secret = "53cr3t"
    put(
        LINLI_TOKEN=f"1:{secret}",
        LINLI_DATABASE_URL=f"mysql://linli:{secret}@db/linli",
        LINLI_PROXY=f"socks4://linli:{secret}@proxy:1080",
        LINLI_TOKNE=secret,
    )

    with pytest.raises(SettingsError) as caught:
        read_settings()

    assert secret not in caught.value.told(language)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_settings_name_an_unforeseen_mistake_without_its_value():
    found: Any = {"type": "path_type", "loc": ("state",), "input": "53cr3t", "msg": "Not a path"}

    assert _mistake(found).what() == "state: Not a path"


def test_settings_show_no_token_when_printed(put):
    put()

    assert TOKEN not in repr(read_settings())


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_says_what_it_is_for(name):
    assert Settings.model_fields[name].description

"""What the operator sets, in the environment or in a file `.env`."""

import hashlib
import hmac
import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from config.mistakes import MISTAKES, Mistake, MistakesError, nearest

PREFIX = "LINLI_"
TELEGRAM = "https://api.telegram.org"
_DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
_PROXIES = ("http", "https", "socks5", "socks5h")
_ALIKE = 0.8
LOCALLY = "127.0.0.1:8080"


def _token(secret: SecretStr) -> SecretStr:
    if re.fullmatch(r"\d+:[A-Za-z0-9_-]{30,}", secret.get_secret_value()):
        return secret
    raise PydanticCustomError("bad-token", "bad-token")


def _url(found: str) -> str:
    try:
        parts = urlsplit(found)
    except ValueError:  # brackets out of place
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and parts.hostname:
        return found.rstrip("/")
    raise PydanticCustomError("bad-url", "bad-url")


def _database(found: str) -> str:
    if found.startswith(_DATABASES):
        return found
    raise PydanticCustomError("bad-database", "bad-database", {"known": " / ".join(_DATABASES)})


def _proxy(found: str) -> str:
    try:
        parts = urlsplit(found)
        port = parts.port
    except ValueError:  # brackets out of place, or a port that is no number
        parts, port = urlsplit(""), None
    named = parts.hostname and (port or parts.scheme in {"http", "https"})
    if parts.scheme in _PROXIES and named:
        return found.rstrip("/")
    raise PydanticCustomError("bad-proxy", "bad-proxy", {"known": ", ".join(_PROXIES)})


def _listen(found: str) -> str:
    host, _, port = found.rpartition(":")
    if host and port.isdecimal() and int(port) < 1 << 16:
        return found
    raise PydanticCustomError("bad-listen", "bad-listen")


def _hook_secret(secret: SecretStr) -> SecretStr:
    if re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret.get_secret_value()):
        return secret
    raise PydanticCustomError("bad-secret", "bad-secret")


Url = Annotated[str, AfterValidator(_url)]
Proxy = Annotated[str, AfterValidator(_proxy)]


class SettingsError(MistakesError):
    """The settings cannot be used; `mistakes` names each, without any secret."""


class Settings(BaseSettings):
    """What the operator sets; each field is the variable of its name with LINLI_ before it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",  # a .env is shared with other programs; names like ours are checked below
        frozen=True,
        hide_input_in_errors=True,
    )

    token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        description="The bot's token, as @BotFather gave it. Needed; kept secret."
    )
    api_base: Url = Field(
        default=TELEGRAM,
        description="Where the Bot API is: Telegram's own, your own server, or the sandbox.",
    )
    database_url: Annotated[str, AfterValidator(_database)] = Field(
        default="sqlite+aiosqlite:///state/linli.db",
        description="Where everything is remembered: sqlite+aiosqlite:/// or postgresql+asyncpg://.",
    )
    community: Path = Field(
        default=Path("config/community.example.toml"),
        description="The community file: who, where, which promises.",
    )
    drill_url: Url | None = Field(
        default=None,
        description="The sandbox's control address, when the bot takes part in a drill.",
    )
    proxy: Proxy | None = Field(
        default=None,
        repr=False,  # it may hold a password
        description="A proxy on the way to the Bot API: http://, https://, socks5:// or socks5h://.",
    )
    listen: Annotated[str, AfterValidator(_listen)] | None = Field(
        default=None,
        description="Where /healthz, /readyz, /metrics and the webhook are served: host:port.",
    )
    webhook_url: Url | None = Field(
        default=None,
        description="The public address that Telegram posts updates to; unset, the bot polls.",
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(_hook_secret)] | None = Field(
        default=None,
        description="What Telegram shows at the webhook; unset, it is derived from the token.",
    )
    operator_chat: int | None = Field(
        default=None,
        description="The chat that is told what an operator must know: ids and keys, no texts.",
    )
    pace: Literal["telegram", "unlimited"] = Field(
        default="telegram",
        description="How fast to send: by Telegram's limits, or unlimited (own server, drill).",
    )
    state: Path = Field(
        default=Path("state"),
        description="The folder for files of the running bot. The database has its own setting.",
    )
    keys: Path | None = Field(
        default=None,
        description="The folder for keys of secret ballots; unset, `keys` in the state folder.",
    )
    lease_seconds: Annotated[float, Field(ge=1, le=600)] = Field(
        default=15,
        description="Of several copies: after how long a silent one is stood in for, in seconds.",
    )
    backups: Annotated[int, Field(ge=0, le=999)] = Field(
        default=14,
        description="How many nightly backups are kept in the state folder; 0 for none (SQLite).",
    )
    backup_days: Annotated[int, Field(ge=1, le=9999)] = Field(
        default=30,
        description="How many days a nightly backup is kept; the newest is never deleted.",
    )
    log_format: Literal["console", "json"] = Field(
        default="console",
        description="How logs are written: console for people, json for programs.",
    )
    log_level: Literal["info", "debug"] = Field(
        default="info",
        description="What logs tell: what happened, or with debug also a line for each update.",
    )

    @property
    def key_folder(self) -> Path:
        """Where the keys of secret ballots are: outside the database, and outside its backups."""
        return self.keys or self.state / "keys"

    @property
    def doors(self) -> str | None:
        """Where the web doors are, as host:port; None where there are none."""
        return self.listen or (LOCALLY if self.webhook_url else None)

    @property
    def hook_secret(self) -> str:
        """What Telegram must show at the webhook: as set, or the same at every start and copy."""
        if self.webhook_secret is not None:
            return self.webhook_secret.get_secret_value()
        key = self.token.get_secret_value().encode()
        return hmac.new(key, f"webhook {self.webhook_url}".encode(), hashlib.sha256).hexdigest()

    @property
    def secrets(self) -> list[str]:
        """What no log may ever hold: token, webhook secret, and the password of a proxy."""
        password = urlsplit(self.proxy or "").password
        hook = self.hook_secret if self.webhook_url or self.webhook_secret else ""
        return [each for each in (self.token.get_secret_value(), hook, password) if each]


class Tokenless(Settings):
    """The settings of a command that does not speak to Telegram: no token need be set."""

    token: SecretStr = SecretStr("")


def read_settings(*, token: bool = True) -> Settings:
    """Return the settings of environment and `.env`; SettingsError names all mistakes.

    Without `token` none need be set, and one that is set is not looked at.
    """
    try:
        mistakes = _misspelt()
        settings, wrong = _tried(Settings if token else Tokenless)
    except UnicodeDecodeError as reason:
        unread = Mistake(".env", "not-utf8", {"byte": reason.start + 1})
        raise SettingsError("settings", [unread]) from None
    if settings is None or mistakes:
        raise SettingsError("settings", mistakes + wrong)
    return settings


def _tried(kind: type[Settings]) -> tuple[Settings | None, list[Mistake]]:
    """Return the settings, or the mistakes alone: pydantic's own error may hold a secret."""
    try:
        return kind(), []
    except ValidationError as error:
        return None, [_mistake(each) for each in error.errors(include_url=False)]


def _misspelt() -> list[Mistake]:
    """Name what looks like a setting of ours; an unheeded LINLI_DATABSE_URL does harm."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    written = {name.upper() for name in (*os.environ, *DotEnvSettingsSource(Settings).env_vars)}
    return [
        Mistake(name, "unknown-key", nearest(name, known))
        for name in sorted(written.difference(known))
        if name.startswith(PREFIX) and get_close_matches(name, known, n=1, cutoff=_ALIKE)
    ]


def _mistake(error: ErrorDetails) -> Mistake:
    field = str(error["loc"][0])
    code, facts = error["type"], dict(error.get("ctx", {}))
    if code == "missing":
        code = "no-token"
    if code == "int_parsing":
        code = "bad-chat" if field == "operator_chat" else "bad-count"
    if code in {"float_parsing", "greater_than_equal", "less_than_equal", "finite_number"}:
        code = "bad-seconds" if field == "lease_seconds" else "bad-count"
    if code == "literal_error":
        code, facts = "not-one-of", nearest(str(error["input"]), _choices(field))
    if code not in MISTAKES:
        code, facts = "unforeseen", {"found": field, "reason": error["msg"]}
    return Mistake(PREFIX + field.upper(), code, {"example": _EXAMPLES.get(field, "")} | facts)


def _choices(field: str) -> list[str]:
    return list(get_args(Settings.model_fields[field].annotation))


_EXAMPLES = {
    "api_base": TELEGRAM,
    "drill_url": "http://127.0.0.1:8081",
    "proxy": "socks5h://127.0.0.1:1080",
    "operator_chat": "123456789",
    "listen": "127.0.0.1:8080",
    "lease_seconds": "15",
    "webhook_url": "https://bot.example.org/telegram",
    "backups": "14",
    "backup_days": "30",
}

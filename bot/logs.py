"""What is written down about running: ids, never texts, and never a token."""

import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Literal

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import EventDict, Processor, WrappedLogger

Style = Literal["json", "console"]
TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
REDACTED = "<redacted>"
# What people wrote or are called does not belong in a log, whoever passes it by mistake.
PRIVATE = frozenset({"text", "caption", "payload", "raw", "phone", "username", "full_name"})
# Each of these tells of every request or every tick.
CHATTY = ("aiohttp", "apscheduler", "httpx", "jieba", "telegram", "uvicorn.access")
FILE, FILE_BYTES, FILES = "linli.log", 10_000_000, 5
COMMON: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
)


class Redaction:
    """Takes out what looks like a bot token, and the given secrets as they are."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        exact = sorted({re.escape(secret) for secret in secrets if secret}, key=len, reverse=True)
        self._secret = re.compile("|".join([*exact, TOKEN.pattern]))

    def text(self, text: str) -> str:
        """Return the text without its secrets."""
        return self._secret.sub(REDACTED, text)

    def value(self, value: object) -> object:
        """Return a value without its secrets, however deep; what is no plain data as words."""
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, Mapping):
            return {self.text(_words(key)): self.value(each) for key, each in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value(each) for each in value]
        return self.text(_words(value))

    def processor(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        """Redact an event of structlog."""
        return {self.text(key): self.value(value) for key, value in event.items()}


class RedactingFilter(logging.Filter):
    """Redacts a record of the standard library, so that any handler may write it."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self._redaction = redaction

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record, and let it pass."""
        if not isinstance(record.msg, dict):  # else structlog's own, redacted on its way here
            record.msg, record.args = self._redaction.text(_message(record)), None
        if record.exc_info and record.exc_info[0] is not None:
            told = logging.Formatter().formatException(record.exc_info)
            record.exc_text = self._redaction.text(told)
        if record.stack_info:
            record.stack_info = self._redaction.text(record.stack_info)
        return True


def set_up(
    style: Style = "console",
    *,
    level: str = "INFO",
    file: Path | None = None,
    secrets: Iterable[str] = (),
) -> None:
    """Send all logs, ours and the libraries', redacted to stderr and perhaps to a file."""
    redaction = Redaction(secrets)
    root = logging.getLogger()
    for old in [each for each in root.handlers if isinstance(each.formatter, _Formatter)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(_dressed(logging.StreamHandler(sys.stderr), style, redaction))
    if file is not None:
        rotating = _Rotating(
            file, maxBytes=FILE_BYTES, backupCount=FILES, encoding="utf-8", delay=True
        )
        root.addHandler(_dressed(rotating, "json", redaction))
    root.setLevel(level)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*COMMON, hush, redaction.processor, ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,  # a module's logger must follow a later set_up
    )


class _Rotating(RotatingFileHandler):
    """Turns over by size; where the disk is full it is silent, as stderr has every line too."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- logging's name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY, 0o600))  # its owner's alone
        return super()._open()


def hush(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Keep of a private value only how long it is."""
    for key in PRIVATE & event.keys():
        value = event[key]
        event[key] = f"<{len(value)} long>" if isinstance(value, str | bytes) else "<private>"
    return event


class _Formatter(ProcessorFormatter):
    """The last gate: nothing that was written down passes it unredacted."""

    def __init__(self, style: Style, redaction: Redaction) -> None:
        super().__init__(
            foreign_pre_chain=COMMON,
            processors=[
                ProcessorFormatter.remove_processors_meta,
                redaction.processor,
                _renderer(style),
            ],
        )
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        return self._redaction.text(super().format(record))


def _dressed(handler: logging.Handler, style: Style, redaction: Redaction) -> logging.Handler:
    handler.setFormatter(_Formatter(style, redaction))
    handler.addFilter(RedactingFilter(redaction))
    return handler


def _renderer(style: Style) -> Processor:
    if style == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    # structlog's own way with exceptions shows the local variables, and the token may be one.
    plain = structlog.dev.plain_traceback
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)


def _words(value: object) -> str:
    try:
        return str(value)
    except Exception:  # noqa: BLE001 - a log line must not break what it tells of
        return f"<{type(value).__name__}>"


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001 - as above
        return f"{_words(record.msg)} {_words(record.args)}"

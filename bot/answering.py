"""What the command line itself answers: what it did not understand, what stopped a command."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from click.exceptions import Exit, NoArgsIsHelpError

from bot.exits import FAILED, MISTAKE


class _File(click.Path):
    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        if not value:
            raise click.MissingParameter(ctx=ctx, param=param)
        return super().convert(value, param, ctx)


FILE = _File(path_type=Path, dir_okay=False)  # an empty name is none


class Answering(click.Group):
    """Says it in every language, Chinese first; click by itself knows English alone."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 -- as click has it
        """Read the words up to the command's name."""
        with _told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- as click has it
        """Read the command's own words and do it."""
        with _told():
            return super().invoke(ctx)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (Exit, NoArgsIsHelpError):
        raise
    except click.UsageError as wrong:
        _end(_misunderstood(wrong), wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        from bot.speech import bilingual  # here and below: needed only where something is wrong

        _end(f"\n{bilingual('ops-interrupted')}", FAILED)
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise  # whoever read along has gone; click ends quietly
        _end(*_stopped(error))


def _end(words: str, code: int) -> None:
    click.echo(words, err=True)
    sys.exit(code)


def _stopped(error: Exception) -> tuple[str, int]:
    """Return what is said of an error that a command leaves to us, and the exit code."""
    from bot import ending
    from bot.speech import mistaken
    from config.mistakes import MistakesError
    from storage.database import WrongAddress
    from storage.upgrade import UnknownRevision

    if isinstance(error, MistakesError):
        return mistaken(error), MISTAKE
    if isinstance(error, WrongAddress | UnknownRevision):
        return ending.unusable(error), MISTAKE
    if isinstance(error, OSError) and error.filename:
        return ending.unwritten(error, Path(str(error.filename)), kept=False), FAILED
    return (ending.of(error) or ending.broken(error)).words, FAILED


def _misunderstood(wrong: click.UsageError) -> str:
    """Return what was not understood, how it is written, and where more stands."""
    from bot.speech import bilingual

    fault, what = _fault(wrong)
    told = bilingual("ops-usage", fault=fault, what=what, more=wrong.message.rstrip("."))
    if (ctx := wrong.ctx) is None:
        return told
    written = " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])
    return f"{told}\n{bilingual('ops-usage-written', words=written, path=ctx.command_path)}"


def _fault(wrong: click.UsageError) -> tuple[str, str]:
    if command := getattr(wrong, "command_name", ""):
        return "command", command
    if isinstance(wrong, click.NoSuchOption):
        return "option", wrong.option_name
    if not isinstance(wrong, click.BadParameter) or wrong.param is None:
        return "other", ""
    what = wrong.param.get_error_hint(wrong.ctx).strip("'")
    if isinstance(wrong, click.MissingParameter):
        return "missing", what
    kind = _kind(wrong.param.type)
    of_the_other_kind = wrong.message.endswith(("is a directory.", "is a file."))
    return kind if kind not in {"file", "folder"} or of_the_other_kind else "unreadable", what


def _kind(type_: object) -> str:
    """Return what should have stood there."""
    match type_:
        case click.Path(dir_okay=False):
            return "file"
        case click.Path(file_okay=False):
            return "folder"
        case click.Path() | click.File():
            return "unreadable"
        case click.DateTime():
            return "date"
        case click.IntRange() | click.types.IntParamType():
            return "number"
    return "other"

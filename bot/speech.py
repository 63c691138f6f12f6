"""What a command says to the operator. One rule: every language, Chinese first, unless told."""

import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import click

from config.mistakes import MistakesError
from handlers.texts import DEFAULT, Library, Texts

LOCALES = Path(__file__).parent.parent / "config" / "locales"


def each(words: Library, language: str | None = None) -> list[Texts]:
    """Return all languages, Chinese first: a command cannot know its reader; or the one named."""
    named = [spoken(language)] if language else sorted(words.languages, reverse=True)
    return [words.speak(name) for name in named]


def both(words: Library, sentence: str, /, **facts: str | int) -> str:
    """Return a sentence in every language, one under the other."""
    return in_each(words, lambda texts: texts.plain(sentence, **facts))


def bilingual(sentence: str, /, **facts: str | int) -> str:
    """Return a sentence in every language, where no Library is at hand: one is read for it."""
    return both(Library(LOCALES), sentence, **facts)


def mistaken(mistakes: MistakesError) -> str:
    """Return mistakes in every language, Chinese first."""
    return f"{mistakes.told('zh-CN')}\n{mistakes.told()}"


def in_each(words: Library, tell: Callable[[Texts], str]) -> str:
    """Return what is told in every language, where its facts are words too."""
    return "\n".join(tell(texts) for texts in each(words))


def spoken(language: str | None) -> str:
    """Return the language asked for, else that of the system; Chinese where it names none."""
    system = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = language or next(filter(None, system), "")
    plain = wanted.lower().split(".")[0]
    return DEFAULT if plain.startswith("zh") or plain in {"", "c", "posix"} else "en"


def says_yes(words: Library, question: str, *, yes: bool = True) -> bool:
    """Ask; only a yes in any of the languages is one.

    Where nobody answers it says so, and names --yes where the command has it.
    """
    languages = each(words)
    choices = " · ".join(texts.plain("ops-yes-or-no") for texts in languages)
    try:
        answer = _answer(f"{question} [{choices}]".strip())
    except click.Abort:
        click.echo()  # the question's own line ends here
        click.echo(both(words, "ops-unanswered", option="yes" if yes else "none"), err=True)
        return False
    plain = unicodedata.normalize("NFKC", answer).strip(" \t。.!").casefold()
    return plain in {yes for texts in languages for yes in texts.plain("ops-yes").split("|")}


def _answer(question: str) -> str:
    """Return what was typed; click.Abort at the end of the input, at Ctrl-C, or without any."""
    if sys.stdin is None:
        raise click.Abort
    return str(click.prompt(question, default="", show_default=False))

"""The one place where keys become words, and where what people wrote is made safe for HTML."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt
from fluent.syntax import FluentParser
from fluent.syntax.ast import Resource

from governance import terms
from governance.directory import Community
from governance.refusals import Refusal

DEFAULT = "zh-CN"
REMEMBERED, SHORT = 4_096, 120  # words said before, and how long
PARSER = FluentParser(with_spans=False)  # where in its file a word stands is asked by nobody
TAG = re.compile(r"<[^>]+>")
TERMS = {
    terms.AREA: "term-area",
    terms.GRID: "term-grid",
    "grid_worker": "term-grid-worker",
    "grid_head": "term-grid-head",
}
Fact = str | int | bool | None


class Figure(FluentInt):
    """A number as it stands: 1234 is a case's number, not a quantity, so nothing separates it."""

    def format(self, _locale: object) -> str:
        """Return its digits."""
        return int.__repr__(self)


class MissingWords(LookupError):
    """A language lacks the words of a key."""


class Texts:
    """One language, which knows of the others: call it with a key and facts."""

    def __init__(
        self,
        language: str,
        bundle: FluentBundle,
        languages: Sequence[str],
        keys: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self.languages = languages
        self.keys = keys
        self._bundle = bundle
        self._said: dict[tuple[object, ...], str] = {}
        self.terms: Mapping[str, str] = {}
        self._terms: Mapping[str, object] = {}  # the same, safe to be said
        self._calling: dict[tuple[str, ...], Texts] = {}
        self.beside: Mapping[str, Texts] = {language: self}
        self._name({name: self.plain(k) for name, k in TERMS.items() if self.has(k)})

    def __call__(self, key: str, **facts: Fact) -> str:
        """Return the words of a key as HTML; facts are escaped."""
        return self._words(key, facts)

    def plain(self, key: str, **facts: Fact) -> str:
        """Return the words of a key as plain text, as toasts and buttons need them."""
        return unmarked(self._words(key, facts))

    def refusal(self, refusal: Refusal) -> str:
        """Return a refusal as plain text."""
        return self.plain(refusal.key, **refusal.facts)

    def in_every_language(self, key: str) -> list[str]:
        """Return a key's words in each language there is: people type in whichever they like."""
        return [texts.plain(key) for texts in self.beside.values()]

    def calling(self, words: Mapping[str, str]) -> "Texts":
        """Return the same words with a community's own names for levels and their posts."""
        said = tuple(words.get(name, ours) for name, ours in self.terms.items())
        if said not in self._calling:
            other = copy(self)
            other._said = {}  # noqa: SLF001 -- one of us
            other._name(dict(zip(self.terms, said, strict=True)))  # noqa: SLF001 -- the same
            self._calling[said] = other
        return self._calling[said]

    def has(self, key: str) -> bool:
        """Whether this language has words for a key."""
        return bool(self._bundle.has_message(key))

    def _name(self, terms: Mapping[str, str]) -> None:
        self.terms, self._terms = terms, {name: _safe(word) for name, word in terms.items()}

    def _words(self, key: str, facts: Mapping[str, Fact]) -> str:
        """Return words said before as they were said: dates, names, most of every message."""
        said = (key, *((name, type(fact), fact) for name, fact in facts.items()))
        words = self._said.get(said)
        if words is None:
            words = self._format(key, {**self._terms, **{n: _safe(f) for n, f in facts.items()}})
            if len(self._said) >= REMEMBERED:
                self._said.clear()
            # what people wrote is long, and not said twice
            if len(words) <= SHORT:
                self._said[said] = words
        return words

    def _format(self, key: str, facts: Mapping[str, object]) -> str:
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            raise MissingWords(f"{self.language}: {key}")
        # as `format_pattern` does, but that each fact is one of Fluent's already
        said = CurrentEnvironment(args=dict(facts))
        env = ResolverEnvironment(context=self._bundle, errors=[], current=said)
        try:
            words = pattern(env)
        except ValueError as error:  # too long
            raise MissingWords(f"{self.language}: {key}: {error}") from error
        if env.errors:
            raise MissingWords(f"{self.language}: {key}: {env.errors[0]}")
        return str(words)


def unmarked(markup: str) -> str:
    """Return HTML as plain text."""
    return html.unescape(TAG.sub("", markup))


def _safe(fact: Fact) -> object:
    if isinstance(fact, str):
        return html.escape(fact, quote=False)
    return Figure(fact) if isinstance(fact, int) else fact


class Library:
    """Every language there is: one folder each, one file a subject."""

    def __init__(self, folder: Path) -> None:
        names = sorted(each.name for each in folder.iterdir() if each.is_dir())
        self.languages = {name: _read(folder / name, names) for name in names}
        for texts in self.languages.values():
            texts.beside = self.languages

    def speak(self, language: str, community: Community | None = None) -> Texts:
        """Return the words of a language, of Chinese where it has none; levels as a file has them.

        What the file calls by our own Chinese word is called by our word in every language.
        """
        texts, chinese = self.languages.get(language, self.languages[DEFAULT]), self._chinese()
        if community is None:
            return texts
        named = terms.terms(community, texts.language).items()
        return texts.calling({k: word for k, word in named if word != chinese.get(k)})

    def _chinese(self) -> Mapping[str, str]:
        return self.languages[DEFAULT].terms

    def known(self, code: str | None) -> str:
        """Return the language of ours nearest to a Telegram language code."""
        if code and not code.startswith("zh"):
            return next((n for n in self.languages if n.split("-")[0] == code.split("-")[0]), "en")
        return DEFAULT


def _read(folder: Path, languages: Sequence[str]) -> Texts:
    files = tuple(path.read_text(encoding="utf-8") for path in _files(folder))
    bundle, keys = _bundled(folder.name, files)
    return Texts(folder.name, bundle, languages, keys)


@cache  # a command reads them for every sentence of its own; what was bundled is not changed
def _bundled(language: str, files: tuple[str, ...]) -> tuple[FluentBundle, frozenset[str]]:
    bundle = FluentBundle([language], use_isolating=False)
    keys: set[str] = set()
    for text in files:
        resource = parsed(text)
        bundle.add_resource(resource)
        keys |= {each.id.name for each in resource.body if hasattr(each, "id")}
    return bundle, frozenset(keys)


@cache  # parsing all words takes a third of a second; nobody changes what was parsed
def parsed(text: str) -> Resource:
    """Return a file of words, read once however often it is asked for."""
    return PARSER.parse(text)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.ftl"))

"""The one place where keys become words, and where what people wrote is made safe for HTML."""

import html
import re
from collections.abc import Mapping, Sequence
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
# an entry of a file ends before the next, or before a remark, which begin at the edge as it does
ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=.*(?:\n(?![a-zA-Z#-]).*)*", re.MULTILINE)
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
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


class Words:
    """The entries of a language, each parsed when it is first said: all take 0.3 s and 8 MB."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._texts = texts
        self._read: set[str] = set()

    def keys(self) -> frozenset[str]:
        """Return the keys of all entries."""
        return frozenset(self._texts)

    def has(self, key: str) -> bool:
        """Whether there is an entry of that key."""
        self._learn(key)
        return bool(self._bundle.has_message(key))

    def say(self, key: str, facts: Mapping[str, object]) -> str:
        """Return the words of a key; each fact is one of Fluent's already."""
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            raise MissingWords(key)
        # as `format_pattern` does, but for the facts
        said = CurrentEnvironment(args=dict(facts))
        env = ResolverEnvironment(context=self._bundle, errors=[], current=said)
        try:
            words = pattern(env)
        except ValueError as error:  # too long
            raise MissingWords(f"{key}: {error}") from error
        if env.errors:
            raise MissingWords(f"{key}: {env.errors[0]}")
        return str(words)

    def _learn(self, key: str) -> None:
        """Parse an entry and those that it names; two threads may do so at once."""
        if key in self._read:
            return
        found: dict[str, str] = {}
        named = [key]
        while named:
            name = named.pop()
            if name in self._texts and name not in found:
                found[name] = self._texts[name]
                named += REFERENCE.findall(found[name])
        for text in found.values():
            self._bundle.add_resource(parsed(text))
        self._read |= found.keys()


class Texts:
    """One language, which knows of the others: call it with a key and facts."""

    def __init__(self, language: str, words: Words, languages: Sequence[str]) -> None:
        self.language = language
        self.languages = languages
        self.keys = words.keys()
        self._words = words
        self._said: dict[tuple[object, ...], str] = {}
        self.terms: Mapping[str, str] = {}
        self._terms: Mapping[str, object] = {}  # the same, safe to be said
        self._calling: dict[tuple[str, ...], Texts] = {}
        self.beside: Mapping[str, Texts] = {language: self}
        self._name({name: self.plain(k) for name, k in TERMS.items() if self.has(k)})

    def __call__(self, key: str, **facts: Fact) -> str:
        """Return the words of a key as HTML; facts are escaped."""
        return self._say(key, facts)

    def plain(self, key: str, **facts: Fact) -> str:
        """Return the words of a key as plain text, as toasts and buttons need them."""
        return unmarked(self._say(key, facts))

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
        return self._words.has(key)

    def _name(self, terms: Mapping[str, str]) -> None:
        self.terms, self._terms = terms, {name: _safe(word) for name, word in terms.items()}

    def _say(self, key: str, facts: Mapping[str, Fact]) -> str:
        """Return words said before as they were said: dates, names, most of every message."""
        said = (key, *((name, type(fact), fact) for name, fact in facts.items()))
        words = self._said.get(said)
        if words is None:
            known = {**self._terms, **{n: _safe(f) for n, f in facts.items()}}
            try:
                words = self._words.say(key, known)
            except MissingWords as missing:
                raise MissingWords(f"{self.language}: {missing}") from missing
            if len(self._said) >= REMEMBERED:
                self._said.clear()
            # what people wrote is long, and not said twice
            if len(words) <= SHORT:
                self._said[said] = words
        return words


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
    return Texts(folder.name, Words(folder.name, _entries(folder)), languages)


def _entries(folder: Path) -> Mapping[str, str]:
    """Return the entries of a language by their keys, none of them parsed."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        found |= {each[1]: each[0] for each in ENTRY.finditer(path.read_text(encoding="utf-8"))}
    return found


@cache  # a language is read more than once; nobody changes what was parsed
def parsed(text: str) -> Resource:
    """Return words as they were parsed, once however often they are asked for."""
    return PARSER.parse(text)
